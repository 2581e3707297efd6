/** What the documents say is tried: their examples run, their tables are complete, their links lead somewhere. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { tables } from '../../docs/generate.mjs';
import { customers } from '../../dist/src/sandbox/index.js';
import { kitEventNames } from '../../dist/src/sdk/index.js';
import { root } from '../../tools/steps.mjs';
import { block, decisions, documents, openExamples, read, vendor } from './documents.mjs';

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

  it('that are generated are those of the code: npm run docs', async () => {
    const stale = Object.entries(await tables()).filter(([name, text]) => read(`docs/${name}`) !== text);
    assert.deepEqual(
      stale.map(([name]) => name),
      [],
      'npm run docs writes them anew',
    );
  });

  it('of the sandbox name every number with a behaviour', () => {
    const named = [...read('docs/sandbox.md').matchAll(/^\| `(555\d+)`/gm)].map(([, number]) => number);
    assert.deepEqual(
      named,
      customers.map(({ number }) => number),
    );
  });
});

/** `## Kinds of errors` -> `kinds-of-errors`, as the places that show these documents make it. */
const anchors = (path) =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );

describe('the links', () => {
  for (const path of documents) {
    it(`of ${path} lead to what is there`, () => {
      const links = [...read(path).matchAll(/(?:\]\(|src="|srcset=")([^\s)"]+)/g)].map(([, link]) => link);
      for (const link of links.filter((each) => !/^https?:|^dist\//.test(each))) {
        const [file, anchor] = link.split('#');
        const target = file ? join(dirname(path), file) : path;
        assert.ok(existsSync(join(root, target)), link);
        if (anchor) assert.ok(anchors(target).includes(anchor), link);
      }
    });
  }

  const index = 'docs/decisions/README.md';

  it('of the README lead to every document', () => {
    const pages = documents.filter((path) => path.startsWith('docs/') && (path === index || !decisions.includes(path)));
    const missing = pages.filter((path) => !read('README.md').includes(`(${path})`));
    assert.deepEqual(missing, []);
  });

  it('of the index of decisions lead to every decision', () => {
    const records = decisions.filter((path) => path !== index).map((path) => basename(path));
    const missing = records.filter((name) => !read(index).includes(`(${name})`));
    assert.deepEqual(missing, []);
  });
});

describe('the examples', () => {
  let examples;
  before(async () => (examples = await openExamples()));
  after(() => examples?.close());
  const open = (...args) => examples.open(...args);

  const alone = block('README.md', 'html');
  const sandbox = block('README.md', 'html', 1);

  it('of the README on the embedded call centre', async () => {
    const { demo, page } = await open(sandbox);
    await demo.press('Log in');
    await demo.until('presence', 'ready');
    await demo.press('Customer calls');
    await demo.find('Answer');
    await page.close();
  });

  it('of the README on the vendor’s cloud', async () => {
    const { demo, page } = await open(alone, vendor());
    await demo.press('Log in');
    await demo.until('presence', 'ready');
    await page.close();
  });

  it('of the README in script', async () => {
    const { demo, page } = await open(sandbox);
    await demo.press('Log in');
    await demo.until('presence', 'ready');
    const script = block('README.md', 'js');
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
    const css = block('README.md', 'css');
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
    const { page, logged } = await open(block('docs/sandbox.md', 'html'));
    while (!logged.includes('EventRinging')) await new Promise((resolve) => setTimeout(resolve, 20));
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
