import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { strictPolicy } from '../../demo/serve.mjs';
import { kit, openChrome, until } from '../interop/pages.mjs';

const policy = strictPolicy['content-security-policy'];
const allowed = { 'content-security-policy': `${policy} 'allow-duplicates'` };
const html = (...scripts) =>
  `${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('')}
  <sobot-agent sandbox><sobot-softphone></sobot-softphone></sobot-agent>`;

describe('the bundle, loaded twice', () => {
  let chrome;
  before(async () => (chrome = await openChrome()));
  after(() => chrome.close());

  for (const [what, scripts] of Object.entries({
    'by two addresses': [`${kit}?copy=1`, `${kit}?copy=2`],
    'besides the autoloader': ['/dist/cdn/autoloader.js', kit],
    'before the autoloader': [kit, '/dist/cdn/autoloader.js'],
  })) {
    it(`${what} is silent, and the phone works`, async () => {
      const { page, problems, close } = await chrome.open({ '/index.html': html(...scripts) }, { headers: allowed });
      await until(page, () => document.querySelector('sobot-agent').phase === 'ready', 'a phone that is ready');
      await until(
        page,
        () => document.querySelector('sobot-softphone').shadowRoot.childElementCount > 0,
        'a softphone that is drawn',
      );
      assert.deepEqual(problems, []);
      await close();
    });
  }

  it('says so when another version is there, and leaves it alone', async () => {
    const other = `customElements.define('sobot-dialpad', class extends HTMLElement { static version = '0.0.1' });`;
    const files = { '/index.html': html('/other.js', kit), '/other.js': other };
    const { page, said, problems, close } = await chrome.open(files);
    await until(page, () => document.querySelector('sobot-agent').phase === 'ready', 'a phone that is ready');
    const warnings = said.filter((text) => /sobot-dialpad.*0\.0\.1/.test(text));
    assert.equal(warnings.length, 1);
    assert.deepEqual(
      problems.filter((text) => !text.startsWith('warn:')),
      [],
    );
    await close();
  });
});
