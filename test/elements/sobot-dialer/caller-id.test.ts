import { expect } from '@open-wc/testing';
import '../../../elements/sobot-dialer/define.js';
import { settled } from '../../support/desk.js';
import { heard, pick, routesResult, tell, timesSent } from '../../support/forms.js';
import { callerId, dial, field, on, ready, sent } from '../../support/dialer.js';

describe('<sobot-dialer>', () => {
  beforeEach(() => ready());

  describe('caller ID', () => {
    it('is by the outbound rule before anything is known', () => {
      expect([...callerId().options].map(({ label }) => label)).to.deep.equal(['Default']);
    });

    it('offers the numbers with their aliases', async () => {
      await tell(on, 'queryRoutes', routesResult);
      expect([...callerId().options].map(({ label }) => label)).to.deep.equal([
        'Default: Company numbers',
        'Head office · 01066666666',
        '0108888****',
      ]);
      await pick(on, 'Caller ID', '01066666666');
      await dial('100');
      expect(sent()).to.deep.equal({ otherDN: '100', ANI: '01066666666' });
    });

    it('names the number that the rule has set', async () => {
      const explicitRule = [{ code: '3', name: 'My numbers', hasSet: true }];
      const explicitNumbers = [{ number: '010', nickName: 'Desk', hasSet: true }];
      await tell(on, 'queryRoutes', { explicitRule, explicitNumbers });
      expect(callerId().options[0]?.label).to.equal('Default: Desk · 010');
    });

    it('starts with that of the page, even if it is none of the agent’s', async () => {
      await ready('ani="4001"');
      await tell(on, 'queryRoutes', routesResult);
      expect(callerId().value).to.equal('4001');
      await pick(on, 'Caller ID', '');
      await dial('100');
      expect(sent()).to.deep.equal({ otherDN: '100' });
    });

    it('takes the place of the scheme of the page', async () => {
      await ready('outbound-plan-code="p1"');
      await tell(on, 'queryRoutes', routesResult);
      expect(callerId().options[0]?.label).to.equal('Set by this page');
      await dial('100');
      expect(sent()).to.deep.equal({ otherDN: '100', outboundPlanCode: 'p1' });
      await tell(on, 'makeCall', new Error('no'));
      await pick(on, 'Caller ID', '01066666666');
      await dial('100');
      expect(sent()).to.deep.equal({ otherDN: '100', ANI: '01066666666' });
    });

    it('says that a page can’t give both', async () => {
      await ready('outbound-plan-code="p1" ani="4001"');
      await dial('100');
      await settled(on.element);
      expect(heard(on)).to.contain('outboundPlanCode');
      expect(field().value).to.equal('100');
    });

    it('is left out where there is nothing to choose', async () => {
      await tell(on, 'queryRoutes', {});
      expect(on.all('select')).to.deep.equal([]);
    });

    it('says why the numbers are not there, and tries again', async () => {
      await tell(on, 'queryRoutes', new Error('out of order'));
      expect(heard(on)).to.contain('out of order');
      await dial('100');
      expect(timesSent(on, 'makeCall')).to.equal(1);
      await on.press('Try again');
      await tell(on, 'queryRoutes', routesResult);
      expect(callerId().options).to.have.length(3);
      expect(heard(on)).to.equal('');
    });

    it('asks once for several dialers', async () => {
      const other = document.createElement('sobot-dialer');
      on.agent.append(other);
      await other.updateComplete;
      expect(timesSent(on, 'queryRoutes')).to.equal(1);
    });
  });
});
