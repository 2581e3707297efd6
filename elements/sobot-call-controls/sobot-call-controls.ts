/**
 * The element `<sobot-call-controls>`: its template, its states and the movement of the focus. The
 * rules which button is visible are in `actions.ts`, the looks of the buttons in `button-specs.ts`.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { actionButton } from '../../src/ui/components/index.js';
import { shallowEqual, SobotElement } from '../../src/ui/base/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { callControlsMessages } from './messages.js';
import {
  consultCommands,
  controlView,
  isConsulting,
  isVisible,
  isTile,
  parseActions,
  isCertainlyConsulting,
  type ControlAction,
  type ControlView,
} from './actions.js';
import { buttonSpecs, panelSpecs, type DirectCommand, type ControlPanel } from './button-specs.js';
import { renderMicrophone } from './microphone-line.js';
import { loadTransfer, Picker } from './picker.js';
import { controlStyles } from './styles.js';
import { SobotDialpad } from '../sobot-dialpad/sobot-dialpad.js';

/** Compares two views by their fields. The selector creates an object each time, and most changes leave it equal. */
const isSameView = (a: ControlView | null, b: ControlView | null): boolean =>
  a === b || (a !== null && b !== null && shallowEqual(a, b));

/**
 * While a call rings there are Answer and Decline; while a third party is consulted, the ways out of the consultation in
 * place of what concerns the waiting side. A call that was restored in an unknown state has every button that might be
 * needed.
 *
 * @summary The buttons of the running call: answer and decline, hang up, hold, mute, keypad, transfer, consult, survey,
 * notes.
 * @element sobot-call-controls
 * @slot notes - In place of the field for notes.
 * @csspart actions - The buttons.
 * @csspart button - Every button.
 * @csspart answer - The button Answer.
 * @csspart decline - The button Decline.
 * @csspart hangup - The button Hang up.
 * @csspart hold - The button Hold, or Resume.
 * @csspart mute - The button Mute, or Unmute.
 * @csspart keypad - The button Keypad.
 * @csspart transfer - The button Transfer.
 * @csspart consult - The button Consult.
 * @csspart picker - The `<sobot-transfer>` that Transfer or Consult has opened.
 * @csspart consultation - The ways out of a consultation.
 * @csspart cancel-consult - The button Cancel consult.
 * @csspart return - The button Return to caller.
 * @csspart complete-transfer - The button Complete transfer.
 * @csspart start-conference - The button Start conference.
 * @csspart survey - The button End with survey.
 * @csspart notes - The button Notes.
 * @csspart try-again - The button that loads the picker again.
 * @csspart panel - What Keypad, Transfer, Consult or Notes has opened.
 * @csspart notes-field - The field for notes.
 * @csspart digits - The digits that were sent.
 * @csspart key - Every key of the keypad.
 * @csspart microphone - The line that says why the microphone can't be used, and what to do.
 * @csspart error - Where it says what went wrong.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssState dialing - The call is being dialled.
 * @cssState ringing - The call rings.
 * @cssState talking - The other side is heard.
 * @cssState held - The call is on hold.
 * @cssState muted - The microphone is off.
 * @cssState consulting - A third party is called or spoken to, while the other side waits.
 * @cssState conference - A third party takes part in the call.
 * @cssState open - The keypad, the notes or a picker is open.
 * @cssState empty - There is no call; it takes no room.
 */
export class SobotCallControls extends SobotElement<typeof callControlsMessages> {
  static override readonly tag = 'sobot-call-controls';
  static override readonly dependencies = [SobotDialpad];
  static override readonly messages = callControlsMessages;
  static override readonly styles = [tokenStyles, buttonStyles, fieldStyles, textStyles, controlStyles];

  /** Loads what the controls load later, before they are in the page. Without a network the next call of it tries again. */
  static preload(): void {
    loadTransfer().catch(() => undefined);
  }

  readonly #picker = new Picker({
    requestUpdate: () => {
      if (this.#isPickerOpen) this.requestUpdate();
    },
  });
  /** The view of the running call; null without one. */
  readonly #view = this.select(controlView, isSameView);
  readonly #microphone = this.select(({ microphone }) => microphone);
  /** The `sequence` of the call that was rendered last. Another one closes the panel and removes the error. */
  #callSerial = 0;
  #actions = parseActions(null);
  /** Whether the open panel has yet to get the focus: a picker that is being loaded gets it later. */
  #isFocusPending = false;
  /** The element that had the focus before the render. */
  #focusedElement: Element | null = null;

  /** Which buttons, in which order: `answer` (with decline) `hangup` `hold` `mute` `keypad` `transfer` `consult` `survey` `notes`. */
  @property() actions: string | null = null;

  /** The open panel; null while all are closed. */
  @state() private panel: ControlPanel | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('actions')) this.#actions = parseActions(this.actions);
    this.#focusedElement = this.shadowRoot?.activeElement ?? null;
    const view = this.#view.value;
    if (view && view.sequence !== this.#callSerial) {
      this.#callSerial = view.sequence;
      this.panel = null;
      this.failure = null;
      if (this.#picker.hasFailed) this.#picker.preload();
    }
    if (this.agentHost && !this.#picker.hasFailed) this.#picker.preload();
    if (changed.has('panel')) this.#isFocusPending = this.panel !== null;
    // The picker has done its work once the consultation is confirmed.
    if (view && isCertainlyConsulting(view) && this.#isPickerOpen) this.panel = null;
    const noCallStates = { dialing: false, ringing: false, talking: false, held: false };
    this.setStates({
      ...noCallStates,
      ...(view && { [view.state]: true }),
      muted: view?.muted ?? false,
      consulting: !!view && isConsulting(view),
      conference: view?.consult === 'conference',
      open: this.panel !== null,
      empty: !!this.agentHost && !view,
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#isFocusPending && (this.#picker.isReady || !this.#isPickerOpen)) {
      this.#isFocusPending = false;
      void this.#focusPanel();
    }
    // The pressed button may be gone, as Answer is. At Hang up another press of Enter would end the call.
    else if (this.#focusedElement && !this.#focusedElement.isConnected) this.#find('.tile')?.focus();
  }

  /** A picker that is being loaded belongs to the update that opens it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (!this.#isPickerOpen || this.#picker.isReady) return isComplete;
    await this.#picker.settled;
    return super.getUpdateComplete();
  }

  get #isPickerOpen(): boolean {
    return this.panel === 'transfer' || this.panel === 'consult';
  }

  /**
   * Escape closes the panel and returns the focus to its button. The event stops here, so that the
   * page doesn't close a layer of its own as well.
   */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.panel) return;
    event.stopPropagation();
    this.#find(`[part~='${this.panel}']`)?.focus();
    this.panel = null;
  };

  /**
   * Saves the notes while they are typed: wrap-up continues the same draft, and a reload must not
   * lose it.
   */
  readonly #handleNotesInput = (event: Event): void => {
    const session = this.agentHost?.session;
    session?.saveDraft({ ...session.draft, notes: (event.target as HTMLTextAreaElement).value });
  };

  /**
   * Moves the focus into the panel that was opened, so that keyboard and screen reader follow the
   * press. A child element has to render before it can take the focus. A slotted element of the
   * page takes part if it is a Lit element.
   */
  async #focusPanel(): Promise<void> {
    const [slotted] = this.#find<HTMLSlotElement>('slot[name="notes"]')?.assignedElements() ?? [];
    const field =
      slotted instanceof LitElement ? slotted : this.#find('.panel > :is(sobot-dialpad, sobot-transfer), textarea');
    if (field && 'updateComplete' in field) await field.updateComplete;
    field?.focus();
  }

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
  }

  /**
   * Renders the button of a command with its reason and its pending state. A presumed call has both buttons of a pair, so
   * neither is marked as on. While the third party is called, "no consultation" would be wrong: they have not answered.
   */
  #renderButton(view: ControlView, command: DirectCommand): TemplateResult {
    const { labelKey, variant, ...rest } = buttonSpecs[command];
    const reason = view[command];
    const isUnanswered = reason === 'no-consult' && view.consult === 'dialing';
    return actionButton({
      ...rest,
      label: this.t(labelKey),
      variant: variant === 'tile on' && view.presumed ? 'tile' : variant,
      reason: isUnanswered
        ? this.t('controls.unanswered')
        : reason && reason !== 'pending'
          ? this.disabledReasonText(reason)
          : null,
      busy: reason === 'pending',
      keys: this.agentHost?.keys?.get(command),
      subject: view.sequence,
      ...(command === 'sendSatisfy' ? { hint: this.t('controls.surveyHint') } : undefined),
      onClick: () => void this.run(command),
    });
  }

  /**
   * Renders the button of a panel. An open panel can always be closed, also when its command has
   * become impossible.
   */
  #renderPanelButton(view: ControlView, panel: ControlPanel): TemplateResult {
    const { labelKey, closeLabelKey, icon, command } = panelSpecs[panel];
    const isOpen = this.panel === panel;
    const reason = command && !isOpen ? view[command] : null;
    return actionButton({
      label: this.t(labelKey),
      ...(closeLabelKey ? isOpen && { name: this.t(closeLabelKey) } : { pressed: isOpen }),
      icon,
      part: panel,
      variant: isOpen && closeLabelKey ? 'tile on' : 'tile',
      reason: reason && reason !== 'pending' ? this.disabledReasonText(reason) : null,
      onClick: () => {
        this.panel = isOpen ? null : panel;
        if (this.#isPickerOpen) this.#picker.request();
      },
    });
  }

  /**
   * Renders two commands that take turns on one button. A presumed call has both, because either
   * may be the right one.
   */
  #renderToggle(view: ControlView, isOn: boolean, commands: readonly [DirectCommand, DirectCommand]): TemplateResult[] {
    const [first, second] = isOn ? [commands[1], commands[0]] : commands;
    return (view.presumed ? [first, second] : [first]).map((command) => this.#renderButton(view, command));
  }

  /**
   * Renders Answer, with Decline before it while the call rings. Only a presumed call has Answer
   * alone.
   */
  #renderAnswer(view: ControlView): TemplateResult {
    const answerButton = this.#renderButton(view, 'answer');
    if (view.state !== 'ringing') return html`<div class="wide choice">${answerButton}</div>`;
    return html`<div class="wide choice">${this.#renderButton(view, 'rejectCall')}${answerButton}</div>`;
  }

  /** Renders the buttons of an action: one, or two where the state is presumed. */
  #renderAction(view: ControlView, action: ControlAction): readonly TemplateResult[] {
    switch (action) {
      case 'answer':
        return [this.#renderAnswer(view)];
      case 'hangup':
        return [this.#renderButton(view, 'hangup')];
      case 'hold':
        return this.#renderToggle(view, view.state === 'held', ['holdCall', 'retrieveCall']);
      case 'mute':
        return this.#renderToggle(view, view.muted, ['muteCall', 'unmute']);
      case 'survey':
        return [this.#renderButton(view, 'sendSatisfy')];
      default:
        return [this.#renderPanelButton(view, action)];
    }
  }

  /**
   * Renders the content of the open panel. A page can replace the field for notes; keypad and
   * picker are elements.
   */
  #renderPanelContent(panel: ControlPanel): TemplateResult {
    switch (panel) {
      case 'keypad':
        return html`<sobot-dialpad exportparts="digits, key"></sobot-dialpad>`;
      case 'notes':
        return html`<slot name="notes">
          <label for="notes">${this.t('controls.notes')}</label>
          <textarea
            id="notes"
            part="notes-field"
            .value=${this.agentHost?.session?.draft.notes ?? ''}
            @input=${this.#handleNotesInput}
          ></textarea>
        </slot>`;
      default:
        return this.#picker.render(this.t, panel);
    }
  }

  /**
   * Renders the content below the tiles: the buttons that end a consultation, as a named group
   * because their labels alone don't say which call they concern, and the open panel.
   */
  #renderBelow(view: ControlView): TemplateResult {
    const consult = this.#actions.includes('consult') ? consultCommands(view) : [];
    const { panel } = this;
    return html`${
      consult.length > 0
        ? html`<div
            class="wide consultation n${consult.length}"
            part="consultation"
            role="group"
            aria-label=${this.t('controls.consultation')}
          >
            ${consult.map((command) => this.#renderButton(view, command))}
          </div>`
        : nothing
    }${panel ? html`<div class="panel wide" part="panel">${this.#renderPanelContent(panel)}</div>` : nothing}`;
  }

  /**
   * Renders nothing without a call. The content below the tiles comes after the last tile, wherever
   * the page has placed Hang up, so that the tab order is the visible order of a panel.
   */
  protected override renderConnected(): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (!view) return nothing;
    const actions = this.#actions;
    const rendered = actions.map((action) =>
      isVisible(view, actions, action) ? this.#renderAction(view, action) : [],
    );
    const tileCount = rendered.filter((_, index) => isTile(actions[index] as ControlAction)).flat().length;
    const endOfTiles = actions.findLastIndex(isTile) + 1;
    return html`<div class="actions n${tileCount}" part="actions" @keydown=${this.#handleKeydown}>
        ${rendered.slice(0, endOfTiles)}${this.#renderBelow(view)}${rendered.slice(endOfTiles)}
      </div>
      ${renderMicrophone(this.t, this.#microphone.value)}${this.renderFailure()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-call-controls': SobotCallControls;
  }
}
