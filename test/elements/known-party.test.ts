import { expect } from '@open-wc/testing';
import '../../elements/sobot-call-info/define.js';
import '../../elements/sobot-incoming-call/define.js';
import '../../elements/sobot-wrap-up/define.js';
import { createElement, expectAccessible, expectFits, settled, textOf } from '../support/element-fixture.js';

const details = { Tier: 'gold', Since: 2019 };

describe('whom the page knows', () => {
  for (const tag of ['sobot-incoming-call', 'sobot-call-info'] as const) {
    it(`is in <${tag}> with the way to their page, and details before the data of the call`, async () => {
      const fixture = await createElement(tag);
      fixture.agent.partyResolver = () => Promise.resolve({ name: 'Ada Wong', href: 'https://crm.example/7', details });
      await fixture.emit('EventRinging', { callID: 'c1', otherDN: '139', attachedData: { Order: 'o-7' } });
      await settled(fixture.element);
      const link = fixture.find<HTMLAnchorElement>('[part="name"] a');
      expect([textOf(link), link.href, link.target, link.rel]).to.deep.equal([
        'Ada Wong',
        'https://crm.example/7',
        '_blank',
        'noopener noreferrer',
      ]);
      const data = [...fixture.find('[part="data"]').children].map(textOf);
      expect(data).to.deep.equal(['Tier', 'gold', 'Since', '2019', 'Order', 'o-7']);
      await expectAccessible(fixture.element);
      await expectFits(fixture.element);
    });

    it(`leads nowhere in <${tag}> where the page has given no http(s) address`, async () => {
      const fixture = await createElement(tag);
      fixture.agent.partyResolver = () => Promise.resolve({ name: 'Ada Wong', href: 'javascript:alert(1)' });
      await fixture.emit('EventRinging', { callID: 'c1', otherDN: '139' });
      await settled(fixture.element);
      expect(textOf(fixture.find('[part="name"]'))).to.equal('Ada Wong');
      expect(fixture.all('a')).to.have.length(0);
    });
  }

  it('is still there in the wrap-up', async () => {
    const fixture = await createElement('sobot-call-info');
    fixture.agent.partyResolver = () => Promise.resolve({ name: 'Ada Wong', href: 'https://crm.example/7', details });
    for (const message of ['EventRinging', 'EventEstablished', 'EventReleased']) {
      await fixture.emit(message, { callID: 'c1', otherDN: '139' });
    }
    await settled(fixture.element);
    expect(textOf(fixture.find('[part="name"] a'))).to.equal('Ada Wong');
    expect(fixture.text).to.contain('gold');
  });
});
