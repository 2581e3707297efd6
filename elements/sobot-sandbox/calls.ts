import { html, nothing, type TemplateResult } from 'lit';
import type { CentreSnapshot, PartySnapshot } from '../../src/sandbox/index.js';
import { phone, phoneOff } from '../../src/ui/icons/index.js';
import { fieldText, onSubmit } from './form-controls.js';
import type { SandboxPanel } from './panel.js';

type CallSnapshot = CentreSnapshot['calls'][number];

/** Everybody outside who is on the phone: customers, and third parties that an agent has called. */
export function renderCalls(panel: SandboxPanel): TemplateResult {
  const { centre, t } = panel;
  const externalParties = centre
    .snapshot()
    .calls.flatMap((call) => call.parties.map((party) => [call, party] as const))
    .filter(([, { kind }]) => kind === 'customer' || kind === 'third');
  return html`<fieldset part="calls">
    <legend>${t('sandbox.calls')}</legend>
    ${
      externalParties.length
        ? externalParties.map(([call, party]) => renderCall(panel, call, party))
        : html`<p class="hint">${t('sandbox.noCalls')}</p>`
    }
  </fieldset>`;
}

function renderCall(
  panel: SandboxPanel,
  call: CallSnapshot,
  { kind, callID, number, state }: PartySnapshot,
): TemplateResult {
  const { centre, t } = panel;
  const isCustomer = kind === 'customer';
  const partyKey = isCustomer ? 'customer' : 'third';
  const isCalled = state === 'ringing';
  const displayState = isCalled ? 'dialing' : isCustomer ? call.state : 'talking';
  const isTalking = isCustomer && (displayState === 'talking' || displayState === 'held');
  const { renderButton } = panel;
  return html`<div class="stack call" part="call">
    <p class="who">
      <strong>${panel.maskNumber(number)}</strong>
      <span class="tag ${displayState === 'talking' || displayState === 'held' ? 'go-tag' : ''}"
        >${t(`sandbox.${displayState}`)}</span
      >
    </p>
    ${isCustomer ? nothing : html`<p class="hint">${t('sandbox.third')}</p>`}
    ${isTalking && call.muted ? html`<p class="hint">${t('sandbox.muted')}</p>` : nothing}
    <div class="buttons">
      ${
        isCalled
          ? html`${renderButton(t(`sandbox.${partyKey}.answer`), 'customer-answers', () => centre.customerAnswers(callID), { icon: phone })}
            ${renderButton(t(`sandbox.${partyKey}.decline`), 'customer-declines', () => centre.customerDeclines(callID))}`
          : nothing
      }
      ${renderButton(t(`sandbox.${partyKey}.hangUp`), 'customer-hangs-up', () => centre.customerHangsUp(callID), { icon: phoneOff })}
    </div>
    ${isTalking ? renderDigits(panel, call, callID) : nothing}
  </div>`;
}

function renderDigits(
  { centre, t }: SandboxPanel,
  { digits, heard, customerDigits }: CallSnapshot,
  callID: string,
): TemplateResult {
  const handleSubmit = onSubmit((form) => {
    if (centre.customerSendsDigits(fieldText(form, 'digits'), callID)) form.reset();
  });
  const lines = [
    digits && t('sandbox.agentDigits', digits),
    heard && t('sandbox.heard', heard),
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
