import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { disabledReason } from '../../src/state/index.js';
import { parseTelUri } from '../../src/internal/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';
import { kitEvent } from '../../src/session/index.js';

type ScannerHost = ReactiveControllerHost & HTMLElement & AgentHost & { readonly scan: string };

const isElement = (target: EventTarget): target is HTMLElement => 'matches' in target;

/** Whoever presses another button, or a key besides, wants something else of the browser. */
const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

const isLink = (element: HTMLElement): boolean => element.matches('a, area') && !element.isContentEditable;

/**
 * Makes `tel:` links of the page dial through the phone. One listener at the document hears those that come later and
 * those in open shadow roots, and after the page has had its say.
 */
export class LinkScanner implements ReactiveController {
  #document: Document | null = null;
  /** The selector that the page was told not to be one. */
  #reportedSelector = '';

  constructor(private readonly agent: ScannerHost) {
    agent.addController(this);
  }

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
    const number = link && parseTelUri(link.getAttribute('href') ?? '');
    if (!number || !this.#isScanned(path.slice(index))) return;
    const reason = disabledReason(state, 'makeCall');
    const isLeftToBrowser = !session || reason === 'not-started' || reason === 'displaced' || reason === 'logged-out';
    if (reason)
      this.#warn('tel-link', `A link was not dialled (${reason})${isLeftToBrowser ? ': the browser has it' : ''}.`);
    if (isLeftToBrowser) return;
    event.preventDefault();
    if (!reason) session.execute('makeCall', { otherDN: number }, link).catch(() => undefined);
  };

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
