import { LitElement, type CSSResultOrNative } from 'lit';
import { version } from '../../internal/index.js';

const sheetsByDocument = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

const isNative = (style: CSSResultOrNative): style is CSSStyleSheet => !('cssText' in style);

/**
 * Style sheets for one document. A constructed sheet belongs to the document that made it, and elements move: page
 * builders make them in the editor's page and put them into a canvas of another.
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

const cssTextOf = (sheet: CSSStyleSheet): string => Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n');

/** Tags that the page was told of: an element is registered by whoever draws it, and by itself. */
const warnedTags = new Set<string>();

/** Registration and style sheets, which every element of the kit has. */
export abstract class BaseElement extends LitElement {
  /** The tag that {@link define} registers. */
  static readonly tag: string;
  /** The elements that its template draws. */
  static readonly dependencies: readonly (typeof BaseElement)[] = [];
  static readonly version = version;

  /**
   * Registers the element and those that it draws. A tag that is taken stays as it is: silently by the same version,
   * with a warning by another one.
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

  /** Of parts that are loaded on demand. */
  #lazyStyles: CSSResultOrNative[] = [];

  adoptedCallback(): void {
    // Made in one document and put into another before it was ever connected, it has no root yet.
    if (this.shadowRoot) this.#adoptStyleSheets(this.shadowRoot);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRootOptions } = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.#adoptStyleSheets(root);
    return root;
  }

  /** Adds the style sheets of a part that has been loaded; the same ones only once. */
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
