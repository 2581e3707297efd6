import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { asker, launch, page, placeOf, servePages } from './pages.mjs';

const element = '<sobot-preflight></sobot-preflight>';
const phone = page(`<sobot-agent sandbox manual>${element}</sobot-agent>`);
const alone = page(element);
const forbids = { 'permissions-policy': 'microphone=()' };
const policy = { 'content-security-policy': "script-src 'self'; object-src 'none'" };

/** In the page, before anything else: what a machine does that a test has not. */
const machines = {
  'microphone in use': () => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Could not start audio source', 'NotReadableError'));
  },
  'without WebRTC': () => Reflect.deleteProperty(window, 'RTCPeerConnection'),
};

const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';

/** What is wrong, how it comes about, and the one problem that is named, of the one check. */
const cases = [
  { what: 'nothing is wrong', path: '/phone', problems: {} },
  { what: 'no HTTPS', host: 'crm.test', path: '/phone', problems: { context: 'insecure-context' } },
  { what: 'no device', device: false, path: '/phone', problems: { microphone: 'no-microphone' } },
  { what: 'permission denied', path: '/phone', permission: 'denied', problems: { microphone: 'permission-denied' } },
  {
    what: 'the question not answered',
    path: '/phone',
    permission: 'prompt',
    problems: { microphone: 'permission-dismissed' },
  },
  {
    what: 'a foreign frame without allow',
    path: '/foreign-frame',
    frame: 'crm.localhost',
    problems: { microphone: 'iframe-allow' },
  },
  {
    what: 'an own frame that is denied it',
    path: '/own-frame-denied',
    frame: 'localhost',
    problems: { microphone: 'iframe-allow' },
  },
  { what: 'a foreign frame with allow', path: '/foreign-frame-allowed', frame: 'crm.localhost', problems: {} },
  {
    what: 'a Permissions-Policy header',
    path: '/forbidden',
    problems: { microphone: 'permissions-policy' },
  },
  {
    what: 'such a header in a frame with allow',
    path: '/foreign-frame-forbidden',
    frame: 'crm.localhost',
    problems: { microphone: 'permissions-policy' },
  },
  {
    what: 'such a header of the page around',
    path: '/own-frame-forbidden',
    frame: 'localhost',
    problems: { microphone: 'permissions-policy' },
  },
  {
    what: 'a microphone in use',
    path: '/phone',
    machine: 'microphone in use',
    problems: { microphone: 'microphone-in-use' },
  },
  { what: 'the SDK blocked by the network', path: '/alone', problems: { sdk: 'sdk-network' } },
  { what: 'the SDK blocked by the policy', path: '/policy', problems: { sdk: 'sdk-policy' } },
  { what: 'a mobile browser', path: '/phone', userAgent: android, problems: { browser: 'browser-mobile' } },
  {
    what: 'a browser without WebRTC',
    path: '/phone',
    machine: 'without WebRTC',
    problems: { browser: 'browser-unsupported' },
  },
];

describe('sobot-preflight, in a browser as people have it', () => {
  let site;
  let context;
  const browsers = {};

  before(async () => {
    const pages = {
      '/phone': { html: phone },
      '/alone': { html: alone },
      '/policy': { html: alone, headers: policy },
      '/forbidden': { html: phone, headers: forbids },
      '/inside': { html: phone },
      '/inside-forbidden': { html: phone, headers: forbids },
    };
    site = await servePages(pages);
    const frame = (host, path, allow = '', headers = {}) => ({
      html: page(`<iframe src="${site.at(host, path)}" width="600" height="800" ${allow}></iframe>`),
      headers,
    });
    Object.assign(pages, {
      '/foreign-frame': frame('crm.localhost', '/inside'),
      '/foreign-frame-allowed': frame('crm.localhost', '/inside', 'allow="microphone"'),
      '/foreign-frame-forbidden': frame('crm.localhost', '/inside-forbidden', 'allow="microphone"'),
      '/own-frame-denied': frame('localhost', '/inside', `allow="microphone 'none'"`),
      '/own-frame-forbidden': frame('localhost', '/inside', '', forbids),
    });
    browsers.true = await launch();
    browsers.false = await launch({ device: false });
  });
  after(async () => {
    for (const browser of Object.values(browsers)) await browser.close();
    await site.close();
  });
  afterEach(() => context.close());

  /** Opens a page of a case. @returns how to ask the document with the element, and its window */
  async function come({ path, host = 'localhost', frame, device = true, permission = 'granted', machine, userAgent }) {
    context = await browsers[device].createBrowserContext();
    const window = await context.newPage({ type: 'window' });
    const cdp = await window.createCDPSession();
    for (const name of ['localhost', 'crm.localhost']) {
      const origin = new URL(site.at(name, '/')).origin;
      const settings = { permission: { name: 'microphone' }, setting: permission, browserContextId: context.id };
      await cdp.send('Browser.setPermission', { ...settings, origin });
    }
    if (userAgent) await cdp.send('Emulation.setUserAgentOverride', { userAgent });
    await window.evaluateOnNewDocument(() => {
      window.asked = 0;
      const { mediaDevices } = navigator;
      const own = mediaDevices?.getUserMedia.bind(mediaDevices);
      if (own) mediaDevices.getUserMedia = (wanted) => ((window.asked += 1), own(wanted));
    });
    if (machine) await window.evaluateOnNewDocument(machines[machine]);
    await window.goto(site.at(host, path));
    const inside =
      frame && (await window.waitForFrame((each) => each.parentFrame() !== null && /inside/.test(each.url())));
    return { window, inside: inside ?? window.mainFrame() };
  }

  /** Runs the checks as a person does. */
  async function run({ inside }) {
    await inside.evaluate(() => {
      window.result = new Promise((resolve) =>
        document.addEventListener('sobot-preflight-result', ({ detail }) => resolve(detail), { once: true }),
      );
    });
    await (await inside.waitForSelector('::-p-aria(Run checks[role="button"])')).click();
    return inside.evaluate(() => window.result);
  }

  for (const each of cases) {
    it(`names what is wrong: ${each.what}`, async () => {
      const opened = await come(each);
      const result = await run(opened);
      const wrong = result.checks.filter(({ status }) => status === 'failed');
      const problems = Object.fromEntries(wrong.map(({ name, problem }) => [name, problem]));
      assert.deepEqual(problems, each.problems);
      assert.equal(result.ok, wrong.length === 0);
      for (const { remedy, message, problem } of wrong) {
        assert.ok(remedy.length > 20 && !/[{}]/.test(remedy + message), remedy);
        assert.ok(result.text.includes(`[${problem}`) && result.text.includes(remedy), result.text);
      }
      const same = await opened.inside.evaluate(() => document.querySelector('sobot-preflight').result);
      assert.deepEqual(same, result);
    });
  }

  it('asks nobody for the microphone before the person wants it', async () => {
    const { window, inside } = await come({ path: '/phone', permission: 'prompt' });
    await inside.waitForSelector('::-p-aria(Run checks[role="button"])');
    await inside.waitForSelector('::-p-text(Not checked)');
    assert.equal(await window.evaluate(() => window.asked), 0);
    await run({ inside });
    assert.equal(await window.evaluate(() => window.asked), 1);
  });

  it('sees what is denied without asking', async () => {
    const { window, inside } = await come({ path: '/phone', permission: 'denied' });
    await inside.waitForSelector('::-p-text(The microphone is blocked for this site.)');
    assert.equal(await window.evaluate(() => window.asked), 0);
  });

  it('looks for the script without running it, and says nothing about it twice', async () => {
    const { window } = await come({ path: '/alone' });
    const origin = new URL(window.url()).origin;
    await window.evaluate((origin) => {
      customElements.get('sobot-agent').allowedSdkOrigins.add(origin);
      const phone = Object.assign(document.createElement('sobot-agent'), {
        manual: true,
        sdkSrc: '/dist/cdn/sandbox.js',
      });
      document.body.append(phone);
    }, origin);
    const { checks } = await run({ inside: window.mainFrame() });
    assert.equal(checks.find(({ name }) => name === 'sdk').status, 'ok');
    assert.equal(await window.evaluate(() => 'SobotClient' in window), false);
  });

  it('says what the phone says when it could not start', async () => {
    const { window } = await come({ path: '/alone' });
    await window.evaluate(() => {
      const sdk = {
        agent: class {
          on() {}
          off() {}
          initAgent({ error }) {
            error({ errorCode: '401', errorMessage: 'unknown company' });
          }
        },
      };
      const phone = Object.assign(document.createElement('sobot-agent'), {
        sdk,
        companyId: 'c',
        agent: '1',
        token: 't',
      });
      document.body.append(phone);
    });
    await window.waitForSelector('sobot-agent[phase="failed"]');
    const { checks } = await run({ inside: window.mainFrame() });
    const { problem, message } = checks.find(({ name }) => name === 'sdk');
    assert.equal(problem, 'sdk-start');
    assert.match(message, /unknown company/);
  });

  it('holds no secret: no token, and no address beyond the origin', async () => {
    const { window } = await come({ path: '/alone' });
    await window.goto(`${window.url()}?token=the-secret#the-secret`);
    await window.evaluate(() =>
      document.body.append(
        Object.assign(document.createElement('sobot-agent'), { manual: true, token: 'the-secret', companyId: 'c' }),
      ),
    );
    assert.ok(!JSON.stringify(await run({ inside: window.mainFrame() })).includes('the-secret'));
  });

  it('remembers that the sound was blocked until the click that ran the checks', async () => {
    const { window } = await come({ path: '/phone' });
    const ask = await asker(window);
    const status = (name, status) =>
      `[...document.querySelector('sobot-preflight')?.shadowRoot.querySelectorAll('li') ?? []]
        .some((each) => each.textContent.includes('${name}') && each.classList.contains('${status}'))`;
    await ask(status('keeps this page silent', 'failed'), 'that sound is blocked');
    await ask(`document.addEventListener('sobot-preflight-result', ({ detail }) => (window.result = detail)) ?? true`);
    await window.mouse.click(...(await ask(placeOf('Run checks'))));
    const { checks } = await ask('window.result');
    const { status: found, problem, remedy } = checks.find(({ name }) => name === 'sound');
    assert.deepEqual([found, problem], ['warning', 'sound-blocked']);
    assert.match(remedy, /AutoplayAllowlist/);
  });
});
