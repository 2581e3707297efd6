import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { strictPolicy } from '../../demo/serve.mjs';
import { elements, openChrome, until } from '../interop/pages.mjs';
import { root } from '../../tools/steps.mjs';
import { callStates, allElementsPage, unstyledElements, vendorScript, wholeCall } from './all-elements.mjs';

const promised =
  "default-src 'none'; script-src 'self' https://sg.sobot.io; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html sobot-elements";

describe('under the policy that is promised', () => {
  let chrome;
  let opened;
  before(async () => {
    chrome = await openChrome();
    const files = { '/index.html': allElementsPage, '/token': JSON.stringify({ token: 'the-secret' }) };
    const foreign = { [vendorScript]: readFileSync(join(root, 'dist/cdn/sandbox.js'), 'utf8') };
    opened = await chrome.open(files, { headers: strictPolicy, foreign });
  });
  after(() => chrome.close());

  it('is exactly that policy', () => {
    assert.equal(strictPolicy['content-security-policy'], promised);
  });

  for (const id of ['sandbox', 'chinese', 'vendor']) {
    it(`the phone "${id}" starts`, async () => {
      await until(opened.page, (id) => document.getElementById(id).phase === 'ready', `${id} is ready`, id);
    });
  }

  it('loads the vendor’s script once, from the vendor, its sysnum encoded', () => {
    const loaded = opened.requests.filter((url) => url.startsWith(vendorScript));
    assert.equal(loaded.length, 1);
    assert.equal(new URL(loaded[0]).searchParams.get('sysnum'), 'a b&c');
  });

  it('shows every call state by itself', async () => {
    for (const state of callStates) {
      const call = await opened.page.evaluate((id) => document.getElementById(id).call, `preview-${state}`);
      assert.equal(call, state);
    }
  });

  for (const [id, inbound] of [
    ['sandbox', false],
    ['chinese', false],
    ['vendor', true],
  ]) {
    it(`the phone "${id}" goes through a whole call`, async () => {
      await opened.page.evaluate(
        (id) =>
          document
            .getElementById(id)
            .session.login({ phoneType: 'webrtc', bindExt: id.length + 1020 + '', agentState: '1' }),
        id,
      );
      await opened.page.evaluate(wholeCall, [id, inbound]);
    });
  }

  it('goes on with a new token, a lost network and another end', async () => {
    await opened.page.evaluate(async () => {
      const { sandbox } = window.SobotClient;
      sandbox.expireToken();
      await document.getElementById('vendor').session.queryStates();
      sandbox.loseNetwork();
      sandbox.restoreNetwork();
      sandbox.displaceAgent();
    });
    await until(opened.page, () => document.getElementById('vendor').phase === 'displaced', 'a displaced phone');
  });

  it('styles every element', async () => {
    const unstyled = await opened.page.evaluate(unstyledElements, elements);
    assert.deepEqual(unstyled, []);
  });

  it('violates nothing, and says nothing', () => {
    assert.deepEqual(opened.problems, []);
  });
});
