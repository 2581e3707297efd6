import { agentListMessages, figuresMessages } from '../../src/ui/components/index.js';

/** Messages of `<sobot-directory>`. */
export const directoryMessages = {
  ...agentListMessages,
  ...figuresMessages,
  'directory.call': 'Call',
  'directory.callWhom': (name: string) => `Call ${name}`,
  'directory.consult': 'Consult',
  'directory.consultWhom': (name: string) => `Consult ${name}`,
  'directory.self': 'This is you',
  'directory.noExt': 'Extension unknown',
} as const;
