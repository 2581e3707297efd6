import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { actionButton } from '../../src/ui/components/button.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { shallowEqual } from '../../src/ui/base/state-selector.js';
import { buttons, fields, texts, tokens } from '../../src/ui/styles/index.js';
import { callControlsMessages } from './messages.js';
import {
  consultCommands,
  controlView,
  isConsulting,
  isDue,
  isTile,
  parseActions,
  surelyConsulting,
  type Action,
  type ControlView,
} from './actions.js';
import { looks, panels, type Direct, type Panel } from './button-specs.js';
import { controlStyles } from './styles.js';
import { SobotDialpad } from '../sobot-dialpad/sobot-dialpad.js';
import { SobotTransfer } from '../sobot-transfer/sobot-transfer.js';

const sameView = (a: ControlView | null, b: ControlView | null): boolean =>
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
 * @csspart survey - The button Survey.
 * @csspart notes - The button Notes.
 * @csspart panel - What Keypad, Transfer, Consult or Notes has opened.
 * @csspart notes-field - The field for notes.
 * @csspart digits - The digits that were sent.
 * @csspart key - Every key of the keypad.
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
  static override readonly uses = [SobotDialpad, SobotTransfer];
  static override readonly messages = callControlsMessages;
  static override readonly styles = [tokens, buttons, fields, texts, controlStyles];

  readonly #view = this.select(controlView, sameView);
  #call = 0;
  #wanted = parseActions(null);
  #focused: Element | null = null;

  /** Which buttons, in which order: `answer` (with decline) `hangup` `hold` `mute` `keypad` `transfer` `consult` `survey` `notes`. */
  @property() actions: string | null = null;

  @state() private panel: Panel | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('actions')) this.#wanted = parseActions(this.actions);
    this.#focused = this.shadowRoot?.activeElement ?? null;
    const view = this.#view.value;
    if (view && view.sequence !== this.#call) {
      this.#call = view.sequence;
      this.panel = null;
      this.failure = null;
    }
    if (view && surelyConsulting(view) && (this.panel === 'transfer' || this.panel === 'consult')) this.panel = null;
    const off = { dialing: false, ringing: false, talking: false, held: false };
    this.setStates({
      ...off,
      ...(view && { [view.state]: true }),
      muted: view?.muted ?? false,
      consulting: !!view && isConsulting(view),
      conference: view?.consult === 'conference',
      open: this.panel !== null,
      empty: !!this.phone && !view,
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('panel') && this.panel) void this.#enterPanel();
    // The button that was pressed may be gone, as Answer is: not onto Hang up, the next key press would be heard there.
    else if (this.#focused && !this.#focused.isConnected) this.#find('.tile')?.focus();
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.panel) return;
    event.stopPropagation();
    this.#find(`[part~='${this.panel}']`)?.focus();
    this.panel = null;
  };

  readonly #noted = (event: Event): void => {
    const session = this.phone?.session;
    session?.saveDraft({ ...session.draft, notes: (event.target as HTMLTextAreaElement).value });
  };

  async #enterPanel(): Promise<void> {
    const [own] = this.#find<HTMLSlotElement>('slot[name="notes"]')?.assignedElements() ?? [];
    const field = own instanceof LitElement ? own : this.#find('.panel > :is(sobot-dialpad, sobot-transfer), textarea');
    if (field && 'updateComplete' in field) await field.updateComplete;
    field?.focus();
  }

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
  }

  #button(view: ControlView, command: Direct): TemplateResult {
    const { word, look, ...rest } = looks[command];
    const why = view[command];
    const unanswered = why === 'no-consult' && view.consult === 'dialing';
    return actionButton({
      ...rest,
      label: this.t(word),
      look: look === 'tile on' && view.presumed ? 'tile' : look,
      reason: unanswered ? this.t('controls.unanswered') : why && why !== 'pending' ? this.why(why) : null,
      busy: why === 'pending',
      keys: this.phone?.keys?.get(command),
      ...(command === 'sendSatisfy' ? { hint: this.t('controls.surveyHint') } : undefined),
      onClick: () => void this.run(command),
    });
  }

  /** Open, it is pressed, or has another name than what it has opened. What is open can be closed. */
  #drawOpener(view: ControlView, panel: Panel): TemplateResult {
    const { word, close, icon, command } = panels[panel];
    const open = this.panel === panel;
    const why = command && !open ? view[command] : null;
    return actionButton({
      label: this.t(word),
      ...(close ? open && { name: this.t(close) } : { pressed: open }),
      icon,
      part: panel,
      look: open && close ? 'tile on' : 'tile',
      reason: why && why !== 'pending' ? this.why(why) : null,
      onClick: () => (this.panel = open ? null : panel),
    });
  }

  /** Two commands that take turns on one button; both where nobody knows whose turn it is. */
  #drawTurns(view: ControlView, on: boolean, commands: readonly [Direct, Direct]): TemplateResult[] {
    const [first, second] = on ? [commands[1], commands[0]] : commands;
    return (view.presumed ? [first, second] : [first]).map((command) => this.#button(view, command));
  }

  #drawAnswer(view: ControlView): TemplateResult {
    const answer = this.#button(view, 'answer');
    if (view.state !== 'ringing') return html`<div class="wide choice">${answer}</div>`;
    return html`<div class="wide choice">${this.#button(view, 'rejectCall')}${answer}</div>`;
  }

  #drawAction(view: ControlView, action: Action): readonly TemplateResult[] {
    switch (action) {
      case 'answer':
        return [this.#drawAnswer(view)];
      case 'hangup':
        return [this.#button(view, 'hangup')];
      case 'hold':
        return this.#drawTurns(view, view.state === 'held', ['holdCall', 'retrieveCall']);
      case 'mute':
        return this.#drawTurns(view, view.muted, ['muteCall', 'unmute']);
      case 'survey':
        return [this.#button(view, 'sendSatisfy')];
      default:
        return [this.#drawOpener(view, action)];
    }
  }

  #drawPanelContent(panel: Panel): TemplateResult {
    switch (panel) {
      case 'keypad':
        return html`<sobot-dialpad exportparts="digits, key"></sobot-dialpad>`;
      case 'notes':
        return html`<slot name="notes">
          <label for="notes">${this.t('controls.notes')}</label>
          <textarea
            id="notes"
            part="notes-field"
            .value=${this.phone?.session?.draft.notes ?? ''}
            @input=${this.#noted}
          ></textarea>
        </slot>`;
      default:
        return html`<sobot-transfer part="picker" mode=${panel}></sobot-transfer>`;
    }
  }

  /** Below the tiles: the ways out of a consultation, and what a tile has opened. */
  #drawBelow(view: ControlView): TemplateResult {
    const consult = this.#wanted.includes('consult') ? consultCommands(view) : [];
    const { panel } = this;
    return html`${
      consult.length > 0
        ? html`<div
            class="wide consultation n${consult.length}"
            part="consultation"
            role="group"
            aria-label=${this.t('controls.consultation')}
          >
            ${consult.map((command) => this.#button(view, command))}
          </div>`
        : nothing
    }${panel ? html`<div class="panel wide" part="panel">${this.#drawPanelContent(panel)}</div>` : nothing}`;
  }

  protected override draw(_phone: Phone): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (!view) return nothing;
    const wanted = this.#wanted;
    const drawn = wanted.map((action) => (isDue(view, wanted, action) ? this.#drawAction(view, action) : []));
    const tiles = drawn.filter((_, index) => isTile(wanted[index] as Action)).flat().length;
    const last = wanted.findLastIndex(isTile) + 1;
    return html`<div class="actions n${tiles}" part="actions" @keydown=${this.#keyed}>
        ${drawn.slice(0, last)}${this.#drawBelow(view)}${drawn.slice(last)}
      </div>
      ${this.drawFailure()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-call-controls': SobotCallControls;
  }
}
