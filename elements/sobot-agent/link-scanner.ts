import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { disabledReason } from '../../src/state/index.js';
import { numberOf } from '../../src/internal/phone-number.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { kitEvent } from './kit-event.js';

type Host = ReactiveControllerHost & HTMLElement & Phone & { readonly scan: string };

const isElement = (target: EventTarget): target is HTMLElement => 'matches' in target;

/** Whoever presses another button, or a key besides, wants something else of the browser. */
const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

const isLink = (element: HTMLElement): boolean => element.matches('a, area') && !element.isContentEditable;

/**
 * Makes `tel:` links of the page dial through the phone. One listener at the document hears those that come later and
 * those in open shadow roots, and after the page has had its say.
 */
export class LinkScanner implements ReactiveController {
  #document: Document | null = null;
  /** The selector that the page was told not to be one. */
  #told = '';

  constructor(private readonly agent: Host) {
    agent.addController(this);
  }

  hostConnected(): void {
    this.#document = this.agent.ownerDocument;
    this.#document.addEventListener('click', this.#clicked);
  }

  hostDisconnected(): void {
    this.#document?.removeEventListener('click', this.#clicked);
  }

  readonly #clicked = (event: MouseEvent): void => {
    const { scan, session, state } = this.agent;
    if (!scan || event.defaultPrevented || !isPlain(event)) return;
    const path = event.composedPath().filter(isElement);
    const index = path.findIndex(isLink);
    const link = path[index];
    const number = link && numberOf(link.getAttribute('href') ?? '');
    if (!number || !this.#isScanned(path.slice(index))) return;
    const why = disabledReason(state, 'makeCall');
    const isAway = !session || why === 'not-started' || why === 'displaced' || why === 'logged-out';
    if (why) this.#warn('tel-link', `A link was not dialled (${why})${isAway ? ': the browser has it' : ''}.`);
    if (isAway) return;
    event.preventDefault();
    if (!why) session.execute('makeCall', { otherDN: number }, link).catch(() => undefined);
  };

  #isScanned(path: readonly HTMLElement[]): boolean {
    const { scan } = this.agent;
    try {
      return path.some((element) => element.matches(scan));
    } catch {
      if (this.#told !== scan) this.#warn('config', `scan is left out: "${scan}" is no CSS selector.`);
      this.#told = scan;
      return false;
    }
  }

  #warn(code: string, message: string): void {
    this.agent.dispatchEvent(kitEvent('sobot-warning', { code, message }));
  }
}
