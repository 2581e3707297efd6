import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../demo/serve.mjs';
import { launchChrome } from '../tools/launch.mjs';
import { CONDITION } from '../tools/limits.mjs';
import { root } from '../../tools/steps.mjs';

export const kit = '/dist/cdn/sobot-elements.js';
/** The tags of the kit, without the agent. Each has a folder. */
export const elements = readdirSync(join(root, 'elements')).filter((tag) => tag !== 'sobot-agent');

export const script = `<script type="module" src="${kit}"></script>`;

const document = (html) =>
  /^\s*<!doctype/i.test(html)
    ? html
    : `<!doctype html><html lang="en"><meta charset="utf-8"><title>test</title><body>${html}`;

/**
 * In each document, before its scripts: timers of half a second and more wait until `passTime(milliseconds)` has passed
 * them. Shorter ones are left to the browser: answers of the sandbox, frames of frameworks.
 */
function holdClock() {
  const { setTimeout, clearTimeout } = window;
  const timers = new Map();
  let now = 0;
  let lastId = 1e9; // far from the browser's own ids
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  window.setTimeout = (run, ms = 0, ...args) => {
    if (ms < 500) return setTimeout(run, ms, ...args);
    timers.set(++lastId, { at: now + ms, run: () => run(...args) });
    return lastId;
  };
  window.clearTimeout = (id) => void (timers.delete(id) || clearTimeout(id));
  window.passTime = async (ms) => {
    const end = now + ms;
    for (;;) {
      await turn();
      const [due] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (!due) break;
      const [id, { at, run }] = due;
      timers.delete(id);
      now = Math.max(now, at);
      run();
    }
    now = end;
  };
}

/** Milliseconds in which an agent is moved for certain: longer than a removal from the page is forgiven. */
const AFTER_GRACE = 1300;

/** Lets pass what an agent that was removed waits for before it ends its session. The page has a clock that is held. */
export const passGrace = (page) => page.evaluate((ms) => window.passTime(ms), AFTER_GRACE);

/**
 * A Chrome and a server of the project's folder, for tests that need pages of their own.
 * `open(files, options)` answers what `files` (path -> content) holds, the rest from the folder, and shows the first.
 * With `clock: 'held'`, only `passTime` in the page ends long waits.
 */
export async function openChrome() {
  const server = await serve({ port: 0 });
  const browser = await launchChrome();

  async function open(files, { headers = {}, foreign = {}, clock } = {}) {
    // A context of its own: storage, channels and locks of the tests stay apart.
    const context = await browser.createBrowserContext();
    const page = await context.newPage({ type: 'window' });
    const problems = [];
    const said = [];
    page.on('pageerror', (error) => problems.push(`thrown: ${error.message}`));
    page.on('console', (message) => {
      said.push(message.text());
      if (['error', 'warn', 'assert'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
    });
    if (clock === 'held') await page.evaluateOnNewDocument(holdClock);
    await page.exposeFunction('reportViolation', (text) => problems.push(`violation: ${text}`));
    await page.evaluateOnNewDocument(() => {
      addEventListener('securitypolicyviolation', (event) =>
        window.reportViolation(
          `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
        ),
      );
    });
    await page.setRequestInterception(true);
    const requests = [];
    page.on('request', (request) => {
      const { origin, pathname, href } = new URL(request.url());
      const own = origin === server.url;
      if (own && pathname === '/favicon.ico') return request.respond({ status: 204 });
      requests.push(own ? pathname : href);
      const content = own ? files[pathname] : foreign[origin + pathname];
      if (content === undefined)
        return own || !/^http/.test(origin) ? request.continue({}) : request.abort('internetdisconnected');
      const isScript = /\.m?js$/.test(pathname);
      return request.respond({
        contentType: isScript ? 'text/javascript' : /\.json$|token/.test(pathname) ? 'application/json' : 'text/html',
        headers,
        body: isScript || !/\.html$/.test(pathname) ? content : document(content),
      });
    });
    const go = (path) => page.goto(server.url + path);
    await go(Object.keys(files)[0]);
    const close = () => context.close();
    return { page, problems, said, requests, go, close };
  }

  return {
    open,
    url: server.url,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Asks the page until `find` gives something true; `waitForFunction` would be stopped by a strict policy. */
export async function until(page, find, what, ...args) {
  const end = Date.now() + CONDITION;
  for (;;) {
    const found = await page.evaluate(find, ...args);
    if (found) return found;
    if (Date.now() > end) throw new Error(`Awaited in vain: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
