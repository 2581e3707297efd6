/**
 * A token from an endpoint of the page's own server, as `token-url` names it. The endpoint holds
 * the company's credentials, which must not reach the browser.
 * It is apart from the token manager, because a page without elements may use it as its token
 * source.
 */
import { isRecord } from '../internal/index.js';
import { SobotError, type SobotErrorInit } from '../sdk/index.js';

/** The names of the token in the answers of Sobot's agent authorization API and of common servers. */
const tokenFields = ['token', 'accessToken', 'access_token'];

function tokenIn(answer: unknown): string | undefined {
  const isToken = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
  return isRecord(answer) ? tokenFields.map((name) => answer[name]).find(isToken) : undefined;
}

/**
 * Fetches a token: JSON with `token`, `accessToken` or `access_token`.
 * @param url the value of `token-url`
 * @param credentials `include` sends cookies to another origin as well
 * @param signal gives the request up
 * @throws SobotError `config`, naming the URL; its `code` is the status, `network` or `not-json`
 */
export async function fetchToken(
  url: string,
  credentials: RequestCredentials = 'same-origin',
  signal?: AbortSignal,
): Promise<string> {
  const [address] = url.split(/[?#]/); // what follows can be a secret of the page
  const failure = (problem: string, init?: SobotErrorInit): SobotError =>
    new SobotError(
      'config',
      `token-url: ${address} ${problem}. Return JSON with token, accessToken or access_token.`,
      init,
    );
  const headers = { accept: 'application/json' };
  const request = fetch(url, { credentials, cache: 'no-store', headers, ...(signal ? { signal } : undefined) });
  const response = await request.catch((cause: unknown) => {
    throw failure('could not be read', { code: 'network', cause });
  });
  if (!response.ok) throw failure(`answered ${response.status}`, { code: String(response.status) });
  // The browser's SyntaxError quotes the answer, which may be a bare token: it is no cause.
  const answer: unknown = await response.json().catch(() => {
    throw failure('could not be read as JSON', { code: 'not-json' });
  });
  const token = tokenIn(answer);
  if (token === undefined) throw failure('answered no token');
  return token;
}
