import { callMessages } from '../../src/ui/call/index.js';

/** English messages of `<sobot-screen-pop>`. */
export const screenPopMessages = {
  ...callMessages,
  'pop.blocked': 'The browser blocked the page of this call.',
  'pop.open': (who: string) => `Open the page of ${who}`,
  'pop.badUrl': 'url is left out: it has to be an http(s) address whose server is written out.',
} as const;
