/**
 * The browser as the checks see it: an interface, so that a test can check browsers that it does
 * not run in.
 */
import { probeScript, type Reach } from '../../src/sdk/index.js';
import { soundPlayer, type SoundState } from '../../src/ui/audio/index.js';

declare global {
  interface Document {
    /** Chromium only. */
    readonly featurePolicy?: { allowsFeature(feature: string): boolean };
  }
  interface MediaDevices {
    /** Firefox, which asks for the permission of each speaker. */
    selectAudioOutput?(): Promise<MediaDeviceInfo>;
  }
  interface Navigator {
    /** Chromium only. Without it the user agent is read. */
    readonly userAgentData?: { readonly mobile: boolean };
  }
}

/**
 * The page's right to the microphone: `allowed`, or forbidden by a `header` of this page or of one
 * around it, or by the `frame` around it. `unknown`: the browser has no way to ask.
 */
export type MicrophonePolicy = 'allowed' | 'header' | 'frame' | 'unknown';

/** Facts and actions of the browser that the checks use. */
export interface Browser {
  /** The page is a secure context: HTTPS, or localhost. */
  readonly isSecure: boolean;
  /** The origin of the page. Remedies name it, because the IT department has to allow it. */
  readonly origin: string;
  /** The page is in a frame. */
  readonly isFramed: boolean;
  /** The user agent, for the recommendation of the vendor and for the report. */
  readonly userAgent: string;
  /** The browser runs on a telephone or a tablet, which the vendor does not support. */
  readonly isMobile: boolean;
  /**
   * The browser can make calls. Outside a secure context every browser hides its media devices, so
   * there they are not required: `isSecure` reports that problem.
   */
  readonly hasWebRtc: boolean;
  /** The browser asks for the permission of each speaker. */
  readonly asksForSpeakers: boolean;
  /** The page's right to the microphone, found without a question to the agent. */
  policy(): Promise<MicrophonePolicy>;
  /** The permission of the microphone; null where the browser has no way to ask. */
  permission(): Promise<PermissionState | null>;
  /**
   * Devices without a label are listed too: the browser hides labels until the microphone is
   * allowed.
   */
  devices(kind: MediaDeviceKind): Promise<MediaDeviceInfo[]>;
  /** Opens the microphone. The browser may ask the agent for permission. */
  microphone(): Promise<MediaStream>;
  /** The state of the sound. @param attempt tries to make the page audible first */
  sound(attempt: boolean): Promise<SoundState>;
  /** Whether the script of the SDK can be loaded. Nothing of it runs. */
  script(url: string): Promise<Reach>;
}

/**
 * The time after which the script counts as unreachable. A firewall that drops packets never
 * answers.
 */
const SCRIPT_TIMEOUT_MS = 10_000;

/**
 * Whether a header of this page forbids the microphone. The page is requested once more, because
 * scripts can't read the headers of their own page; so it is called only when the microphone is
 * forbidden.
 */
async function headerForbids(): Promise<boolean> {
  const response = await fetch(location.href, { method: 'HEAD' }).catch(() => null);
  const match = /(?:^|,)\s*microphone\s*=\s*([^,]*)/.exec(response?.headers.get('permissions-policy') ?? '');
  return !!match && !/\*|self/.test(match[1] ?? '');
}

/**
 * Whether the page around this one may use the microphone; null where it can't be asked, as one of
 * another origin.
 */
function parentAllows(): boolean | null {
  try {
    return window.parent.document.featurePolicy?.allowsFeature('microphone') ?? null;
  } catch {
    return null;
  }
}

/**
 * Finds the page's right to the microphone. Chromium tells whether the page may use it, but not who
 * forbids it, and the remedies differ: a header is set at the server, `allow` in the page around
 * the frame.
 */
async function microphonePolicy(isFramed: boolean): Promise<MicrophonePolicy> {
  const allowed = document.featurePolicy?.allowsFeature('microphone');
  if (allowed === undefined) return 'unknown';
  if (allowed) return 'allowed';
  return !isFramed || parentAllows() === false || (await headerForbids()) ? 'header' : 'frame';
}

/**
 * Whether the browser runs on a telephone or a tablet. An iPad calls itself a Mac, and no Mac has a
 * touch screen.
 */
const isMobile = ({ userAgent, userAgentData, maxTouchPoints }: Navigator): boolean =>
  userAgentData?.mobile === true ||
  /Android|iPhone|iPad|Mobile/.test(userAgent) ||
  (userAgent.includes('Macintosh') && maxTouchPoints > 1);

/** Creates the interface to the browser of this page. */
export function currentBrowser(): Browser {
  const { mediaDevices, permissions } = navigator;
  const isFramed = window.parent !== window;
  return {
    isSecure: isSecureContext,
    origin: location.origin,
    isFramed,
    userAgent: navigator.userAgent,
    isMobile: isMobile(navigator),
    hasWebRtc: 'RTCPeerConnection' in window && (!isSecureContext || !!mediaDevices),
    asksForSpeakers: !!mediaDevices?.selectAudioOutput,
    policy: () => microphonePolicy(isFramed),
    permission: () =>
      Promise.resolve(permissions?.query({ name: 'microphone' })).then(
        (status) => status?.state ?? null,
        () => null,
      ),
    devices: async (kind) => {
      const all = (await mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
      return all.filter((each) => each.kind === kind);
    },
    microphone: () => mediaDevices.getUserMedia({ audio: true }),
    sound: async (attempt) => (attempt ? soundPlayer.resume() : soundPlayer.state),
    script: (url) => probeScript(url, AbortSignal.timeout(SCRIPT_TIMEOUT_MS)),
  };
}
