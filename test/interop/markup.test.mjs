import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { elements, openChrome, script, until } from './pages.mjs';

const inside = elements.map((tag) => `<${tag}></${tag}>`).join('');
const phone = `<sobot-agent sandbox>${inside}</sobot-agent>`;
const flat = `${elements.map((tag) => `<${tag} for="phone"></${tag}>`).join('')}<sobot-agent id="phone" sandbox></sobot-agent>`;
const only = `${inside}<sobot-agent sandbox></sobot-agent>`;

/** In the page: the elements that know no agent, once the agent is ready. */
const lost = async () => {
  const agent = document.querySelector('sobot-agent');
  if (agent?.phase !== 'ready') return null;
  const all = [...document.querySelectorAll(':not(sobot-agent)')].filter((e) => e.localName.startsWith('sobot-'));
  await Promise.all(all.map((element) => element.updateComplete));
  return all
    .filter((element) => !element.shadowRoot || element.shadowRoot.querySelector('[part~="notice"]'))
    .map(({ localName }) => localName);
};

const ready = () => document.querySelector('sobot-agent')?.phase === 'ready';

describe('plain HTML', () => {
  let chrome;
  before(async () => (chrome = await openChrome()));
  after(() => chrome.close());

  async function works(html, act) {
    const { page, problems, close } = await chrome.open({ '/index.html': html });
    if (act) await page.evaluate(act, phone);
    const found = await until(page, lost, 'a phone that is ready');
    assert.deepEqual(found, []);
    const drawn = await until(
      page,
      () =>
        document.querySelector('sobot-softphone').shadowRoot?.textContent.trim() ||
        document.querySelector('sobot-softphone').shadowRoot?.childElementCount,
      'a softphone that is drawn',
    );
    assert.ok(drawn);
    assert.deepEqual(problems, []);
    await close();
  }

  it('the script before the tags', () => works(script + phone));
  it('the script after the tags', () => works(phone + script));
  it('a classic order: the script in the head, the elements apart from the agent', () => works(script + flat));
  it('elements that stand before the agent and name none', () => works(script + only));
  it('by innerHTML', () => works(script, (html) => document.body.insertAdjacentHTML('beforeend', html)));

  it('from a template, cloned', () =>
    works(`${script}<template>${phone}</template>`, () =>
      document.body.append(document.querySelector('template').content.cloneNode(true)),
    ));

  it('from a template, imported', () =>
    works(`${script}<template>${phone}</template>`, () =>
      document.body.append(document.importNode(document.querySelector('template').content, true)),
    ));

  it('before the kit is there: innerHTML first, the script after it is drawn', () =>
    works(phone, async () => {
      await new Promise(requestAnimationFrame);
      const late = document.createElement('script');
      Object.assign(late, { type: 'module', src: '/dist/cdn/sobot-elements.js' });
      document.head.append(late);
    }));

  it('a page that is cloned as a whole', () =>
    works(script + phone, async () => {
      await customElements.whenDefined('sobot-softphone');
      const agent = document.querySelector('sobot-agent');
      agent.replaceWith(agent.cloneNode(true));
    }));

  for (const [what, html] of Object.entries({
    'before the tags': `<script type="module" src="/dist/cdn/autoloader.js"></script>${phone}`,
    'after the tags': `${phone}<script type="module" src="/dist/cdn/autoloader.js"></script>`,
  })) {
    it(`the autoloader ${what}`, () => works(html));
  }

  it('the autoloader, for elements that come later', () =>
    works('<script type="module" src="/dist/cdn/autoloader.js"></script>', async (html) => {
      await new Promise(requestAnimationFrame);
      document.body.insertAdjacentHTML('beforeend', html);
    }));

  it('without an agent, an element says so in place', async () => {
    const { page, problems, close } = await chrome.open({ '/index.html': `${script}<sobot-dialer></sobot-dialer>` });
    const said = () => document.querySelector('sobot-dialer').shadowRoot?.textContent.includes('sobot-agent');
    await until(page, said, 'a notice');
    assert.deepEqual(problems, []);
    await close();
  });

  it('two agents are two phones, and an element without for or ancestor has none', async () => {
    const one = (id) => `<sobot-agent id="${id}" sandbox><sobot-status></sobot-status></sobot-agent>`;
    const { page, close } = await chrome.open({
      '/index.html': `${script}${one('a')}${one('b')}<sobot-dialer></sobot-dialer>`,
    });
    const both = () => [...document.querySelectorAll('sobot-agent')].every(({ phase }) => phase === 'ready');
    await until(page, both, 'two phones');
    const noticed = () => Boolean(document.querySelector('sobot-dialer').shadowRoot?.querySelector('[part~="notice"]'));
    await until(page, noticed, 'a notice');
    assert.ok(await page.evaluate(() => a.session !== b.session));
    await close();
  });

  it('an attribute is enough to style and to act on the call, without script', async () => {
    const html = `${script}<style>.ringing { display: none } sobot-agent[call='held'] .ringing { display: block }</style>
      <sobot-agent id="phone" sandbox><p class="ringing">On hold</p></sobot-agent>
      <button commandfor="phone" command="--make-call" data-number="5550100">Call</button>
      <button commandfor="phone" command="--hold-call">Hold</button>`;
    const { page, problems, close } = await chrome.open({ '/index.html': html });
    await until(page, ready, 'a phone that is ready');
    await page.evaluate(() => phone.session.login({ phoneType: 'sip', bindExt: '1020', agentState: '1' }));
    await page.click('[command="--make-call"]');
    await until(page, () => phone.matches('[call="talking"]'), 'a call');
    await page.click('[command="--hold-call"]');
    await until(page, () => phone.matches('[call="held"]'), 'a call on hold');
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.ringing')).display), 'block');
    assert.deepEqual(problems, []);
    await close();
  });
});
