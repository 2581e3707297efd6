import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../elements/sobot-call-info/define.js';
import '../../elements/sobot-call-link/define.js';
import '../../elements/sobot-incoming-call/define.js';
import { createElement, type ElementFixture } from '../support/element-fixture.js';
import { callFields } from '../support/call-fields.js';
import { drawn } from '../support/softphone.js';

const NUMBER = '+49 30 5550100';

/** The place of each digit of a number in a shadow tree, from its first character to its last. */
function placesOf(root: ShadowRoot, number: string): number[] {
  for (const element of drawn(root)) {
    for (const node of element.childNodes) {
      const start = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').indexOf(number) : -1;
      if (start < 0) continue;
      return [...number].flatMap((character, index) => {
        const range = document.createRange();
        range.setStart(node, start + index);
        range.setEnd(node, start + index + 1);
        return character === ' ' ? [] : [range.getBoundingClientRect().left];
      });
    }
  }
  return [];
}

describe('a number on a page that runs from right to left', () => {
  afterEach(() => document.documentElement.removeAttribute('dir'));

  const consult = { callID: 'c2', callType: 'Consult', thisDNRole: 'ConsultBy', otherDN: NUMBER };
  const rows: readonly (readonly [
    string,
    string,
    string,
    (fixture: Pick<ElementFixture<LitElement>, 'emit' | 'call'>) => Promise<void>,
  ])[] = [
    [
      'sobot-call-info',
      '',
      'as business data',
      (on) => on.emit('EventRinging', { ...callFields, attachedData: { a: NUMBER } }),
    ],
    [
      'sobot-call-info',
      '',
      'in business data',
      (on) => on.emit('EventRinging', { ...callFields, attachedData: { a: `هاتف ${NUMBER} (مكتب)` } }),
    ],
    [
      'sobot-call-info',
      '',
      'of a consultation',
      async (on) => {
        await on.call('EventRinging', 'EventEstablished');
        await on.emit('EventDialing', consult);
      },
    ],
    ['sobot-incoming-call', '', 'of the caller', (on) => on.emit('EventRinging', { ...callFields, otherDN: NUMBER })],
    [
      'sobot-incoming-call',
      '',
      'of a caller who waits',
      async (on) => {
        await on.call('EventRinging', 'EventEstablished');
        await on.emit('EventRinging', { ...callFields, callID: 'c2', otherDN: NUMBER });
        await on.emit('EventPartyChanged', { ...callFields, callID: 'c2', otherDN: NUMBER, queueName: 'مكتب' });
      },
    ],
    ['sobot-call-link', `number="${NUMBER}"`, 'of a link', (on) => on.emit('EventAgentReady')],
  ];
  for (const [tag, attributes, what, come] of rows) {
    it(`reads from left to right: ${what}, <${tag}>`, async () => {
      document.documentElement.dir = 'rtl';
      const on = await createElement(tag as 'sobot-call-info', attributes);
      await come(on);
      await on.element.updateComplete;
      const places = placesOf(on.element.shadowRoot as ShadowRoot, NUMBER);
      expect(places).to.have.length(NUMBER.replaceAll(' ', '').length);
      expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    });
  }
});
