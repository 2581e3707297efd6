import { SobotError, sdkUrl } from '../../src/sdk/index.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import type { Browser } from './browser.js';
import { failed, ok, open, warning, type CheckName, type Outcome, type Problem } from './result.js';

/** What the checks know. */
export interface Circumstances {
  readonly browser: Browser;
  readonly phone: Phone | null;
  /** The person wants it: the microphone may be asked for, and the script looked for. Else nobody is disturbed. */
  readonly asked: boolean;
  /** The browser kept the page silent before anybody clicked. */
  readonly wasBlocked: boolean;
  /** Whether the person heard the test tone; null until they have said so. */
  readonly heard: boolean | null;
  /** The person was asked for a speaker, and said no. */
  readonly speakerRefused: boolean;
  /** Takes the microphone. @returns whether it gives any sound; null where that can't be told */
  listen(stream: MediaStream): Promise<boolean | null>;
}

type Check = (given: Circumstances) => Outcome | Promise<Outcome>;

const context: Check = ({ browser }) =>
  browser.secure ? ok(browser.origin) : failed('insecure-context', browser.origin);

const browser: Check = ({ browser: { mobile, webrtc, userAgent } }) => {
  if (mobile) return failed('browser-mobile');
  if (!webrtc) return failed('browser-unsupported');
  return /Chrome\/|Firefox\//.test(userAgent) ? ok() : warning('browser-untested');
};

const named: Readonly<Record<string, Problem>> = {
  NotFoundError: 'no-microphone',
  OverconstrainedError: 'no-microphone',
  NotReadableError: 'microphone-in-use',
  AbortError: 'microphone-in-use',
};

/** Why the microphone was refused. The browser's error says only that it was. */
async function refusal({ browser }: Circumstances, message: string): Promise<Problem> {
  const policy = await browser.policy();
  if (policy === 'header') return 'permissions-policy';
  if (policy === 'frame') return 'iframe-allow';
  // Firefox tells no policy, and calls it denied; but it hides the devices that a frame may not use.
  const hidden = policy === 'unknown' && browser.framed && (await browser.devices('audioinput')).length === 0;
  if (hidden) return 'iframe-allow';
  if (/system/i.test(message)) return 'system-denied';
  return (await browser.permission()) === 'denied' ? 'permission-denied' : 'permission-dismissed';
}

/** What stands in the way of the microphone, as far as it can be seen without asking anybody. */
async function seen(given: Circumstances): Promise<Outcome> {
  const policy = await given.browser.policy();
  const denied = (await given.browser.permission()) === 'denied';
  if (policy === 'header' || policy === 'frame' || denied) return failed(await refusal(given, ''));
  return (await given.browser.devices('audioinput')).length === 0 ? failed('no-microphone') : open;
}

const microphone: Check = async (given) => {
  const { browser, asked } = given;
  if (!browser.secure || !browser.webrtc) return open;
  if (!asked) return seen(given);
  try {
    const stream = await browser.microphone();
    const label = stream.getAudioTracks()[0]?.label ?? '';
    return (await given.listen(stream)) === false ? warning('microphone-silent', label) : ok(label);
  } catch (cause) {
    const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
    const refused = name === 'NotAllowedError' || name === 'SecurityError';
    return failed(refused ? await refusal(given, message) : (named[name] ?? 'microphone-failed'), name);
  }
};

const sound: Check = async ({ browser, asked, wasBlocked }) => {
  const state = await browser.sound(asked);
  if (state === 'unknown') return open;
  if (state !== 'on') return failed(`sound-${state}`);
  return wasBlocked ? warning('sound-blocked') : ok();
};

const speaker: Check = async ({ browser, heard, speakerRefused }) => {
  if (speakerRefused) return failed('speaker-permission');
  if (heard !== null) return heard ? ok() : failed('speaker-silent');
  if (!browser.asksForSpeakers) return open;
  const known = (await browser.devices('audiooutput')).some(({ label }) => label !== '');
  return known ? open : warning('speaker-permission');
};

const sdk: Check = async ({ browser, phone, asked }) => {
  const { phase, error } = phone?.state ?? { phase: 'idle', error: null };
  const runs = phone?.session && phase !== 'loading' && phase !== 'failed';
  const broken = error ? failed('sdk-start', error.message) : null;
  if (runs || phone?.sandbox || phone?.sdk) return broken ?? ok(phone.sandbox ? 'sandbox' : '');
  if (!asked || error?.kind === 'config') return broken ?? open;
  try {
    const url = sdkUrl(phone?.sdkSrc ?? '', phone?.sysnum ?? '');
    const reach = await browser.script(url);
    const { origin } = new URL(url);
    return reach === 'reached' ? (broken ?? ok(origin)) : failed(`sdk-${reach}`, origin);
  } catch (cause) {
    return failed('sdk-start', cause instanceof SobotError ? cause.message : String(cause));
  }
};

/** One function a check; none of them waits for another. */
export const checks: Readonly<Record<CheckName, Check>> = { context, browser, microphone, sound, speaker, sdk };
