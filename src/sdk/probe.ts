import { pageNonce, PolicyWatch } from './page-policy.js';

/** Whether a script could be loaded: `policy` and `network` say what stops it. */
export type Reach = 'reached' | 'policy' | 'network';

/** Asks for a script as the browser would for running it, under the same policy, but doesn't run it. */
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
