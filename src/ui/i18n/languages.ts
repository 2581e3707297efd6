/**
 * The registered languages. This module knows no element and no language: the entry points register
 * the languages of the kit, and a page registers its own.
 */
import { Emitter } from '../../internal/index.js';
import type { Message, Messages } from './types.js';

/** Provides the messages of a language when an element first needs them. */
export type MessagesLoader = () => Promise<Messages>;

/**
 * The messages of one language tag. `loader` is null where nothing is left to load, and `loading`
 * is null while no load is pending.
 */
interface Language {
  readonly messages: Map<string, Message>;
  loader: MessagesLoader | null;
  loading: Promise<void> | null;
}

/** The languages by tag, in lower case. */
const languages = new Map<string, Language>();

/** Emits when messages were registered or loaded. */
const changes = new Emitter();

/** Yields a tag and its more general tags: `zh-Hans-CN` → `zh-hans-cn`, `zh-hans`, `zh`. */
function* candidatesOf(tag: string): Generator<string> {
  for (let rest = tag.toLowerCase(); rest; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('-')))) yield rest;
}

/** Returns the registered languages for a tag, the most specific one first. */
const registeredFor = (tag: string): readonly Language[] =>
  [...candidatesOf(tag)].flatMap((candidate) => languages.get(candidate) ?? []);

function add({ messages }: Language, added: Messages): void {
  for (const [key, message] of Object.entries(added)) messages.set(key, message);
  changes.emit();
}

/**
 * Registers messages for a language: all of them, or some that replace or complete the registered
 * ones. Elements on the page show them at once. Messages under `en` replace the English texts.
 * @param tag language tag such as `de` or `pt-BR`; `de` also serves `de-AT`
 * @param messages texts by key, or a function that loads them when an element first needs this
 * language
 */
export function registerMessages(tag: string, messages: Messages | MessagesLoader): void {
  const key = tag.toLowerCase();
  const language = languages.get(key) ?? { messages: new Map(), loader: null, loading: null };
  languages.set(key, language);
  if (typeof messages === 'function') language.loader ??= messages;
  else add(language, messages);
}

/**
 * Loads the missing messages of a language. A failed load is tried again when another element needs
 * them.
 */
function load(language: Language): void {
  const { loader } = language;
  if (!loader || language.loading) return;
  language.loading = loader().then(
    (loaded) => {
      // Messages that the page registered meanwhile replace the loaded ones.
      const replaced = Object.fromEntries(language.messages);
      language.loader = null;
      add(language, { ...loaded, ...replaced });
    },
    () => void (language.loading = null),
  );
}

/** Loads the messages for a language tag that are registered and not loaded yet. */
export const loadMessages = (tag: string): void => registeredFor(tag).forEach(load);

/**
 * Returns the message of the most specific registered language that has the key; undefined where
 * none has.
 */
export const registeredMessage = (tag: string, key: string): Message | undefined => {
  for (const { messages } of registeredFor(tag)) {
    const message = messages.get(key);
    if (message !== undefined) return message;
  }
  return undefined;
};

/**
 * Calls back whenever messages were registered or loaded.
 * @returns unsubscribe function
 */
export const onMessagesChange = (callback: () => void): (() => void) => changes.subscribe(callback);
