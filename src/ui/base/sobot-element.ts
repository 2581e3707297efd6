import { html, noChange, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SobotError, type CommandName, type CommandParams } from '../../sdk/index.js';
import { initialState, disabledReason, type AgentState, type DisabledReason } from '../../state/index.js';
import { BaseElement } from './base-element.js';
import { requestPhone, switchboard } from './agent-registry.js';
import type { Failure } from './failure.js';
import { circleAlert } from '../components/icons.js';
import { baseMessages, Localizer, type Messages, type Translate } from '../i18n/index.js';
import { masked, maskedIn } from '../../internal/mask.js';
import type { Phone } from './agent-host.js';
import { Slice } from './state-selector.js';

/** How long an element waits for an agent before it says that there is none. */
const LONELY_AFTER = 1500;

const nobody = initialState(0);

/**
 * What every element has that belongs to a phone: its agent, its slices of the state, its words, its failures.
 *
 * @csspart notice - What it says in place where there is no agent.
 * @cssprop --sobot-surface - The ground of the elements.
 * @cssprop --sobot-sunken - The ground of boxes and keys.
 * @cssprop --sobot-line - Lines between things.
 * @cssprop --sobot-field-line - The frame of fields.
 * @cssprop --sobot-text - The text.
 * @cssprop --sobot-muted - Text of less weight.
 * @cssprop --sobot-accent - The one accent.
 * @cssprop --sobot-on-accent - Text on the accent.
 * @cssprop --sobot-go - Answering, calling, talking.
 * @cssprop --sobot-on-go - Text on it.
 * @cssprop --sobot-stop - Hanging up, declining, errors.
 * @cssprop --sobot-on-stop - Text on it.
 * @cssprop --sobot-warn - Warnings, holding, breaks.
 * @cssprop [--sobot-radius=10px] - The radius of corners.
 * @cssprop [--sobot-gap=12px] - The distance of things.
 * @cssprop [--sobot-target=44px] - The height of buttons and fields.
 * @cssprop [--sobot-font=system-ui, sans-serif] - The font.
 */
export abstract class SobotElement<M extends Messages = Record<never, never>> extends BaseElement {
  /** The English messages of the element. Other languages are looked up by the same keys. */
  static readonly messages: Messages = {};

  /** The id of the `<sobot-agent>` to use; without it the nearest ancestor, or the document's only one. */
  @property({ attribute: 'for', reflect: true }) htmlFor: string | null = null;

  /** The phone that this element belongs to; null until there is one. */
  @state() protected phone: Phone | null = null;
  /** The command that failed last, until one succeeds. */
  @state() protected failure: Failure | null = null;
  @state() private lonely = false;

  protected readonly t: Translate<M & typeof baseMessages>;
  /** The same function, for the messages that this class knows. */
  readonly #t: Translate<typeof baseMessages>;
  readonly #localizer: Localizer<M & typeof baseMessages>;
  readonly #slices: Slice<unknown>[] = [];
  /** The custom states that are set: asking the browser's own set is slow. */
  readonly #states = new Set<string>();
  readonly #internals: ElementInternals | undefined = this.attachInternals?.();
  #hangUp: (() => void) | undefined;
  #unsubscribe: (() => void) | undefined;
  #masked = false;
  #loneliness: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const { messages } = this.constructor as typeof SobotElement;
    this.#localizer = new Localizer(this, { ...baseMessages, ...(messages as M) });
    this.t = this.#t = this.#localizer.translate;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#hangUp = requestPhone(this, (phone) => this.#answered(phone));
    this.#wait();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hangUp?.();
    this.#answered(null);
    clearTimeout(this.#loneliness);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('htmlFor')) switchboard(this.ownerDocument).refresh();
  }

  /** What the element shows once it has a phone. */
  protected abstract draw(phone: Phone): TemplateResult | typeof nothing;

  protected override render(): TemplateResult | typeof nothing | typeof noChange {
    if (!this.isConnected) return noChange; // nobody sees it; it is drawn anew when it comes back
    if (this.phone) return this.draw(this.phone);
    return this.lonely ? html`<p class="notice" part="notice">${circleAlert} ${this.#t('base.noAgent')}</p>` : nothing;
  }

  /** The language of the place where the element stands, for `Intl`. */
  protected get language(): string {
    return this.#localizer.lang;
  }

  /** A part of the state; the element renders when it has changed, and not for the rest. For field initialisers. */
  protected select<T>(
    selector: (state: AgentState) => T,
    equal: (a: T, b: T) => boolean = Object.is,
  ): { readonly value: T } {
    const slice = new Slice(selector, equal, this.phone?.state ?? nobody);
    this.#slices.push(slice as unknown as Slice<unknown>);
    return slice;
  }

  /** Why a command surely can't be done now. Read it in a slice, or it may be old. */
  protected disabledReason(command: CommandName): DisabledReason | null {
    return disabledReason(this.phone?.state ?? nobody, command);
  }

  protected why(disabledReason: DisabledReason): string {
    return this.#t(`why.${disabledReason}`);
  }

  /** Runs a command in this element's name. What goes wrong is kept in `failure`. @returns whether it succeeded */
  protected async run<N extends CommandName>(command: N, params?: CommandParams<N>): Promise<boolean> {
    try {
      const session = this.phone?.session;
      if (!session) throw new SobotError('refused', this.#t('why.not-started'), { command });
      await session.execute(command, params, this);
      this.failure = null;
      return true;
    } catch (cause) {
      const error = cause instanceof SobotError ? cause : new SobotError('command', String(cause), { command, cause });
      if (error.kind !== 'vetoed') this.failure = { command, error };
      return false;
    }
  }

  /** Says beside its control what went wrong; a live region, so it is there from the start. */
  protected drawFailure(...commands: CommandName[]): TemplateResult {
    const { failure } = this;
    const shown = failure && (commands.length === 0 || commands.includes(failure.command)) ? failure.error : null;
    return html`<div class="failure" part="error" role="status">
      ${shown ? html`<p class="notice bad">${circleAlert}<span>${this.told(shown.message)}</span></p>` : nothing}
    </div>`;
  }

  /** A number as it may be shown. */
  protected shown(number: string): string {
    return this.phone?.maskNumbers ? masked(number) : number;
  }

  /** A text as it may be shown: of the page, the platform or the SDK, with who knows what numbers in it. */
  protected readonly told = (text: string): string => (this.phone?.maskNumbers ? maskedIn(text) : text);

  /** Sets custom states, for `:state(…)` in a page's CSS. */
  protected setStates(states: Readonly<Record<string, boolean>>): void {
    for (const name in states) {
      const on = states[name] ?? false;
      if (on === this.#states.has(name)) continue;
      if (on) this.#states.add(name);
      else this.#states.delete(name);
      this.#internals?.states?.[on ? 'add' : 'delete'](name);
    }
  }

  #wait(): void {
    clearTimeout(this.#loneliness);
    if (!this.phone) this.#loneliness = setTimeout(() => (this.lonely = true), LONELY_AFTER);
  }

  #answered(phone: Phone | null): void {
    if (phone === this.phone) return;
    this.#unsubscribe?.();
    this.phone = phone;
    this.lonely = false;
    this.#wait();
    this.#unsubscribe = phone?.subscribe((next) => this.#look(next));
    this.#look(phone?.state ?? nobody);
  }

  #look(next: AgentState): void {
    const masks = this.phone?.maskNumbers ?? false;
    let changed = masks !== this.#masked;
    this.#masked = masks;
    for (const slice of this.#slices) changed = slice.update(next) || changed;
    if (changed) this.requestUpdate();
  }
}
