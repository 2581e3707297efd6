/**
 * The base of every element: registration under a tag, and style sheets that follow it into other
 * documents.
 */
import { LitElement, type CSSResultOrNative } from 'lit';
import { version } from '../../internal/index.js';

const sheetsByDocument = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

const isNative = (style: CSSResultOrNative): style is CSSStyleSheet => !('cssText' in style);

/**
 * Returns style sheets for one document. A constructed sheet belongs to the document that made it,
 * and elements move: page builders create them in the editor's document and insert them into a
 * canvas with a document of its own.
 */
function styleSheetsFor(document: Document, styles: readonly CSSResultOrNative[]): CSSStyleSheet[] {
  const view = document.defaultView;
  if (!view) return [];
  let cachedSheets = sheetsByDocument.get(document);
  if (!cachedSheets) sheetsByDocument.set(document, (cachedSheets = new Map<CSSResultOrNative, CSSStyleSheet>()));
  const cache = cachedSheets;
  return styles.map((style) => {
    let sheet = cache.get(style);
    if (!sheet) {
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(isNative(style) ? cssTextOf(style) : style.cssText);
      cache.set(style, sheet);
    }
    return sheet;
  });
}

/** Copies a native style sheet as text, because a sheet of another document can't be adopted. */
const cssTextOf = (sheet: CSSStyleSheet): string => Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n');

/**
 * Tags that a warning was logged for. Several elements register the same dependency, and one
 * warning is enough.
 */
const warnedTags = new Set<string>();

/** Class of an element with `define()` and with style sheets for the document that it is in. */
export abstract class BaseElement extends LitElement {
  /** The tag that {@link define} registers. */
  static readonly tag: string;
  /** The elements in its template; `define()` registers them too. */
  static readonly dependencies: readonly (typeof BaseElement)[] = [];
  /** The version of the kit, which `define()` compares. */
  static readonly version = version;

  /**
   * Registers the element and its dependencies. A tag that is registered already stays as it is:
   * without a message where it has the same version, else with a warning.
   */
  static define(tag: string = this.tag, registry: CustomElementRegistry | undefined = globalThis.customElements): void {
    if (!registry) return; // no browser
    for (const dependency of this.dependencies) dependency.define(undefined, registry);
    const registered = registry.get(tag) as { version?: string } | undefined;
    if (!registered) registry.define(tag, this as unknown as CustomElementConstructor);
    else if (registered.version !== version && !warnedTags.has(tag)) {
      warnedTags.add(tag);
      console.warn(
        `<${tag}> is registered already, by version ${registered.version ?? 'unknown'}; this is ${version}. Load one of them.`,
      );
    }
  }

  /** Style sheets of a part that was loaded on demand. */
  #lazyStyles: CSSResultOrNative[] = [];

  adoptedCallback(): void {
    // An element that was never connected has no root yet.
    if (this.shadowRoot) this.#adoptStyleSheets(this.shadowRoot);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRootOptions } = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.#adoptStyleSheets(root);
    return root;
  }

  /** Adds the style sheets of a part that has been loaded; the same array once only. */
  protected addStyles(styles: CSSResultOrNative[]): void {
    if (styles === this.#lazyStyles) return;
    this.#lazyStyles = styles;
    if (this.shadowRoot) this.#adoptStyleSheets(this.shadowRoot);
  }

  #adoptStyleSheets(root: HTMLElement | DocumentFragment): void {
    const { elementStyles } = this.constructor as typeof LitElement;
    (root as ShadowRoot).adoptedStyleSheets = styleSheetsFor(this.ownerDocument, [
      ...elementStyles,
      ...this.#lazyStyles,
    ]);
  }
}
