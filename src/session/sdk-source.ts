import { SobotError, type SobotAgentSdk, type SobotClient } from '../sdk/index.js';

type Sdk = SobotClient | SobotAgentSdk;

/**
 * Where the SDK comes from: `window.SobotClient`, the call centre's `SobotClient`, an instance of your own, or what
 * brings one of them: `(signal) => loadSdk({ sysnum: '…', signal })`. The signal ends when the session gives up.
 */
export type SdkSource = Sdk | SdkLoader;
export type SdkLoader = (signal: AbortSignal) => Promise<Sdk>;

/** A class may stand for the vendor's `SobotClient`: it is a function, too. */
const isLoader = (source: SdkSource): source is SdkLoader => typeof source === 'function' && !('agent' in source);

/** One instance of the SDK for one start. */
export async function sdkOf(source: SdkSource, signal: AbortSignal): Promise<SobotAgentSdk> {
  const sdk = isLoader(source) ? await source(signal) : source;
  return 'initAgent' in sdk ? sdk : new sdk.agent();
}

const names = ['token', 'accessToken', 'access_token'];

function tokenIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(answer));
  const isToken = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
  return names.map((name) => fields.get(name)).find(isToken);
}

/**
 * Gets a token from an address of your server: JSON with `token`, `accessToken` or `access_token`, as Sobot's agent
 * authorisation API answers it.
 * @param url what `token-url` names
 * @param credentials `include`: cookies go along to another origin, too
 * @throws SobotError `config`, naming the address
 */
export async function fetchToken(url: string, credentials: RequestCredentials = 'same-origin'): Promise<string> {
  const failed = (what: string, cause?: unknown): SobotError =>
    new SobotError('config', `token-url: ${what}. It has to answer JSON with token, accessToken or access_token.`, {
      cause,
    });
  let answer: unknown;
  try {
    const response = await fetch(url, { credentials, cache: 'no-store', headers: { accept: 'application/json' } });
    if (!response.ok) throw failed(`${url} answered ${response.status}`);
    answer = await response.json();
  } catch (cause) {
    throw cause instanceof SobotError ? cause : failed(`${url} could not be read`, cause);
  }
  const token = tokenIn(answer);
  if (token === undefined) throw failed(`${url} answered no token`);
  return token;
}
