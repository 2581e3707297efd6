/** `<sobot-wrap-up>`: the after-call work of the last call, and the notes of the running one. */
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WrapUp, WrapUpDraft } from '../../src/session/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { actionButton } from '../../src/ui/components/index.js';
import { renderDisposition, renderNotes } from './draft-fields.js';
import { wrapUpMessages } from './messages.js';
import { wrapUpStyles } from './styles.js';
import { DEFAULT_EXTENSION_SECONDS, renderEndedCall, renderTimeSection } from './time-section.js';

/** The fields before the first call, and without a session. */
const emptyDraft: WrapUpDraft = { notes: '', disposition: '' };

/**
 * Notes and disposition are a draft, which is kept for each call and survives a reload. `sobot-wrap-up-done` has it when
 * the after-call work ends.
 *
 * @summary After-call work: the time left, an extension, notes and a disposition, and its end. During a call it shows
 * the notes alone.
 * @element sobot-wrap-up
 *
 * @csspart call - The ended call: its number, its name, and how long it lasted.
 * @csspart time - The section of the time left and of the extension.
 * @csspart bar - The bar of the time left.
 * @csspart left - The text of the time left. If the end is unknown, the time since the call.
 * @csspart extend-by - The choice of the length of an extension.
 * @csspart button - Every button.
 * @csspart extend - The button that extends the after-call work.
 * @csspart notes - The field of the notes.
 * @csspart disposition - The choice of the disposition.
 * @csspart finish - The button that ends the after-call work and makes the agent ready.
 * @csspart finish-busy - The button that ends the after-call work and sets the agent busy.
 * @csspart error - The error of an extension or of the end.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 *
 * @cssprop --sobot-wrap-up-bar - The colour of the bar of the time left.
 *
 * @cssState wrap-up - There is after-call work.
 * @cssState notes - A call is connected: only the notes are shown.
 */
export class SobotWrapUp extends SobotElement<typeof wrapUpMessages> {
  static override readonly tag = 'sobot-wrap-up';
  static override readonly messages = wrapUpMessages;
  static override readonly styles = wrapUpStyles;

  /** The after-call work; null during the next call, which is more urgent. */
  readonly #wrapUp = this.select(({ wrapUp, call }) => (call ? null : wrapUp));
  /** Id of the connected call; null without one. A ringing call has no notes yet. */
  readonly #callId = this.select(({ call }) => (call?.connectedAt ? call.id : null));
  readonly #endedCall = this.select(({ wrapUp }) => wrapUp?.call ?? null);
  readonly #extendCommand = this.command('delayACW');
  readonly #finishCommand = this.command('completeACW');
  readonly #finishBusyCommand = this.command('completeACWToBusy');
  /** Id of the call that the draft belongs to. */
  #draftCallId: string | null = null;

  /** The dispositions to select from: a list, or its JSON as an attribute. An empty list shows no such field. */
  @property() dispositions: string | readonly string[] = [];

  @state() private draft = emptyDraft;
  @state() private extensionSeconds = DEFAULT_EXTENSION_SECONDS;
  /** Seconds of the extension that was confirmed last; 0: none. */
  @state() private extendedSeconds = 0;

  /** Focuses the notes. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('textarea')?.focus(options);
  }

  /** Loads the draft when another call begins. A call and its after-call work have the same id, and the same draft. */
  protected override willUpdate(): void {
    const callId = this.#callId.value ?? this.#wrapUp.value?.callId ?? null;
    if (callId === this.#draftCallId) return;
    this.#draftCallId = callId;
    this.draft = this.agentHost?.session?.draft ?? emptyDraft;
    this.extendedSeconds = 0;
    this.failure = null;
  }

  /** Merges with the session's draft, which a second element on the page may have changed. */
  readonly #saveDraft = (changes: Partial<WrapUpDraft>): void => {
    const { session } = this.agentHost ?? {};
    this.draft = { ...(session?.draft ?? this.draft), ...changes };
    session?.saveDraft(this.draft);
  };

  /**
   * Extends the time, and confirms it in words once the platform has: the bar may not move, if its
   * end is unknown.
   */
  async #extend(): Promise<void> {
    const { extensionSeconds: seconds } = this;
    const callId = this.#draftCallId;
    this.extendedSeconds = 0;
    const isDone = await this.#extendCommand.run({ delayTime: seconds });
    if (isDone && callId === this.#draftCallId) this.extendedSeconds = seconds;
  }

  /**
   * Renders the ended call. It is not known where the page was opened during the after-call work.
   */
  #renderCall(): TemplateResult | typeof nothing {
    const call = this.#endedCall.value;
    return call ? renderEndedCall(this.t, this.maskParty(call)) : nothing;
  }

  #renderTime(wrapUp: WrapUp): TemplateResult {
    const extendButton = actionButton({
      command: this.#extendCommand,
      label: this.t('wrapUp.extend'),
      part: 'extend',
      variant: 'plain',
      onClick: () => void this.#extend(),
    });
    return renderTimeSection({
      t: this.t,
      wrapUp,
      extensionSeconds: this.extensionSeconds,
      extendedSeconds: this.extendedSeconds,
      onExtensionChange: (seconds) => (this.extensionSeconds = seconds),
      extendButton,
      failure: this.renderFailure('delayACW'),
    });
  }

  /** Renders the two ends. "Ready" is the usual one and stands last, where the eye ends. */
  #renderFinish(): TemplateResult {
    return html`<div class="row">
        ${actionButton({
          command: this.#finishBusyCommand,
          label: this.t('command.completeACWToBusy'),
          part: 'finish-busy',
          variant: 'plain',
        })}
        ${actionButton({
          command: this.#finishCommand,
          label: this.t('command.completeACW'),
          part: 'finish',
          variant: 'accent',
        })}
      </div>
      ${this.renderFailure('completeACW', 'completeACWToBusy')}`;
  }

  /**
   * Renders the notes in one template during and after the call: an agent who is writing when the call ends keeps the
   * field, the focus and the cursor.
   */
  protected override renderConnected(): TemplateResult | typeof nothing {
    const wrapUp = this.#wrapUp.value;
    const isInCall = this.#callId.value !== null;
    this.setStates({ 'wrap-up': !!wrapUp, notes: isInCall });
    if (!wrapUp && !isInCall) return nothing;
    const context = { t: this.t, draft: this.draft, onChange: this.#saveDraft };
    return html`<div class="stack">
      ${wrapUp ? html`${this.#renderCall()} ${this.#renderTime(wrapUp)}` : nothing} ${renderNotes(context)}
      ${wrapUp ? html`${renderDisposition(context, this.dispositions)} ${this.#renderFinish()}` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-wrap-up': SobotWrapUp;
  }
}
