import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { allowedSdkOrigins, loadSdk, sdkUrl, SobotError } from '../../src/sdk/index.js';
import { Time } from '../support/time.js';
import { until } from '../support/until.js';

const fixture = (name: string): string => new URL(`./fixtures/${name}`, import.meta.url).href.replace(/\?wtr.*$/, '');
const cdp = (method: string, params: object = {}): Promise<unknown> => executeServerCommand('cdp', { method, params });

let life: AbortController;
let serial = 0;

/** A script that nobody has asked for yet. */
const fresh = (name = 'sdk.js'): string => `${fixture(name)}?n=${(serial += 1)}`;
const load = (src: string, signal = life.signal): Promise<unknown> => loadSdk({ src, signal });
const scripts = (src: string): HTMLScriptElement[] =>
  [...document.scripts].filter((script) => script.src.startsWith(src));

/** Resolves when the next script with this address has failed. */
const nextFailure = (src: string): Promise<void> =>
  new Promise((resolve) => {
    const failed = ({ target }: Event): void => {
      if (!(target instanceof HTMLScriptElement) || !target.src.startsWith(src)) return;
      removeEventListener('error', failed, true);
      resolve();
    };
    addEventListener('error', failed, true);
  });

/** The network is back, and the browser says so until the promise has heard it. */
async function backOnline(promise: Promise<unknown>): Promise<void> {
  await cdp('Network.setBlockedURLs', { urls: [] });
  const online = setInterval(() => window.dispatchEvent(new Event('online')), 20);
  await promise.finally(() => clearInterval(online));
}

async function rejected(promise: Promise<unknown>): Promise<SobotError> {
  const error: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).to.be.instanceOf(SobotError);
  return error as SobotError;
}

beforeEach(() => {
  life = new AbortController();
  allowedSdkOrigins.add(location.origin);
  Reflect.deleteProperty(window, 'SobotClient');
  Reflect.deleteProperty(window, 'sdkLoads');
});
afterEach(() => {
  life.abort();
  for (const script of document.querySelectorAll('script[nonce="n0"]')) script.remove();
  allowedSdkOrigins.clear();
});

describe("the script's address", () => {
  const PATH = '/call-sdk/6.4.0/sobot-call-sdk.js';
  const SDK = `https://sg.sobot.io${PATH}`;
  const addresses: readonly (readonly [string, string, string])[] = [
    ['', '', SDK],
    ['', 'a b&c=d/é', `${SDK}?sysnum=a+b%26c%3Dd%2F%C3%A9`],
    [`https://www.soboten.com${PATH}`, '7', `https://www.soboten.com${PATH}?sysnum=7`],
    [`https://sobot.com${PATH}?v=1#top`, '7', `https://sobot.com${PATH}?v=1&sysnum=7#top`],
    [`https://us.sobot.com:443${PATH}`, '', `https://us.sobot.com${PATH}`],
    [`${SDK}?sysnum=old`, '', `${SDK}?sysnum=old`],
    [`${SDK}?sysnum=old`, 'new', `${SDK}?sysnum=new`],
    [
      'https://sg.sobot.io/call-sdk/6.5.0-beta/sobot-call-sdk.js',
      '',
      'https://sg.sobot.io/call-sdk/6.5.0-beta/sobot-call-sdk.js',
    ],
  ];
  for (const [src, sysnum, expected] of addresses) {
    it(`of "${src}" and "${sysnum}" is ${expected}`, () => {
      expect(sdkUrl(src, sysnum)).to.equal(expected);
    });
  }

  const forbidden = [
    ...['http://sg.sobot.io/x.js', 'https://sobot.io.example/x.js', 'https://evilsobot.io/x.js', '//example.org/x.js'],
    ...[
      'https://sobot.io@example.org/x.js',
      'javascript:alert(1)',
      'data:text/javascript,1',
      'blob:https://sobot.io/1',
    ],
    ...['https://soboten.com.cn/x.js', 'ftp://sobot.io/x.js'],
    ...[`http://sg.sobot.io${PATH}`, `https://sobot.io.example${PATH}`, `https://evilsobot.io${PATH}`],
    ...['https://any.sobot.com/any/file', 'https://sg.sobot.io/x.js', `https://sg.sobot.io:8443${PATH}`],
    ...[`https://sg.sobot.io/files${PATH}`, `https://sg.sobot.io${PATH}/x`, `https://sg.sobot.io${PATH}%2fx`],
    ...[
      'https://sg.sobot.io/call-sdk/6.4.0/../../x/sobot-call-sdk.js',
      'https://sg.sobot.io/call-sdk/a/b/sobot-call-sdk.js',
    ],
  ];
  for (const src of forbidden) {
    it(`may not be ${src}`, () => {
      expect(() => sdkUrl(src, ''))
        .to.throw(SobotError, /sdk-src may not load a script from/)
        .with.property('kind', 'config');
    });
  }

  it('must be one', () => {
    expect(() => sdkUrl('https://', '')).to.throw(SobotError, 'sdk-src is not a web address: "https://".');
  });

  it('may be of an origin that the page has allowed, relative ones too', () => {
    expect(sdkUrl('/sdk.js', '7')).to.equal(`${location.origin}/sdk.js?sysnum=7`);
    allowedSdkOrigins.clear();
    expect(() => sdkUrl('/sdk.js', '7')).to.throw(SobotError, `allowedSdkOrigins.add('${location.origin}')`);
  });
});

describe('the script', () => {
  it('gives SobotClient', async () => {
    const client = await load(fresh());
    expect(client).to.equal(Reflect.get(window, 'SobotClient'));
  });

  it('is loaded once per address, however many ask and whenever', async () => {
    const src = fresh();
    const clients = await Promise.all([load(src), load(src), load(src)]);
    clients.push(await load(src));
    expect(new Set(clients).size).to.equal(1);
    expect(scripts(src)).to.have.length(1);
    expect(Reflect.get(window, 'sdkLoads')).to.equal(1);
    await load(fresh());
    expect(Reflect.get(window, 'sdkLoads')).to.equal(2);
  });

  it("is asynchronous, in the head, and carries the enterprise and the page's nonce", async () => {
    const own = document.createElement('script');
    own.nonce = 'n0';
    own.setAttribute('nonce', 'n0');
    document.head.prepend(own);
    const src = fresh();
    await loadSdk({ src, sysnum: '1 2', signal: life.signal });
    const [script] = scripts(src);
    expect([script?.src, script?.async, script?.nonce, script?.parentNode]).to.deep.equal([
      ...[`${src}&sysnum=1+2`, true, 'n0'],
      document.head,
    ]);
  });

  it('that is another file is named, and can be asked for again', async () => {
    const src = fresh('other.js');
    const error = await rejected(load(src));
    expect([error.kind, error.message]).to.deep.equal([
      'load',
      `${src} was loaded, but it is not the SDK: it defines no SobotClient. Check sdk-src and sysnum.`,
    ]);
    Object.assign(window, { SobotClient: { agent: class {} } });
    await load(src);
  });

  for (const SobotClient of [null, 7, {}, { agent: {} }]) {
    it(`is another file where SobotClient is ${JSON.stringify(SobotClient)}`, async () => {
      Object.assign(window, { SobotClient });
      expect((await rejected(load(fresh('other.js')))).message).to.match(/is not the SDK/);
    });
  }
});

describe('a script that cannot be reached', () => {
  let src: string;
  let time: Time | undefined;
  beforeEach(async () => {
    src = fresh();
    await cdp('Network.enable');
    await cdp('Network.setBlockedURLs', { urls: [`*n=${serial}*`] });
  });
  afterEach(() => {
    time?.restore();
    return cdp('Network.setBlockedURLs', { urls: [] });
  });

  it('is tried again after a second, then after two', async () => {
    const held = (time = new Time(500));
    const promise = load(src);
    await nextFailure(src);
    for (const pause of [1000, 2000]) {
      await until(() => held.waiting === 1, 'the pause');
      await held.pass(pause - 1);
      expect(scripts(src), `before ${pause} ms`).to.have.length(0);
      const failure = nextFailure(src);
      await held.pass(1);
      await failure;
    }
    await backOnline(promise);
  });

  it('is tried again at once when the browser is back online', async () => {
    time = new Time(500); // stands still, so that no pause ends
    const promise = load(src);
    await nextFailure(src);
    await backOnline(promise);
    expect(scripts(src), 'those that failed are gone').to.have.length(1);
  });

  it('is given up when the time is over, by name, and can be started again', async () => {
    const promise = rejected(load(src));
    await nextFailure(src);
    life.abort();
    const error = await promise;
    expect([error.kind, error.message]).to.deep.equal([
      'load',
      `The SDK's script could not be reached: ${src}. Check the network and blockers, then start again.`,
    ]);
    expect(scripts(src)).to.have.length(0);
    await cdp('Network.setBlockedURLs', { urls: [] });
    await load(src, new AbortController().signal);
  });

  it('fails only those who give up', async () => {
    const other = new AbortController();
    const [given, patient] = [rejected(load(src)), load(src, other.signal)];
    await nextFailure(src);
    life.abort();
    expect((await given).kind).to.equal('load');
    await backOnline(patient);
  });

  it('is asked for anew by one who comes when the last has given up', async () => {
    const given = rejected(load(src));
    life.abort();
    const next = load(src, new AbortController().signal);
    await given;
    await nextFailure(src);
    await backOnline(next);
  });

  it('is not waited for by one who has given up before', async () => {
    life.abort();
    expect((await rejected(load(src))).kind).to.equal('load');
    expect(scripts(src)).to.have.length(0);
  });
});

describe('a script that never comes', () => {
  afterEach(() => cdp('Fetch.disable'));

  it('is given up when the time is over', async () => {
    const src = fresh();
    await cdp('Fetch.enable', { patterns: [{ urlPattern: `*n=${serial}*` }] });
    const promise = rejected(load(src, AbortSignal.timeout(50)));
    expect((await promise).message).to.match(/could not be reached/);
    expect(scripts(src)).to.have.length(0);
  });
});

describe("under the page's policy", () => {
  /** What a page in a frame says about loading the script. */
  async function inPage(page: string, src = ''): Promise<{ loaded?: true; message?: string }> {
    const frame = document.createElement('iframe');
    frame.src = `${fixture(page)}?src=${encodeURIComponent(src)}`;
    const said = new Promise<MessageEvent<{ loaded?: true; message?: string }>>((resolve) => {
      addEventListener('message', function heard(event) {
        if (event.source !== frame.contentWindow || !('loaded' in event.data || 'message' in event.data)) return;
        removeEventListener('message', heard);
        resolve(event);
      });
    });
    document.body.append(frame);
    const { data } = await said;
    frame.remove();
    return data;
  }

  it('that does not allow the vendor, the policy is named', async () => {
    expect(await inPage('policy-self.html')).to.deep.equal({
      message: "The page's Content-Security-Policy blocks the SDK's script. Allow it: script-src https://sg.sobot.io.",
    });
  });

  it("of nonces, the script carries the page's", async () => {
    expect(await inPage('policy-nonce.html', fixture('sdk.js'))).to.deep.equal({ loaded: true });
  });

  it('of Trusted Types without ours, ours is named', async () => {
    const { message } = await inPage('policy-without-ours.html', fixture('sdk.js'));
    expect(message).to.match(/trusted-types policy forbids the kit's own\. Add sobot-elements to trusted-types/);
  });

  it('of Trusted Types with ours, it loads', async () => {
    expect(await inPage('policy-with-ours.html', fixture('sdk.js'))).to.deep.equal({ loaded: true });
  });
});
