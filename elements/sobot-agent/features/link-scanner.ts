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
    this.#document.addEventListener('click', this.#handleClick);
  }

  hostDisconnected(): void {
    this.#document?.removeEventListener('click', this.#handleClick);
  }

  readonly #handleClick = (event: MouseEvent): void => {
    const { scan, session, state } = this.agent;
    if (!scan || event.defaultPrevented || !isPlainClick(event)) return;
    const path = event.composedPath().filter(isElement);
    const index = path.findIndex(isLink);
    const link = path[index];
    const href = link?.getAttribute('href') ?? '';
    if (!link || !/^\s*tel:\s*\S/i.test(href) || !this.#isScanned(path.slice(index))) return;
    const { number, afterAnswer } = parsePhoneNumber(href);
    if (number === '' || isServiceCode(number)) {
      this.#warn('tel-link', 'A link was not dialled: its address is no phone number. The browser has it.');
      return;
    }
    const reason = disabledReason(state, 'makeCall');
    // Where the kit can't call at all, the browser may know another program for the link.
    const isLeftToBrowser = !session || reason === 'not-started' || reason === 'displaced' || reason === 'logged-out';
    if (reason)
      this.#warn('tel-link', `A link was not dialled (${reason})${isLeftToBrowser ? ': the browser has it' : ''}.`);
    if (isLeftToBrowser) return;
    event.preventDefault();
    if (reason) return;
    if (afterAnswer) this.#warn('tel-link', 'A link was dialled without its extension.');
    session.execute('makeCall', { otherDN: number }, link).catch(() => undefined);
  };

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
