import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startTestRunner } from '@web/test-runner';
import { parseAst } from 'rollup/parseAst';
import { serve, strictPolicy } from '../../demo/serve.mjs';
import { minifyTemplates } from '../../tools/minify-templates.mjs';
import { root } from '../../tools/steps.mjs';
import { chrome } from './browser.mjs';
import { launchChrome } from './launch.mjs';
import { line, none, sum, tapCounts } from './counts.mjs';

const sheet = `
  /* it's a comment; { */
  :host {
    --gap: calc(1px + 2px);
    color: light-dark(#000, #fff);
  }
  :host(:state(ringing)) button,
  .a > .b + .c :hover {
    content: 'a  ;  b';
    padding: calc( 1px + var(--x, 3px) ) ;
    &:hover { margin: 0 auto }
  }
  @container (min-width: 300px) and (max-width: 900px) { b { color: red } }
`;

describe('minified templates', () => {
  let browser;
  before(async () => {
    browser = await launchChrome();
  });
  after(() => browser.close());

  it('are the same CSS to the browser', async () => {
    const { code } = minifyTemplates(`const a = css \`${sheet}\`;`, parseAst);
    const shorter = code.slice(code.indexOf('`') + 1, code.lastIndexOf('`'));
    assert.ok(shorter.length < 0.8 * sheet.length);
    const page = await browser.newPage();
    const rules = (text) =>
      page.evaluate((css) => {
        const parsed = new CSSStyleSheet();
        parsed.replaceSync(css);
        return [...parsed.cssRules].map((rule) => rule.cssText);
      }, text);
    assert.deepEqual(await rules(shorter), await rules(sheet));
  });

  it('keep a space where HTML had any, and everything in pre', () => {
    const { code } = minifyTemplates(
      'const a = html`\n  <b>${x}</b>\n  <i> y</i>`, b = html`<pre>\n 1</pre>`;',
      parseAst,
    );
    assert.equal(code, 'const a = html` <b>${x}</b> <i> y</i>`, b = html`<pre>\n 1</pre>`;');
  });

  it('leave other code alone', () => {
    assert.equal(minifyTemplates('const a = other`\n  x`;', parseAst), null);
  });
});

describe('a page that test files use one after the other', () => {
  it('shows no file the storage of the file before it', async () => {
    const runner = await startTestRunner({
      config: {
        rootDir: root,
        files: ['first', 'second'].map((name) => join(root, `test/tools/pages/${name}.js`)),
        nodeResolve: { exportConditions: ['browser', 'development'] },
        browsers: [chrome()],
        concurrency: 1,
        reporters: [],
        testFramework: { config: { ui: 'bdd' } },
      },
      readCliArgs: false,
      readFileConfig: false,
      autoExitProcess: false,
    });
    const passed = await new Promise((resolve) => runner.on('finished', resolve));
    const errors = [...runner.sessions.all()].flatMap(({ testResults }) =>
      testResults?.tests.map(({ error }) => error),
    );
    await runner.stop();
    assert.ok(passed, JSON.stringify(errors));
  });
});

describe('the server', () => {
  let server;
  before(async () => {
    server = await serve({ port: 0, headers: strictPolicy });
  });
  after(() => server.close());

  /** As it is: fetch would tidy the path up first. */
  const status = (path, method = 'GET') =>
    new Promise((resolve, reject) => {
      const { port } = server;
      request({ host: 'localhost', port, path, method }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });

  it('answers with the headers asked for', async () => {
    const response = await fetch(`${server.url}/package.json`);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type'), /^application\/json/);
    assert.match(response.headers.get('content-security-policy'), /^default-src 'none';.* trusted-types lit-html/);
  });

  it('shows nothing outside of the folder, and nothing hidden', async () => {
    const outside = [
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc/passwd',
      '//etc/passwd',
      '/%5c..',
    ];
    for (const path of [...outside, '/.git/config', '/.npmrc', '/%00', '/%zz', '/nope'])
      assert.equal(await status(path), 404, path);
    assert.equal(await status('/package.json', 'POST'), 405);
    assert.equal(await status('/demo'), 301);
  });

  it('listens on loopback only', async () => {
    const { port, close } = await serve({ port: 0 });
    const addresses = Object.values(networkInterfaces()).flat();
    for (const { address: host } of addresses.filter(({ internal, scopeid = 0 }) => !internal && scopeid === 0)) {
      const socket = connect({ host, port });
      await assert.rejects(once(socket, 'connect'), { code: 'ECONNREFUSED' });
    }
    await close();
  });

  it('takes the next port that is free', async () => {
    const other = await serve({ port: server.port });
    assert.ok(other.port > server.port);
    await other.close();
  });
});

describe('the last line', () => {
  it('sums up', () => {
    const tap = tapCounts('# tests 5\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n');
    assert.equal(line(sum([tap, { ...none(), passed: 3 }])), '5 passed, 2 failed, 1 skipped');
    assert.equal(line({ ...none(), passed: 1 }), '1 passed, 0 failed');
  });

  it('is preceded by the names of the failed tests', () => {
    const details = (type, error) =>
      `      ---\n      location: '${join(process.cwd(), 'test/a.test.mjs')}:3:1'\n      failureType: '${type}'\n      error: ${error}\n      ...\n`;
    const tap =
      `    not ok 1 - adds\n${details('testCodeFailure', '|-\n        1 is not 2\n        more')}` +
      `not ok 1 - sums\n${details('subtestsFailed', "'1 subtest failed'")}`;
    assert.deepEqual(tapCounts(tap).failures, ['test/a.test.mjs:3:1 > adds: 1 is not 2']);
  });
});
