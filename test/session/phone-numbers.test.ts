import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { CommandName } from '../../src/sdk/index.js';
import { SobotError } from '../../src/sdk/index.js';
import { type SessionFixture, startSession } from '../support/session.js';
import { scripts } from '../support/fake-sdk.js';

/** Every parameter of the SDK that is a number, with the others that its command needs. */
const doors: readonly (readonly [CommandName, string, Readonly<Record<string, unknown>>])[] = [
  ['makeCall', 'otherDN', {}],
  ['makeCall', 'ANI', { otherDN: '1' }],
  ['makeCall', 'agentANI', { otherDN: '1' }],
  ['singleTransfer', 'target', { targetType: '1' }],
  ['singleTransfer', 'target', { targetType: '2' }],
  ['initiateConsult', 'target', { targetType: '1' }],
  ['initiateConsult', 'target', { targetType: 2 }],
  ['setRoute', 'explicitNumber', { explicitRule: '3' }],
  ['login', 'bindMobile', { phoneType: 'pstn', bindExt: '1000' }],
];

describe('a number that a command sends', () => {
  let fixture: SessionFixture;
  beforeEach(async () => {
    fixture = await startSession();
    fixture.sdk.all = scripts.success;
  });

  const warnings = (): unknown[] => fixture.events.details('sobot-warning').map(({ code }) => code as unknown);

  /** What leaves for the SDK, or the error. */
  async function send([command, param, rest]: (typeof doors)[number], text: string): Promise<unknown> {
    const before = fixture.sdk.sent.length;
    try {
      await fixture.session.execute(command, { ...rest, [param]: text });
      return fixture.sdk.last(command).params[param];
    } catch (error) {
      expect(fixture.sdk.sent).to.have.length(before);
      return error;
    }
  }

  for (const door of doors) {
    const [command, param, rest] = door;
    const name = `${command} ${param} ${JSON.stringify(rest)}`;

    it(`is cleaned, and goes without its extension: ${name}`, async () => {
      for (const [text, number] of [
        ['+49 (0)30 5550100', '+49305550100'],
        ['٠٣٠-٥٥٥٠١٠٠', '0305550100'],
        ['tel:%2B1-555-0100', '+15550100'],
        ['135XXXXX5678', '135XXXXX5678'],
        ['*21*5550100#', '*21*5550100#'],
      ] as const) {
        expect(await send(door, text)).to.equal(number);
      }
      expect(warnings()).to.deep.equal([]);
      expect(await send(door, 'sip:5550105;ext=12@pbx.example')).to.equal('5550105');
      expect(warnings()).to.deep.equal(['number']);
    });

    it(`is refused where it can't be dialled, and the error names the parameter: ${name}`, async () => {
      for (const text of ['Ada', '555 0100 / 555 0101', '+']) {
        const error = await send(door, text);
        expect(error).to.be.instanceOf(SobotError);
        expect((error as SobotError).kind).to.equal('invalid');
        expect((error as SobotError).message).to.contain(`${command}: ${param} `);
      }
    });
  }

  it('has characters of the keypad only, or is a mask, whatever was written', async () => {
    const pieces = [
      '+',
      '00',
      '49',
      '(0)',
      '555',
      '-',
      '.',
      '/',
      ' ',
      '٣',
      '５',
      'x12',
      ';ext=1',
      '@pbx',
      'tel:',
      'Ada',
    ];
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.array(fc.constantFrom(...pieces)).map((all) => all.join('')),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...doors), texts, async (door, text) => {
        const sent = await send(door, text);
        if (sent === undefined || sent instanceof SobotError) return;
        expect(sent).to.match(/^(?:\+?[\d*#]+|\+?\d*X{2,}\d*)$/i);
      }),
      { numRuns: 300 },
    );
  });

  it('is the name of an agent or the code of a skill group where the type says so', async () => {
    expect(await send(['singleTransfer', 'target', { targetType: '0' }], 'a-1 (x)')).to.equal('a-1 (x)');
    expect(await send(['singleTransfer', 'target', { targetType: 3 }], ' sales: 2 ')).to.equal('sales: 2');
  });
});
