/**
 * The element `<sobot-call-info>`: facts about the running call, and about the last one during
 * after-call work. It only reads the state and has no commands, so that a page can place it apart
 * from the controls.
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Agent, AgentState, Call, CallSummary, Consult, Party } from '../../src/state/index.js';
import { clockTime, elapsed } from '../../src/ui/directives/index.js';
import { sameNumber } from '../../src/internal/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import {
  messagesSquare,
  micOff,
  pause,
  phoneCall,
  phoneIncoming,
  phoneOff,
  phoneOutgoing,
  users,
} from '../../src/ui/icons/index.js';
import { textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { callInfoMessages } from './messages.js';
import { callDataStyles, callKindOf, isolateNumbers, renderCallData, renderNameLink } from '../../src/ui/call/index.js';

/** Icon and colour of the state. The colour is never the only sign: text and icon say the same. */
const stateIcons = { dialing: phoneOutgoing, ringing: phoneIncoming, talking: phoneCall, held: pause } as const;
const stateTagClasses = { dialing: '', ringing: 'go-tag', talking: 'go-tag', held: 'warn-tag' } as const;

/**
 * Selects the call of the after-call work; null during a call, and where this page has not seen the
 * call.
 */
const endedCall = ({ call, wrapUp }: AgentState): CallSummary | null => (call ? null : (wrapUp?.call ?? null));

/**
 * During after-call work it shows the call that has ended.
 *
 * @summary What is known of the running call: number, state, times, parties and business data.
 * @element sobot-call-info
 * @csspart call - Everything that is drawn during a call.
 * @csspart state - The state of the call, with the time on hold.
 * @csspart muted - The tag that says that the microphone is off.
 * @csspart consult - The consultation or the conference: who, in what state, since when.
 * @csspart number - The other side's number.
 * @csspart name - The other side's name.
 * @csspart link - The way to their page, where `partyResolver` has given one.
 * @csspart line - Direction, skill group and running time.
 * @csspart time - The running time.
 * @csspart parties - The parties of the call, a definition list.
 * @csspart party - One party: number, name and state.
 * @csspart data - The business data of the call, a definition list.
 * @csspart data-name - The name of one piece of data.
 * @csspart data-value - One piece of data.
 * @csspart data-more - What doesn't fit, to be opened.
 * @csspart notice - A notice, such as a missing agent.
 * @csspart icon - Every icon.
 * @cssState dialing - The call is being dialled.
 * @cssState ringing - The call rings.
 * @cssState talking - The other side is heard.
 * @cssState held - The call is on hold.
 * @cssState consulting - A third party is called or spoken to, while the other side waits.
 * @cssState conference - A third party takes part in the call.
 * @cssState ended - The call is over, its after-call work isn't.
 * @cssState empty - There is no call; it takes no room.
 */
export class SobotCallInfo extends SobotElement<typeof callInfoMessages> {
  static override readonly tag = 'sobot-call-info';
  static override readonly messages = callInfoMessages;
  static override readonly renamedAttributes = { silent: 'no-announce' };
  static override readonly styles = [
    tokenStyles,
    textStyles,
    callDataStyles,
    css`
      :host(:state(empty)) {
        display: none;
      }
      /* Facts stay readable as a column in the middle of a wide page. */
      .stack {
        max-inline-size: 480px;
        margin-inline: auto;
      }
      .who {
        margin-block-end: 4px;
        text-align: center;
      }
      /* The height of one tag, so that nothing moves when a tag appears. Long
         names wrap at 280 px. */
      .tags {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 8px;
        min-block-size: 26px;
      }
      .line + .tags {
        margin-block-start: 8px;
      }
      .tags bdi {
        overflow-wrap: anywhere;
      }
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .line {
        color: var(--_muted);
        overflow-wrap: anywhere;
      }
      /* Parties and business data in one box: its corners clip the lists, a line separates them. */
      .box {
        overflow: hidden;
        border-radius: var(--_radius);
        background: var(--_sunken);
      }
      .box > * + * {
        border-block-start: 1px solid var(--_line);
      }
      .box .facts {
        border-radius: 0;
      }
      .party-state {
        color: var(--_muted);
        font-size: 12px;
      }
    `,
  ];

  /** The running call; null without one. */
  readonly #call = this.select(({ call }) => call);
  /** The consultation or conference of the call; null without one. */
  readonly #consult = this.select(({ consult }) => consult);
  /** The logged-in agent, to recognize their own number among the parties. */
  readonly #agent = this.select(({ agent }) => agent);
  readonly #endedCall = this.select(endedCall);

  /** It doesn't tell screen readers the state: something else on the page does. */
  @property({ type: Boolean, attribute: 'no-announce' }) noAnnounce = false;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const state = this.#call.value?.state;
    const ended = this.#endedCall.value !== null;
    const consult = this.#consult.value?.state;
    const noCallStates = { dialing: false, ringing: false, talking: false, held: false };
    this.setStates({
      ...noCallStates,
      ...(state && { [state]: true }),
      consulting: consult === 'dialing' || consult === 'talking',
      conference: consult === 'conference',
      ended,
      empty: !!this.agentHost && !state && !ended,
    });
  }

  /**
   * Renders state and mute as tags. The text of the state is a live region, but the time on hold
   * beside it is not: a screen reader would read it out every second.
   */
  #renderTags(call: Call): TemplateResult {
    const { state, presumed, heldAt, muted } = call;
    const text = this.t(presumed ? 'info.presumed' : `info.${state}`);
    return html`<p class="tags">
      <span class="tag ${stateTagClasses[state]}" part="state"
        >${stateIcons[state]}<span role=${this.noAnnounce ? nothing : 'status'}>${text}</span
        >${heldAt === null ? nothing : html`<span>${elapsed(heldAt)}</span>`}</span
      >
      ${muted ? html`<span class="tag warn-tag" part="muted">${micOff}${this.t('info.muted')}</span>` : nothing}
    </p>`;
  }

  /** Renders the tag of the consultation, by the name of the third party, else by their number. */
  #renderConsult({ number, name, state, since }: Consult): TemplateResult {
    const partyText = this.maskText(name ?? '') || this.maskNumber(number) || this.t('call.noNumber');
    return html`<p class="tags">
      <span class="tag ${state === 'dialing' ? '' : 'go-tag'}" part="consult"
        >${state === 'conference' ? users : messagesSquare}<bdi role=${this.noAnnounce ? nothing : 'status'}
          >${isolateNumbers(this.t(`info.consult.${state}`, partyText))}</bdi
        ><span>${elapsed(since)}</span></span
      >
    </p>`;
  }

  /**
   * Renders the tag of an ended call. The length is missing where the call was not answered, or its
   * end was not seen.
   */
  #renderEndedTag({ connectedAt, endedAt }: CallSummary): TemplateResult {
    const length = connectedAt !== null && endedAt !== null ? clockTime(endedAt - connectedAt) : '';
    return html`<p class="tags">
      <span class="tag" part="state"
        >${phoneOff}<span role=${this.noAnnounce ? nothing : 'status'}>${this.t('info.ended')}</span
        >${length ? html`<span part="time">${length}</span>` : nothing}</span
      >
    </p>`;
  }

  /** Renders kind, skill group and time in one line. Only a running call knows its skill group. */
  #renderLine(call: Call | CallSummary, time: unknown): TemplateResult {
    const queue = 'queue' in call && call.queue ? html` · <bdi>${this.maskText(call.queue)}</bdi>` : nothing;
    return html`<p class="line" part="line">${this.t(`call.${callKindOf(call)}`)}${queue}${time}</p>`;
  }

  /**
   * Returns the label of a party. The agent's own end is "Agent", because "Caller" or "Called"
   * would say nothing new. Roles of a transfer or a consultation keep their label, also for the
   * agent. A role that the kit doesn't know is shown as sent.
   */
  #roleText({ role, number }: Party): string {
    const isPlainEnd = role === 'Origination' || role === 'Destination' || role === 'Unknown';
    const key = isPlainEnd && isOwnNumber(this.#agent.value, number) ? 'role.Agent' : `role.${role}`;
    return isRoleKey(key) ? this.t(key) : role;
  }

  /**
   * Renders the parties as a definition list, with the role as the term. The state of a party is
   * left out after the call, because it is the one before the release.
   */
  #renderParties(parties: readonly Party[], isRunning: boolean): TemplateResult | typeof nothing {
    if (parties.length === 0) return nothing;
    return html`<dl class="facts" part="parties" aria-label=${this.t('info.parties')}>
      ${parties.map(
        (party) =>
          html`<dt>${this.#roleText(party)}</dt>
            <dd part="party">
              <bdi
                >${isolateNumbers([this.maskText(party.name ?? ''), this.maskNumber(party.number)].filter(Boolean).join(' · '))}</bdi
              >
              ${isRunning ? html`<span class="party-state">${this.t(`party.${party.state}`)}</span>` : nothing}
            </dd>`,
      )}
    </dl>`;
  }

  /**
   * Renders a running or an ended call. Where only a name is known, it takes the place of the
   * number.
   * @param time the running time; `nothing` for an ended call, whose tag has the length
   */
  #renderCall(
    call: Call | CallSummary,
    tags: TemplateResult,
    time: unknown,
    parties: readonly Party[],
    consult: Consult | null,
  ): TemplateResult {
    const name = this.maskText(call.name ?? '');
    const number = this.maskNumber(call.number) || name || this.t('call.noNumber');
    return html`<div class="stack" part="call">
      <div class="who">
        ${tags}
        <p class="number" part="number" dir="auto">${number}</p>
        ${name && name !== number ? html`<p class="name" part="name" dir="auto">${renderNameLink(call, this.maskText)}</p>` : nothing}
        ${this.#renderLine(call, time)} ${consult ? this.#renderConsult(consult) : nothing}
      </div>
      <div class="box">
        ${this.#renderParties(parties, 'state' in call)}${renderCallData(call, this.t, this.maskText)}
      </div>
    </div>`;
  }

  protected override renderConnected(): TemplateResult | typeof nothing {
    const call = this.#call.value;
    const endedCall = this.#endedCall.value;
    if (call) {
      const consult = this.#consult.value;
      const time = html` · <span part="time">${elapsed(call.connectedAt ?? call.startedAt)}</span>`;
      return this.#renderCall(call, this.#renderTags(call), time, withConsultedParty(call, consult), consult);
    }
    return endedCall
      ? this.#renderCall(endedCall, this.#renderEndedTag(endedCall), nothing, endedCall.parties, null)
      : nothing;
  }
}

/**
 * Whether a number is the agent's: depending on the answering method, a call has extension,
 * telephone or work number.
 */
const isOwnNumber = (agent: Agent | null, number: string): boolean =>
  agent !== null && [agent.ext, agent.phone, agent.number].some((own) => sameNumber(own, number));

/**
 * Returns the parties with the consulted one. The platform adds the third party to the call only
 * when they join it. Until then they have a leg of their own: the agent's state is that of this
 * leg, while the customer is on hold.
 */
function withConsultedParty({ parties, localNumber: own }: Call, consult: Consult | null): readonly Party[] {
  if (!consult || consult.number === '' || parties.some(({ number }) => sameNumber(number, consult.number)))
    return parties;
  const { number, name } = consult;
  const state: Party['state'] = consult.state === 'dialing' ? 'Dialing' : 'Talk';
  const party = { number, role: 'Consulted', state, ...(name !== undefined && { name }) } as const;
  return [...parties.map((each) => (sameNumber(each.number, own) ? { ...each, state } : each)), party];
}

type RoleKey = keyof typeof callInfoMessages & `role.${string}`;

/**
 * Whether the kit has a label for a role: the SDK may send roles that the document doesn't list.
 */
const isRoleKey = (key: string): key is RoleKey => Object.hasOwn(callInfoMessages, key);

declare global {
  interface HTMLElementTagNameMap {
    'sobot-call-info': SobotCallInfo;
  }
}
