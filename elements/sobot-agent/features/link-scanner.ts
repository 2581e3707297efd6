/**
 * Click to call: `tel:` links of the page dial through the agent element, where its attribute
 * `scan` selects them.
 * Without it a CRM's links would start the computer's own phone. Links that the kit can't dial stay
 * with the browser.
 */
import { isServiceCode, parsePhoneNumber } from '../../../src/internal/index.js';
import { kitEvent } from '../../../src/session/index.js';
import { disabledReason } from '../../../src/state/index.js';
import type { AgentFeature, FeatureHost } from './agent-feature.js';

const isElement = (target: EventTarget): target is HTMLElement => 'matches' in target;

/** Other buttons and modifier keys open a context menu, a new tab or a download: those stay with the browser. */
const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** A link within an editor is text that is being written. */
const isLink = (element: HTMLElement): boolean => element.matches('a, area') && !element.isContentEditable;

/** The address of a link in HTML or SVG. Older SVG files have it in a namespace of its own. */
const hrefOf = (link: HTMLElement): string | null =>
  link.getAttribute('href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href');

/** The effect of a click on a link. */
interface LinkAction {
  /** Whether the browser must not follow the link. */
  readonly replacesDefault: boolean;
  /** Dials, or reports why not. */
  readonly run: () => void;
}

/**
 * Makes `tel:` links of the page dial through the agent element. One listener on the document serves links that are
 * added later and links in open shadow roots, and it runs after the listeners of the page, which may cancel the click.
 */
export class LinkScanner implements AgentFeature {
  /** The document of the last connection: an element can be moved to another one. */
  #document: Document | null = null;
  /** The invalid selector that was reported last. */
  #reportedSelector = '';

  constructor(private readonly agent: FeatureHost) {}

  hostConnected(): void {
    this.#document = this.agent.ownerDocument;
    this.#document.defaultView?.addEventListener('click', this.#watchClick, true);
    this.#document.addEventListener('click', this.#handleClick);
  }

  hostDisconnected(): void {
    this.#document?.defaultView?.removeEventListener('click', this.#watchClick, true);
    this.#document?.removeEventListener('click', this.#handleClick);
  }

  /** A row, a menu or a dialog around the link may stop the click before it arrives at the document. */
  readonly #watchClick = (event: MouseEvent): void => {
    if (!this.#findLink(event)) return;
    for (const name of ['stopPropagation', 'stopImmediatePropagation'] as const) {
      const stop = event[name].bind(event);
      event[name] = () => {
        stop();
        this.#handleStoppedClick(event);
      };
    }
  };

  /** The listener that stops a click may prevent the default afterwards, so the call waits until it has returned. */
  #handleStoppedClick(event: MouseEvent): void {
    const action = event.defaultPrevented ? null : this.#actionFor(event);
    if (!action) return;
    let isPreventedByPage = false;
    if (action.replacesDefault) event.preventDefault();
    event.preventDefault = () => {
      isPreventedByPage = true;
      Event.prototype.preventDefault.call(event);
    };
    queueMicrotask(() => {
      if (!isPreventedByPage) action.run();
    });
  }

  readonly #handleClick = (event: MouseEvent): void => {
    const action = event.defaultPrevented ? null : this.#actionFor(event);
    if (action?.replacesDefault) event.preventDefault();
    action?.run();
  };

  /** The `tel:` link of a click that `scan` selects. */
  #findLink(event: MouseEvent): { readonly link: HTMLElement; readonly href: string } | null {
    if (!this.agent.scan || !isPlainClick(event)) return null;
    const path = event.composedPath().filter(isElement);
    const index = path.findIndex(isLink);
    const link = path[index];
    const href = link && hrefOf(link);
    return href && /^\s*tel:\s*\S/i.test(href) && this.#isScanned(path.slice(index)) ? { link, href } : null;
  }

  #actionFor(event: MouseEvent): LinkAction | null {
    const found = this.#findLink(event);
    if (!found) return null;
    const { session, state } = this.agent;
    const warn = (message: string): void => this.#warn('tel-link', message);
    const { number, afterAnswer } = parsePhoneNumber(found.href);
    if (number === '' || isServiceCode(number)) {
      const message = 'A link was not dialled: its address is no phone number. The browser has it.';
      return { replacesDefault: false, run: () => warn(message) };
    }
    const reason = disabledReason(state, 'makeCall');
    // Where the kit can't call at all, the browser may know another program for the link.
    if (!session || reason === 'not-started' || reason === 'displaced' || reason === 'logged-out') {
      const run = (): void => (reason ? warn(`A link was not dialled (${reason}): the browser has it.`) : undefined);
      return { replacesDefault: false, run };
    }
    if (reason) return { replacesDefault: true, run: () => warn(`A link was not dialled (${reason}).`) };
    const run = (): void => {
      if (afterAnswer) warn('A link was dialled without its extension.');
      session.execute('makeCall', { otherDN: number }, found.link).catch(() => undefined);
    };
    return { replacesDefault: true, run };
  }

  /** Whether the selector of `scan` matches the link or one of its ancestors, through shadow roots. */
  #isScanned(path: readonly HTMLElement[]): boolean {
    const { scan } = this.agent;
    try {
      return path.some((element) => element.matches(scan));
    } catch {
      if (this.#reportedSelector !== scan) this.#warn('config', `scan is left out: "${scan}" is no CSS selector.`);
      this.#reportedSelector = scan;
      return false;
    }
  }

  #warn(code: string, message: string): void {
    this.agent.dispatchEvent(kitEvent('sobot-warning', { code, message }));
  }
}
