import { html, nothing, type TemplateResult } from 'lit';
import type { CallCentre, ColleagueSnapshot } from '../../src/sandbox/index.js';
import { phone, phoneOff } from '../../src/ui/icons/index.js';
import { fieldText } from './form-controls.js';
import type { SandboxPanel } from './panel.js';

/** What a colleague may begin: the method of the call centre, and the word of its button. */
const colleagueActions = [
  [
    'colleague-calls',
    'sandbox.colleague.calls',
    (centre: CallCentre, agentId?: string) => centre.colleagueCalls(agentId),
  ],
  [
    'colleague-consults',
    'sandbox.colleague.consults',
    (centre: CallCentre, agentId?: string) => centre.colleagueConsults(agentId ? { colleague: agentId } : {}),
  ],
  [
    'colleague-transfers',
    'sandbox.colleague.transfers',
    (centre: CallCentre, agentId?: string) => centre.colleagueTransfers(agentId ? { colleague: agentId } : {}),
  ],
] as const;

/** The agents whom the sandbox plays: they call, and are called. */
export function renderColleagues(panel: SandboxPanel): TemplateResult {
  const { centre, t, hasNoFreeColleague } = panel;
  const { colleagues } = centre.snapshot();
  const handleAction = (act: (typeof colleagueActions)[number][2]) => (event: Event) => {
    const { form } = event.currentTarget as HTMLButtonElement;
    panel.hasNoFreeColleague = !!form && act(centre, fieldText(form, 'colleague') || undefined) === null;
    panel.refresh();
  };
  return html`<fieldset part="colleagues">
    <legend>${t('sandbox.colleagues')}</legend>
    <form class="stack" @submit=${(event: Event) => event.preventDefault()}>
      <label class="field">
        ${t('sandbox.colleague')}
        <select name="colleague">
          <option value="">${t('sandbox.anyColleague')}</option>
          ${colleagues
            .filter(({ workStatus }) => workStatus === 'ready')
            .map(({ agentID, name }) => html`<option value=${agentID}>${name} (${agentID})</option>`)}
        </select>
      </label>
      <div class="buttons">
        ${colleagueActions.map(([part, key, action]) =>
          panel.renderButton(t(key), part, handleAction(action), { name: t('sandbox.colleague.does', t(key)) }),
        )}
      </div>
      <div role="status" class="failure">
        ${hasNoFreeColleague ? html`<p class="notice">${t('sandbox.nobodyFree')}</p>` : nothing}
      </div>
    </form>
    ${colleagues.filter(({ legs }) => legs.length).map((colleague) => renderColleague(panel, colleague))}
  </fieldset>`;
}

function renderColleague(panel: SandboxPanel, { agentID, name, legs, asks }: ColleagueSnapshot): TemplateResult {
  const { centre, t } = panel;
  const state = legs.at(-1)?.state ?? 'talking';
  const isCalled = legs.some((leg) => leg.state === 'ringing');
  const button = (
    key: 'answer' | 'decline' | 'hangUp' | 'completes' | 'conference',
    part: string,
    action: (agentId: string) => boolean,
    icon?: TemplateResult,
  ): TemplateResult =>
    panel.renderButton(t(`sandbox.colleague.${key}`), part, () => action(agentID), {
      name: t('sandbox.colleague.as', t(`sandbox.colleague.${key}`), name),
      ...(icon ? { icon } : undefined),
    });
  return html`<div class="stack call" part="colleague">
    <p class="who">
      <strong>${name}</strong>
      <span class="tag ${state === 'talking' ? 'go-tag' : ''}"
        >${t(state === 'held' ? 'sandbox.colleague.held' : `sandbox.colleague.${state}`)}</span
      >
    </p>
    <div class="buttons">
      ${
        isCalled
          ? html`${button('answer', 'colleague-answers', (agentId) => centre.colleagueAnswers(agentId), phone)}
            ${button('decline', 'colleague-declines', (agentId) => centre.colleagueDeclines(agentId))}`
          : button('hangUp', 'colleague-hangs-up', (agentId) => centre.colleagueHangsUp(agentId), phoneOff)
      }
      ${
        asks
          ? html`${button('completes', 'colleague-completes-transfer', (agentId) => centre.colleagueCompletesTransfer(agentId))}
            ${button('conference', 'colleague-starts-conference', (agentId) => centre.colleagueStartsConference(agentId))}`
          : nothing
      }
    </div>
  </div>`;
}
