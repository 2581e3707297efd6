import { SobotError } from '../sdk/index.js';

/** Asks for a token. `renew`: the one that is in use has expired. */
export type TokenSource = (reason: 'start' | 'renew') => Promise<string>;

/** One request for a token at a time, whoever asks and however often. The token itself is kept nowhere. */
export class TokenRequests {
  #underWay: Promise<string> | null = null;

  constructor(private readonly source: TokenSource) {}

  get(reason: 'start' | 'renew'): Promise<string> {
    this.#underWay ??= this.#ask(reason).finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  async #ask(reason: 'start' | 'renew'): Promise<string> {
    const token: unknown = await this.source(reason);
    if (typeof token === 'string' && token.trim() !== '') return token.trim();
    throw new SobotError('config', 'The token source gave no token. It has to give a text that is not empty.');
  }
}
