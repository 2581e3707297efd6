/** Texts of one element, in the language of the place where it stands. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearestLang, onLangChange } from './lang-observer.js';
import { loadMessages, onMessagesChange, registeredMessage } from './languages.js';
import type { Message, Messages, Translate } from './types.js';

/**
 * Looks up messages: those of the nearest `lang`, else the English ones. Renders its host when the
 * language changes or further messages arrive.
 */
export class Localizer<M extends Messages> implements ReactiveController {
  readonly translate: Translate<M>;
  #tag = 'en';
  #unsubscribe: (() => void)[] = [];

  /** @param english the messages of the host, in English */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly english: M,
  ) {
    this.translate = (key: string, ...args: readonly unknown[]): string => {
      const message = this.#message(key);
      return typeof message === 'function' ? message(...(args as never[])) : (message ?? key);
    };
    host.addController(this);
  }

  /**
   * The language tag for `Intl`. An invalid one (`en_US`) counts as English, because `Intl` would
   * throw.
   */
  get lang(): string {
    try {
      return Intl.getCanonicalLocales(this.#tag)[0] ?? 'en';
    } catch {
      return 'en';
    }
  }

  hostConnected(): void {
    this.#unsubscribe = [
      onLangChange(this.host, () => this.#updateLang()),
      onMessagesChange(() => this.host.requestUpdate()),
    ];
    this.#updateLang();
  }

  hostDisconnected(): void {
    this.#unsubscribe.forEach((unsubscribe) => unsubscribe());
    this.#unsubscribe = [];
  }

  #message(key: string): Message | undefined {
    const english = Object.hasOwn(this.english, key) ? this.english[key] : undefined;
    return registeredMessage(this.#tag, key) ?? registeredMessage('en', key) ?? english;
  }

  #updateLang(): void {
    const tag = nearestLang(this.host);
    if (tag !== this.#tag) this.host.requestUpdate();
    this.#tag = tag;
    loadMessages(tag);
  }
}
