import { commandMessages } from '../../src/ui/call/index.js';

/** Messages of the shortcuts of `<sobot-agent>` say in its live region. */
export const agentMessages = {
  ...commandMessages,
  'shortcut.done': (what: string) => `${what}: done`,
  'shortcut.impossible': (what: string, why: string) => `${what} is not possible: ${why}`,
} as const;
