/**
 * Texts of `<sobot-transfer>`, apart from its class: `src/locales` takes the keys of the
 * translations from them.
 */
import { agentListMessages, phoneNumberMessages } from '../../src/ui/components/index.js';

/**
 * English messages of `<sobot-transfer>`. Those of the agents are shared with the lists of other
 * elements.
 */
export const transferMessages = {
  ...agentListMessages,
  ...phoneNumberMessages,
  'transfer.transfer': 'Transfer',
  'transfer.consult': 'Consult',
  'transfer.transferTo': 'Transfer to',
  'transfer.consultWith': 'Consult with',
  'transfer.agents': 'Agents',
  'transfer.groups': 'Skill groups',
  'transfer.extension': 'Extension',
  'transfer.number': 'Phone number',
  'transfer.searchAgents': 'Find an agent',
  'transfer.searchGroups': 'Find a skill group',
  'transfer.extensionField': 'Extension to dial',
  'transfer.numberField': 'Phone number to dial',
  'transfer.loading': 'Loading…',
  'transfer.foundGroups': (count: number) => (count === 1 ? '1 skill group' : `${count} skill groups`),
  'transfer.noGroup': 'No skill group matches.',
  'transfer.isOffline': 'Not logged in',
  'transfer.readyMembers': (count: number) => `${count} ready`,
  'transfer.recent': 'Recent',
} as const;
