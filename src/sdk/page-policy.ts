/**
 * The Content-Security-Policy of the page, as far as a script can see it. Loader and preflight both
 * have to say whether a policy or the network is the obstacle, because a different person corrects
 * each.
 */

/**
 * Time to wait for the report of a violation. It is a task of its own, which may run after the
 * `error` event of the blocked element.
 */
const VIOLATION_GRACE_MS = 50;

/**
 * Returns the nonce of the page's own scripts, which a nonce-based policy requires; empty without
 * one.
 */
export const pageNonce = (): string => document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

/** Watches, from its creation on, whether the policy of the page blocks an address. */
export class PolicyWatch {
  #blocked = false;

  constructor(private readonly url: string) {
    document.addEventListener('securitypolicyviolation', this.#violated);
  }

  readonly #violated = ({ blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
    // Browsers differ: a report names the whole address, or only its origin.
    const { origin, pathname } = new URL(this.url);
    const about = blockedURI === origin || blockedURI.startsWith(origin + pathname);
    if (about && disposition === 'enforce') this.#blocked = true;
  };

  stop(): void {
    document.removeEventListener('securitypolicyviolation', this.#violated);
  }

  /**
   * Resolves with `true` if the address was blocked. Called after the load has failed; ends the
   * watch.
   */
  async blocked(): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve, VIOLATION_GRACE_MS));
    this.stop();
    return this.#blocked;
  }
}
