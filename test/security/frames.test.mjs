/** The strict policy in a frame with `sandbox="allow-scripts"`, which has no origin and no storage, and a nonce. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { strictPolicy } from '../../demo/serve.mjs';
import { root } from '../../tools/steps.mjs';
import { elements, until } from '../interop/pages.mjs';
import { launchChrome } from '../tools/launch.mjs';
import { allElementsPage, callStates, unstyledElements, wholeCall } from './all-elements.mjs';

const strict = strictPolicy['content-security-policy'];
const nonce = strict.replace("script-src 'self' https://sg.sobot.io", "script-src 'nonce-r4nd0m' 'strict-dynamic'");

/** Without the phone that loads the vendor's script, which there is not here. */
const phones = allElementsPage.replace(/<sobot-agent id="vendor"[^]*$/, '');
const html = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>test</title><body>${body}`;

const pages = {
  '/frame.html': { body: html('<iframe sandbox="allow-scripts" src="/inner.html"></iframe>') },
  '/inner.html': { body: html(phones), policy: strict },
  '/nonce.html': { body: html(phones.replace('<script ', '<script nonce="r4nd0m" ')), policy: nonce },
};

describe('every state of every element violates nothing', () => {
  let browser;
  let server;
  let context;
  let url;

  before(async () => {
    server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      const { body, policy } = pages[pathname] ?? { body: await readFile(join(root, pathname)).catch(() => null) };
      response.writeHead(body === null ? 404 : 200, {
        'content-type': pathname.endsWith('.js') ? 'text/javascript' : 'text/html',
        'access-control-allow-origin': '*', // a frame without an origin loads modules as a stranger
        ...(policy && { 'content-security-policy': policy }),
      });
      response.end(body);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${server.address().port}`;
    browser = await launchChrome();
    context = await browser.createBrowserContext();
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  for (const [what, path, inner] of [
    ['in a frame with sandbox="allow-scripts"', '/frame.html', '/inner.html'],
    ['with a nonce and strict-dynamic', '/nonce.html', '/nonce.html'],
  ]) {
    it(what, async () => {
      const page = await context.newPage();
      const thrown = [];
      page.on('pageerror', ({ message }) => thrown.push(message));
      await page.evaluateOnNewDocument(() => {
        window.violations = [];
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
          window.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
        );
      });
      await page.goto(url + path);
      const frame = page.frames().find((each) => each.url().endsWith(inner));
      await until(frame, () => document.getElementById('sandbox').phase === 'ready', 'the phone');
      await frame.evaluate(() =>
        document.getElementById('sandbox').session.login({ phoneType: 'sip', bindExt: '1020', agentState: '1' }),
      );
      await frame.evaluate(wholeCall, ['sandbox', false]);
      for (const state of callStates) {
        assert.equal(await frame.evaluate((id) => document.getElementById(id).call, `preview-${state}`), state);
      }
      assert.deepEqual(await frame.evaluate(unstyledElements, elements), []);
      assert.deepEqual([await frame.evaluate(() => window.violations), thrown], [[], []]);
      await page.close();
    });
  }
});
