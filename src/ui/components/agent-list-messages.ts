/**
 * Messages of the lists of agents. Apart from `agent-list.ts`, because `<sobot-transfer>` renders
 * agents without that class.
 */

/** The English messages in `<sobot-directory>`, `<sobot-supervisor>` and `<sobot-transfer>`. */
export const agentListMessages = {
  'people.agents': 'Agents',
  'people.search': 'Search agents',
  'people.group': 'Skill group',
  'people.allGroups': 'All groups',
  'people.status': 'Status',
  'people.allStatuses': 'All statuses',
  'people.ready': 'Ready',
  'people.busy': 'Busy',
  'people.dnd': 'Do not disturb',
  'people.offline': 'Offline',
  'people.unknown': 'Status unknown',
  'people.work': (code: string) => `Busy (${code})`,
  'people.ext': (ext: string) => `Ext. ${ext}`,
  'people.you': 'You',
  'people.found': (count: number) => (count === 1 ? '1 agent' : `${count} agents`),
  'people.foundOf': (count: number, all: number) => `${count} of ${all} agents`,
  'people.nobody': 'No agents match.',
  'people.none': 'There are no agents.',
  'people.loading': 'Loading the agents…',
  'people.noTarget': 'No number for this agent',
} as const;
