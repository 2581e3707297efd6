/** The documents and what is in them, for the tests that try it. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { serve } from '../../demo/serve.mjs';
import { launchChrome } from '../tools/launch.mjs';
import { root, run } from '../../tools/steps.mjs';
import { DemoPage } from '../demo/page.mjs';

export const read = (path) => readFileSync(join(root, path), 'utf8');

const pagesIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);

export const decisions = pagesIn('docs/decisions');
export const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...pagesIn('docs'), ...decisions];

/** The fenced blocks of a document: language, name (what stands behind the language), text. */
export const blocks = (path) =>
  [...read(path).matchAll(/^```(\w+)(?: (\w+))?\n(.*?)^```/gms)].map(([, language, name = '', text]) => ({
    language,
    name,
    text,
  }));

export const block = (path, language, nth = 0) => {
  const found = blocks(path).filter((each) => each.language === language)[nth];
  if (!found) throw new Error(`${path} has no ${language} ${nth}.`);
  return found.text;
};

/** Runs a script of a document in the page, as a module would: with `await`. */
export const runIn = (page, text) =>
  page.evaluate((code) => new Function(`return (async () => { ${code} })()`)(), text);

/** A module of Node, with the package by its name. */
export async function inNode(code) {
  const { ok, output } = await run(process.execPath, ['--input-type=module', '--eval', code], { quiet: true });
  assert.ok(ok, output);
  return output;
}

/** A module of the browser, bundled. */
export async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

/** A whole module in the page, until it has run. */
export const runModule = (page, text) =>
  page.evaluate(
    (code) => import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))).then(() => undefined),
    text,
  );

/** A server and a browser for examples. `open` shows a body as if it were a page in the root of the project. */
export async function openExamples() {
  const server = await serve({ port: 0 });
  const browser = await launchChrome();
  return {
    url: server.url,
    blank: () => browser.newPage(),
    async open(body, answers = {}) {
      const page = await browser.newPage();
      const demo = new DemoPage(page, server.url);
      const logged = [];
      page.on('console', (message) => logged.push(message.text()));
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const { pathname, origin } = new URL(request.url());
        const here = origin === server.url ? pathname : `${origin}${pathname}`;
        const [contentType, text] =
          { '/readme.html': ['text/html', `<!doctype html>${body}`], '/favicon.ico': ['image/x-icon', ''], ...answers }[
            here
          ] ?? [];
        return void (text === undefined ? request.continue() : request.respond({ contentType, body: text }));
      });
      await page.goto(`${server.url}/readme.html`);
      return { demo, page, logged };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** What answers in the place of the vendor and of the page's own server. */
export const vendor = () => ({
  '/my-sobot-token': ['application/json', '{"token": "t"}'],
  'https://sg.sobot.io/call-sdk/6.4.0/sobot-call-sdk.js': ['text/javascript', read('dist/cdn/sandbox.js')],
});
