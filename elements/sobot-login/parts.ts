import { html, nothing, type TemplateResult } from 'lit';
import type { Phase, StateError } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/components/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import type { baseMessages, Translate } from '../../src/ui/i18n/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';
import type { SkillGroup } from './settings.js';
import type { loginMessages } from './messages.js';

/** Rows that fit; with more the list scrolls, and has to be reached by the keyboard. */
const MAX_VISIBLE_GROUPS = 5;

/** The read-only skill groups; null while they are fetched. */
export function renderGroups(
  t: Translate<typeof loginMessages & typeof baseMessages>,
  groups: readonly SkillGroup[] | null,
): TemplateResult {
  const groupDetail = ({ isServedByDefault, weight }: SkillGroup): string =>
    [
      isServedByDefault === null ? '' : t(isServedByDefault ? 'login.default' : 'login.optional'),
      weight === null || Number.isNaN(weight) ? '' : t('login.weight', weight),
    ]
      .filter(Boolean)
      .join(' · ');
  const renderGroup = (group: SkillGroup): TemplateResult =>
    html`<li><span>${group.name}</span> <span class="hint">${groupDetail(group)}</span></li>`;
  const renderList = (all: readonly SkillGroup[]): TemplateResult =>
    all.length === 0
      ? html`<p class="hint">${t('login.noGroups')}</p>`
      : html`<ul class="groups" aria-labelledby="groups" tabindex=${all.length > MAX_VISIBLE_GROUPS ? '0' : nothing}>
          ${all.map(renderGroup)}
        </ul>`;
  return html`<div part="groups">
    <p class="legend" id="groups">${t('login.groups')}</p>
    ${groups ? renderList(groups) : html`<div class="groups skeleton"></div>`}
  </div>`;
}

/** Stands where the form will be. */
export function renderSkeletonForm(
  t: Translate<typeof loginMessages & typeof baseMessages>,
  isConnected: boolean,
): TemplateResult {
  const control = html`<div class="field">
    <div class="skeleton legend"></div>
    <div class="skeleton control"></div>
  </div>`;
  return html`<div class="stack form" aria-busy="true">
    <p class="sr" role="status">${t(isConnected ? 'login.loading' : 'login.starting')}</p>
    ${control} ${control} ${control}
    <div>
      <div class="skeleton legend"></div>
      <div class="groups skeleton"></div>
    </div>
    <div class="check"></div>
    <div class="skeleton control"></div>
  </div>`;
}

/** Why there is no form yet, and what to do about it. */
export function renderStartNotice(
  t: Translate<typeof loginMessages & typeof baseMessages>,
  agentHost: AgentHost,
  phase: Phase,
  error: StateError | null,
): TemplateResult {
  if (phase === 'displaced') {
    return html`<div class="stack" role="status">
      <p class="notice">${circleAlert}<span>${t('why.displaced')}</span></p>
      ${actionButton({
        label: t('login.takeOver'),
        part: 'take-over',
        variant: 'accent',
        onClick: () => void agentHost.takeOver().catch(() => undefined), // told by the state
      })}
    </div>`;
  }
  return html`<div class="stack" role="status">
    ${error ? html`<p class="notice bad" part="error">${circleAlert}<span>${error.message}</span></p>` : html`<p class="hint">${t('why.not-started')}</p>`}
    ${actionButton({
      label: t(error ? 'base.tryAgain' : 'login.start'),
      part: 'try-again',
      variant: 'plain',
      onClick: () => void agentHost.start().catch(() => undefined), // told by the state
    })}
  </div>`;
}
