import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { actionButton, type ActionButton } from '../../src/ui/button.js';
import { SobotElement } from '../../src/ui/element.js';
import { fileText, grid3x3, mic, micOff, pause, phone as phoneIcon, phoneOff, play, star } from '../../src/ui/icons.js';
import type { Phone } from '../../src/ui/phone.js';
import { shallowEqual } from '../../src/ui/slice.js';
import { buttons, fields, texts, tokens } from '../../src/ui/styles.js';
import { callControlsWords } from '../../src/ui/words/en/call-controls.js';
import { callWords } from '../../src/ui/words/en/call.js';
import {
  controlView,
  isDue,
  isTile,
  parseActions,
  type Action,
  type ControlCommand,
  type ControlView,
} from './call-controls/actions.js';
import { controlStyles } from './call-controls/styles.js';
import { SobotDialpad } from './sobot-dialpad.js';

type Panel = 'keypad' | 'notes';

const sameView = (a: ControlView | null, b: ControlView | null): boolean =>
  a === b || (a !== null && b !== null && shallowEqual(a, b));

/**
 * While a call rings there are Answer and Decline; a call that was restored in an unknown state has every button that
 * might be needed.
 *
 * @summary The buttons of the running call: answer and decline, hang up, hold, mute, keypad, survey, notes.
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
 * @csspart survey - The button Survey.
 * @csspart notes - The button Notes.
 * @csspart panel - What Keypad or Notes has opened.
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
 * @cssState empty - There is no call; it takes no room.
 */
export class SobotCallControls extends SobotElement {
  static override readonly tag = 'sobot-call-controls';
  static override readonly uses = [SobotDialpad];
  static override readonly words = [callWords, callControlsWords];
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
    if (view && view.serial !== this.#call) {
      this.#call = view.serial;
      this.panel = null;
      this.failure = null;
    }
    const off = { dialing: false, ringing: false, talking: false, held: false };
    const is = view ? { ...off, [view.state]: true } : off;
    this.setStates({ ...is, muted: view?.muted ?? false, empty: !!this.phone && !view });
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
    const field = own instanceof LitElement ? own : this.#find('.panel sobot-dialpad, .panel textarea');
    if (field && 'updateComplete' in field) await field.updateComplete;
    field?.focus();
  }

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
  }

  #button(view: ControlView, command: ControlCommand, button: Omit<ActionButton, 'onClick'>): TemplateResult {
    const why = view[command];
    const reason = why && why !== 'pending' ? this.why(why) : null;
    return actionButton({ ...button, reason, busy: why === 'pending', onClick: () => void this.run(command) });
  }

  #drawKeypad(reason: string | null): TemplateResult {
    const pressed = this.panel === 'keypad';
    return actionButton({
      label: this.t('controls.keypad'),
      icon: grid3x3,
      part: 'keypad',
      look: 'tile',
      pressed,
      reason: pressed ? null : reason, // what is open can be closed
      onClick: () => (this.panel = pressed ? null : 'keypad'),
    });
  }

  /** Open, it has another name than the field that it has opened. */
  #drawNotes(): TemplateResult {
    const open = this.panel === 'notes';
    return actionButton({
      label: this.t('controls.notes'),
      ...(open ? { name: this.t('controls.closeNotes') } : undefined),
      icon: fileText,
      part: 'notes',
      look: open ? 'tile on' : 'tile',
      onClick: () => (this.panel = open ? null : 'notes'),
    });
  }

  /** Two commands that take turns on one button; both where nobody knows whose turn it is. */
  #turns(view: ControlView, on: boolean, buttons: readonly [TemplateResult, TemplateResult]): unknown {
    return [buttons[on ? 1 : 0], view.assumed ? buttons[on ? 0 : 1] : nothing];
  }

  #drawHold(view: ControlView): unknown {
    const { assumed, state } = view;
    return this.#turns(view, state === 'held', [
      this.#button(view, 'holdCall', { label: this.t('controls.hold'), icon: pause, part: 'hold', look: 'tile' }),
      this.#button(view, 'retrieveCall', {
        label: this.t('controls.resume'),
        icon: play,
        part: 'hold',
        look: assumed ? 'tile' : 'tile on',
      }),
    ]);
  }

  #drawMute(view: ControlView): unknown {
    const { assumed, muted } = view;
    return this.#turns(view, muted, [
      this.#button(view, 'muteCall', { label: this.t('controls.mute'), icon: micOff, part: 'mute', look: 'tile' }),
      this.#button(view, 'unmute', {
        label: this.t('controls.unmute'),
        icon: mic,
        part: 'mute',
        look: assumed ? 'tile' : 'tile on',
      }),
    ]);
  }

  #drawAnswer(view: ControlView): TemplateResult {
    const answer = this.#button(view, 'answer', {
      label: this.t('call.answer'),
      icon: phoneIcon,
      part: 'answer',
      look: 'go',
    });
    if (view.state !== 'ringing') return html`<div class="wide choice">${answer}</div>`;
    const decline = this.#button(view, 'rejectCall', {
      label: this.t('call.decline'),
      icon: phoneOff,
      part: 'decline',
      look: 'stop outlined',
    });
    return html`<div class="wide choice">${decline}${answer}</div>`;
  }

  #drawAction(view: ControlView, action: Action): unknown {
    const why = view.sendDtmf;
    switch (action) {
      case 'answer':
        return this.#drawAnswer(view);
      case 'hangup':
        return this.#button(view, 'hangup', {
          label: this.t('controls.hangup'),
          icon: phoneOff,
          part: 'hangup',
          look: 'stop',
        });
      case 'hold':
        return this.#drawHold(view);
      case 'mute':
        return this.#drawMute(view);
      case 'keypad':
        return this.#drawKeypad(why && why !== 'pending' ? this.why(why) : null);
      case 'survey':
        return this.#button(view, 'sendSatisfy', {
          label: this.t('controls.survey'),
          icon: star,
          part: 'survey',
          look: 'tile',
        });
      case 'notes':
        return this.#drawNotes();
      default:
        return nothing;
    }
  }

  #drawPanel(): TemplateResult | typeof nothing {
    if (!this.panel) return nothing;
    return html`<div class="panel wide" part="panel">
      ${
        this.panel === 'keypad'
          ? html`<sobot-dialpad exportparts="digits, key"></sobot-dialpad>`
          : html`<slot name="notes">
              <label for="notes">${this.t('controls.notes')}</label>
              <textarea
                id="notes"
                part="notes-field"
                .value=${this.phone?.session?.draft.notes ?? ''}
                @input=${this.#noted}
              ></textarea>
            </slot>`
      }
    </div>`;
  }

  protected override draw(_phone: Phone): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (!view) return nothing;
    const wanted = this.#wanted;
    const drawn = wanted.map((action) => (isDue(view, wanted, action) ? this.#drawAction(view, action) : nothing));
    const tiles = wanted.filter((action, index) => isTile(action) && drawn[index] !== nothing).length;
    drawn.splice(wanted.findLastIndex(isTile) + 1, 0, this.#drawPanel());
    return html`<div class="actions n${tiles}" part="actions" @keydown=${this.#keyed}>${drawn}</div>
      ${this.drawFailure()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-call-controls': SobotCallControls;
  }
}
