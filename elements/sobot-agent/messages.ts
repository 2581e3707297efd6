import { commandMessages } from '../../src/ui/call/index.js';

/** Messages that the live region of `<sobot-agent>` announces for its shortcuts. */
export const agentMessages = {
  ...commandMessages,
  'shortcut.done': (what: string) => `${what}: done`,
  'shortcut.impossible': (what: string, why: string) => `${what} is not possible: ${why}`,
} as const;
