import { SobotError } from '../../src/sdk/index.js';
import { fetchToken, kitEvent } from '../../src/session/index.js';

export type TokenProvider = () => Promise<string>;

/** Where a page may put a token: the properties of `<sobot-agent>`. */
interface TokenSettings extends EventTarget {
  readonly tokenProvider: TokenProvider | null;
  readonly tokenUrl: string;
  readonly tokenCredentials: string;
  readonly token: string;
  readonly sandbox: boolean;
}

/** Asks the page by `sobot-token-request`; null if nobody answers. */
function requestFromPage(target: EventTarget): Promise<string> | null {
  let response: Promise<string> | null = null;
  const respondWith = (token: Promise<string> | string): void => {
    response ??= Promise.resolve(token);
  };
  target.dispatchEvent(kitEvent('sobot-token-request', { respondWith }));
  return response;
}

const missingTokenError = (reason: 'start' | 'renew'): SobotError =>
  new SobotError(
    'config',
    reason === 'start'
      ? 'There is no token: give token-url, tokenProvider or token, or answer sobot-token-request.'
      : 'the page has no way to get a new one. Set the token again, or use token-url or tokenProvider.',
  );

/** The places where a token may be, in their order. A `tokenProvider` may be another function each time, as frameworks make them. */
export class TokenResolver {
  /** The page's answer to the question whether there is a token at all. */
  #pageResponse: Promise<string> | null = null;
  /** As it was at the start. */
  #url = '';
  #credentials = '';

  constructor(private readonly settings: TokenSettings) {}

  /** Whether any place has a token, or the page answers that it has. */
  hasToken(): boolean {
    const { tokenProvider, tokenUrl, token } = this.settings;
    if (tokenProvider || tokenUrl || token) return true;
    this.#pageResponse ??= requestFromPage(this.settings);
    return this.#pageResponse !== null;
  }

  async get(reason: 'start' | 'renew'): Promise<string> {
    const { tokenProvider, tokenUrl, tokenCredentials, token, sandbox } = this.settings;
    if (reason === 'start') {
      this.#url = tokenUrl;
      this.#credentials = tokenCredentials;
    }
    if (tokenProvider) return tokenProvider();
    if (this.#url) return fetchToken(this.#url, this.#credentials === 'include' ? 'include' : undefined);
    if (token && reason === 'start') return token;
    const response = this.#pageResponse ?? requestFromPage(this.settings);
    this.#pageResponse = null;
    if (response) return response;
    if (sandbox) return `sandbox-${Date.now()}`;
    throw missingTokenError(reason);
  }
}
