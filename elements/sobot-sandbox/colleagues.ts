import { html, nothing, type TemplateResult } from 'lit';
import type { CallCentre, ColleagueSnapshot } from '../../src/sandbox/index.js';
import { phone, phoneOff } from '../../src/ui/components/icons.js';
import { fieldText } from './form.js';
import type { Panel } from './panel.js';

/** What a colleague may begin: the method of the call centre, and the word of its button. */
const beginnings = [
  ['colleague-calls', 'sandbox.colleague.calls', (centre: CallCentre, who?: string) => centre.colleagueCalls(who)],
  [
    'colleague-consults',
    'sandbox.colleague.consults',
    (centre: CallCentre, who?: string) => centre.colleagueConsults(who ? { colleague: who } : {}),
  ],
  [
    'colleague-transfers',
    'sandbox.colleague.transfers',
    (centre: CallCentre, who?: string) => centre.colleagueTransfers(who ? { colleague: who } : {}),
  ],
] as const;

/** The agents whom the sandbox plays: they call, and are called. */
export function drawColleagues(panel: Panel): TemplateResult {
  const { centre, t, isAlone } = panel;
  const { colleagues } = centre.snapshot();
  const begin = (act: (typeof beginnings)[number][2]) => (event: Event) => {
    const { form } = event.currentTarget as HTMLButtonElement;
    panel.isAlone = !!form && act(centre, fieldText(form, 'colleague') || undefined) === null;
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
        ${beginnings.map(([part, word, act]) =>
          panel.button(t(word), part, begin(act), { name: t('sandbox.colleague.does', t(word)) }),
        )}
      </div>
      <div role="status" class="failure">
        ${isAlone ? html`<p class="notice">${t('sandbox.nobodyFree')}</p>` : nothing}
      </div>
    </form>
    ${colleagues.filter(({ legs }) => legs.length).map((colleague) => drawColleague(panel, colleague))}
  </fieldset>`;
}

function drawColleague(panel: Panel, { agentID, name, legs, asks }: ColleagueSnapshot): TemplateResult {
  const { centre, t } = panel;
  const state = legs.at(-1)?.state ?? 'talking';
  const isCalled = legs.some((leg) => leg.state === 'ringing');
  const button = (
    word: 'answer' | 'decline' | 'hangUp' | 'completes' | 'conference',
    part: string,
    act: (who: string) => boolean,
    icon?: TemplateResult,
  ): TemplateResult =>
    panel.button(t(`sandbox.colleague.${word}`), part, () => act(agentID), {
      name: t('sandbox.colleague.as', t(`sandbox.colleague.${word}`), name),
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
          ? html`${button('answer', 'colleague-answers', (who) => centre.colleagueAnswers(who), phone)}
            ${button('decline', 'colleague-declines', (who) => centre.colleagueDeclines(who))}`
          : button('hangUp', 'colleague-hangs-up', (who) => centre.colleagueHangsUp(who), phoneOff)
      }
      ${
        asks
          ? html`${button('completes', 'colleague-completes-transfer', (who) => centre.colleagueCompletesTransfer(who))}
            ${button('conference', 'colleague-starts-conference', (who) => centre.colleagueStartsConference(who))}`
          : nothing
      }
    </div>
  </div>`;
}
