/**
 * The calls that wait beside the current one, each with its own buttons. No command of the platform names a call: it
 * chooses among the calls that ring, and among those on hold.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Call } from '../../src/state/index.js';
import type { CommandController } from '../../src/ui/base/index.js';
import { isolateNumbers, partyName, partyNameAndNumber } from '../../src/ui/call/index.js';
import { actionButton, type ActionButton } from '../../src/ui/components/index.js';
import { elapsed, keyedList } from '../../src/ui/directives/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import { pause, phone, phoneIncoming, phoneOff, phoneOutgoing, play } from '../../src/ui/icons/index.js';
import type { CallDescription } from './description.js';
import type { incomingCallMessages } from './messages.js';

/** The commands of the buttons. */
export interface WaitingCallCommands {
  readonly answer: CommandController<'answer'>;
  readonly decline: CommandController<'rejectCall'>;
  readonly resume: CommandController<'retrieveCall'>;
}

/** A call with its description, as it may be shown. */
export interface DescribedCall {
  readonly call: Call;
  readonly description: CallDescription;
}

type TranslateWaiting = Translate<typeof incomingCallMessages>;

/** The buttons of a state. A call that dials has none: Hang up of the current call may be its only way out. */
const buttonsOf = (
  state: Call['state'],
  { answer, decline, resume }: WaitingCallCommands,
  t: TranslateWaiting,
): readonly ActionButton[] => {
  if (state === 'held')
    return [{ command: resume, label: t('command.retrieveCall'), icon: play, part: 'resume', variant: 'plain' }];
  if (state !== 'ringing') return [];
  return [
    { command: decline, label: t('command.rejectCall'), icon: phoneOff, part: 'decline', variant: 'stop outlined' },
    { command: answer, label: t('command.answer'), icon: phone, part: 'answer', variant: 'go' },
  ];
};

const icons = { ringing: phoneIncoming, dialing: phoneOutgoing, held: pause, talking: pause } as const;
const stateKeys = {
  ringing: 'incoming.since',
  dialing: 'incoming.dialing',
  held: 'incoming.held',
  talking: 'incoming.waits',
} as const;

/** Renders the state with its time. No message may have told whether a presumed call is on hold, or over. */
const renderState = ({ state, presumed, startedAt, heldAt }: Call, t: TranslateWaiting): TemplateResult =>
  html`${icons[state]}${t(presumed ? 'incoming.waits' : stateKeys[state])}
    <span class="time">${elapsed(heldAt ?? startedAt)}</span>`;

/** Renders one call. The names of its buttons say whom they concern. */
function renderWaitingCall(
  { call, description }: DescribedCall,
  origin: TemplateResult,
  commands: WaitingCallCommands,
  t: TranslateWaiting,
): TemplateResult {
  const { speaker } = description;
  const buttons = buttonsOf(call.state, commands, t);
  return html`<li class="waiting ${call.state}" part="waiting-call">
    <div class="who">
      <p class="name" part="waiting-party">${isolateNumbers(partyNameAndNumber(t, speaker, ' · '))}</p>
      <p class="origin" part="waiting-state">${renderState(call, t)}</p>
      ${origin}
    </div>
    ${
      buttons.length > 0
        ? html`<div class="choice n${buttons.length}">
            ${buttons.map((button) =>
              actionButton({ ...button, name: `${button.label} ${partyName(t, speaker)}`, subject: call.sequence }),
            )}
          </div>`
        : nothing
    }
  </li>`;
}

/**
 * Renders the list of the waiting calls.
 * @param renderOrigin renders kind, skill group and related party of a call
 */
export const renderWaitingCalls = (
  calls: readonly DescribedCall[],
  renderOrigin: (call: DescribedCall) => TemplateResult,
  commands: WaitingCallCommands,
  t: TranslateWaiting,
): TemplateResult =>
  html`<ul part="waiting" aria-label=${t('incoming.waiting')}>
    ${keyedList(
      calls,
      ({ call }) => call.sequence,
      (each) => renderWaitingCall(each, renderOrigin(each), commands, t),
    )}
  </ul>`;
