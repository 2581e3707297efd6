import { expect } from '@open-wc/testing';
import { formatRelativeTime } from '../../../src/ui/components/relative-time.js';

describe('formatRelativeTime', () => {
  for (const [ms, language, text] of [
    [-500, 'en', 'now'],
    [999, 'en', 'now'],
    [12_300, 'en', '12s ago'],
    [59_999, 'en', '59s ago'],
    [60_000, 'en', '1m ago'],
    [7_260_000, 'en', '2h ago'],
    [12_300, 'zh-CN', '12秒前'],
  ] as const) {
    it(`${ms} ms are "${text}"`, () =>
      expect(formatRelativeTime(ms, language).replace(/(\d) ?min\.?/, '$1m')).to.equal(text));
  }
});
