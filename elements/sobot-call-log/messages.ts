import { callMessages } from '../../src/ui/call/index.js';

/**
 * Messages of `<sobot-call-log>`: rows of the list, tools, CSV file, and the dialog before Clear.
 */
export const callLogMessages = {
  ...callMessages,
  'log.title': 'Calls',
  'log.show': 'Show',
  'log.all': 'All',
  // The option of the filter, with the number of calls that wait for a call back.
  'log.missed': (count: number) => (count > 0 ? `Missed (${count})` : 'Missed'),
  'log.search': 'Search calls',
  'log.none': 'No calls yet.',
  'log.noneFound': 'No calls match.',
  // Results of calls without a conversation.
  'log.isMissed': 'Missed',
  'log.returned': 'Missed, called back',
  'log.unanswered': 'Not answered',
  'log.callBack': 'Call back',
  'log.redial': 'Redial',
  'log.details': 'Details',
  'log.rang': 'Rang for',
  'log.disposition': 'Disposition',
  'log.notes': 'Notes',
  'log.quality': 'Voice (estimated MOS)',
  'log.mos': (mean: string, lowest: string) => `${mean}, lowest ${lowest}`,
  'log.more': 'Show more',
  'log.export': 'Export CSV',
  // The headings of the CSV file, in one text so that their order and number can't differ from
  // `csvRow`.
  'log.columns': 'Began|Kind|Result|Number|Name|Answered|Ended|Talked (s)|Disposition|Notes|Mean MOS|Lowest MOS',
  'log.answered': 'Answered',
  'log.clear': 'Clear',
  'log.clearTitle': 'Clear the call log?',
  'log.clearText': (count: number) =>
    count === 1 ? '1 call will be permanently deleted.' : `${count} calls will be permanently deleted.`,
  // The browser refuses to store: private windows, or no room left.
  'log.notKept': 'Calls are kept only until you close this page.',
} as const;
