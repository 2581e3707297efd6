import { expect, fixture } from '@open-wc/testing';
import { render } from 'lit';
import { callMessages, partyName, partyNameAndNumber, renderPartyHeading } from '../../../src/ui/call/index.js';

describe('The text for a party', () => {
  const t = (): string => callMessages['call.noNumber'];
  const both = { name: 'Ada', number: '*1234' };
  const unnamed = { name: '', number: '*1234' };
  const withheld = { name: '', number: '' };

  it('is the name, else the number, else that it is unknown', () => {
    expect([both, unnamed, withheld].map((party) => partyName(t, party))).to.deep.equal([
      'Ada',
      '*1234',
      'Unknown number',
    ]);
  });

  it('is both with a separator where both are known', () => {
    expect([both, unnamed, withheld].map((party) => partyNameAndNumber(t, party, ', '))).to.deep.equal([
      'Ada, *1234',
      '*1234',
      'Unknown number',
    ]);
  });

  it('is a heading with the number first, and the name below it once', async () => {
    const texts = async (party: { name: string; number: string; href?: string }): Promise<string[]> => {
      const heading = await fixture<HTMLElement>(document.createElement('div'));
      render(renderPartyHeading(t, party), heading);
      return Array.from(
        heading.querySelectorAll('p, a'),
        ({ localName, textContent }) => `${localName} ${textContent}`,
      );
    };
    expect(await texts(both)).to.deep.equal(['p *1234', 'p Ada']);
    expect(await texts({ name: 'Ada', number: '' })).to.deep.equal(['p Ada']);
    expect(await texts(withheld)).to.deep.equal(['p Unknown number']);
    expect(await texts({ ...both, href: '/ada' })).to.deep.equal(['p *1234', 'p Ada', 'a Ada']);
  });
});
