/** Every example of the documents is run here; one that isn't is an error. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  block,
  blocks,
  bundled,
  documents,
  inNode,
  openExamples,
  read,
  runIn,
  runModule,
  vendor,
} from './documents.mjs';
import { TEST } from '../tools/limits.mjs';
import { exampleTools, kit, phone } from './example-tools.mjs';

describe('the examples of the documents', () => {
  let examples;
  before(async () => (examples = await openExamples()));
  after(() => examples?.close());

  const { loggedIn, inProduction, call, draws, looks, talking } = exampleTools(() => examples);

  const server = { skip: 'tried by test/docs/token-endpoint.test.mjs' };
  const inReadme = { skip: 'tried by test/docs/readme.test.mjs' };

  const runners = {
    'docs/getting-started.md html 0': async (html) => {
      const { demo, page } = await examples.open(html);
      await demo.press('Log in');
      await demo.until('presence', 'ready');
      await demo.press('Customer calls');
      await demo.press('Answer');
      await demo.until('call', 'talking');
      demo.ended();
      await page.close();
    },
    'docs/getting-started.md html 1': async (html) => {
      const { page } = await inProduction(html);
      await page.close();
    },
    'docs/getting-started.md html 2': async (html) => {
      const { demo, page } = await loggedIn(html);
      const dialled = page.evaluate(
        () =>
          new Promise((resolve) =>
            document.addEventListener('sobot-dialing', (event) => resolve(event.detail.otherDN)),
          ),
      );
      await page.click('main a');
      assert.equal(await dialled, '5550100');
      await demo.until('call', 'talking');
      await page.close();
    },
    'docs/getting-started.md js 0': async (js) => {
      const { demo, page, logged } = await loggedIn();
      await runIn(page, js);
      await call(page);
      await demo.reads('Ana Ribeiro');
      await demo.until('call', 'talking');
      await page.evaluate(async () => {
        const { session } = document.querySelector('sobot-agent');
        await session.hangup();
        await session.completeACW();
      });
      await demo.until('call', 'none');
      assert.ok(
        logged.some((text) => text.startsWith('5550100')),
        logged.join(),
      );
      await page.close();
    },
    'docs/concepts.md css 0': looks(
      '.banner',
      'display',
      'block',
      `${kit}<sobot-agent preview="ringing"><p class="banner" hidden>x</p></sobot-agent>`,
      ({ demo }) => demo.until('call', 'ringing'),
    ),
    'docs/reliability.md css 0': looks(
      '.lamp',
      'color',
      'rgb(0, 128, 0)',
      phone.replace('</sobot-agent>', '<p class="lamp">x</p></sobot-agent>'),
      talking,
    ),
    'docs/reliability.md html 0': async (html) => {
      const { demo, page } = await loggedIn(kit + html);
      await call(page);
      await demo.until('call', 'talking');
      await page.keyboard.press('F9');
      await demo.until('call', 'wrap-up');
      demo.ended();
      await page.close();
    },
    'docs/theming.md css 0': looks('sobot-softphone::card', 'fontFamily', 'Georgia, serif'),
    'docs/theming.md css 1': looks(
      'sobot-call-controls::hangup',
      'borderRadius',
      '999px',
      `${kit}<sobot-agent sandbox><sobot-call-controls></sobot-call-controls></sobot-agent>`,
      talking,
    ),
    'docs/theming.md css 2': async (css) => {
      const { page } = await inProduction(
        `<style>${css}</style>${kit}<sobot-agent sysnum="s" company-id="c" agent="1005" token="t"><sobot-network-quality></sobot-network-quality></sobot-agent>`,
      );
      await call(page);
      await page.waitForSelector('[call="talking"]');
      await page.evaluate(() => {
        const data = { ping: '900', jitter: '90', loss: '9', quality: 'b' };
        const entries = [0, 1, 2, 3, 4].map((n) => ({
          at: n * 1000,
          kind: 'message',
          name: 'EventJanusLatency',
          data,
        }));
        const log = { format: 'sobot-elements-diagnostics', version: 1, entries };
        return window.SobotClient.sandbox.replay(log, { speed: 100 });
      });
      await page.waitForFunction(
        () => getComputedStyle(document.querySelector('sobot-network-quality')).outlineWidth === '2px',
      );
      await page.close();
    },
    'docs/theming.md css 3': looks(
      '.needs-phone',
      'visibility',
      'hidden',
      phone.replace('</sobot-agent>', '<p class="needs-phone">x</p></sobot-agent>'),
    ),
    'docs/commands.md html 0': async (html) => {
      const { demo, page } = await loggedIn(phone + html);
      await page.click('[commandfor]');
      await demo.until('call', 'talking');
      await page.close();
    },
    'docs/commands.md js 0': async (js) => {
      const { demo, page } = await loggedIn();
      await runIn(page, js);
      await demo.until('call', 'talking');
      await page.close();
    },
    'docs/commands.md js 1': async (js) => {
      const { page } = await loggedIn();
      await runIn(page, js);
      const refused = await call(page, '0900123').catch(({ message }) => message);
      assert.match(refused, /the page prevented it/);
      await call(page);
      await page.close();
    },
    'docs/events.md js 0': async (js) => {
      const { demo, page, logged } = await loggedIn();
      await runIn(page, js);
      await call(page);
      await demo.until('call', 'talking');
      await page.evaluate(() => document.querySelector('sobot-agent').session.hangup());
      await demo.until('call', 'wrap-up');
      assert.ok(logged.includes('outbound 5550100: answered'), logged.join());
      await page.close();
    },
    'docs/events.md js 1': async (js) => {
      const { page, logged } = await inProduction(
        `${kit}<sobot-agent sysnum="s" company-id="c" agent="1005" token="t"></sobot-agent>`,
      );
      await runIn(page, js);
      await page.evaluate(() => window.SobotClient.sandbox.customerCalls({ number: '135****5678' }));
      await page.waitForSelector('[call="ringing"]');
      assert.ok(
        logged.includes('EventRinging') && logged.some((text) => text.startsWith('135****5678')),
        logged.join(),
      );
      await page.close();
    },
    'docs/events.md html 0': async (html) => {
      const { page } = await loggedIn(kit + html);
      const held = await page.evaluate(async () => {
        const agent = document.querySelector('sobot-agent');
        await agent.session.makeCall({ otherDN: '5550100' });
        return JSON.stringify(agent.eventAliases);
      });
      assert.match(held, /EventAgentHoldCall/);
      await page.close();
    },
    'docs/session.md js 0': async (js) => {
      const output = await inNode(`${js}
        session.target.addEventListener('sobot-call-ended', () => process.exit(0));
        setTimeout(() => process.exit(1), ${TEST});`);
      assert.match(output, /call: dialing\n[^]*talks to 5550104\n/);
    },
    'docs/session.md js 1': async (js) => {
      const { page } = await examples.open('<p>no element', vendor());
      await runModule(page, await bundled(`${js}; window.started = session.state.phase;`));
      assert.equal(await page.evaluate(() => window.started), 'ready');
      assert.equal(await page.evaluate(() => customElements.get('sobot-agent')), undefined);
      await page.close();
    },
    'docs/security.md js 0': async (js) => {
      const { page } = await examples.open('<p>');
      await runModule(page, await bundled(`${js}; window.allowed = [...SobotAgent.allowedSdkOrigins];`));
      assert.deepEqual(await page.evaluate(() => window.allowed), ['https://sdk.example']);
      await page.close();
    },
    'docs/testing-your-page.md js 0': async (js) => {
      const page = await examples.blank();
      const code = js.replace(/^import .+\n/, '').replace('node_modules/sobot-elements/', '');
      await new Function('page', 'readFile', `return (async () => { ${code} })()`)(page, async (path) => read(path));
      await page.goto(`${examples.url}/demo/vendor.html`);
      await page.$eval('#phone', (agent) => {
        Object.assign(agent, {
          sysnum: 's',
          companyId: 'c',
          agent: '1005',
          tokenUrl: '/my-sobot-token',
          manual: false,
        });
      });
      const scenario = block('docs/testing-your-page.md', 'js', 1);
      await new Function('page', `return (async () => { ${scenario} })()`)(page);
      await page.close();
    },
    'docs/testing-your-page.md js 1': { skip: 'goes on from the one before, and is tried with it' },
    'docs/testing-your-page.md js 2': async (js) => {
      const output = await inNode(`${js}; console.log(JSON.stringify(ended));`);
      assert.match(output, /^\["5550101"\]$/m);
    },
    'docs/testing-your-page.md js 3': async (js) => {
      const { page } = await inProduction(
        `${kit}<sobot-agent sysnum="s" company-id="c" agent="1005" token="t"></sobot-agent>`,
      );
      await runIn(page, js);
      const { refuse } = await page.evaluate(() => ({ ...window.SobotClient.sandbox.faults }));
      assert.equal(refuse, 'holdCall');
      await page.waitForSelector('[connection="connected"], [connection="reconnecting"], [connection="offline"]');
      await page.close();
    },
    'docs/testing-your-page.md js 4': async (js) => {
      const body = `${kit}<sobot-agent sysnum="s" company-id="c" agent="1005" token="t"></sobot-agent>`;
      const { page } = await inProduction(body);
      const rang = await page.evaluate(async (code) => {
        const log = {
          format: 'sobot-elements-diagnostics',
          version: 1,
          entries: [
            {
              at: 1,
              kind: 'message',
              name: 'EventRinging',
              data: { callID: 'c1', otherDN: '77', callType: 'Inbound' },
            },
          ],
        };
        await new Function('log', `return (async () => { ${code} })()`)(log);
        return document.querySelector('sobot-agent').state.call.number;
      }, js);
      assert.equal(rang, '77');
      await page.close();
    },
    'docs/testing-your-page.md html 0': draws('sobot-softphone'),
    'docs/troubleshooting.md html 0': draws('sobot-preflight'),
    'docs/token.md js 0': server,
    'docs/token.md html 0': async (html) => {
      const { page } = await inProduction(kit + html);
      await page.close();
    },
    'docs/token.md js 1': async (js) => {
      const { demo, page } = await examples.open(
        `${kit}<sobot-agent sysnum="s" company-id="c" agent="1005"></sobot-agent>`,
        vendor(),
      );
      await runIn(page, js);
      await demo.until('phase', 'ready');
      await page.close();
    },
    'docs/token.md js 2': async (js) => {
      const { demo, page } = await examples.open(
        `<script>${js}</script>${kit}<sobot-agent sysnum="s" company-id="c" agent="1005"></sobot-agent>`,
        vendor(),
      );
      await demo.until('phase', 'ready');
      await page.close();
    },
    'docs/diagnostics.md js 0': async (js) => {
      const { page } = await loggedIn();
      await runIn(page, js);
      await page.waitForSelector('sobot-event-log >>> [part]');
      await page.close();
    },
    'docs/diagnostics.md js 1': { skip: 'the same as docs/testing-your-page.md js 4, in Node' },
    'docs/sandbox.md html 0': inReadme,
    'docs/sandbox.md js 0': inReadme,
  };

  const found = documents
    .filter((path) => path.startsWith('docs/'))
    .flatMap((path) => {
      const counts = {};
      return blocks(path)
        .filter(({ language }) => ['html', 'js', 'css'].includes(language))
        .map(({ language, text }) => {
          const nth = (counts[language] = (counts[language] ?? -1) + 1);
          return [`${path} ${language} ${nth}`, text];
        });
    });

  it('are all known here', () => {
    assert.deepEqual(found.map(([name]) => name).sort(), Object.keys(runners).sort());
  });

  for (const [name, text] of found) {
    if (typeof runners[name] === 'function') it(name, () => runners[name](text));
  }
});
