/** The browser of the tests in Node. */
import puppeteer from 'puppeteer-core';
import { chromeFlags } from './chrome-flags.mjs';
import { ensureChrome } from './chrome.mjs';
import { CONDITION, TEST } from './limits.mjs';

/** Gives every page that a browser or a context opens the limits of this run, and its slower CPU if one is wanted. */
function prepared(owner) {
  const newPage = owner.newPage.bind(owner);
  owner.newPage = async (options) => {
    const page = await newPage(options);
    page.setDefaultTimeout(CONDITION);
    page.setDefaultNavigationTimeout(TEST);
    if (process.env.CPU_THROTTLE) await page.emulateCPUThrottling(Number(process.env.CPU_THROTTLE));
    return page;
  };
  return owner;
}

/** Starts a Chrome with the flags of all tests, unless `options` of puppeteer's `launch` say otherwise. */
export async function launchChrome(options = {}) {
  const browser = await puppeteer.launch({
    executablePath: await ensureChrome(),
    args: chromeFlags,
    timeout: TEST,
    protocolTimeout: TEST,
    ...options,
  });
  const createContext = browser.createBrowserContext.bind(browser);
  browser.createBrowserContext = async (settings) => prepared(await createContext(settings));
  return prepared(browser);
}
