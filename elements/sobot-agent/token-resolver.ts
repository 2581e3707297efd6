import { SobotError } from '../../src/sdk/index.js';
import { fetchToken, kitEvent } from '../../src/session/index.js';
import type { TokenProvider } from './agent-settings.js';

/** The settings of `<sobot-agent>` that a token can come from. It is the target of `sobot-token-request`, too. */
interface TokenSettings extends EventTarget {
  readonly tokenProvider: TokenProvider | null;
  readonly tokenUrl: string;
  readonly tokenCredentials: string;
  readonly token: string;
  readonly sandbox: boolean;
}

/** Dispatches `sobot-token-request`. Null without an answer. Of several answers the first one counts. */
function requestFromPage(target: EventTarget): Promise<string> | null {
  let response: Promise<string> | null = null;
  const respondWith = (token: Promise<string> | string): void => {
    response ??= Promise.resolve(token);
  };
  target.dispatchEvent(kitEvent('sobot-token-request', { respondWith }));
  return response;
}

/** The session puts the message of a failed renewal after a colon, hence the lower case. */
const missingTokenError = (reason: 'start' | 'renew'): SobotError =>
  new SobotError(
    'config',
    reason === 'start'
      ? 'There is no token: give token-url, tokenProvider or token, or answer sobot-token-request.'
      : 'the page has no way to get a new one. Set the token again, or use token-url or tokenProvider.',
  );

/**
 * Gets a token from the first source that has one: `tokenProvider`, `token-url`, `token`, the page by event, the sandbox.
 * `tokenProvider` is read at each call, because frameworks create functions anew at each render. `token-url` is read at
 * the start: a change counts at the next start.
 */
export class TokenResolver {
  /** The page's answer to the event of {@link hasToken}, kept for the start that follows. */
  #pageResponse: Promise<string> | null = null;
  /** `token-url` and `token-credentials` at the start. */
  #url = '';
  #credentials = '';

  constructor(private readonly settings: TokenSettings) {}

  /** Whether any source has a token. It dispatches `sobot-token-request` if no setting has one. */
  hasToken(): boolean {
    const { tokenProvider, tokenUrl, token } = this.settings;
    if (tokenProvider || tokenUrl || token) return true;
    this.#pageResponse ??= requestFromPage(this.settings);
    return this.#pageResponse !== null;
  }

  /**
   * Returns a token. The signal gives the request up. A fixed `token` serves the start only: it is the one that has expired.
   * @throws SobotError `config` without a source, and the errors of the source
   */
  async get(reason: 'start' | 'renew', signal: AbortSignal): Promise<string> {
    const { tokenProvider, tokenUrl, tokenCredentials, token, sandbox } = this.settings;
    if (reason === 'start') {
      this.#url = tokenUrl;
      this.#credentials = tokenCredentials;
    }
    if (tokenProvider) return tokenProvider(signal);
    if (this.#url) return fetchToken(this.#url, this.#credentials === 'include' ? 'include' : undefined, signal);
    if (token && reason === 'start') return token;
    const response = this.#pageResponse ?? requestFromPage(this.settings);
    this.#pageResponse = null;
    if (response) return response;
    if (sandbox) return `sandbox-${Date.now()}`;
    throw missingTokenError(reason);
  }
}
