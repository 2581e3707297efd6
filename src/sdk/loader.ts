/**
 * Loading of the vendor's script. A page may contain several agent elements and may restart them,
 * and the browser runs a script each time it is added, so the loads are shared and counted here.
 * Failures are told apart by their remedy: address, policy, network, or a script that is not the
 * SDK.
 */
import { SobotError } from './errors.js';
import { isAllowedSdkUrl } from './origins.js';
import { pageNonce, PolicyWatch } from './page-policy.js';
import type { SobotClient } from './sdk.js';
import { trustedUrl } from './trusted-url.js';

/**
 * Default address. The vendor updates the script in place and asks pages not to copy it, so the
 * package contains none.
 */
export const SDK_URL = 'https://sg.sobot.io/call-sdk/6.4.0/sobot-call-sdk.js';

export interface LoadOptions {
  /** Address of the script. Default, also for an empty string: {@link SDK_URL}. */
  src?: string;
  /** Enterprise ID, added to the address as `?sysnum=`. */
  sysnum?: string;
  /** Ends the attempts. The promise rejects then. */
  signal: AbortSignal;
}

/** One script that is loading or loaded. */
interface Load {
  readonly client: Promise<SobotClient>;
  /** Aborted when the last caller has left before the script arrived. */
  readonly life: AbortController;
  isLoaded: boolean;
  /** Number of callers whose signal has not ended yet. */
  refCount: number;
}

/** Loads by address. A failed one is removed, so that the next call tries again. */
const loads = new Map<string, Load>();

/** Pauses double from the first to the longest: a long outage causes no load. */
const FIRST_RETRY_MS = 1000;
const MAX_RETRY_MS = 16_000;

/**
 * Returns the full address of the script.
 * @param src address, absolute or relative to the document; empty for the default
 * @throws SobotError `config` for an invalid address, and for an origin that is not allowed
 */
export function sdkUrl(src: string, sysnum: string): string {
  let url: URL;
  try {
    url = new URL(src || SDK_URL, document.baseURI);
  } catch (cause) {
    throw new SobotError('config', `sdk-src is not a web address: "${src}".`, { cause });
  }
  if (sysnum) url.searchParams.set('sysnum', sysnum);
  if (!isAllowedSdkUrl(url.href)) {
    throw new SobotError(
      'config',
      `sdk-src may not load a script from ${url.origin}. Use https on sobot.io, sobot.com or soboten.com, or allow the origin in script: SobotAgent.allowedSdkOrigins.add('${url.origin}').`,
    );
  }
  return url.href;
}

/**
 * Loads the vendor's script once per address and returns its global object. It tries again after
 * network failures, with growing pauses and when the browser is back online, until the signal ends
 * it.
 * @throws SobotError `load` with the cause; the next call starts anew
 */
export async function loadSdk({ src = '', sysnum = '', signal }: LoadOptions): Promise<SobotClient> {
  const url = sdkUrl(src, sysnum);
  const load = loads.get(url) ?? begin(url);
  load.refCount += 1;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(unreachable(url, signal.reason));
      load.refCount -= 1;
      if (load.refCount > 0 || load.isLoaded) return;
      loads.delete(url);
      load.life.abort();
    };
    signal.addEventListener('abort', leave, { once: true });
    load.client.then(resolve, reject);
    if (signal.aborted) leave();
  });
}

/** Starts a load and makes it available to later callers. */
function begin(url: string): Load {
  const life = new AbortController();
  const load: Load = { client: loadWithRetries(url, life.signal), life, isLoaded: false, refCount: 0 };
  const failed = (): void => {
    if (loads.get(url) === load) loads.delete(url);
  };
  load.client.then(() => (load.isLoaded = true), failed);
  loads.set(url, load);
  return load;
}

/** Repeats only network failures: a policy or a wrong script does not change by waiting. */
async function loadWithRetries(url: string, signal: AbortSignal): Promise<SobotClient> {
  for (let pause = FIRST_RETRY_MS; ; pause = Math.min(pause * 2, MAX_RETRY_MS)) {
    try {
      await loadScript(url, signal);
      return client(url);
    } catch (cause) {
      if (!(cause instanceof NetworkFailure)) throw cause;
      if (signal.aborted) throw unreachable(url, cause);
      await waitToRetry(pause, signal);
      if (signal.aborted) throw unreachable(url, cause);
    }
  }
}

/** Failure that may pass. It stays inside this module: callers get a {@link SobotError}. */
class NetworkFailure extends Error {}

const unreachable = (url: string, cause: unknown): SobotError =>
  new SobotError(
    'load',
    `The SDK's script could not be reached: ${url}. Check the network and blockers, then start again.`,
    {
      cause,
    },
  );

/** Returns the global that the script has defined. Any script can load without being the SDK. */
function client(url: string): SobotClient {
  const found: unknown = Reflect.get(window, 'SobotClient');
  if (isClient(found)) return found;
  throw new SobotError(
    'load',
    `${url} was loaded, but it is not the SDK: it defines no SobotClient. Check sdk-src and sysnum.`,
  );
}

const isClient = (value: unknown): value is SobotClient =>
  (typeof value === 'object' || typeof value === 'function') &&
  value !== null &&
  'agent' in value &&
  typeof value.agent === 'function';

/**
 * Adds the script to the page. A blocked script and a lost network give the same `error` event;
 * only the report of a violation tells them apart.
 */
function loadScript(url: string, signal: AbortSignal): Promise<void> {
  const script = document.createElement('script');
  return new Promise<void>((resolve, reject) => {
    const policy = new PolicyWatch(url);
    const done = (finish: () => void): void => {
      policy.stop();
      signal.removeEventListener('abort', abort);
      finish();
    };
    const abort = (): void => {
      script.remove();
      done(() => reject(new NetworkFailure(url)));
    };
    signal.addEventListener('abort', abort);
    script.addEventListener('load', () => done(resolve));
    script.addEventListener('error', () => {
      script.remove();
      void policy
        .blocked()
        .then((blocked) => done(() => reject(blocked ? blockedByPolicy(url) : new NetworkFailure(url))));
    });
    script.async = true;
    script.nonce = pageNonce();
    try {
      script.src = trustedUrl(url);
      document.head.append(script);
    } catch (cause) {
      done(() => reject(cause instanceof Error ? cause : new Error(String(cause))));
    }
  });
}

const blockedByPolicy = (url: string): SobotError =>
  new SobotError(
    'load',
    `The page's Content-Security-Policy blocks the SDK's script. Allow it: script-src ${new URL(url).origin}.`,
  );

/** Waits until the pause is over, the browser is back online, or the signal ends. */
function waitToRetry(pause: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, pause);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
