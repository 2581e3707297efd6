/** What the documents say is tried: their examples run, their tables are complete. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serve } from '../../demo/serve.mjs';
import { tables } from '../../docs/tables.mjs';
import { customers } from '../../dist/src/sandbox/index.js';
import { kitEventNames } from '../../dist/src/sdk/index.js';
import { chromeFlags } from '../tools/chrome-flags.mjs';
import { root } from '../tools/steps.mjs';
import { DemoPage } from './page.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const blocks = (path, language) =>
  [...read(path).matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text);
const manifest = JSON.parse(read('dist/custom-elements.json'));
const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations.filter((each) => each.customElement));

describe('the tables', () => {
  it('of the README name every element, and no other', () => {
    const named = [...read('README.md').matchAll(/^\| `<(sobot-[a-z-]+)>`/gm)].map(([, tag]) => tag);
    assert.deepEqual(named.sort(), elements.map(({ tagName }) => tagName).sort());
  });

  it('of the README name every event of <sobot-agent>', () => {
    const named = [...read('README.md').matchAll(/^\| `(sobot-[a-z-]+)`/gm)].map(([, name]) => name);
    const { events } = elements.find(({ tagName }) => tagName === 'sobot-agent');
    for (const { name } of events) assert.ok(named.includes(name), name);
    const kit = kitEventNames.map((name) => `sobot-${name}`);
    for (const name of named) assert.ok(kit.includes(name) || name === 'sobot-ringing', name);
  });

  it('of commands and events are those of the code: node docs/tables.mjs', async () => {
    for (const [name, text] of Object.entries(await tables())) assert.equal(read(`docs/${name}`), text, name);
  });

  it('of the sandbox name every number with a behaviour', () => {
    const named = [...read('docs/sandbox.md').matchAll(/^\| `(\d+)`/gm)].map(([, number]) => number);
    assert.deepEqual(
      named,
      customers.map(({ number }) => number),
    );
  });

  it('lead to files that are there', () => {
    for (const path of [
      'README.md',
      'CONTRIBUTING.md',
      'docs/sandbox.md',
      'docs/diagnostics.md',
      'docs/decisions.md',
    ]) {
      const folder = path.includes('/') ? 'docs' : '.';
      const links = [...read(path).matchAll(/(?:\]\(|src="|srcset=")([\w./-]+\.(?:md|png)|LICENSE)/g)];
      for (const [, link] of links) assert.ok(readFileSync(join(root, folder, link)).length, `${path}: ${link}`);
    }
  });
});

describe('the examples', () => {
  let server;
  let browser;
  before(async () => {
    server = await serve({ port: 0 });
    browser = await puppeteer.launch({ executablePath: process.env.CHROME_PATH, args: chromeFlags });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** A page in the root of the project; what is answered in the place of others is up to the caller. */
  async function open(body, answers = {}) {
    const page = await browser.newPage();
    const demo = new DemoPage(page, server.url);
    const logged = [];
    page.on('console', (message) => logged.push(message.text()));
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const { pathname, origin } = new URL(request.url());
      const here = origin === server.url ? pathname : `${origin}${pathname}`;
      const [contentType, text] = { '/readme.html': ['text/html', `<!doctype html>${body}`], ...answers }[here] ?? [];
      return void (text === undefined ? request.continue() : request.respond({ contentType, body: text }));
    });
    await page.goto(`${server.url}/readme.html`);
    return { demo, page, logged };
  }

  const [vendor, sandbox] = blocks('README.md', 'html');

  it('of the README on the embedded call centre', async () => {
    const { demo, page } = await open(sandbox);
    await demo.press('Log in');
    await demo.until('presence', 'ready');
    await demo.press('Customer calls');
    await demo.find('Answer');
    await page.close();
  });

  it('of the README on the vendor’s cloud', async () => {
    const { demo, page } = await open(vendor, {
      '/my-sobot-token': ['application/json', '{"token": "t"}'],
      'https://sg.sobot.io/call-sdk/6.4.0/sobot-call-sdk.js': ['text/javascript', read('dist/cdn/sandbox.js')],
    });
    await demo.press('Log in');
    await demo.until('presence', 'ready');
    await page.close();
  });

  it('of the README in script', async () => {
    const { demo, page } = await open(sandbox);
    await demo.press('Log in');
    await demo.until('presence', 'ready');
    const [script] = blocks('README.md', 'js');
    const opened = await page.evaluate(
      (text) =>
        new Promise((resolve, reject) => {
          window.openCustomer = resolve;
          const run = new Function(`return (async () => { ${text} })()`);
          run().catch(reject);
        }),
      script,
    );
    assert.equal(opened, '5550100');
    await page.close();
  });

  it('of the README in CSS', async () => {
    const [css] = blocks('README.md', 'css');
    const { demo, page } = await open(`<style>${css}</style>${sandbox}`);
    const button = await demo.find('Log in');
    const look = await button.evaluate((each) => {
      const { backgroundColor, fontFamily, borderTopLeftRadius } = getComputedStyle(each);
      return [backgroundColor, fontFamily, borderTopLeftRadius];
    });
    assert.deepEqual(look, ['rgb(109, 40, 217)', 'Georgia, serif', '4px']);
    const shadow = await page.$eval('sobot-softphone', (each) => {
      return getComputedStyle(each.shadowRoot.querySelector('[part~="card"]')).boxShadow;
    });
    assert.equal(shadow, 'none');
    await page.close();
  });

  it('of the sandbox without the kit', async () => {
    const [alone] = blocks('docs/sandbox.md', 'html');
    const { page, logged } = await open(alone);
    const deadline = Date.now() + 5000;
    while (!logged.includes('EventRinging') && Date.now() < deadline) await new Promise((r) => setTimeout(r, 20));
    assert.ok(logged.includes('EventRinging'), logged.join());
    await page.close();
  });

  it('of the sandbox with time in your hands', async () => {
    const { createSandbox, ManualClock } = await import('sobot-elements/sandbox');
    const clock = new ManualClock();
    const centre = createSandbox({ clock, seed: 7, media: null });
    const agent = new centre.SobotClient.agent();
    const heard = [];
    agent.on('EventAgentAll', ({ messageID }) => heard.push(messageID));
    agent.initAgent({ ...centre.credentials, success() {} });
    clock.advance(100);
    agent.login({ phoneType: 'sip', bindExt: '1100' });
    clock.advance(100);
    agent.makeCall({ otherDN: '5550101' });
    clock.advance(30_200);
    assert.deepEqual(heard.slice(-2), ['EventDialing', 'EventReleased']);
  });
});
