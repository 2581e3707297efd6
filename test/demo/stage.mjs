import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach } from 'node:test';
import { serve, strictPolicy } from '../../demo/serve.mjs';
import { launchChrome } from '../tools/launch.mjs';
import { DemoPage } from './page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Called in a `describe`: serves the demo under the promised policy, and gives each test a browser page of its own. */
export function demoStage() {
  let server;
  let browser;
  let context;
  const stage = {
    demo: undefined,
    async open(name, width = 1280) {
      await stage.demo.page.setViewport({ width, height: 900 });
      await stage.demo.page.goto(`${server.url}/demo/${name}.html`, { waitUntil: 'load' });
    },
    widthOf: () => stage.demo.page.evaluate(() => document.documentElement.scrollWidth),
    /** Nothing that axe finds, in the page and in every shadow root. */
    async accessible() {
      await stage.demo.page.evaluate(axe);
      const found = await stage.demo.page.evaluate(async () => {
        const { violations } = await window.axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' '))}`);
      });
      assert.deepEqual(found, []);
    },
  };

  before(async () => {
    // The policy that the kit promises to work under holds for the demo, too; it only has an icon besides.
    const policy = `${strictPolicy['content-security-policy']}; img-src 'self'`;
    server = await serve({ port: 0, headers: { 'content-security-policy': policy } });
    browser = await launchChrome();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    context = await browser.createBrowserContext();
    await context.overridePermissions(server.url, ['microphone']);
    stage.demo = new DemoPage(await context.newPage(), server.url);
  });
  afterEach(() => context.close());
  return stage;
}
