import { html, nothing, type TemplateResult } from 'lit';
import type { Phase, StateError } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/components/button.js';
import { circleAlert } from '../../src/ui/components/icons.js';
import type { baseMessages, Translate } from '../../src/ui/i18n/index.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import type { Group } from './settings.js';
import type { loginMessages } from './messages.js';

/** Rows that fit; with more the list scrolls, and has to be reached by the keyboard. */
const FIT = 5;

/** The read-only skill groups; null while they are fetched. */
export function drawGroups(
  t: Translate<typeof loginMessages & typeof baseMessages>,
  groups: readonly Group[] | null,
): TemplateResult {
  const detail = ({ byDefault, weight }: Group): string =>
    [
      byDefault === null ? '' : t(byDefault ? 'login.default' : 'login.optional'),
      weight === null || Number.isNaN(weight) ? '' : t('login.weight', weight),
    ]
      .filter(Boolean)
      .join(' · ');
  const row = (group: Group): TemplateResult =>
    html`<li><span>${group.name}</span> <span class="hint">${detail(group)}</span></li>`;
  const list = (all: readonly Group[]): TemplateResult =>
    all.length === 0
      ? html`<p class="hint">${t('login.noGroups')}</p>`
      : html`<ul class="groups" aria-labelledby="groups" tabindex=${all.length > FIT ? '0' : nothing}>
          ${all.map(row)}
        </ul>`;
  return html`<div part="groups">
    <p class="legend" id="groups">${t('login.groups')}</p>
    ${groups ? list(groups) : html`<div class="groups ghost"></div>`}
  </div>`;
}

/** Stands where the form will be. */
export function ghostForm(
  t: Translate<typeof loginMessages & typeof baseMessages>,
  connected: boolean,
): TemplateResult {
  const control = html`<div class="field">
    <div class="ghost legend"></div>
    <div class="ghost control"></div>
  </div>`;
  return html`<div class="stack form" aria-busy="true">
    <p class="sr" role="status">${t(connected ? 'login.loading' : 'login.starting')}</p>
    ${control} ${control} ${control}
    <div>
      <div class="ghost legend"></div>
      <div class="groups ghost"></div>
    </div>
    <div class="check"></div>
    <div class="ghost control"></div>
  </div>`;
}

/** Why there is no form yet, and what to do about it. */
export function startNotice(
  t: Translate<typeof loginMessages & typeof baseMessages>,
  phone: Phone,
  phase: Phase,
  error: StateError | null,
): TemplateResult {
  if (phase === 'displaced') {
    return html`<div class="stack" role="status">
      <p class="notice">${circleAlert}<span>${t('why.displaced')}</span></p>
      ${actionButton({
        label: t('login.takeOver'),
        part: 'take-over',
        look: 'accent',
        onClick: () => void phone.takeOver().catch(() => undefined), // told by the state
      })}
    </div>`;
  }
  return html`<div class="stack" role="status">
    ${error ? html`<p class="notice bad" part="error">${circleAlert}<span>${error.message}</span></p>` : html`<p class="hint">${t('why.not-started')}</p>`}
    ${actionButton({
      label: t(error ? 'base.tryAgain' : 'login.start'),
      part: 'try-again',
      look: 'plain',
      onClick: () => void phone.start().catch(() => undefined), // told by the state
    })}
  </div>`;
}
