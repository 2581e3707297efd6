/**
 * Texts of `<sobot-queues>`, apart from its class: `src/locales` takes the keys of the translations
 * from them.
 */
import { figuresMessages } from '../../src/ui/components/index.js';

/**
 * English messages of `<sobot-queues>`. `warn` and `alert` are the words beside a count, and part
 * of the announcement `crossed`.
 */
export const queuesMessages = {
  ...figuresMessages,
  'queues.title': 'Queues',
  'queues.group': 'Skill group',
  'queues.waiting': 'Waiting',
  'queues.ready': 'Ready',
  'queues.unknown': 'Unknown',
  'queues.warn': 'High',
  'queues.alert': 'Critical',
  'queues.crossed': (name: string, count: number, level: string) => `${name}: ${count} waiting, ${level}`,
  'queues.none': 'You are in no skill group.',
  'queues.loading': 'Loading the queues…',
} as const;
