/**
 * The element `<sobot-directory>`. List, filters and polling come from `AgentListElement`; this file adds the one button
 * of each row.
 */
import type { TemplateResult } from 'lit';
import { messagesSquare, phone } from '../../src/ui/icons/index.js';
import type { AgentListItem } from '../../src/queries/index.js';
import { AgentListElement } from '../../src/ui/components/index.js';
import { directoryMessages } from './messages.js';

/**
 * A row offers a call to the colleague's extension, or a consultation while the agent has a call. The search filters the
 * fetched list on each key, because the platform's own search finds whole names only (section "Query Enterprise Agent
 * List", `agentName`).
 *
 * @summary The company's agents with their statuses, by name, skill group and status; a call or a consultation from a row.
 * @element sobot-directory
 * @csspart search - The search field.
 * @csspart group - The select field of the skill groups.
 * @csspart status - The select field of the statuses.
 * @csspart agents - The list of agents, a grid.
 * @csspart row - Each row of the list.
 * @csspart dot - The coloured mark of a status.
 * @csspart you - The mark of the agent's own row.
 * @csspart button - Every button.
 * @csspart call - The button that calls an agent.
 * @csspart consult - The button that consults an agent.
 * @csspart age - The age of the statuses.
 * @csspart refresh - The button that fetches the statuses again.
 * @csspart try-again - The button that fetches again after an error.
 * @csspart error - The error of a command or of a query.
 * @csspart notice - The text of an error, or of a missing agent element.
 * @csspart icon - Every icon.
 * @cssprop [--sobot-list=286px] - The greatest height of the list.
 * @cssState filtered - The filters hide some of the agents.
 */
export class SobotDirectory extends AgentListElement<typeof directoryMessages> {
  static override readonly tag = 'sobot-directory';
  static override readonly messages = directoryMessages;

  readonly #isOnCall = this.select(({ call }) => call !== null);
  readonly #makeCall = this.command('makeCall');
  readonly #initiateConsult = this.command('initiateConsult');

  /** Everything that decides about the buttons besides the agent of the row. */
  protected override get rowDependencies(): readonly unknown[] {
    return [
      this.#isOnCall.value,
      this.#makeCall.disabledReason,
      this.#initiateConsult.disabledReason,
      this.agentHost?.agentType,
    ];
  }

  /**
   * Renders the button of a row. A button that can't work says why in its description: the agent's own row, an agent
   * without an extension or a number, or a command that can't run now.
   */
  protected override renderActions(agent: AgentListItem): TemplateResult {
    const { name, ext } = agent;
    const target = this.targetOf(agent);
    const selfReason = this.isSelf(agent) ? this.t('directory.self') : null;
    // Both buttons are one template, so the button that has the focus keeps it when a call begins.
    if (this.#isOnCall.value) {
      return this.renderAction(agent, this.#initiateConsult, {
        label: this.t('directory.consult'),
        name: this.t('directory.consultWhom', name),
        icon: messagesSquare,
        part: 'consult',
        reason: selfReason ?? (target ? null : this.t('people.noTarget')),
        onClick: () => void this.runFor(agent, 'initiateConsult', { targetType: '0', target }),
      });
    }
    return this.renderAction(agent, this.#makeCall, {
      label: this.t('directory.call'),
      name: this.t('directory.callWhom', name),
      icon: phone,
      part: 'call',
      reason: selfReason ?? (ext ? null : this.t('directory.noExt')),
      onClick: () => void this.runFor(agent, 'makeCall', { otherDN: ext }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-directory': SobotDirectory;
  }
}
