import { expect } from '@open-wc/testing';
import { Ears } from '../support/media-double.js';
import { onDuty, type TestClient, type CallCentreFixture } from '../support/fixtures.js';

const C = '13800001111';

interface Situation extends CallCentreFixture {
  readonly third: TestClient | null;
}

const answer = ({ third, clock }: Situation): void => {
  if (third) third.get('answer');
  else clock.advance(2000);
};
const ask = ({ client }: Situation): void => void client.get('initiateConsult', { targetType: '0', target: '1001' });
const consult = (set: Situation): void => {
  ask(set);
  answer(set);
};
const confer = (set: Situation): void => {
  consult(set);
  set.client.get('consultConference');
};

/** Whom agent, customer and third party hear; `undefined`: has no sound. */
type Heard = readonly [string | undefined, string | undefined, string | undefined];

const rows: [name: string, act: (set: Situation) => void, heard: Heard][] = [
  ['talk', () => {}, [C, '1005', undefined]],
  ['hold', ({ client }) => void client.get('holdCall'), ['', 'music', undefined]],
  ['the third party rings', ask, ['', 'music', undefined]],
  ['consultation', consult, ['1001', 'music', '1005']],
  [
    'after return',
    (set) => {
      consult(set);
      set.client.get('retrieveConsult');
    },
    [C, '1005', undefined],
  ],
  ['conference', confer, [`1001 ${C}`, '1001 1005', `1005 ${C}`]],
  [
    'conference, held by the agent',
    (set) => {
      confer(set);
      set.client.get('holdCall');
    },
    ['', '1001', C],
  ],
  [
    'conference, without the customer',
    (set) => {
      confer(set);
      set.centre.customerHangsUp();
    },
    ['1001', undefined, '1005'],
  ],
  [
    'consultation, without the customer',
    (set) => {
      consult(set);
      set.centre.customerHangsUp();
    },
    ['1001', undefined, '1005'],
  ],
  [
    'survey',
    (set) => {
      confer(set);
      set.client.get('sendSatisfy');
    },
    [undefined, undefined, undefined],
  ],
];

describe('sandbox: who hears whom', () => {
  for (const inPerson of [false, true]) {
    const begin = (): [Situation, Ears] => {
      const ears = new Ears();
      const set = onDuty({ media: ears });
      const third = inPerson ? set.another().init('1001').login() : null;
      set.centre.customerCalls({ number: C, queue: 'Support' });
      set.client.get('answer');
      return [{ ...set, third }, ears];
    };
    const whom = ({ heard }: Ears): Heard => [heard['1005']?.join(' '), heard[C]?.join(' '), heard['1001']?.join(' ')];

    for (const [name, act, heard] of rows) {
      it(`${name}, third party ${inPerson ? 'in person' : 'played'}`, () => {
        const [set, ears] = begin();
        act(set);
        expect(whom(ears)).to.deep.equal(heard);
        set.client.ask('resetLogout');
        set.third?.ask('resetLogout');
        set.clock.advance(30_000);
        expect(ears.heard, 'what is left over').to.deep.equal({});
      });
    }

    it(`after transfer, third party ${inPerson ? 'in person' : 'played'}`, () => {
      const [set, ears] = begin();
      consult(set);
      set.client.get('consultTransfer');
      expect(whom(ears)).to.deep.equal(inPerson ? [undefined, '1001', C] : [undefined, undefined, undefined]);
    });
  }

  it('opens a line when the first call is answered, and closes it after the last', () => {
    const ears = new Ears();
    const { client, centre, clock } = onDuty({ media: ears });
    client.talk().get('initiateConsult', { targetType: '1', target: '5550106' });
    clock.advance(1000);
    centre.customerHangsUp();
    client.get('muteCall');
    client.get('hangup');
    expect(ears.said).to.deep.equal(['open 1005', 'close 5550100', 'mute true', 'close 1005', 'close 5550106']);
    client.get('completeACW');
    client.talk();
    expect(centre.snapshot().calls[0]?.muted, 'the next call').to.equal(false);
  });

  it('warns the agents in the call of what goes wrong with a voice', () => {
    const { client } = onDuty({
      media: {
        openAgent: (number, events) => new Ears().openAgent(number, events),
        openVoice: (number, { warning }) => {
          queueMicrotask(() => warning('media', 'no voice'));
          return new Ears().openVoice(number);
        },
      },
    });
    client.talk();
    return Promise.resolve().then(() => expect(client.last('SandboxWarning')).to.include({ message: 'no voice' }));
  });
});
