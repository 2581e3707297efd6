/**
 * The checks, one function each. A check returns an outcome and changes nothing, so that they can
 * run at the same time. A passive check asks for no permission and sends the platform no request,
 * because it runs as soon as the element is in the page.
 */
import { SobotError, sdkUrl } from '../../src/sdk/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';
import type { Browser } from './browser.js';
import { failed, ok, open, warning, type CheckName, type CheckOutcome, type CheckProblem } from './result.js';

/** The facts that the checks depend on. */
export interface CheckInput {
  readonly browser: Browser;
  /** Null: there is no agent element. */
  readonly agentHost: AgentHost | null;
  /**
   * The agent runs the checks: they may open the microphone and request the script. False: a
   * passive check.
   */
  readonly isInteractive: boolean;
  /** The browser blocked the sound until a click. */
  readonly wasBlocked: boolean;
  /** Whether the agent heard the test tone; null until the agent says so. */
  readonly isToneHeard: boolean | null;
  /** The agent refused the permission of a speaker. */
  readonly isSpeakerRefused: boolean;
  /**
   * Measures the microphone, and closes it. Resolves with whether it gives any sound; null where
   * that is unknown.
   */
  measureLevel(stream: MediaStream): Promise<boolean | null>;
}

/** A check. Problems are outcomes and not rejections, so that one check can't end the others. */
type Check = (input: CheckInput) => CheckOutcome | Promise<CheckOutcome>;

/**
 * Checks for HTTPS, without which no browser offers a microphone. The vendor requires it, too
 * (section "Precautions").
 */
const checkContext: Check = ({ browser }) =>
  browser.isSecure ? ok(browser.origin) : failed('insecure-context', browser.origin);

/**
 * The vendor has tested desktop browsers only, and recommends Chrome or Firefox (section
 * "Precautions"). Another browser is a warning, because its WebRTC may work. Edge counts as Chrome,
 * which its user agent names.
 */
const checkBrowser: Check = ({ browser: { isMobile, hasWebRtc, userAgent } }) => {
  if (isMobile) return failed('browser-mobile');
  if (!hasWebRtc) return failed('browser-unsupported');
  return /Chrome\/|Firefox\//.test(userAgent) ? ok() : warning('browser-untested');
};

/** Errors of `getUserMedia` that name their cause. */
const problemByErrorName: Readonly<Record<string, CheckProblem>> = {
  NotFoundError: 'no-microphone',
  OverconstrainedError: 'no-microphone',
  NotReadableError: 'microphone-in-use',
  AbortError: 'microphone-in-use',
};

/**
 * Finds out why the microphone was refused: the browser's error has the same name for every cause.
 */
async function refusalProblem({ browser }: CheckInput, message: string): Promise<CheckProblem> {
  const policy = await browser.policy();
  if (policy === 'header') return 'permissions-policy';
  if (policy === 'frame') return 'iframe-allow';
  // Firefox has no way to ask for the policy, and reports a denial; but it hides the devices that a
  // frame may not use.
  const areDevicesHidden =
    policy === 'unknown' && browser.isFramed && (await browser.devices('audioinput')).length === 0;
  if (areDevicesHidden) return 'iframe-allow';
  // Chromium names a denial by the operating system in the message alone.
  if (/system/i.test(message)) return 'system-denied';
  // A prompt that was closed without an answer leaves the permission undecided.
  return (await browser.permission()) === 'denied' ? 'permission-denied' : 'permission-dismissed';
}

/** Finds out what forbids the microphone without opening it, so that the browser asks nothing. */
async function inspectMicrophone(input: CheckInput): Promise<CheckOutcome> {
  const policy = await input.browser.policy();
  const isDenied = (await input.browser.permission()) === 'denied';
  if (policy === 'header' || policy === 'frame' || isDenied) return failed(await refusalProblem(input, ''));
  return (await input.browser.devices('audioinput')).length === 0 ? failed('no-microphone') : open;
}

/**
 * Opens the microphone and measures it, because a permission does not tell whether the headset is
 * muted. Where an earlier problem hides the devices the check stays open, so that one cause is
 * reported once.
 */
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

/**
 * Checks whether a call would ring. A page that was blocked before the agent's click keeps a
 * warning, because it will be silent again after each reload.
 */
const checkSound: Check = async ({ browser, isInteractive, wasBlocked }) => {
  const state = await browser.sound(isInteractive);
  if (state === 'unknown') return open;
  if (state !== 'on') return failed(`sound-${state}`);
  return wasBlocked ? warning('sound-blocked') : ok();
};

/**
 * No script can find out whether a tone was heard: only the agent's answer makes this check
 * complete.
 */
const checkSpeaker: Check = async ({ browser, isToneHeard, isSpeakerRefused }) => {
  if (isSpeakerRefused) return failed('speaker-permission');
  if (isToneHeard !== null) return isToneHeard ? ok() : failed('speaker-silent');
  if (!browser.asksForSpeakers) return open;
  const hasNamedSpeaker = (await browser.devices('audiooutput')).some(({ label }) => label !== '');
  return hasNamedSpeaker ? open : warning('speaker-permission');
};

/**
 * A session that runs has loaded the script. Otherwise the script is requested, and an error of the
 * last start is shown.
 */
const checkSdk: Check = async ({ browser, agentHost, isInteractive }) => {
  const { phase, error } = agentHost?.state ?? { phase: 'idle', error: null };
  const isRunning = agentHost?.session && phase !== 'loading' && phase !== 'failed';
  const startFailure = error ? failed('sdk-start', error.message) : null;
  if (isRunning || agentHost?.sandbox || agentHost?.sdk) return startFailure ?? ok(agentHost.sandbox ? 'sandbox' : '');
  // Without valid attributes there is no address to request, so their error is the finding.
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

/** The checks by their name. */
export const checks: Readonly<Record<CheckName, Check>> = {
  context: checkContext,
  browser: checkBrowser,
  microphone: checkMicrophone,
  sound: checkSound,
  speaker: checkSpeaker,
  sdk: checkSdk,
};
