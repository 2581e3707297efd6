/** Messages of `<sobot-screen-pop>`. It shows text only where a page could not be opened. */
import { callMessages } from '../../src/ui/call/index.js';

/** English messages. Texts about a call are shared with other elements. */
export const screenPopMessages = {
  ...callMessages,
  'pop.blocked': 'Your browser blocked the customer page.',
  'pop.open': (who: string) => `Open the record of ${who}`,
  'pop.badUrl': 'url is left out: it has to be an http(s) address whose server is written out.',
} as const;
