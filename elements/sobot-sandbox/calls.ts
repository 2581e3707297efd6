/**
 * The section of the parties outside the company: customers, and third parties that an agent has
 * called.
 *
 * The user of the panel plays these parties: answers and hangs up for them, and sends their keypad
 * digits. Colleagues have a section of their own, because their behaviour is automatic.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { CentreSnapshot, PartySnapshot } from '../../src/sandbox/index.js';
import { phone, phoneOff } from '../../src/ui/icons/index.js';
import { fieldText, onSubmit, plainButton } from './form-controls.js';
import type { PanelContext } from './panel-context.js';

/** A call of the snapshot. The call centre does not export that type by a name. */
type CallSnapshot = CentreSnapshot['calls'][number];

/** Renders a block for each party that is on the telephone, or a hint if there is none. */
export function renderCalls(context: PanelContext): TemplateResult {
  const { centre, t } = context;
  const externalParties = centre
    .snapshot()
    .calls.flatMap((call) => call.parties.map((party) => [call, party] as const))
    .filter(([, { kind }]) => kind === 'customer' || kind === 'third');
  return html`<fieldset part="calls">
    <legend>${t('sandbox.calls')}</legend>
    ${
      externalParties.length
        ? externalParties.map(([call, party]) => renderParty(context, call, party))
        : html`<p class="hint">${t('sandbox.noCalls')}</p>`
    }
  </fieldset>`;
}

/**
 * Returns the state to show. A called party is `dialing` here: `ringing` is a customer's own call
 * at the agent.
 */
function displayStateOf(call: CallSnapshot, party: PartySnapshot): CallSnapshot['state'] {
  if (party.state === 'ringing') return 'dialing';
  return party.kind === 'customer' ? call.state : 'talking';
}

/** Renders a party with its state. Only a customer can hear the agent's silence and send digits. */
function renderParty(context: PanelContext, call: CallSnapshot, party: PartySnapshot): TemplateResult {
  const { host, t } = context;
  const isCustomer = party.kind === 'customer';
  const displayState = displayStateOf(call, party);
  const isConnected = displayState === 'talking' || displayState === 'held';
  return html`<div class="stack call" part="call">
    <p class="who">
      <strong>${host.maskNumber(party.number)}</strong>
      <span class="tag ${isConnected ? 'go-tag' : ''}">${t(`sandbox.${displayState}`)}</span>
    </p>
    ${isCustomer ? nothing : html`<p class="hint">${t('sandbox.third')}</p>`}
    ${isCustomer && isConnected && call.muted ? html`<p class="hint">${t('sandbox.muted')}</p>` : nothing}
    ${renderPartyButtons(context, party)} ${isCustomer && isConnected ? renderDigits(context, call, party) : nothing}
  </div>`;
}

/**
 * Renders the buttons of a party. Their names differ, so that those of a customer and of a third
 * party do not get mixed up. Answer is offered only to a party that is called.
 */
function renderPartyButtons({ centre, t }: PanelContext, { kind, callID, state }: PartySnapshot): TemplateResult {
  const partyKey = kind === 'customer' ? 'customer' : 'third';
  return html`<div class="buttons">
    ${
      state === 'ringing'
        ? html`${plainButton(t(`sandbox.${partyKey}.answer`), 'customer-answers', () => centre.customerAnswers(callID), { icon: phone })}
          ${plainButton(t(`sandbox.${partyKey}.decline`), 'customer-declines', () => centre.customerDeclines(callID))}`
        : nothing
    }
    ${plainButton(t(`sandbox.${partyKey}.hangUp`), 'customer-hangs-up', () => centre.customerHangsUp(callID), { icon: phoneOff })}
  </div>`;
}

/**
 * Renders the keypad digits of a call: a form that sends the customer's, and the lists of those
 * that were sent.
 */
function renderDigits(
  { centre, t }: PanelContext,
  { digits, receivedDigits, customerDigits }: CallSnapshot,
  { callID }: PartySnapshot,
): TemplateResult {
  // A refusal keeps the digits in the field, so that they can be corrected.
  const handleSubmit = onSubmit((form) => {
    if (centre.customerSendsDigits(fieldText(form, 'digits'), callID)) form.reset();
  });
  // `receivedDigits` comes from real media: it proves that the tones arrived, and not only that
  // they were sent.
  const lines = [
    digits && t('sandbox.agentDigits', digits),
    receivedDigits && t('sandbox.heard', receivedDigits),
    customerDigits && t('sandbox.customerDigits', customerDigits),
  ].filter(Boolean);
  return html`<form class="inline" @submit=${handleSubmit}>
      <input
        name="digits"
        aria-label=${t('sandbox.digits')}
        placeholder=${t('sandbox.digits')}
        inputmode="tel"
        pattern="[0-9*#]+"
        required
        autocomplete="off"
      />
      <button class="button plain" part="button customer-sends-digits" aria-label=${t('sandbox.sendDigits')}>
        ${t('sandbox.send')}
      </button>
    </form>
    ${
      lines.length
        ? html`<ul class="hint">
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
        : nothing
    }`;
}
