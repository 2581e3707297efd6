/**
 * The section of the simulated agents: they call the agent, and they answer the agent's calls.
 *
 * A colleague's behaviour is automatic. The buttons of this section intervene, for cases that the
 * behaviour lacks.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { CallCentre, ColleagueSnapshot } from '../../src/sandbox/index.js';
import { phone, phoneOff } from '../../src/ui/icons/index.js';
import { fieldText, plainButton } from './form-controls.js';
import type { PanelContext } from './panel-context.js';

/**
 * A call that a colleague starts. Without an agent id the call centre selects a ready colleague.
 */
type StartCall = (centre: CallCentre, agentId?: string) => string | null;

/**
 * The calls that a colleague can start: part of the button, key of its label, and the method of the
 * call centre.
 */
const colleagueCalls = [
  ['colleague-calls', 'sandbox.colleague.calls', (centre, agentId) => centre.colleagueCalls(agentId)],
  [
    'colleague-consults',
    'sandbox.colleague.consults',
    (centre, agentId) => centre.colleagueConsults(agentId ? { colleague: agentId } : {}),
  ],
  [
    'colleague-transfers',
    'sandbox.colleague.transfers',
    (centre, agentId) => centre.colleagueTransfers(agentId ? { colleague: agentId } : {}),
  ],
] as const satisfies (readonly [part: string, key: string, start: StartCall])[];

/** The form that starts a colleague's call, and a block for each colleague with a call. */
export class ColleaguesSection {
  /** Whether the last call was not started, because the agent or the colleagues are not ready. */
  #isNobodyReady = false;

  constructor(private readonly context: PanelContext) {}

  /** Renders the form, then the colleagues on calls. Only ready colleagues can start a call. */
  render(): TemplateResult {
    const { centre, t } = this.context;
    const { colleagues } = centre.snapshot();
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
          ${colleagueCalls.map(([part, key, start]) =>
            plainButton(t(key), part, (event) => this.#handleStart(event, start), {
              name: t('sandbox.colleague.does', t(key)),
            }),
          )}
        </div>
        <div role="status" class="failure">
          ${this.#isNobodyReady ? html`<p class="notice">${t('sandbox.nobodyFree')}</p>` : nothing}
        </div>
      </form>
      ${colleagues.filter(({ legs }) => legs.length).map((colleague) => this.#renderColleague(colleague))}
    </fieldset>`;
  }

  /** Starts a call of the selected colleague, or of any ready one. */
  #handleStart(event: Event, start: StartCall): void {
    const { form } = event.currentTarget as HTMLButtonElement;
    const agentId = form && fieldText(form, 'colleague');
    this.#isNobodyReady = form !== null && start(this.context.centre, agentId || undefined) === null;
    this.context.refresh();
  }

  /** Renders a colleague with the state of the latest leg: a colleague who consults has two. */
  #renderColleague(colleague: ColleagueSnapshot): TemplateResult {
    const { t } = this.context;
    const state = colleague.legs.at(-1)?.state ?? 'talking';
    return html`<div class="stack call" part="colleague">
      <p class="who">
        <strong>${colleague.name}</strong>
        <span class="tag ${state === 'talking' ? 'go-tag' : ''}">${t(`sandbox.colleague.${state}`)}</span>
      </p>
      ${this.#renderButtons(colleague)}
    </div>`;
  }

  /**
   * Renders the buttons of a colleague. Their names end with the colleague, because several may be
   * on calls.
   */
  #renderButtons({ agentID, name, legs, asks }: ColleagueSnapshot): TemplateResult {
    const { centre, t } = this.context;
    const button = (
      key: 'answer' | 'decline' | 'hangUp' | 'completes' | 'conference',
      part: string,
      onClick: () => void,
      icon?: TemplateResult,
    ): TemplateResult => {
      const label = t(`sandbox.colleague.${key}`);
      const accessibleName = t('sandbox.colleague.as', label, name);
      return plainButton(label, part, onClick, { name: accessibleName, ...(icon ? { icon } : undefined) });
    };
    const isCalled = legs.some(({ state }) => state === 'ringing');
    return html`<div class="buttons">
      ${
        isCalled
          ? html`${button('answer', 'colleague-answers', () => centre.colleagueAnswers(agentID), phone)}
            ${button('decline', 'colleague-declines', () => centre.colleagueDeclines(agentID))}`
          : button('hangUp', 'colleague-hangs-up', () => centre.colleagueHangsUp(agentID), phoneOff)
      }
      ${
        asks
          ? html`${button('completes', 'colleague-completes-transfer', () => centre.colleagueCompletesTransfer(agentID))}
            ${button('conference', 'colleague-starts-conference', () => centre.colleagueStartsConference(agentID))}`
          : nothing
      }
    </div>`;
  }
}
