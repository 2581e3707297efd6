import { html, nothing, type TemplateResult } from 'lit';
import type { CentreSnapshot, PartySnapshot } from '../../src/sandbox/index.js';
import { phone, phoneOff } from '../../src/ui/components/icons.js';
import { fieldText, onSubmit } from './form.js';
import type { Panel } from './panel.js';

type Call = CentreSnapshot['calls'][number];

/** Everybody outside who is on the phone: customers, and third parties that an agent has called. */
export function drawCalls(panel: Panel): TemplateResult {
  const { centre, t } = panel;
  const outside = centre
    .snapshot()
    .calls.flatMap((call) => call.parties.map((party) => [call, party] as const))
    .filter(([, { kind }]) => kind === 'customer' || kind === 'third');
  return html`<fieldset part="calls">
    <legend>${t('sandbox.calls')}</legend>
    ${
      outside.length
        ? outside.map(([call, party]) => drawCall(panel, call, party))
        : html`<p class="hint">${t('sandbox.noCalls')}</p>`
    }
  </fieldset>`;
}

function drawCall(panel: Panel, call: Call, { kind, callID, number, state }: PartySnapshot): TemplateResult {
  const { centre, t } = panel;
  const isCustomer = kind === 'customer';
  const who = isCustomer ? 'customer' : 'third';
  const isCalled = state === 'ringing';
  const shown = isCalled ? 'dialing' : isCustomer ? call.state : 'talking';
  const talks = isCustomer && (shown === 'talking' || shown === 'held');
  const { button } = panel;
  return html`<div class="stack call" part="call">
    <p class="who">
      <strong>${panel.shown(number)}</strong>
      <span class="tag ${shown === 'talking' || shown === 'held' ? 'go-tag' : ''}">${t(`sandbox.${shown}`)}</span>
    </p>
    ${isCustomer ? nothing : html`<p class="hint">${t('sandbox.third')}</p>`}
    ${talks && call.muted ? html`<p class="hint">${t('sandbox.muted')}</p>` : nothing}
    <div class="buttons">
      ${
        isCalled
          ? html`${button(t(`sandbox.${who}.answer`), 'customer-answers', () => centre.customerAnswers(callID), { icon: phone })}
            ${button(t(`sandbox.${who}.decline`), 'customer-declines', () => centre.customerDeclines(callID))}`
          : nothing
      }
      ${button(t(`sandbox.${who}.hangUp`), 'customer-hangs-up', () => centre.customerHangsUp(callID), { icon: phoneOff })}
    </div>
    ${talks ? drawDigits(panel, call, callID) : nothing}
  </div>`;
}

function drawDigits({ centre, t }: Panel, { digits, heard, customerDigits }: Call, callID: string): TemplateResult {
  const send = onSubmit((form) => {
    if (centre.customerSendsDigits(fieldText(form, 'digits'), callID)) form.reset();
  });
  const said = [
    digits && t('sandbox.agentDigits', digits),
    heard && t('sandbox.heard', heard),
    customerDigits && t('sandbox.customerDigits', customerDigits),
  ].filter(Boolean);
  return html`<form class="inline" @submit=${send}>
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
      said.length
        ? html`<ul class="hint">
            ${said.map((line) => html`<li>${line}</li>`)}
          </ul>`
        : nothing
    }`;
}
