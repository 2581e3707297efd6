import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { root } from '../../tools/steps.mjs';
import { openChrome, passGrace, script, until } from './pages.mjs';

async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'jsx' },
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    alias: { vue: 'vue/dist/vue.esm-bundler.js' },
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

/** An SDK that counts who starts it and who listens. */
const counting = `
  export const counts = (window.counts = { made: 0, init: 0, on: 0, off: 0, phases: [], calls: 0 });
  class Agent extends window.SobotClient.agent {
    constructor() { super(); counts.made++; }
    initAgent(options) { counts.init++; super.initAgent(options); }
    on(...args) { counts.on++; return super.on(...args); }
    off(...args) { counts.off++; return super.off(...args); }
  }
  const sdk = { agent: Agent };
  const initOptions = { businessTags: ['a'] };
  const tokenProvider = () => Promise.resolve('t');`;

const react = `
  import { StrictMode, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  ${counting.replace('export ', '')}
  function App() {
    const [region, setRegion] = useState('left');
    window.setRegion = setRegion;
    const phone = (
      <sobot-agent companyId="c1" agent="1005" sdk={sdk} tokenProvider={tokenProvider} initOptions={initOptions}
        maskNumbers={true} commandTimeout={7}
        onsobot-phase-change={(event) => counts.phases.push(event.detail.phase)}
        onsobot-call-started={() => counts.calls++}>
        <sobot-softphone></sobot-softphone>
      </sobot-agent>
    );
    return <main title={region}>{phone}</main>;
  }
  createRoot(document.getElementById('app')).render(<StrictMode><App /></StrictMode>);
  window.changeSomething = () => window.setRegion('right');`;

const vue = `
  import { createApp, h, nextTick, ref } from 'vue';
  ${counting.replace('export ', '')}
  const region = ref('left');
  const app = createApp({
    setup: () => ({ region, sdk, tokenProvider, initOptions,
      phase: (event) => counts.phases.push(event.detail.phase), started: () => counts.calls++ }),
    template: \`<main :title="region">
      <sobot-agent company-id="c1" agent="1005" .sdk="sdk" .tokenProvider="tokenProvider" .initOptions="initOptions"
        .maskNumbers="true" .commandTimeout="7" @sobot-phase-change="phase" @sobot-call-started="started">
        <sobot-softphone></sobot-softphone>
      </sobot-agent></main>\`,
  });
  app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('sobot-');
  app.mount('#app');
  window.changeSomething = () => { region.value = 'right'; };`;

/** As many write it: every object and function is another one at each render. */
const careless = `
  import { StrictMode, useEffect, useState } from 'react';
  import { createPortal } from 'react-dom';
  import { createRoot } from 'react-dom/client';
  ${counting.replace('export ', '')}
  const hosts = ['left', 'right'].map((id) => document.body.appendChild(Object.assign(document.createElement('div'), { id })));
  function Panel() {
    const [shown, setShown] = useState(0);
    useEffect(() => { const timer = setInterval(() => setShown((n) => n + 1), 5); return () => clearInterval(timer); }, []);
    return shown % 2 ? <sobot-softphone for="phone" key="a"></sobot-softphone> : <sobot-call-controls for="phone" key="b"></sobot-call-controls>;
  }
  function App() {
    const [round, setRound] = useState(0);
    window.again = () => setRound((n) => n + 1);
    return <>
      <sobot-agent id="phone" companyId="c1" agent="1005" sdk={sdk} tokenProvider={() => Promise.resolve('t')}
        initOptions={{ businessTags: ['a'] }} eventAliases={{ EventHeld: 'EventAgentHoldCall' }}
        partyResolver={async () => ({ name: 'Ana' })} title={String(round)}
        onsobot-phase-change={(event) => counts.phases.push(event.detail.phase)}
        onsobot-warning={(event) => counts.phases.push(event.detail.message)}
        onsobot-call-started={() => counts.calls++}></sobot-agent>
      <Panel></Panel>
      {createPortal(<sobot-status for="phone"></sobot-status>, hosts[round % 2])}
    </>;
  }
  createRoot(document.getElementById('app')).render(<StrictMode><App /></StrictMode>);`;

/** The phone is in a view that is kept, put away and brought back, and teleported. */
const keptAlive = `
  import { createApp, nextTick, ref } from 'vue';
  ${counting.replace('export ', '')}
  const [view, place, panel] = [ref('phone'), ref('#left'), ref(true)];
  for (const id of ['left', 'right']) document.body.append(Object.assign(document.createElement('div'), { id }));
  const phone = {
    setup: () => ({ sdk, tokenProvider, place, panel, started: () => counts.calls++, phase: (e) => counts.phases.push(e.detail.phase) }),
    template: \`<section><Teleport :to="place"><sobot-agent id="phone" company-id="c1" agent="1005" .sdk="sdk" .tokenProvider="tokenProvider"
      @sobot-phase-change="phase" @sobot-call-started="started">
      <sobot-softphone v-if="panel"></sobot-softphone><sobot-status v-else></sobot-status></sobot-agent></Teleport></section>\`,
  };
  const app = createApp({
    components: { phone, other: { template: '<p>another view</p>' } },
    setup: () => ({ view }),
    template: '<KeepAlive><component :is="view"></component></KeepAlive>',
  });
  app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('sobot-');
  app.mount('#app');
  window.again = async () => {
    panel.value = !panel.value;
    place.value = place.value === '#left' ? '#right' : '#left';
    await nextTick();
    view.value = 'other';
    await nextTick();
    view.value = 'phone';
    await nextTick();
  };`;

/** What Svelte compiles to: elements made by hand, properties set late, one after the other, in odd order. */
const plain = `
  ${counting.replace('export ', '')}
  const agent = document.createElement('sobot-agent');
  const main = document.createElement('main');
  agent.addEventListener('sobot-phase-change', (event) => counts.phases.push(event.detail.phase));
  agent.addEventListener('sobot-call-started', () => counts.calls++);
  document.getElementById('app').append(main);
  main.append(agent);
  agent.append(document.createElement('sobot-softphone'));
  const late = { companyId: 'c1', maskNumbers: true, sdk, initOptions, tokenProvider, commandTimeout: 7, agent: '1005' };
  (async () => {
    for (const [name, value] of Object.entries(late)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      agent[name] = value;
    }
  })();
  window.changeSomething = () => {
    const copy = document.createElement('section');
    main.after(copy);
    copy.append(...main.childNodes);
    copy.title = 'right';
  };`;

const page = (order) =>
  `<script src="/dist/cdn/sandbox.js"></script>${order
    .map((src) => (src === 'kit' ? script : `<script type="module" src="${src}"></script>`))
    .join('')}<div id="app"></div>`;

const kitFirst = ['the kit first', ['kit', '/app.js']];
const kitLater = ['the kit after the application', ['/app.js', 'kit']];

for (const [framework, code, orders] of [
  // React sets properties only on elements that are defined when it draws them.
  ['React 19 in StrictMode', react, [kitFirst]],
  ['Vue 3', vue, [kitFirst, kitLater]],
  ['late properties', plain, [kitFirst, kitLater]],
]) {
  describe(framework, () => {
    let chrome;
    let app;
    before(async () => {
      chrome = await openChrome();
      app = await bundle(code);
    });
    after(() => chrome.close());

    for (const [what, order] of orders) {
      it(`${what}: one SDK, one initAgent, no stop; properties and events arrive`, async () => {
        const {
          page: tab,
          problems,
          close,
        } = await chrome.open({ '/index.html': page(order), '/app.js': app }, { clock: 'held' });
        await until(tab, () => document.querySelector('sobot-agent')?.phase === 'ready', 'a phone that is ready');
        await tab.evaluate(() => window.changeSomething());
        await passGrace(tab);
        const found = await tab.evaluate(async () => {
          const agent = document.querySelector('sobot-agent');
          await agent.session.login({ phoneType: 'sip', bindExt: '1020', agentState: '1' });
          await agent.session.makeCall({ otherDN: '5550100' });
          const { maskNumbers, commandTimeout, phase } = agent;
          return { counts, maskNumbers, commandTimeout, phase, tags: agent.initOptions.businessTags[0] };
        });
        const { counts, ...properties } = found;
        assert.deepEqual(properties, { maskNumbers: true, commandTimeout: 7, phase: 'ready', tags: 'a' });
        const { made, init, on, off } = counts;
        assert.deepEqual({ made, init, on, off }, { made: 1, init: 1, on: 2, off: 0 });
        assert.ok(counts.phases.includes('ready'));
        await until(tab, () => counts.calls === 1, 'a call that has started');
        assert.deepEqual(
          problems.filter((text) => !/React DevTools|development version/.test(text)),
          [],
        );
        await close();
      });
    }
  });
}

describe('during a call', () => {
  let chrome;
  before(async () => (chrome = await openChrome()));
  after(() => chrome.close());

  for (const [what, code] of [
    ['React in StrictMode draws fifty times, with another object and function each time', careless],
    ['Vue teleports, puts away and brings back, fifty times', keptAlive],
  ]) {
    it(`${what}: one initAgent, one subscription, the same call`, async () => {
      const files = { '/index.html': page(['kit', '/app.js']), '/app.js': await bundle(code) };
      const { page: tab, problems, close } = await chrome.open(files, { clock: 'held' });
      await until(tab, () => document.querySelector('sobot-agent')?.phase === 'ready', 'a phone that is ready');
      await tab.evaluate(async () => {
        const { session } = document.querySelector('sobot-agent');
        await session.login({ phoneType: 'sip', bindExt: '1020', agentState: '1' });
        await session.makeCall({ otherDN: '5550100' });
        window.session = session;
      });
      const talking = async () => {
        await window.passTime(500);
        return document.querySelector('sobot-agent').call === 'talking';
      };
      await until(tab, talking, 'a call');
      await tab.evaluate(async () => {
        for (let i = 0; i < 50; i++) {
          await window.again();
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      });
      await passGrace(tab);
      const { counts, same, call } = await tab.evaluate(() => {
        const agent = document.querySelector('sobot-agent');
        return { counts: window.counts, same: agent.session === window.session, call: agent.call };
      });
      assert.deepEqual([same, call], [true, 'talking']);
      const { made, init, on, off, calls, phases } = counts;
      assert.deepEqual({ made, init, on, off, calls }, { made: 1, init: 1, on: 2, off: 0, calls: 1 });
      assert.deepEqual(phases.slice(-1), ['ready']);
      await tab.evaluate(() => document.querySelector('sobot-agent').session.hangup());
      await until(tab, () => document.querySelector('sobot-agent').call === 'wrap-up', 'the end of the call');
      assert.deepEqual(
        problems.filter((text) => !/React DevTools|development version/.test(text)),
        [],
      );
      await close();
    });
  }
});
