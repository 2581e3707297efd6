/**
 * Messages of `<sobot-agent>`. The element has no interface; a screen reader announces the results
 * of keys.
 */
import { commandMessages } from '../../src/ui/call/index.js';

/** English messages of the live region. Labels of commands are shared with other elements. */
export const agentMessages = {
  ...commandMessages,
  'shortcut.done': (what: string) => `${what}: done`,
  'shortcut.impossible': (what: string, why: string) => `${what} is not possible: ${why}`,
} as const;
