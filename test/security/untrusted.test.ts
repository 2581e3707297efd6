import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { callFields } from '../support/call-fields.js';
import { control, drawn } from '../support/softphone.js';
import { SoftphoneFixture } from '../support/softphone-fixture.js';

declare global {
  interface Window {
    executed?: unknown;
  }
}

const run = 'window.executed=1';
const hostile = [
  `<img src=x onerror="${run}">`,
  `"><script>${run}</script>`,
  `' onpointerenter='${run}' x='`,
  `<svg onload=${run}><a xlink:href="javascript:${run}">x</a></svg>`,
  `javascript:${run}//`,
  `https://evil.example/"onclick="${run}`,
  `</textarea></title></style><iframe srcdoc="<script>parent.${run}</script>">`,
  `{{constructor.constructor("${run}")()}} \${${run}} <!--?lit$1$-->`,
  `<b is="x">\u202e\u0000&lt;i&gt;</b>`,
];

/** Elements that a text may make and that no element of the kit renders. */
const FOREIGN = 'img, script, iframe, object, embed, base, link, meta, style, b[is], i, [onerror], [onload], [onclick]';

/** The names of the fields of messages and results that may hold a text. */
const textFields =
  'agentID agentName agentUUID bindExt bindMobile ext name number phone queueID queueName routeName thirdDN thisDN'.split(
    ' ',
  );

const fieldsOf = (text: string): Record<string, unknown> => ({
  ...Object.fromEntries(textFields.map((name) => [name, text])),
  otherDN: text,
  callID: text,
  attachedData: { [text]: text, list: [text], more: { [text]: text } },
});

describe('what others write', () => {
  for (const text of hostile) {
    it(`is only text: ${text.slice(0, 40)}`, async () => {
      const fixture = new SoftphoneFixture();
      const { agent, sdk } = fixture;
      const others = ['sobot-event-log', 'sobot-call-log', 'sobot-queues', 'sobot-routes', 'sobot-directory'];
      agent.append(...others.map((tag) => document.createElement(tag)));
      const row = { ...fieldsOf(text), code: 7, count: text, agentState: 1 };
      const rows = { agents: [row], queues: [row], routes: [row], list: [row], states: [row] };
      sdk.all = (sent) => queueMicrotask(() => sent.success({ status: 'success', ...row, ...rows }));
      agent.partyResolver = () => Promise.resolve({ name: text, href: text, details: { [text]: text } });
      await fixture.login();
      const requests = performance.getEntriesByType('resource').length;
      for (const messageID of [
        ...['EventAgentReady', 'EventRinging', 'EventEstablished', 'EventAgentHoldCall', 'EventPartyAdded'],
        ...['EventReleased', text],
      ]) {
        fixture.emit(messageID, fieldsOf(text));
        await fixture.drawn();
        const all = [...drawn(document)];
        const foreign = all.filter((each) => each.getRootNode() !== document && each.matches(FOREIGN));
        expect(foreign.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
        const links = all.flatMap((each) => each.getAttribute('href') ?? []);
        expect(links.filter((href) => !/^(tel:|https?:|#)/i.test(href))).to.deep.equal([]);
      }
      expect(window.executed).to.equal(undefined);
      const names = performance
        .getEntriesByType('resource')
        .slice(requests)
        .map(({ name }) => name);
      expect(names.filter((name) => /evil|\/x$/.test(name))).to.deep.equal([]);
    });
  }

  it('pollutes nothing as JSON, and is an id or a name like any other', async () => {
    const json = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x"}';
    const before = Object.getOwnPropertyNames(Object.prototype);
    for (const id of ['__proto__', 'constructor', 'toString']) {
      const fixture = new SoftphoneFixture();
      for (const name of ['shortcuts', 'event-aliases', 'labels']) fixture.agent.setAttribute(name, json);
      await fixture.login();
      const ended: string[] = [];
      fixture.agent.addEventListener('sobot-call-ended', ({ detail }) => ended.push(detail.id));
      for (const attachedData of [json, JSON.parse(json) as unknown]) {
        for (const messageID of ['EventRinging', id, 'EventEstablished', 'EventReleased', 'EventAgentReady']) {
          fixture.emit(messageID, {
            ...callFields,
            callID: id,
            otherDN: id,
            attachedData,
            agentStateInfo: JSON.parse(json),
          });
          fixture.agent.session?.saveDraft({ notes: 'x', disposition: '' });
        }
      }
      await fixture.drawn();
      expect(ended).to.deep.equal([id]); // the second time it is late
      fixture.remove();
    }
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect(Object.getOwnPropertyNames(Object.prototype)).to.deep.equal(before);
  });

  const word = 'A'.repeat(100_000);
  const large: Record<string, Record<string, unknown>> = {
    'a word of 100,000 letters in a field': { attachedData: { photo: word, [word]: 'name' } },
    '5,000 fields': {
      attachedData: Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`key ${index}`, `value ${index}`])),
    },
    'a number of 100,000 digits': { otherDN: '1'.repeat(100_000) },
    'a skill group with a name of 100,000 letters': { queueName: word },
  };
  for (const [what, fields] of Object.entries(large)) {
    it(`leaves Answer in sight and pressable: ${what}`, async () => {
      const fixture = new SoftphoneFixture();
      fixture.agent.style.cssText = 'display: block; inline-size: 320px';
      await fixture.login();
      fixture.emit('EventRinging', { ...callFields, ...fields });
      await fixture.drawn();
      const texts = [...drawn(fixture.agent)].flatMap((each) => [...each.childNodes]);
      expect(Math.max(...texts.map((node) => (node instanceof Text ? node.data.length : 0)))).to.be.below(1_500);
      expect([...drawn(fixture.agent)].filter((each) => each.matches('dd'))).to.have.lengthOf.at.most(50);
      const answer = control(fixture.softphone, 'Answer');
      const { left, right, top, bottom } = answer.getBoundingClientRect();
      expect([left >= 0, right <= 320, top >= 0, bottom <= innerHeight]).to.deep.equal([true, true, true, true]);
      answer.click();
      expect(fixture.sdk.last('answer')).to.be.an('object');
    });
  }

  it('keeps business data whole in the events of the page', async () => {
    const fixture = new SoftphoneFixture();
    await fixture.login();
    const started: unknown[] = [];
    fixture.agent.addEventListener('sobot-call-started', ({ detail }) => started.push(detail.attachedData));
    fixture.emit('EventRinging', { ...callFields, attachedData: { photo: word } });
    await fixture.drawn();
    expect(started).to.deep.equal([{ photo: word }]);
  });
});
