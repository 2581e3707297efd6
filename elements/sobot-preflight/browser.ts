import { probeScript, type Reach } from '../../src/sdk/index.js';
import { soundPlayer, type SoundState } from '../../src/ui/audio/index.js';

declare global {
  interface Document {
    /** Chromium. */
    readonly featurePolicy?: { allowsFeature(feature: string): boolean };
  }
  interface MediaDevices {
    /** Firefox asks for each speaker by itself. */
    selectAudioOutput?(): Promise<MediaDeviceInfo>;
  }
  interface Navigator {
    readonly userAgentData?: { readonly mobile: boolean };
  }
}

/** What forbids a feature here: a `header` of this page or of one around it, or the `frame` that it is in. */
export type MicrophonePolicy = 'allowed' | 'header' | 'frame' | 'unknown';

/** What the checks ask of the browser; a test gives them another one. */
export interface Browser {
  /** A secure context, as the standard has it. */
  readonly isSecure: boolean;
  readonly origin: string;
  readonly isFramed: boolean;
  readonly userAgent: string;
  readonly isMobile: boolean;
  readonly hasWebRtc: boolean;
  /** It asks for each speaker by itself. */
  readonly asksForSpeakers: boolean;
  /** Whether this page may use the microphone, as far as its browser tells. */
  policy(): Promise<MicrophonePolicy>;
  /** Null where the browser doesn't tell. */
  permission(): Promise<PermissionState | null>;
  devices(kind: MediaDeviceKind): Promise<MediaDeviceInfo[]>;
  /** Asks the person, where it has to. */
  microphone(): Promise<MediaStream>;
  /** How the sound is, or becomes when it is tried. */
  sound(attempt: boolean): Promise<SoundState>;
  script(url: string): Promise<Reach>;
}

const SCRIPT_TIMEOUT_MS = 10_000;

/** Whether the server that sent this page forbids the microphone. It is asked only when something does. */
async function headerForbids(): Promise<boolean> {
  const response = await fetch(location.href, { method: 'HEAD' }).catch(() => null);
  const match = /(?:^|,)\s*microphone\s*=\s*([^,]*)/.exec(response?.headers.get('permissions-policy') ?? '');
  return !!match && !/\*|self/.test(match[1] ?? '');
}

/** What the page around this one may, if it is of the same origin and so can be asked. */
function parentAllows(): boolean | null {
  try {
    return window.parent.document.featurePolicy?.allowsFeature('microphone') ?? null;
  } catch {
    return null;
  }
}

async function microphonePolicy(isFramed: boolean): Promise<MicrophonePolicy> {
  const allowed = document.featurePolicy?.allowsFeature('microphone');
  if (allowed === undefined) return 'unknown';
  if (allowed) return 'allowed';
  return !isFramed || parentAllows() === false || (await headerForbids()) ? 'header' : 'frame';
}

/** iPads say that they are Macs; no Mac has a touch screen. */
const isMobile = ({ userAgent, userAgentData, maxTouchPoints }: Navigator): boolean =>
  userAgentData?.mobile === true ||
  /Android|iPhone|iPad|Mobile/.test(userAgent) ||
  (userAgent.includes('Macintosh') && maxTouchPoints > 1);

/** The browser of this page. */
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
