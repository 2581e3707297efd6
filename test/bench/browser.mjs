import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { serve } from '../../demo/serve.mjs';
import { chromeFlags } from '../tools/chrome-flags.mjs';
import { ensureChrome } from '../tools/chrome.mjs';
import { root } from '../../tools/steps.mjs';

const out = 'coverage/bench';
const page = (
  name,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
<body><script type="module" src="${name}.js"></script></body></html>`;

/** The pages as they would be shipped: production condition, minified, one file each. */
async function bundlePages(names) {
  const folder = join(root, out);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => `test/bench/pages/${name}.ts`),
    outdir: out,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const name of names) writeFileSync(join(folder, `${name}.html`), page(name));
}

/** A Chrome with the bundled pages; `open` gives one of them, ready, and throws what it throws. */
export async function openPages(names) {
  await bundlePages(names);
  // An isolated page has a clock of 5 microseconds instead of 100.
  const headers = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  };
  const server = await serve({ port: 0, headers });
  const browser = await puppeteer.launch({
    executablePath: await ensureChrome(),
    args: [...chromeFlags, '--js-flags=--expose-gc'],
    protocolTimeout: 600_000,
  });
  const problems = new Set();
  return {
    problems,
    async open(name) {
      const tab = await browser.newPage();
      tab.on('pageerror', (error) => problems.add(`${name}: ${error.message}`));
      tab.on('console', (message) => {
        if (message.type() === 'error') problems.add(`${name}: ${message.text()}`);
      });
      await tab.goto(`${server.url}/${out}/${name}.html`);
      await tab.waitForFunction('window.bench');
      return tab;
    },
    version: await browser.version(),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
