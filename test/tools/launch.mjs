/**
 * The browser of the tests in Node. `npm test` starts one for all test files and names its endpoint in the environment,
 * a file that runs alone starts its own.
 */
import puppeteer from 'puppeteer-core';
import { chromeFlags } from './chrome-flags.mjs';
import { ensureChrome } from './chrome.mjs';
import { CONDITION, TEST } from './limits.mjs';

/** The variable with the WebSocket endpoint of the browser that test files share. */
export const ENDPOINT = 'TEST_BROWSER';

/**
 * Gives every page that a browser or a context opens the limits of this run, and its slower CPU if one is wanted. Where
 * files share the browser, each page counts as focused: only one window can be, and the others would lose keys.
 */
function prepared(owner, { isShared = false } = {}) {
  const newPage = owner.newPage.bind(owner);
  owner.newPage = async (options) => {
    const page = await newPage(options);
    page.setDefaultTimeout(CONDITION);
    page.setDefaultNavigationTimeout(TEST);
    if (isShared) await page.emulateFocusedPage(true);
    if (process.env.CPU_THROTTLE) await page.emulateCPUThrottling(Number(process.env.CPU_THROTTLE));
    return page;
  };
  return owner;
}

/** Starts a Chrome that grants the microphone without asking, unless `options` of puppeteer's `launch` say otherwise. */
export async function startChrome(options = {}) {
  const browser = await puppeteer.launch({
    executablePath: await ensureChrome(),
    args: [...chromeFlags, '--use-fake-ui-for-media-stream'],
    timeout: TEST,
    protocolTimeout: TEST,
    ...options,
  });
  const createContext = browser.createBrowserContext.bind(browser);
  browser.createBrowserContext = async (settings) => prepared(await createContext(settings));
  return prepared(browser);
}

/** Connects to the shared browser. The pages of a file are in contexts of its own, so it shares no storage with others. */
async function connect(browserWSEndpoint) {
  const browser = await puppeteer.connect({ browserWSEndpoint, protocolTimeout: TEST });
  const contexts = [];
  const createBrowserContext = async (settings) => {
    const context = prepared(await browser.createBrowserContext(settings), { isShared: true });
    contexts.push(context);
    return context;
  };
  const { newPage } = await createBrowserContext();
  return {
    newPage,
    createBrowserContext,
    async close() {
      for (const context of contexts) if (!context.closed) await context.close();
      await browser.disconnect();
    },
  };
}

/** Gives a browser with `newPage`, `createBrowserContext` and `close`: the shared one, or one with `options` of its own. */
export function launchChrome(options) {
  const endpoint = process.env[ENDPOINT];
  return endpoint && !options ? connect(endpoint) : startChrome(options);
}
