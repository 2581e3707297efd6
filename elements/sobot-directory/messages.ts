/**
 * Texts of `<sobot-directory>`, apart from its class: `src/locales` takes the keys of the
 * translations from them.
 */
import { agentListMessages, figuresMessages } from '../../src/ui/components/index.js';

/**
 * English messages of `<sobot-directory>`. Those of the list are shared with `<sobot-supervisor>`.
 * The texts with a name are the accessible names of the buttons: a list of ten buttons "Call" would
 * not tell whom.
 */
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
