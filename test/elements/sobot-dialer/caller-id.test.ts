import { expect } from '@open-wc/testing';
import { settled } from '../../support/element-fixture.js';
import { announcements, answerRequest, pick, requestCount, routesResult } from '../../support/forms.js';
import { createReadyDialer, type DialerFixture } from './create-dialer.js';

describe('<sobot-dialer>', () => {
  let dialer: DialerFixture;
  beforeEach(async () => {
    dialer = await createReadyDialer();
  });

  describe('caller ID', () => {
    it('is by the outbound rule before anything is known', () => {
      expect([...dialer.callerId.options].map(({ label }) => label)).to.deep.equal(['Default']);
    });

    it('offers the numbers with their aliases', async () => {
      await answerRequest(dialer, 'queryRoutes', routesResult);
      expect([...dialer.callerId.options].map(({ label }) => label)).to.deep.equal([
        'Default: Company numbers',
        'Head office · 01066666666',
        '0108888****',
      ]);
      await pick(dialer, 'Caller ID', '01066666666');
      await dialer.dial('100');
      expect(dialer.sentParams).to.deep.equal({ otherDN: '100', ANI: '01066666666' });
    });

    it('names the number that the rule has set', async () => {
      const explicitRule = [{ code: '3', name: 'My numbers', hasSet: true }];
      const explicitNumbers = [{ number: '010', nickName: 'Desk', hasSet: true }];
      await answerRequest(dialer, 'queryRoutes', { explicitRule, explicitNumbers });
      expect(dialer.callerId.options[0]?.label).to.equal('Default: Desk · 010');
    });

    it('starts with that of the page, even if it is none of the agent’s', async () => {
      dialer = await createReadyDialer('ani="4001"');
      await answerRequest(dialer, 'queryRoutes', routesResult);
      expect(dialer.callerId.value).to.equal('4001');
      await pick(dialer, 'Caller ID', '');
      await dialer.dial('100');
      expect(dialer.sentParams).to.deep.equal({ otherDN: '100' });
    });

    it('takes the place of the scheme of the page', async () => {
      dialer = await createReadyDialer('outbound-plan-code="p1"');
      await answerRequest(dialer, 'queryRoutes', routesResult);
      expect(dialer.callerId.options[0]?.label).to.equal('Set by this page');
      await dialer.dial('100');
      expect(dialer.sentParams).to.deep.equal({ otherDN: '100', outboundPlanCode: 'p1' });
      await answerRequest(dialer, 'makeCall', new Error('no'));
      await pick(dialer, 'Caller ID', '01066666666');
      await dialer.dial('100');
      expect(dialer.sentParams).to.deep.equal({ otherDN: '100', ANI: '01066666666' });
    });

    it('says that a page can’t give both', async () => {
      dialer = await createReadyDialer('outbound-plan-code="p1" ani="4001"');
      await dialer.dial('100');
      await settled(dialer.element);
      expect(announcements(dialer)).to.contain('outboundPlanCode');
      expect(dialer.field.value).to.equal('100');
    });

    it('is left out where there is nothing to choose', async () => {
      await answerRequest(dialer, 'queryRoutes', {});
      expect(dialer.all('select')).to.deep.equal([]);
    });

    it('says why the numbers are not there, and tries again', async () => {
      await answerRequest(dialer, 'queryRoutes', new Error('out of order'));
      expect(announcements(dialer)).to.contain('out of order');
      await dialer.dial('100');
      expect(requestCount(dialer, 'makeCall')).to.equal(1);
      await dialer.press('Try again');
      await answerRequest(dialer, 'queryRoutes', routesResult);
      expect(dialer.callerId.options).to.have.length(3);
      expect(announcements(dialer)).to.equal('');
    });

    it('asks once for several dialers', async () => {
      const other = document.createElement('sobot-dialer');
      dialer.agent.append(other);
      await other.updateComplete;
      expect(requestCount(dialer, 'queryRoutes')).to.equal(1);
    });
  });
});
