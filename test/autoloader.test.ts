import { expect, fixture, html } from '@open-wc/testing';
import '../src/autoloader.js';

describe('The autoloader', () => {
  const defined = (tag: string): Promise<CustomElementConstructor> => customElements.whenDefined(tag);

  it('defines what is in the page, and what it draws', async () => {
    await fixture(html`<sobot-agent manual><sobot-softphone></sobot-softphone></sobot-agent>`);
    await Promise.all(['sobot-agent', 'sobot-softphone', 'sobot-status', 'sobot-login'].map(defined));
    expect(customElements.get('sobot-sandbox')).to.equal(undefined);
  });

  it('defines what comes later, also inside of something', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const section = document.createElement('section');
    section.append(document.createElement('sobot-sandbox'));
    place.append(section);
    await defined('sobot-sandbox');
  });
});
