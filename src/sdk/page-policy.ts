/** A violation is reported as a task of its own, which may come after the `error` of what was blocked. */
const VIOLATION_GRACE_MS = 50;

/** The page's own nonce lets the script through a nonce-based policy. */
export const pageNonce = (): string => document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

/** Notices whether the page's Content-Security-Policy blocks an address, from when it is made to when it is asked. */
export class PolicyWatch {
  #blocked = false;

  constructor(private readonly url: string) {
    document.addEventListener('securitypolicyviolation', this.#violated);
  }

  readonly #violated = ({ blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
    const { origin, pathname } = new URL(this.url);
    const about = blockedURI === origin || blockedURI.startsWith(origin + pathname);
    if (about && disposition === 'enforce') this.#blocked = true;
  };

  stop(): void {
    document.removeEventListener('securitypolicyviolation', this.#violated);
  }

  /** To be asked when it has failed to load. */
  async blocked(): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve, VIOLATION_GRACE_MS));
    this.stop();
    return this.#blocked;
  }
}
