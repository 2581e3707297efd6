/**
 * The base class of the elements that belong to an agent element: its state, commands, texts and
 * errors.
 */
import { html, noChange, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { commandRow, SobotError, type CommandName, type CommandParams } from '../../sdk/index.js';
import { kitEvent } from '../../session/index.js';
import { initialState, disabledReason, type AgentState, type DisabledReason } from '../../state/index.js';
import { BaseElement } from './base-element.js';
import { requestAgentHost, agentRegistry } from './agent-registry.js';
import { CommandController } from './command-controller.js';
import { circleAlert } from '../icons/index.js';
import { baseMessages, Localizer, type Messages, type Translate } from '../i18n/index.js';
import { maskNumber, maskNumbersIn, parentOf } from '../../internal/index.js';
import type { AgentHost } from './agent-host.js';
import { StateSelectors } from './state-selector.js';

/**
 * The time that an element waits for an agent element before it shows that there is none. Scripts
 * may insert it late.
 */
const NO_AGENT_DELAY_MS = 1500;

/**
 * The length after which a text of others is cut where it is shown, in characters. The layout of one long word takes a
 * browser time by the square of its length: 100,000 letters stop the page for minutes.
 */
const MAX_SHOWN_LENGTH = 1000;

const cut = (text: string): string => (text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text);

const emptyState = initialState(0);

/**
 * A command that failed, and its error. The element shows it beside the control of that command.
 */
interface CommandFailure {
  readonly command: CommandName;
  readonly error: SobotError;
}

/**
 * An element that belongs to an agent element. A subclass selects values of the state (`select`), declares commands
 * (`command`), looks up texts (`t`) and renders (`renderConnected`); it renders again when one of them changes.
 *
 * @csspart notice - The notice in place of the element where there is no agent element.
 * @cssprop --sobot-surface - The background of the elements.
 * @cssprop --sobot-sunken - The background of boxes and keys.
 * @cssprop --sobot-line - Lines between rows and boxes.
 * @cssprop --sobot-field-line - The border of fields.
 * @cssprop --sobot-text - The text.
 * @cssprop --sobot-muted - Secondary text.
 * @cssprop --sobot-accent - The accent colour.
 * @cssprop --sobot-on-accent - Text on the accent.
 * @cssprop --sobot-go - The colour for answering, calling and talking.
 * @cssprop --sobot-on-go - Text on `--sobot-go`.
 * @cssprop --sobot-stop - The colour for hanging up, declining and errors.
 * @cssprop --sobot-on-stop - Text on `--sobot-stop`.
 * @cssprop --sobot-warn - The colour for warnings, calls on hold and breaks.
 * @cssprop [--sobot-radius=10px] - The radius of corners.
 * @cssprop [--sobot-gap=12px] - The distance between parts.
 * @cssprop [--sobot-target=44px] - The height of buttons and fields.
 * @cssprop [--sobot-font=system-ui, sans-serif] - The font.
 */
export abstract class SobotElement<M extends Messages = Record<never, never>> extends BaseElement {
  /** The English messages of the element. Other languages have the same keys. */
  static readonly messages: Messages = {};
  /**
   * Attributes that have another name now, old to new. An old one works for one release, with one
   * warning.
   */
  static readonly renamedAttributes: Readonly<Record<string, string>> = {};

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...Object.keys(this.renamedAttributes)];
  }

  /** The ID of the `<sobot-agent>` to use. Default: the nearest ancestor, else the document's only one. */
  @property({ attribute: 'for', reflect: true }) htmlFor: string | null = null;

  /** The agent element; null until there is one. */
  @state() protected agentHost: AgentHost | null = null;
  /** The command that failed last; null after one succeeded. */
  @state() protected failure: CommandFailure | null = null;
  @state() private noAgent = false;

  /** Looks up a message of the element in the language of the place where it stands. */
  protected readonly t: Translate<M & typeof baseMessages>;
  /** The same function with the type of the messages that this class knows. */
  readonly #t: Translate<typeof baseMessages>;
  readonly #localizer: Localizer<M & typeof baseMessages>;
  readonly #selectors = new StateSelectors(this);
  /** The custom states that are set. Reading them from the browser is slow. */
  readonly #states = new Set<string>();
  readonly #internals: ElementInternals | undefined = this.attachInternals?.();
  /** The `for` that the last request for the agent element used. */
  #requestedId: string | null = null;
  #unsubscribeAgent: (() => void) | undefined;
  #unsubscribeState: (() => void) | undefined;
  /** Old names of attributes that the page used and was not warned about yet. */
  readonly #oldAttributes = new Set<string>();
  #noAgentTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const { messages } = this.constructor as typeof SobotElement;
    this.#localizer = new Localizer(this, { ...baseMessages, ...(messages as M) });
    this.t = this.#t = this.#localizer.translate;
    this.select(() => this.agentHost?.maskNumbers ?? false);
  }

  override attributeChangedCallback(name: string, previous: string | null, value: string | null): void {
    const { renamedAttributes } = this.constructor as typeof SobotElement;
    const current = renamedAttributes[name];
    super.attributeChangedCallback(current ?? name, previous, value);
    if (current === undefined) return;
    if (value !== null) this.#oldAttributes.add(name);
    this.#warnOfOldAttributes();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#requestedId = this.htmlFor;
    this.#unsubscribeAgent = requestAgentHost(this, (agentHost) => this.#handleAgentChange(agentHost));
    this.#startNoAgentTimer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribeAgent?.();
    this.#handleAgentChange(null);
    clearTimeout(this.#noAgentTimer);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Elements within this one can depend on its `for`, so all of the page look again, but only after a change.
    if (this.htmlFor === this.#requestedId) return;
    this.#requestedId = this.htmlFor;
    agentRegistry(this.ownerDocument).refresh();
  }

  /** Renders the element with its agent element. */
  protected abstract renderConnected(agentHost: AgentHost): TemplateResult | typeof nothing;

  protected override render(): TemplateResult | typeof nothing | typeof noChange {
    if (!this.isConnected) return noChange; // invisible; it renders when it is inserted again
    if (this.agentHost) return this.renderConnected(this.agentHost);
    return this.noAgent ? html`<p class="notice" part="notice">${circleAlert} ${this.#t('base.noAgent')}</p>` : nothing;
  }

  /** The language tag for `Intl`, of the place where the element stands. */
  protected get language(): string {
    return this.#localizer.lang;
  }

  /**
   * Selects a value of the state. The element renders again when the value has changed, and at no
   * other change. Use it in field initializers.
   * @param equal comparison of two values, for selectors that return a new object each time
   */
  protected select<T>(
    selector: (state: AgentState) => T,
    equal: (a: T, b: T) => boolean = Object.is,
  ): { readonly value: T } {
    return this.#selectors.add(selector, equal, this.agentHost?.state ?? emptyState);
  }

  /**
   * A command with its reason, its pending state and its run method. The element renders again when
   * the reason changes. Use it in field initializers, and pass it to `actionButton({ command })`.
   * @param isShown whether the element has a control of the command in a state; without one no reason is selected
   */
  protected command<N extends CommandName>(
    name: N,
    isShown: (state: AgentState) => boolean = () => true,
  ): CommandController<N> {
    return new CommandController(name, {
      disabledReason: this.select((state) => (isShown(state) ? disabledReason(state, name) : null)),
      reasonText: (reason) => this.disabledReasonText(reason),
      keys: () => this.agentHost?.keys?.get(name),
      run: (params) => this.run(name, params),
    });
  }

  /** The translated sentence for a reason. */
  protected disabledReasonText(disabledReason: DisabledReason): string {
    return this.#t(`why.${disabledReason}`);
  }

  /**
   * Runs a command with this element as the source of its events. An error is kept in `failure`,
   * except that of a command that the page vetoed.
   * @returns whether it succeeded
   */
  protected async run<N extends CommandName>(command: N, params?: CommandParams<N>): Promise<boolean> {
    const session = this.agentHost?.session;
    const sequence = session?.state.call?.sequence;
    try {
      if (!session) throw new SobotError('refused', this.#t('why.not-started'), { command });
      await session.execute(command, params, this);
      this.failure = null;
      return true;
    } catch (cause) {
      const error = cause instanceof SobotError ? cause : new SobotError('command', String(cause), { command, cause });
      // The error of a command for a call that is over would stand beside the next call.
      const current = session?.state.call?.sequence ?? sequence;
      const isOutdated = current !== sequence && commandRow(command).when.call?.includes('none') === false;
      if (error.kind !== 'vetoed' && !isOutdated) this.failure = { command, error };
      return false;
    }
  }

  /**
   * Renders the error of one of the commands, of any where none is named. It goes beside the
   * control of the command. A live region announces only text that changes, so it is rendered empty
   * before there is an error.
   */
  protected renderFailure(...commands: CommandName[]): TemplateResult {
    const { failure } = this;
    const error = failure && (commands.length === 0 || commands.includes(failure.command)) ? failure.error : null;
    return html`<div class="failure" part="error" role="status">
      ${error ? html`<p class="notice bad">${circleAlert}<span>${this.maskText(error.message)}</span></p>` : nothing}
    </div>`;
  }

  /**
   * Whether the element is within its agent element, and not connected with it by `for` or as the document's only one.
   * Only there it may act by itself: markup in another part of the page could be anybody's.
   */
  protected get isWithinAgent(): boolean {
    let node = parentOf(this);
    while (node && node !== (this.agentHost as unknown)) node = parentOf(node);
    return node !== null;
  }

  /** Returns a number as it may be shown: cut where it is too long, masked where the agent element says so. */
  protected maskNumber(number: string): string {
    return this.agentHost?.maskNumbers ? maskNumber(cut(number)) : cut(number);
  }

  /**
   * Returns a party as it may be shown: with its number masked, and with an empty name where none
   * is known.
   */
  protected maskParty<P extends { readonly name?: string | undefined; readonly number: string }>(
    party: P,
  ): P & { readonly name: string } {
    return { ...party, name: this.maskText(party.name ?? ''), number: this.maskNumber(party.number) };
  }

  /**
   * Returns a text as it may be shown. Texts of the page, the platform and the SDK may contain
   * phone numbers, and have any length.
   */
  protected readonly maskText = (text: string): string => this.maskWholeText(cut(text));

  /** Returns a text as a file may contain it: masked like {@link maskText}, in its whole length. */
  protected readonly maskWholeText = (text: string): string =>
    this.agentHost?.maskNumbers ? maskNumbersIn(text) : text;

  /** Sets custom states for `:state(…)` in a page's CSS. */
  protected setStates(states: Readonly<Record<string, boolean>>): void {
    for (const name in states) {
      const isOn = states[name] ?? false;
      if (isOn === this.#states.has(name)) continue;
      if (isOn) this.#states.add(name);
      else this.#states.delete(name);
      this.#internals?.states?.[isOn ? 'add' : 'delete'](name);
    }
  }

  #startNoAgentTimer(): void {
    clearTimeout(this.#noAgentTimer);
    if (!this.agentHost) this.#noAgentTimer = setTimeout(() => (this.noAgent = true), NO_AGENT_DELAY_MS);
  }

  #handleAgentChange(agentHost: AgentHost | null): void {
    if (agentHost === this.agentHost) return;
    this.#unsubscribeState?.();
    this.agentHost = agentHost;
    this.noAgent = false;
    this.#startNoAgentTimer();
    this.#unsubscribeState = agentHost?.subscribe(this.#selectors.update);
    this.#selectors.update(agentHost?.state ?? emptyState);
    this.#warnOfOldAttributes();
  }

  /** Warns at the agent element, so it waits until there is one. */
  #warnOfOldAttributes(): void {
    if (!this.agentHost) return;
    const { renamedAttributes, tag } = this.constructor as typeof SobotElement;
    for (const name of this.#oldAttributes) {
      const message = `<${tag}>: the attribute "${name}" has another name. Use "${renamedAttributes[name]}" instead.`;
      this.agentHost.dispatchEvent(kitEvent('sobot-warning', { code: 'renamed-attribute', message }));
    }
    this.#oldAttributes.clear();
  }
}
