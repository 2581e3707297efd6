import { expect } from '@open-wc/testing';
import { customerOf, customers, type Customer } from '../../../src/sandbox/model/customers.js';
import { onDuty } from '../support/fixtures.js';

const table: readonly Customer[] = customers;

describe('sandbox: customers', () => {
  it('have numbers of their own, all described', () => {
    expect(new Set(table.map(({ number }) => number)).size).to.equal(table.length);
    for (const { number, description } of table) {
      expect(number).to.match(/^\d+$/);
      expect(description).to.match(/^[A-Z].+[^.]$/);
    }
  });

  for (const customer of table) {
    const { number, description, called, answered } = customer;
    it(`${number}: ${description}`, () => {
      const { client, clock, centre } = onDuty();
      if (!called) {
        expect(client.refused('makeCall', { otherDN: number })).to.equal('SANDBOX_NO_SUCH_NUMBER');
        expect(client.names).to.deep.equal([]);
        return;
      }
      const [first, ...rest] = number;
      client.get('makeCall', { otherDN: `${first} ${rest.join('')}` });
      if (called.after > 0) clock.advance(called.after - 1);
      if (called.after > 0) expect(client.names).to.deep.equal(['EventDialing']);
      clock.advance(1);
      const then = called.act === 'answers' ? 'EventEstablished' : 'EventReleased';
      expect(client.names).to.deep.equal(['EventDialing', then]);
      if (called.act === 'releases') {
        expect(centre.snapshot().agent.workStatus).to.equal('ready');
        return;
      }
      clock.advance(answered ? answered.after : 600_000);
      const last = { releases: 'EventReleased', 'sends-digits': 'SandboxDigits', answers: '' };
      expect(client.names.slice(2)).to.deep.equal(answered ? [last[answered.act]] : []);
      if (answered?.digits) expect(centre.snapshot().calls[0]?.customerDigits).to.equal(answered.digits);
    });
  }

  it('are found however the number is written; any other number answers after two seconds', () => {
    expect(customerOf('555-01 01').description).to.equal(customerOf('5550101').description);
    expect(customerOf('135****5678')).to.deep.include({ called: { after: 2000, act: 'answers' }, speaks: true });
  });

  it('behave in the calls that they make, too', () => {
    const { client, clock, centre } = onDuty();
    centre.customerCalls({ number: '5550104' });
    client.get('answer');
    clock.advance(5000);
    expect(client.names.at(-1)).to.equal('EventReleased');
  });
});
