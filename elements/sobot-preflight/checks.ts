import { SobotError, sdkUrl } from '../../src/sdk/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';
import type { Browser } from './browser.js';
import { failed, ok, open, warning, type CheckName, type CheckOutcome, type CheckProblem } from './result.js';

/** What the checks know. */
export interface CheckInput {
  readonly browser: Browser;
  readonly agentHost: AgentHost | null;
  /** The person wants it: the microphone may be asked for, and the script looked for. Else nobody is disturbed. */
  readonly isInteractive: boolean;
  /** The browser kept the page silent before anybody clicked. */
  readonly wasBlocked: boolean;
  /** Whether the person heard the test tone; null until they have said so. */
  readonly isToneHeard: boolean | null;
  /** The person was asked for a speaker, and said no. */
  readonly isSpeakerRefused: boolean;
  /** Takes the microphone. @returns whether it gives any sound; null where that can't be told */
  measureLevel(stream: MediaStream): Promise<boolean | null>;
}

type Check = (input: CheckInput) => CheckOutcome | Promise<CheckOutcome>;

const checkContext: Check = ({ browser }) =>
  browser.isSecure ? ok(browser.origin) : failed('insecure-context', browser.origin);

const checkBrowser: Check = ({ browser: { isMobile, hasWebRtc, userAgent } }) => {
  if (isMobile) return failed('browser-mobile');
  if (!hasWebRtc) return failed('browser-unsupported');
  return /Chrome\/|Firefox\//.test(userAgent) ? ok() : warning('browser-untested');
};

const problemByErrorName: Readonly<Record<string, CheckProblem>> = {
  NotFoundError: 'no-microphone',
  OverconstrainedError: 'no-microphone',
  NotReadableError: 'microphone-in-use',
  AbortError: 'microphone-in-use',
};

/** Why the microphone was refused. The browser's error says only that it was. */
async function refusalProblem({ browser }: CheckInput, message: string): Promise<CheckProblem> {
  const policy = await browser.policy();
  if (policy === 'header') return 'permissions-policy';
  if (policy === 'frame') return 'iframe-allow';
  // Firefox tells no policy, and calls it denied; but it hides the devices that a frame may not use.
  const areDevicesHidden =
    policy === 'unknown' && browser.isFramed && (await browser.devices('audioinput')).length === 0;
  if (areDevicesHidden) return 'iframe-allow';
  if (/system/i.test(message)) return 'system-denied';
  return (await browser.permission()) === 'denied' ? 'permission-denied' : 'permission-dismissed';
}

/** What stands in the way of the microphone, as far as it can be seen without asking anybody. */
async function inspectMicrophone(input: CheckInput): Promise<CheckOutcome> {
  const policy = await input.browser.policy();
  const isDenied = (await input.browser.permission()) === 'denied';
  if (policy === 'header' || policy === 'frame' || isDenied) return failed(await refusalProblem(input, ''));
  return (await input.browser.devices('audioinput')).length === 0 ? failed('no-microphone') : open;
}

const checkMicrophone: Check = async (input) => {
  const { browser, isInteractive } = input;
  if (!browser.isSecure || !browser.hasWebRtc) return open;
  if (!isInteractive) return inspectMicrophone(input);
  try {
    const stream = await browser.microphone();
    const label = stream.getAudioTracks()[0]?.label ?? '';
    return (await input.measureLevel(stream)) === false ? warning('microphone-silent', label) : ok(label);
  } catch (cause) {
    const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
    const isRefused = name === 'NotAllowedError' || name === 'SecurityError';
    return failed(
      isRefused ? await refusalProblem(input, message) : (problemByErrorName[name] ?? 'microphone-failed'),
      name,
    );
  }
};

const checkSound: Check = async ({ browser, isInteractive, wasBlocked }) => {
  const state = await browser.sound(isInteractive);
  if (state === 'unknown') return open;
  if (state !== 'on') return failed(`sound-${state}`);
  return wasBlocked ? warning('sound-blocked') : ok();
};

const checkSpeaker: Check = async ({ browser, isToneHeard, isSpeakerRefused }) => {
  if (isSpeakerRefused) return failed('speaker-permission');
  if (isToneHeard !== null) return isToneHeard ? ok() : failed('speaker-silent');
  if (!browser.asksForSpeakers) return open;
  const hasNamedSpeaker = (await browser.devices('audiooutput')).some(({ label }) => label !== '');
  return hasNamedSpeaker ? open : warning('speaker-permission');
};

const checkSdk: Check = async ({ browser, agentHost, isInteractive }) => {
  const { phase, error } = agentHost?.state ?? { phase: 'idle', error: null };
  const isRunning = agentHost?.session && phase !== 'loading' && phase !== 'failed';
  const startFailure = error ? failed('sdk-start', error.message) : null;
  if (isRunning || agentHost?.sandbox || agentHost?.sdk) return startFailure ?? ok(agentHost.sandbox ? 'sandbox' : '');
  if (!isInteractive || error?.kind === 'config') return startFailure ?? open;
  try {
    const url = sdkUrl(agentHost?.sdkSrc ?? '', agentHost?.sysnum ?? '');
    const reach = await browser.script(url);
    const { origin } = new URL(url);
    return reach === 'reached' ? (startFailure ?? ok(origin)) : failed(`sdk-${reach}`, origin);
  } catch (cause) {
    return failed('sdk-start', cause instanceof SobotError ? cause.message : String(cause));
  }
};

/** One function a check; none of them waits for another. */
export const checks: Readonly<Record<CheckName, Check>> = {
  context: checkContext,
  browser: checkBrowser,
  microphone: checkMicrophone,
  sound: checkSound,
  speaker: checkSpeaker,
  sdk: checkSdk,
};
