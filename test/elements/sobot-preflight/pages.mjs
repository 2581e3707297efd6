import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromeFlags } from '../../tools/chrome-flags.mjs';
import { launchChrome } from '../../tools/launch.mjs';
import { CONDITION } from '../../tools/limits.mjs';
import { root } from '../../../tools/steps.mjs';

const kit = '<script type="module" src="/dist/cdn/sobot-elements.js"></script>';

/** A page with the kit in it. */
export const page = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>test</title><link rel="icon" href="data:,">${kit}<body>${body}`;

/** A server of pages with headers of their own, and of what was built. Every name that leads to it is a page's host. */
export async function servePages(pages) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const found = pages[pathname];
    if (found) {
      response.writeHead(200, { 'content-type': 'text/html', ...found.headers }).end(found.html);
      return;
    }
    readFile(join(root, pathname)).then(
      (file) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address();
  return {
    at: (host, path) => `http://${host}:${port}${path}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

/**
 * A Chrome as people have it: it asks for the microphone, blocks sound until a click, knows `crm.test` as a host without
 * HTTPS, and doesn't find the vendor's.
 */
export const launch = ({ device = true } = {}) =>
  launchChrome({
    args: [
      ...chromeFlags.filter((flag) => !/autoplay/.test(flag) && (device || !/fake-device/.test(flag))),
      '--host-resolver-rules=MAP crm.test localhost, MAP sg.sobot.io ~NOTFOUND',
    ],
  });

/**
 * Asks a page without being taken for a person: what puppeteer evaluates counts as a click, and frees the sound. The
 * expression is asked again until it gives something.
 */
export async function asker(target) {
  const cdp = await target.createCDPSession();
  return async (expression, what = expression) => {
    const end = Date.now() + CONDITION;
    for (;;) {
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
        userGesture: false,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      if (result.value) return result.value;
      if (Date.now() > end) throw new Error(`Awaited in vain: ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
}

/** Where a button of a name is, in any shadow root of a page: [x, y], or null. */
export const placeOf = (name) => `(() => {
  const find = (root) => {
    for (const each of root.querySelectorAll('*')) {
      const inside = each.shadowRoot && find(each.shadowRoot);
      if (inside) return inside;
      if (each.localName === 'button' && each.textContent.trim() === ${JSON.stringify(name)}) return each;
    }
    return null;
  };
  const found = find(document);
  if (!found) return null;
  found.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = found.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
})()`;
