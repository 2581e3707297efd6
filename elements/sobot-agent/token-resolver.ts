import { SobotError } from '../../src/sdk/index.js';
import { fetchToken } from '../../src/session/index.js';

export type TokenProvider = () => Promise<string>;

/** Where a page may put a token: the properties of `<sobot-agent>`. */
interface Holder extends EventTarget {
  readonly tokenProvider: TokenProvider | null;
  readonly tokenUrl: string;
  readonly tokenCredentials: string;
  readonly token: string;
  readonly sandbox: boolean;
}

/** Asks the page by `sobot-token-request`; null if nobody answers. */
function askPage(holder: EventTarget): Promise<string> | null {
  let answer: Promise<string> | null = null;
  const respondWith = (token: Promise<string> | string): void => {
    answer ??= Promise.resolve(token);
  };
  holder.dispatchEvent(
    new CustomEvent('sobot-token-request', { detail: { respondWith }, bubbles: true, composed: true }),
  );
  return answer;
}

const noToken = (reason: 'start' | 'renew'): SobotError =>
  new SobotError(
    'config',
    reason === 'start'
      ? 'There is no token: give token-url, tokenProvider or token, or answer sobot-token-request.'
      : 'the page has no way to get a new one. Set the token again, or use token-url or tokenProvider.',
  );

/** The places where a token may be, in their order. A `tokenProvider` may be another function each time, as frameworks make them. */
export class TokenPlaces {
  /** The page's answer to the question whether there is a token at all. */
  #answer: Promise<string> | null = null;
  /** As it was at the start. */
  #url = '';
  #credentials = '';

  constructor(private readonly holder: Holder) {}

  /** Whether any place has a token, or the page answers that it has. */
  available(): boolean {
    const { tokenProvider, tokenUrl, token } = this.holder;
    if (tokenProvider || tokenUrl || token) return true;
    this.#answer ??= askPage(this.holder);
    return this.#answer !== null;
  }

  async get(reason: 'start' | 'renew'): Promise<string> {
    const { tokenProvider, tokenUrl, tokenCredentials, token, sandbox } = this.holder;
    if (reason === 'start') {
      this.#url = tokenUrl;
      this.#credentials = tokenCredentials;
    }
    if (tokenProvider) return tokenProvider();
    if (this.#url) return fetchToken(this.#url, this.#credentials === 'include' ? 'include' : undefined);
    if (token && reason === 'start') return token;
    const answer = this.#answer ?? askPage(this.holder);
    this.#answer = null;
    if (answer) return answer;
    if (sandbox) return `sandbox-${Date.now()}`;
    throw noToken(reason);
  }
}
