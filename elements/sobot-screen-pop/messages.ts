import { callMessages } from '../../src/ui/call/index.js';

/** English messages of `<sobot-screen-pop>`. */
export const screenPopMessages = {
  ...callMessages,
  'pop.blocked': 'Your browser blocked the customer page.',
  'pop.open': (who: string) => `Open the record of ${who}`,
  'pop.badUrl': 'url is left out: it has to be an http(s) address whose server is written out.',
} as const;
