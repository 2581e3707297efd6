/**
 * The check of the script's address for the preflight: it has to find a blocked script before the
 * first call, without running the SDK in a page that may not want it yet.
 */
import { pageNonce, PolicyWatch } from './page-policy.js';

/** Result of a probe. `policy` and `network` name the obstacle. */
export type Reach = 'reached' | 'policy' | 'network';

/**
 * Requests a script as the browser would to run it, under the same policy, and does not run it.
 * `fetch` would need CORS headers, and would fall under `connect-src`.
 * @param signal ends the attempt as `network`
 */
export async function probeScript(url: string, signal: AbortSignal): Promise<Reach> {
  const watch = new PolicyWatch(url);
  const link = document.createElement('link');
  const arrived = new Promise<boolean>((resolve) => {
    link.addEventListener('load', () => resolve(true));
    link.addEventListener('error', () => resolve(false));
    signal.addEventListener('abort', () => resolve(false));
  });
  Object.assign(link, { rel: 'preload', as: 'script', nonce: pageNonce(), href: url });
  document.head.append(link);
  const reached = await arrived;
  link.remove();
  if (await watch.blocked()) return 'policy';
  return reached ? 'reached' : 'network';
}
