import { expect } from '@open-wc/testing';
import { downloadCalls, toCsv } from '../../../elements/sobot-call-log/csv.js';
import { executeServerCommand } from '@web/test-runner-commands';
import { Clocks } from '../../support/clock.js';
import { onCleanup } from '../../support/cleanup.js';
import { choose } from '../../support/forms.js';
import { createCallLog } from './create-call-log.js';

/** Moves the browser to a time zone until the test ends. */
async function setTimezone(timezoneId: string): Promise<void> {
  const set = (id: string): Promise<unknown> =>
    executeServerCommand('cdp', { method: 'Emulation.setTimezoneOverride', params: { timezoneId: id } });
  onCleanup(() => set(''));
  await set(timezoneId);
}

describe('the CSV of the call log', () => {
  for (const [text, cell] of [
    ['plain', '"plain"'],
    ['', '""'],
    ['say "hi", then\nleave', '"say ""hi"", then\nleave"'],
    ['=1+1', `"'=1+1"`],
    ['+8613512345678', `"'+8613512345678"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\rx', `"'\rx"`],
    ['\nx', `"'\nx"`],
    [' =1', `"' =1"`],
    ['\u200b=1', `"'\u200b=1"`],
    ['＝1', `"'＝1"`],
    ['＋1', `"'＋1"`],
    ['－1', `"'－1"`],
    ['＠x', `"'＠x"`],
    ['﹦1', `"'﹦1"`],
    ['=HYPERLINK("http://evil.example","x")', `"'=HYPERLINK(""http://evil.example"",""x"")"`],
    [";=cmd|'/C calc'!A0;", `";'=cmd|'/C calc'!A0;"`],
    ['a; "=1+1', `"a; ""'=1+1"`],
    ['a\t＝1', `"a\t'=1"`],
    ['a\n-1', `"a\n'-1"`],
    ['a; b, -1', '"a; b, -1"'],
    ['135****5678', '"135****5678"'],
    ['a=1', '"a=1"'],
    ['2026-11-22', '"2026-11-22"'],
  ] as const) {
    it(`writes ${JSON.stringify(text)} as ${cell}`, () => {
      expect(toCsv([[text]])).to.equal(`\ufeff${cell}\r\n`);
    });
  }

  it('has rows and columns', () => {
    expect(
      toCsv([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).to.equal('\ufeff"a","b"\r\n"1","2"\r\n');
  });

  describe('as it is downloaded', () => {
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let blob: Blob;
    let name: string;

    beforeEach(() => {
      URL.createObjectURL = (made: Blob) => {
        blob = made;
        return createObjectURL.call(URL, made);
      };
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        name = this.download;
      };
    });
    afterEach(() => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    });

    const table = async (): Promise<string[][]> => {
      const text = await blob.text();
      return text
        .trim()
        .split('\r\n')
        .map((row) => row.slice(1, -1).split('","'));
    };

    it('has what is known of each call, in a file with the day', async () => {
      const log = await createCallLog();
      log.agent.partyResolver = () => Promise.resolve({ name: '=cmd|1' });
      const callID = await log.sendCall({ otherDN: '+86139' }, 'EventRinging', 'EventEstablished');
      const notes = `@evil${'A'.repeat(5_000)}`; // longer than a list shows
      log.agent.session?.saveDraft({ notes, disposition: 'Won' });
      await log.sendCall({ otherDN: '+86139', callID }, 'EventReleased', 'EventAgentReady');
      await log.press('Export CSV');
      const [head, row] = await table();
      const at = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
      expect(name).to.match(/^calls-\d{4}-\d\d-\d\d\.csv$/);
      expect(head).to.have.length(12);
      expect(row?.[0]).to.match(at);
      expect(row?.slice(1, 5)).to.deep.equal(['Incoming', 'Answered', "'+86139", "'=cmd|1"]);
      expect(row?.[5]).to.match(at);
      expect(row?.slice(7)).to.deep.equal(['0', 'Won', `'${notes}`, '', '']);
    });

    for (const hours of [1, -1, 24, -24]) {
      it(`has the seconds that have passed, if the clock is set by ${hours} h meanwhile`, async () => {
        const clocks = new Clocks();
        const log = await createCallLog();
        const callID = await log.sendCall({ otherDN: '139' }, 'EventRinging', 'EventEstablished');
        clocks.pass(5_000);
        clocks.set(hours * 3_600_000);
        await log.sendCall({ otherDN: '139', callID }, 'EventReleased', 'EventAgentReady');
        await log.press('Export CSV');
        const [, row] = await table();
        expect(row?.[7]).to.equal('5');
        expect(log.text).to.contain('00:05');
      });
    }

    for (const [zone, at, text] of [
      ['Europe/Berlin', '2026-10-25T00:59:30Z', '2026-10-25 02:59:30+02:00'],
      ['Europe/Berlin', '2026-10-25T01:00:30Z', '2026-10-25 02:00:30+01:00'],
      ['America/St_Johns', '2026-01-05T12:00:00Z', '2026-01-05 08:30:00-03:30'],
      ['Asia/Kolkata', '2026-01-05T12:00:00Z', '2026-01-05 17:30:00+05:30'],
    ] as const) {
      it(`tells the time in ${zone} with its offset: ${text}`, async () => {
        await setTimezone(zone);
        const record = {
          startedAt: Date.parse(at),
          connectedAt: null,
          endedAt: null,
          number: '1',
          name: '',
          type: 'inbound',
          disposition: '',
          notes: '',
        };
        const t = (key: string): string => key;
        const texts = { t, language: 'en', maskNumber: t, maskText: t, isUnreturned: () => false };
        downloadCalls(document, [record as never], texts as never);
        const [, row] = await table();
        expect(row?.[0]).to.equal(text);
        expect(Date.parse(row?.[0] ?? '')).to.equal(Date.parse(at));
      });
    }

    it('has what is shown, masked where that is', async () => {
      const log = await createCallLog();
      await log.missCall('13512345678');
      await log.answerCall('222');
      await choose(log, 'Show', 'Missed (1)');
      log.agent.maskNumbers = true;
      await log.agent.updateComplete;
      await log.press('Export CSV');
      const rows = await table();
      expect(rows).to.have.length(2);
      expect(rows[1]?.slice(1, 4)).to.deep.equal(['Incoming', 'Missed', '*******5678']);
    });
  });
});
