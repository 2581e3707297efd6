import { waitToRetry } from '../internal/index.js';
import { SobotError } from './errors.js';
import { isAllowedSdkUrl } from './origins.js';
import { pageNonce, PolicyWatch } from './page-policy.js';
import type { SobotClient } from './sdk.js';
import { trustedUrl } from './trusted-url.js';

/** The vendor asks not to copy the script, and updates it in place: it is always loaded from there. */
export const SDK_URL = 'https://sg.sobot.io/call-sdk/6.4.0/sobot-call-sdk.js';

export interface LoadOptions {
  /** The script's address, {@link SDK_URL} if blank. */
  src?: string;
  /** The enterprise id, added as `?sysnum=`. */
  sysnum?: string;
  /** Ends the waiting. */
  signal: AbortSignal;
}

/** One script, loaded or on its way for as long as anybody waits for it. */
interface Load {
  readonly client: Promise<SobotClient>;
  readonly life: AbortController;
  isLoaded: boolean;
  refCount: number;
}

const loads = new Map<string, Load>();

/**
 * The script's address.
 * @throws SobotError `config` if it is no address, or an origin that isn't allowed
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
      `sdk-src may not load a script from ${url.origin}${url.pathname}. Use https://HOST/call-sdk/VERSION/sobot-call-sdk.js on a host of sobot.io, sobot.com or soboten.com, or allow the origin in script: SobotAgent.allowedSdkOrigins.add('${url.origin}').`,
    );
  }
  return url.href;
}

/**
 * Loads the vendor's script, once per address, however many ask. Tries again, with growing pauses and when the browser
 * is back online, until the signal ends it.
 * @throws SobotError `load`, naming the cause; asking again starts anew
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

const FIRST_RETRY_MS = 1000;
const MAX_RETRY_MS = 16_000;

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

class NetworkFailure extends Error {}

const unreachable = (url: string, cause: unknown): SobotError =>
  new SobotError(
    'load',
    `The SDK's script could not be reached: ${url}. Check the network and blockers, then start again.`,
    { cause, code: 'network' },
  );

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
