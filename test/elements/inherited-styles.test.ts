import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { onCleanup } from '../support/cleanup.js';
import { drawn } from '../support/softphone.js';
import { SoftphoneFixture } from '../support/softphone-fixture.js';

/** Rules of a page that hide or deform text, for the elements themselves and by inheritance. */
const hostile = `
  letter-spacing: 8px !important; word-spacing: 30px !important; text-indent: -999px !important;
  text-transform: uppercase !important; text-shadow: 0 0 9px red !important; white-space: pre !important;
  word-break: break-all !important; hyphens: auto !important; font-style: italic !important;
  -webkit-text-fill-color: transparent !important; -webkit-text-stroke: 4px red !important;
  -webkit-text-security: disc !important; writing-mode: vertical-rl !important; color: transparent !important;
  font-family: fantasy !important; font-stretch: expanded !important;`;

const properties = [
  ...['letter-spacing', 'word-spacing', 'text-indent', 'text-transform', 'text-shadow', 'white-space', 'word-break'],
  ...['hyphens', 'font-style', '-webkit-text-fill-color', '-webkit-text-stroke-width', '-webkit-text-security'],
  ...['writing-mode', 'color', 'font-family', 'font-stretch'],
];

/** Elements with their position in the tree, and their text properties. */
const textStyles = (root: ParentNode): string[] =>
  [...drawn(root)]
    .filter((each) => each.getRootNode() !== document)
    .map((each) => {
      const style = getComputedStyle(each);
      return [each.localName, ...properties.map((name) => style.getPropertyValue(name))].join(' | ');
    });

describe('the text styles of the page', () => {
  for (const selector of ['body', 'body *'])
    it(`do not reach into the elements, set for ${selector}`, async () => {
      const page = await fixture<HTMLElement>(html`<main></main>`);
      const phone = new SoftphoneFixture();
      page.append(phone.agent);
      await phone.login();
      phone.call('EventRinging', 'EventEstablished');
      await phone.drawn();
      const before = textStyles(page);
      const sheet = document.createElement('style');
      sheet.textContent = `${selector} { ${hostile} }`;
      document.head.append(sheet);
      onCleanup(() => sheet.remove());
      expect(before).to.have.lengthOf.above(50);
      expect(textStyles(page)).to.deep.equal(before);
    });
});
