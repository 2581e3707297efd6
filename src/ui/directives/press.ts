/**
 * The click of a control that runs a command, without the clicks that were meant for another
 * control: the second half of a double click on Answer must not work the button Hang up that has
 * taken its place meanwhile.
 */
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { EventPart, PartInfo } from 'lit/directive.js';
import { showReason } from './reason-tip.js';

/** The time in which a control that has appeared, moved or changed its command can't be meant. */
const SETTLE_MS = 500;
/** Presses that are closer than this hit the same place: a finger does not hit the same pixel. */
const SAME_PLACE_PX = 24;

/** Presses at the same place, without one elsewhere between them. */
interface PressSeries {
  /** The place of the last press in the window; 0 for a press of Enter or of the space bar. */
  readonly x: number;
  readonly y: number;
  /** The place of a key, which is the element with the focus, and its root; null for a pointer. */
  readonly target: Node | null;
  readonly root: Node | null;
  /** The `timeStamp` of the first press. */
  readonly since: number;
  /** The `timeStamp` of the last press. */
  readonly at: number;
}

type PressListener = ((event: MouseEvent) => void) | undefined;

/** The controls that are in the document. */
const controls = new Set<PressDirective>();
let series: PressSeries | null = null;
let isListening = false;

/** The time on the clock of `event.timeStamp`. A page may replace `performance.now`. */
const now = (): number => new Event('now').timeStamp;

/** Adds a press to the series. @returns whether it may be the second one of a double click */
function addPress({ timeStamp: at }: Event, place: Omit<PressSeries, 'since' | 'at'>): boolean {
  const isSamePlace =
    series !== null &&
    place.root === series.root &&
    Math.hypot(place.x - series.x, place.y - series.y) <= SAME_PLACE_PX;
  const previous = isSamePlace ? series : null;
  series = { ...place, since: previous?.since ?? at, at };
  return previous !== null && at - previous.at < SETTLE_MS;
}

function handlePointerDown(event: PointerEvent): void {
  if (!event.isTrusted) return;
  const { clientX: x, clientY: y } = event;
  const isQuick = addPress(event, { x, y, target: null, root: null });
  for (const control of controls) control.measure(x, y, isQuick ? event.timeStamp : null);
}

/** A key other than Enter and space ends the series: the agent may have moved the focus by it. */
function handleKeyDown(event: KeyboardEvent): void {
  if (!event.isTrusted) return;
  if (event.key !== 'Enter' && event.key !== ' ') {
    if (series?.target) series = null;
    return;
  }
  const target = event.composedPath()[0] as Node;
  const control = [...controls].find(({ element }) => element === target);
  // A key that is held down would press many times a second, also the next control with the focus.
  if (event.repeat) return control && event.key === 'Enter' ? event.preventDefault() : undefined;
  const before = series?.target;
  if (addPress(event, { x: 0, y: 0, target, root: target.getRootNode() }) && target !== before)
    control?.markChanged(event.timeStamp);
}

/** The listeners stay for good: between two controls at one place there may be none. */
function addControl(control: PressDirective): void {
  controls.add(control);
  if (isListening) return;
  isListening = true;
  window.addEventListener('pointerdown', handlePointerDown, true);
  window.addEventListener('keydown', handleKeyDown, true);
}

class PressDirective extends AsyncDirective {
  readonly element: Element;
  #key: unknown;
  #listener: PressListener;
  /** When the control appeared, moved under the pointer or changed its command. */
  #changedAt = now();
  /** Where the control was at the last press. */
  #box: DOMRect | null = null;

  constructor(part: PartInfo) {
    super(part);
    this.element = (part as EventPart).element;
    addControl(this);
  }

  override render(key: unknown, listener?: PressListener): PressListener {
    if (key !== this.#key) this.#changedAt = now();
    this.#key = key;
    this.#listener = listener;
    return this.handleClick;
  }

  readonly handleClick = (event: MouseEvent): void => {
    const isStray = this.#isStray(event);
    const isDisabled = this.element.getAttribute('aria-disabled') === 'true';
    if (!isStray && !isDisabled) return this.#listener?.(event);
    // The button of a form would submit it.
    event.preventDefault();
    if (!isStray) showReason(this.element, this.element.getAttribute('aria-description'));
  };

  /** Remembers the place of the control. @param pressedAt the time of a quick second press; null for another one */
  measure(x: number, y: number, pressedAt: number | null): void {
    const box = this.element.getBoundingClientRect();
    if (pressedAt !== null && contains(box, x, y) && !contains(this.#box, x, y)) this.markChanged(pressedAt);
    this.#box = box;
  }

  markChanged(at: number): void {
    this.#changedAt = at;
  }

  /**
   * Whether the click belongs to presses that began before the control was there. A click by script
   * has no press.
   */
  #isStray({ isTrusted, timeStamp }: MouseEvent): boolean {
    const changedAt = this.#changedAt;
    if (!isTrusted || !series || changedAt < series.since) return false;
    // The press counts, not its end, unless the control has changed under the pressed pointer.
    return (changedAt > series.at ? timeStamp : series.at) - changedAt < SETTLE_MS;
  }

  protected override disconnected(): void {
    controls.delete(this);
  }

  protected override reconnected(): void {
    this.#changedAt = now();
    addControl(this);
  }
}

const contains = (box: DOMRect | null, x: number, y: number): boolean =>
  !!box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/**
 * Listens for clicks on a control: `<button @click=${press(key, listener)} ${ariaDisabled(…)}>`. A
 * disabled control shows its reason instead. A click does nothing if it follows a press or Enter at
 * the same place, and the control has appeared there, moved there or got another key less than
 * 500 ms before it. A click by script always works.
 * @param key identifies what the control does; the two states of a toggle have the same key
 * @param listener called with the click; undefined for the button of a form and for a select
 */
export const press = directive(PressDirective);
