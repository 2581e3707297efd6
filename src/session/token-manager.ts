import { SobotError } from '../sdk/index.js';

/** Asks for a token. `renew`: the one that is in use has expired. */
export type TokenSource = (reason: 'start' | 'renew') => Promise<string>;

const config = (message: string, cause?: unknown): SobotError => new SobotError('config', message, { cause });

/** One request for a token at a time, whoever asks and however often. The token itself is kept nowhere. */
export class TokenRequests {
  #underWay: Promise<string> | null = null;

  constructor(private readonly source: TokenSource) {}

  /** @param timeout milliseconds; a request that isn't answered by then is forgotten, and the next one asks anew */
  get(reason: 'start' | 'renew', timeout: number): Promise<string> {
    if (this.#underWay) return this.#underWay;
    const underWay = this.#within(timeout, this.#ask(reason)).finally(() => {
      this.#underWay = null;
    });
    this.#underWay = underWay;
    return underWay;
  }

  #within(timeout: number, answer: Promise<string>): Promise<string> {
    return new Promise((resolve, reject) => {
      const tooLate = config(`The token source did not answer within ${timeout / 1000} s.`);
      const timer = setTimeout(() => reject(tooLate), timeout);
      answer.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  async #ask(reason: 'start' | 'renew'): Promise<string> {
    const token: unknown = await this.#asked(reason);
    if (typeof token === 'string' && token.trim() !== '') return token.trim();
    throw config('The token source gave no token. It has to give a text that is not empty.');
  }

  async #asked(reason: 'start' | 'renew'): Promise<unknown> {
    try {
      return await this.source(reason);
    } catch (cause) {
      if (cause instanceof SobotError) throw cause;
      throw config(`The token source failed: ${cause instanceof Error ? cause.message : String(cause)}.`, cause);
    }
  }
}

const quotes = (cause: unknown, token: string): boolean => {
  try {
    return JSON.stringify(cause)?.includes(token) ?? false;
  } catch {
    return true; // nobody knows: rather no cause than the token in a log
  }
};

/** The error as it is; without its cause, and with the token blotted out, where it quotes the token. */
export function withoutToken(error: SobotError, token: string): SobotError {
  const { kind, message, command, cause } = error;
  if (!message.includes(token) && !quotes(cause, token)) return error;
  return new SobotError(kind, message.replaceAll(token, '…'), { command });
}
