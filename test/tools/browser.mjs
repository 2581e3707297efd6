import { chromeLauncher } from '@web/test-runner-chrome';
import { chromeFlags } from './chrome-flags.mjs';
import { findChrome } from './chrome.mjs';

const sessions = new WeakMap();

/** One DevTools session for the life of a page: what it emulates and permits ends with the session. */
async function devTools(page) {
  if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
  return sessions.get(page);
}

async function setMicrophone(page, setting) {
  const browserContextId = page.browserContext().id;
  const cdp = await devTools(page);
  await cdp.send('Browser.setPermission', { permission: { name: 'microphone' }, setting, browserContextId });
}

/**
 * Commands that a test in the page sends by `executeServerCommand(name, payload)`, beyond those of the runner:
 *   'media-features' [{ name: 'forced-colors', value: 'active' }]   also prefers-contrast; [] resets
 *   'microphone'     'granted' | 'denied' | 'prompt'
 *   'env'            ['NAME', …] -> { NAME: value } of this process, for credentials that a person gives
 *   'cdp'            { method: 'HeapProfiler.collectGarbage', params: {} }   anything else of the DevTools protocol
 */
const commands = {
  'media-features': async (page, features) => (await devTools(page)).send('Emulation.setEmulatedMedia', { features }),
  microphone: setMicrophone,
  env: (_page, names) => Object.fromEntries(names.map((name) => [name, process.env[name]])),
  cdp: async (page, { method, params }) => (await devTools(page)).send(method, params),
};

export const browserCommands = () => ({
  name: 'browser-commands',
  async executeCommand({ command, payload, session }) {
    if (!Object.hasOwn(commands, command)) return undefined;
    return (await commands[command](session.browser.getPage(session.id), payload)) ?? true;
  },
});

/**
 * A page in a window of its own is never hidden, so frames go on while two files run side by side. Its own browser
 * context keeps storage, channels, locks and permissions of the files apart.
 */
async function createPage({ browser }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage({ type: 'window' });
  // A file that ends in a call is asked whether it wants to leave: nobody is there to say so.
  page.on('dialog', (dialog) => dialog.type() === 'beforeunload' && void dialog.accept());
  await setMicrophone(page, 'granted');
  return page;
}

export function chrome() {
  const launchOptions = { executablePath: findChrome(), headless: true, args: chromeFlags };
  const launcher = chromeLauncher({ createPage, launchOptions });
  const stopSession = launcher.stopSession.bind(launcher);
  // The launcher would use a page again for the next file, with all that the last one left in it.
  launcher.stopSession = async (id) => {
    const page = launcher.getPage(id);
    const result = await stopSession(id);
    launcher.inactivePages = launcher.inactivePages.filter(({ puppeteerPage }) => puppeteerPage !== page);
    await page.browserContext().close();
    return result;
  };
  return launcher;
}
