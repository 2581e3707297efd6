import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parentOf } from '../base/agent-registry.js';
import type { AllWords } from './all-messages.js';

/** A text, or a function that makes it from numbers and names. */
export type Word = string | ((...args: never[]) => string);

export type Words = Readonly<Record<string, Word>>;

export type WordKey = keyof AllWords;

/** A whole language: every key of the English words, with the same arguments. */
export type Dictionary = {
  readonly [K in WordKey]: AllWords[K] extends (...args: infer A) => string ? (...args: A) => string : string;
};

type Args<K extends WordKey> = AllWords[K] extends (...args: infer A) => string ? A : [];

export type Translate = <K extends WordKey>(key: K, ...args: Args<K>) => string;

const chinese = (): Promise<Dictionary> => import('../../locales/zh-cn/index.js').then(({ zhCn }) => zhCn);

/** Each further language is one entry and one folder beside the English one; it is loaded when a page asks for it. */
const loaders: Readonly<Record<string, () => Promise<Dictionary>>> = { zh: chinese };

const loaded = new Map<string, Dictionary>();
const loading = new Map<string, Promise<void>>();

/** `zh-Hans-CN` -> `zh-hans-cn`, `zh-hans`, `zh`. */
function* candidates(lang: string): Generator<string> {
  for (let tag = lang.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) yield tag;
}

const languageOf = (lang: string): string | undefined =>
  [...candidates(lang)].find((tag) => Object.hasOwn(loaders, tag));

function load(tag: string): Promise<void> {
  let promise = loading.get(tag);
  if (!promise) {
    promise = (loaders[tag]?.() ?? Promise.reject(new Error(tag))).then(
      (dictionary) => void loaded.set(tag, dictionary),
      () => void loading.delete(tag), // English goes on; the next element that asks tries again
    );
    loading.set(tag, promise);
  }
  return promise;
}

/** The language of the nearest ancestor that has one. */
export function nearestLang(element: Element): string {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    const lang = (node as Partial<Element>).getAttribute?.('lang');
    if (lang) return lang;
  }
  return 'en';
}

/** Every tree that a node stands in: shadow roots from within, the document. */
function* treesOf(node: Node): Generator<Node> {
  for (let root = node.getRootNode(); ;) {
    yield root;
    const { host } = root as Partial<ShadowRoot>;
    if (!host) return;
    root = host.getRootNode();
  }
}

interface Watch {
  readonly observer: MutationObserver;
  readonly callbacks: Set<() => void>;
}

const watches = new WeakMap<Node, Watch>();

/** Calls back when a `lang` changes anywhere in the tree. One observer a tree, as long as somebody asks. */
function watchLang(root: Node, callback: () => void): () => void {
  const { observer, callbacks } = watches.get(root) ?? watch(root);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size > 0) return;
    observer.disconnect();
    watches.delete(root);
  };
}

function watch(root: Node): Watch {
  const callbacks = new Set<() => void>();
  const observer = new MutationObserver(() => callbacks.forEach((each) => each()));
  observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
  const made = { observer, callbacks };
  watches.set(root, made);
  return made;
}

/** Words in the language of the place where the element stands; English until a further one has arrived. */
export class Localizer implements ReactiveController {
  #lang = 'en';
  /** The further language that this means; English has none. */
  #language: string | undefined;
  #unwatch: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly english: readonly Words[],
  ) {
    host.addController(this);
  }

  /** The language tag for `Intl`, which throws at what isn't one (`en_US`): English then. */
  get lang(): string {
    try {
      return Intl.getCanonicalLocales(this.#lang)[0] ?? 'en';
    } catch {
      return 'en';
    }
  }

  readonly translate: Translate = (key, ...args) => {
    const word: Word | undefined = (this.#language && loaded.get(this.#language)?.[key]) || this.#englishWord(key);
    return typeof word === 'function' ? word(...(args as never[])) : (word ?? key);
  };

  hostConnected(): void {
    this.#unwatch = Array.from(treesOf(this.host), (root) => watchLang(root, () => this.#look()));
    this.#look();
  }

  hostDisconnected(): void {
    this.#unwatch.forEach((stop) => stop());
    this.#unwatch = [];
  }

  #englishWord(key: string): Word | undefined {
    return this.english.find((words) => Object.hasOwn(words, key))?.[key];
  }

  #look(): void {
    const lang = nearestLang(this.host);
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.host.requestUpdate();
    const language = (this.#language = languageOf(lang));
    if (language && !loaded.has(language)) void load(language).then(() => this.host.requestUpdate());
  }
}
