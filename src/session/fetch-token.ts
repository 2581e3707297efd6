/**
 * A token from an endpoint of the page's own server, as `token-url` names it.
 */
import { isRecord } from '../internal/index.js';
import { SobotError } from '../sdk/index.js';

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
 * @throws SobotError `config`, naming the URL
 */
export async function fetchToken(url: string, credentials: RequestCredentials = 'same-origin'): Promise<string> {
  const [address] = url.split(/[?#]/); // what follows can be a secret of the page
  const failure = (problem: string, cause?: unknown): SobotError =>
    new SobotError('config', `token-url: ${address} ${problem}. Return JSON with token, accessToken or access_token.`, {
      cause,
    });
  const response = await fetch(url, { credentials, cache: 'no-store', headers: { accept: 'application/json' } }).catch(
    (cause: unknown) => {
      throw failure('could not be read', cause);
    },
  );
  if (!response.ok) throw failure(`answered ${response.status}`);
  // The browser's SyntaxError quotes the answer, which may be a bare token: it is no cause.
  const answer: unknown = await response.json().catch(() => {
    throw failure('could not be read as JSON');
  });
  const token = tokenIn(answer);
  if (token === undefined) throw failure('answered no token');
  return token;
}
