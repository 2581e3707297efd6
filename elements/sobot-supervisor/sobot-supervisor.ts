import { css, html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { disabledReason } from '../../src/state/index.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import type { Colleague } from '../../src/queries/agents.js';
import { PeopleElement } from '../../src/ui/components/agent-list.js';
import { question, questions } from '../../src/ui/components/confirm-dialog.js';
import { supervisorMessages } from './messages.js';

const parts = { forceReady: 'force-ready', forceBusy: 'force-busy', forceLogout: 'force-logout' } as const;
type Force = keyof typeof parts;
const forces = Object.keys(parts) as Force[];

/**
 * Each of them asks first, and names the agent. Who may do so, the platform decides.
 *
 * @summary The company's agents, whom a supervisor sets ready or busy, or logs out.
 * @element sobot-supervisor
 * @csspart search - The search field.
 * @csspart group - The choice of a skill group.
 * @csspart status - The choice of a status.
 * @csspart agents - The list.
 * @csspart row - Each agent.
 * @csspart dot - The mark of a status.
 * @csspart you - The mark of the supervisor's own row.
 * @csspart button - Every button.
 * @csspart force-ready - The button that sets an agent ready.
 * @csspart force-busy - The button that sets an agent busy.
 * @csspart force-logout - The button that logs an agent out.
 * @csspart dialog - The question before that.
 * @csspart confirm - The button that does it.
 * @csspart cancel - The button that doesn't.
 * @csspart done - What was done last.
 * @csspart age - How old the statuses are.
 * @csspart refresh - The button that asks for them again.
 * @csspart try-again - The button that asks again after a failure.
 * @csspart error - What went wrong.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssprop [--sobot-list=286px] - The greatest height of the list.
 * @cssState filtered - Not everybody is shown.
 */
export class SobotSupervisor extends PeopleElement<typeof supervisorMessages> {
  static override readonly tag = 'sobot-supervisor';
  static override readonly messages = supervisorMessages;
  static override readonly styles = [
    ...PeopleElement.styles,
    questions,
    css`
      .acts .button {
        padding: 0 8px;
        font-size: 12px;
        line-height: 1.2;
      }
      /* Two lines in a panel, one where there is room. */
      @container (inline-size < 480px) {
        .virtual {
          --_row: 96px;
        }
        .virtual .row {
          flex-wrap: wrap;
          align-content: center;
        }
        .who,
        .acts {
          flex: 1 1 100%;
        }
        .acts .button {
          padding: 0 2px;
        }
      }
    `,
  ];

  readonly #obstacles = {
    forceReady: this.select((all) => disabledReason(all, 'forceReady')),
    forceBusy: this.select((all) => disabledReason(all, 'forceBusy')),
    forceLogout: this.select((all) => disabledReason(all, 'forceLogout')),
  };

  /** What was asked last, and about whom. */
  @state() private asked: { readonly person: Colleague; readonly force: Force } | null = null;
  @state() private done = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override get dependencies(): readonly unknown[] {
    return [...forces.map((force) => this.#obstacles[force].value), this.phone?.agentType];
  }

  async #ask(person: Colleague, force: Force): Promise<void> {
    this.asked = { person, force };
    this.done = '';
    await this.updateComplete;
    this.dialog?.showModal();
  }

  async #force({ person, force }: { person: Colleague; force: Force }): Promise<void> {
    this.focusList(); // his row may have gone while he was thought about
    if (!(await this.act(person, force, { targetAgentID: this.targetOf(person) }))) return;
    this.done = this.t(`supervisor.${force}Done`, person.name);
    this.refresh();
  }

  protected override drawActions(person: Colleague): TemplateResult {
    const reason = this.targetOf(person) ? null : this.t('people.noTarget');
    return html`${forces.map((force) =>
      this.drawAction(person, force, this.#obstacles[force].value, {
        label: this.t(`supervisor.${force}`),
        hint: person.name,
        part: parts[force],
        reason,
        onClick: () => void this.#ask(person, force),
      }),
    )}`;
  }

  #drawQuestion(): TemplateResult {
    const { asked } = this;
    const { person, force } = asked ?? { person: null, force: 'forceReady' as const };
    const { name = '', number = '' } = person ?? {};
    return question({
      title: this.t(`supervisor.${force}Ask`, name),
      text: this.t(`supervisor.${force}Text`, number && number !== name ? `${name} (${number})` : name),
      no: this.t('base.cancel'),
      yes: this.t(`supervisor.${force}`),
      confirm: () => void (asked && this.#force(asked)),
    });
  }

  protected override draw(phone: Phone): TemplateResult {
    return html`${super.draw(phone)}
      <p class="hint" part="done" role="status">${this.done}</p>
      ${this.asked ? this.#drawQuestion() : ''}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-supervisor': SobotSupervisor;
  }
}
