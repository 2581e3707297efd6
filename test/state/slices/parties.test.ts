import { expect } from '@open-wc/testing';
import { reduced as reduce, loggedIn, message, NOW, play } from '../../support/state.js';
import type { AgentState } from '../../../src/state/index.js';

type Fields = Readonly<Record<string, unknown>>;

const C1 = { callID: 'c1', callType: 'Inbound' };
const customer = { otherDN: '15550100', otherDNRole: 'Origination' };
const own = { thisDN: '1001', thisDNRole: 'Destination' };

const partiesOf = (state: AgentState): readonly string[] =>
  state.call?.parties.map(({ number, role }) => `${number} ${role}`) ?? [];

const rows: Readonly<Record<string, { rings: Fields; answered: Fields; parties: readonly string[] }>> = {
  'the same number with its plus': {
    rings: { ...customer, ...own },
    answered: { ...customer, ...own, otherDN: '+15550100' },
    parties: ['+15550100 Origination', '1001 Destination'],
  },
  'the same number in another spelling': {
    rings: { ...customer, ...own, otherDN: '0049 (30) 5550100' },
    answered: { ...customer, ...own, otherDN: '+49305550100' },
    parties: ['+49305550100 Origination', '1001 Destination'],
  },
  'a number that was masked': {
    rings: { ...customer, ...own, otherDN: '135****5678' },
    answered: { ...customer, ...own, otherDN: '13512345678' },
    parties: ['13512345678 Origination', '1001 Destination'],
  },
  'a number without roles': {
    rings: { otherDN: '135****5678', thisDN: '1001' },
    answered: { otherDN: '13512345678', thisDN: '1001' },
    parties: ['13512345678 Unknown', '1001 Unknown'],
  },
  'the role is told with the whole number': {
    rings: { otherDN: '135****5678' },
    answered: { ...customer, otherDN: '13512345678' },
    parties: ['13512345678 Origination'],
  },
  'the own extension': {
    rings: { ...customer, ...own },
    answered: { ...customer, ...own, thisDN: '8001', thisDNRole: 'TransferTo' },
    parties: ['15550100 Origination', '8001 TransferTo'],
  },
  'both sides': {
    rings: { ...customer, ...own },
    answered: { ...customer, otherDN: '+15550100', thisDN: '8001' },
    parties: ['+15550100 Origination', '8001 Destination'],
  },
  'the other side in another role is another party': {
    rings: { ...customer, ...own },
    answered: { ...own, otherDN: '1002', otherDNRole: 'TransferTo' },
    parties: ['15550100 Origination', '1001 Destination', '1002 TransferTo'],
  },
  'a third party that becomes the other side': {
    rings: { ...customer, ...own, thirdDN: '139', thirdDNRole: 'Unknown' },
    answered: { otherDN: '139', otherDNRole: 'Origination', thisDN: '1001' },
    parties: ['15550100 Origination', '1001 Destination', '139 Origination'],
  },
};

describe('a number that changes within a call', () => {
  for (const [title, { rings, answered, parties }] of Object.entries(rows)) {
    it(`replaces the earlier one in its role: ${title}`, () => {
      const state = play(
        loggedIn,
        message('EventRinging', { ...C1, ...rings }),
        message('EventEstablished', { ...C1, ...answered }),
      );
      expect(partiesOf(state)).to.deep.equal(parties);
    });
  }

  it('takes no name with it: the two may be different people', () => {
    const ringing = play(loggedIn, message('EventRinging', { ...C1, ...customer }));
    const named = reduce(ringing, { type: 'identified', callId: 'c1', number: '15550100', info: { name: 'Ada' } });
    expect(named.call?.parties[0]?.name).to.equal('Ada');
    const answered = play(named, message('EventEstablished', { ...C1, ...customer, otherDN: '05550100' }));
    expect(answered.call?.parties).to.deep.equal([{ number: '05550100', role: 'Origination', state: 'Talk' }]);
    expect([answered.call?.name, answered.call?.startedAt]).to.deep.equal([undefined, NOW + 1000]);
  });
});
