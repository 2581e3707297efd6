/** Texts of one element, in the language of the place where it stands. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearestLang, onLangChange } from './lang-observer.js';
import { loadMessages, onMessagesChange, registeredMessage } from './languages.js';
import type { Message, Messages, Translate } from './types.js';

/**
 * The language tag of a `lang` as templates write it: with underscores, an encoding or several
 * languages (`zh_CN.UTF-8`, `zh_CN_#Hans`, `de, en`).
 */
const toLanguageTag = (lang: string): string =>
  lang
    .trim()
    .replace(/[\s.@,;].*/s, '')
    .replace(/[_#]+/g, '-');

function validLocales(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}

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
   * The language tag for `Intl`: as much of the tag as is valid, because `Intl` throws for the
   * rest. Without a valid part it is English.
   */
  get lang(): string {
    for (let tag = this.#tag; tag; tag = tag.replace(/-?[^-]*$/, '')) {
      const [lang] = validLocales(tag);
      if (lang) return lang;
    }
    return 'en';
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
    const tag = toLanguageTag(nearestLang(this.host));
    if (tag !== this.#tag) this.host.requestUpdate();
    this.#tag = tag;
    loadMessages(tag);
  }
}
