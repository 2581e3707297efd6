import { LitElement, type CSSResultOrNative } from 'lit';
import { sheetsFor } from './document-styles.js';
import { version } from '../../internal/version.js';

/** Tags that the page was told of: an element is registered by whoever draws it, and by itself. */
const told = new Set<string>();

/** Registration and style sheets, which every element of the kit has. */
export abstract class BaseElement extends LitElement {
  /** The tag that {@link define} registers. */
  static readonly tag: string;
  /** The elements that its template draws. */
  static readonly uses: readonly (typeof BaseElement)[] = [];
  static readonly version = version;

  /**
   * Registers the element and those that it draws. A tag that is taken stays as it is: silently by the same version,
   * with a warning by another one.
   */
  static define(tag: string = this.tag, registry: CustomElementRegistry | undefined = globalThis.customElements): void {
    if (!registry) return; // no browser
    for (const used of this.uses) used.define(undefined, registry);
    const taken = registry.get(tag) as { version?: string } | undefined;
    if (!taken) registry.define(tag, this as unknown as CustomElementConstructor);
    else if (taken.version !== version && !told.has(tag)) {
      told.add(tag);
      console.warn(
        `<${tag}> is registered already, by version ${taken.version ?? 'unknown'}; this is ${version}. Load one of them.`,
      );
    }
  }

  /** Of parts that are loaded on demand. */
  #later: CSSResultOrNative[] = [];

  adoptedCallback(): void {
    // Made in one document and put into another before it was ever connected, it has no root yet.
    if (this.shadowRoot) this.#adoptSheets(this.shadowRoot);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRootOptions } = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.#adoptSheets(root);
    return root;
  }

  /** Adds the style sheets of a part that has been loaded; the same ones only once. */
  protected addStyles(styles: CSSResultOrNative[]): void {
    if (styles === this.#later) return;
    this.#later = styles;
    if (this.shadowRoot) this.#adoptSheets(this.shadowRoot);
  }

  #adoptSheets(root: HTMLElement | DocumentFragment): void {
    const { elementStyles } = this.constructor as typeof LitElement;
    (root as ShadowRoot).adoptedStyleSheets = sheetsFor(this.ownerDocument, [...elementStyles, ...this.#later]);
  }
}
