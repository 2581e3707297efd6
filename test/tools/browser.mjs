/** The browser of web-test-runner: how its pages are made and reused, and what tests can ask of it. */
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromeFlags } from './chrome-flags.mjs';
import { findChrome } from './chrome.mjs';
import { TEST } from './limits.mjs';

const sessions = new WeakMap();

/** One DevTools session for the life of a test file: what it emulates ends with the session. */
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

/** The dev server's script gives up an answer of the server after 20 seconds, which a busy machine can need. */
export const patientServer = () => ({
  name: 'patient-server',
  transform(context) {
    if (!context.path.endsWith('__web-dev-server__web-socket.js')) return undefined;
    return { body: context.body.replace(/\}, 20000\);/, `}, ${TEST});`) };
  },
});

/** Runs in each new document: the first one of a test file finds no storage of the file before it. */
function clearStorage() {
  const id = new URLSearchParams(location.search).get('wtr-session-id');
  if (!id || window !== top || window.name === id) return;
  window.name = id;
  sessionStorage.clear();
  localStorage.clear();
}

/**
 * Makes a page, which many test files use one after the other. In a window of its own it is never hidden, so frames go
 * on while other pages run beside it. It counts as focused all the time, though only one window of a browser can be: the
 * others would lose keys. In a browser context of its own it shares no storage, channels, locks and
 * permissions with them. CPU_THROTTLE=4 in the environment makes its CPU four times slower.
 */
async function createPage({ browser }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage({ type: 'window' });
  page.setDefaultTimeout(TEST);
  // A file that ends in a call is asked whether it wants to leave: nobody is there to say so.
  page.on('dialog', (dialog) => dialog.type() === 'beforeunload' && void dialog.accept());
  await page.evaluateOnNewDocument(clearStorage);
  if (process.env.SEED) await page.evaluateOnNewDocument(`globalThis.testSeed = ${Number(process.env.SEED)};`);
  await page.emulateFocusedPage(true);
  if (process.env.CPU_THROTTLE) await page.emulateCPUThrottling(Number(process.env.CPU_THROTTLE));
  await setMicrophone(page, 'granted');
  return page;
}

/** Takes everything back that a test file has changed in its page and browser context. */
async function reset(page, origin) {
  await (await devTools(page)).detach();
  sessions.delete(page);
  await page.emulateMediaFeatures([]);
  await page.mouse.reset();
  const cdp = await devTools(page);
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await setMicrophone(page, 'granted');
}

export function chrome() {
  const executablePath = findChrome();
  const launchOptions = { executablePath, headless: true, args: chromeFlags, timeout: TEST, protocolTimeout: TEST };
  const launcher = chromeLauncher({ createPage, launchOptions });
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const page = launcher.getPage(id);
    const used = launcher.activePages.get(id);
    const { origin } = new URL(page.url());
    const result = await stopSession(id);
    // The launcher has released the page at once, but the next file has to find it as new.
    launcher.inactivePages = launcher.inactivePages.filter((each) => each !== used);
    await reset(page, origin);
    launcher.inactivePages.push(used);
    return result;
  };
  return launcher;
}
