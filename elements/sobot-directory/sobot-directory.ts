import type { TemplateResult } from 'lit';
import { messagesSquare, phone } from '../../src/ui/icons/index.js';
import type { AgentListItem } from '../../src/queries/index.js';
import { AgentListElement } from '../../src/ui/components/index.js';
import { directoryMessages } from './messages.js';

/**
 * During a call each row offers a consultation, else a call to the agent's extension. Ten thousand agents are searched
 * here, as one types: the platform's own search by name takes whole names only.
 *
 * @summary The company's agents with their statuses, by name, skill group and status; a call or a consultation from a row.
 * @element sobot-directory
 * @csspart search - The search field.
 * @csspart group - The choice of a skill group.
 * @csspart status - The choice of a status.
 * @csspart agents - The list.
 * @csspart row - Each agent.
 * @csspart dot - The mark of a status.
 * @csspart you - The mark of the agent's own row.
 * @csspart button - Every button.
 * @csspart call - The button that calls an agent.
 * @csspart consult - The button that consults an agent.
 * @csspart age - How old the statuses are.
 * @csspart refresh - The button that asks for them again.
 * @csspart try-again - The button that asks again after a failure.
 * @csspart error - What went wrong.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssprop [--sobot-list=286px] - The greatest height of the list.
 * @cssState filtered - Not everybody is shown.
 */
export class SobotDirectory extends AgentListElement<typeof directoryMessages> {
  static override readonly tag = 'sobot-directory';
  static override readonly messages = directoryMessages;

  readonly #isOnCall = this.select(({ call }) => call !== null);
  readonly #makeCall = this.command('makeCall');
  readonly #initiateConsult = this.command('initiateConsult');

  protected override get rowDependencies(): readonly unknown[] {
    return [
      this.#isOnCall.value,
      this.#makeCall.disabledReason,
      this.#initiateConsult.disabledReason,
      this.agentHost?.agentType,
    ];
  }

  protected override renderActions(agent: AgentListItem): TemplateResult {
    const { name, ext } = agent;
    const target = this.targetOf(agent);
    const selfReason = this.isSelf(agent) ? this.t('directory.self') : null;
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
