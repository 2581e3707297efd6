import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, it } from 'node:test';
import { wholeDay } from './page.mjs';
import { demoStage } from './stage.mjs';

describe('the demo', () => {
  const stage = demoStage();
  const { open, widthOf } = stage;
  let demo;
  beforeEach(() => {
    demo = stage.demo;
  });

  const eventNames = () => demo.page.$$eval('#events b', (all) => all.map((each) => each.textContent).reverse());

  describe('index.html', () => {
    it('runs whole calls in both directions', async () => {
      await open('index');
      await wholeDay(demo);

      await demo.type('Phone number', '555-0100');
      await demo.press('Call');
      await demo.until('call', 'talking');
      await demo.press('Hold');
      await demo.until('call', 'held');
      await demo.reads('Hears music');
      await demo.press('Resume');
      await demo.until('call', 'talking');
      await demo.press('Customer hangs up');
      await demo.until('call', 'wrap-up');
      await demo.type('Notes', 'asked for order o-7');
      await demo.press('Finish');
      await demo.until('call', 'none');

      const names = await eventNames();
      for (const name of ['EventRinging', 'answer', 'sobot-call-connected', 'hangup', 'sobot-call-ended']) {
        assert.ok(names.includes(name), `${name} is among the events: ${names.join(', ')}`);
      }
      assert.equal(names.filter((name) => name === 'sobot-call-ended').length, 2);
      assert.equal(names.filter((name) => name === 'sobot-wrap-up-done').length, 2);
      assert.ok(!names.includes('EventJanusLatency'), 'samples only when they are asked for');
      await demo.reads('5550100: asked for order o-7');
      demo.ended();
    });

    it('dials a documented number from the sandbox', async () => {
      await open('index');
      await demo.press('Log in');
      await demo.until('presence', 'ready');
      await (await demo.page.waitForSelector('sobot-sandbox >>> summary')).click();
      await demo.press('Dial 5550104');
      await demo.until('call', 'talking');
      await demo.until('call', 'wrap-up'); // hangs up after five seconds
      demo.ended();
    });

    it('lists a bounded number of events, and never a token', async () => {
      await open('index');
      await demo.until('phase', 'ready');
      await demo.page.evaluate(() => {
        const phone = document.querySelector('sobot-agent');
        for (let i = 0; i < 300; i++) {
          const detail = {
            messageID: `EventMade${i}`,
            token: 'secret-token',
            otherDN: '1',
            nested: { token: 'secret-token' },
          };
          phone.dispatchEvent(new CustomEvent('sobot-event', { detail }));
        }
      });
      const items = await demo.page.$$eval('#events li', (all) => all.map((each) => each.textContent));
      assert.equal(items.length, 100);
      assert.match(items[0], /EventMade299otherDN 1$/);
      assert.ok(!items.some((text) => text.includes('secret')));
      await demo.press('Clear');
      assert.equal(await demo.page.$('#events li'), null);
    });

    it('changes its colours and its language', async () => {
      await open('index');
      await demo.find('Log in');
      const background = () => demo.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await background();
      await demo.page.select('#scheme', 'dark');
      assert.notEqual(await background(), light);
      await demo.page.select('#language', 'zh-CN');
      await demo.find('登录');
      await demo.find('客户呼入');
      demo.ended();
    });

    it('fits into a narrow window', async () => {
      await open('index', 320);
      await demo.find('Customer calls');
      assert.ok((await widthOf()) <= 320);
    });
  });

  describe('compose.html', () => {
    it('runs whole calls with single elements and plain buttons', async () => {
      await open('compose');
      const banner = () => demo.page.$eval('.banner', (each) => each.checkVisibility());
      await demo.find('Log in');
      assert.equal(await banner(), false);
      await demo.press('Log in');
      await demo.until('presence', 'ready');

      await demo.press('Customer calls');
      await demo.until('call', 'ringing');
      assert.equal(await banner(), true);
      await demo.press('Answer');
      await demo.until('call', 'talking');
      assert.equal(await banner(), false);
      await demo.press('Hold the call');
      await demo.until('call', 'held');
      await demo.press('Go on');
      await demo.until('call', 'talking');
      await demo.press('Hang up');
      await demo.until('call', 'wrap-up');
      await demo.press('Finish');
      await demo.until('call', 'none');

      await demo.press('Call Ana Ribeiro');
      await demo.until('call', 'talking');
      const shown = await demo.page.$eval('sobot-call-info', (each) => each.shadowRoot.textContent);
      assert.match(shown, /Ana Ribeiro/, 'the page told the phone whose number it is');
      await demo.press('Hang up');
      await demo.until('call', 'wrap-up');
      demo.ended();
    });

    it('fits into a narrow window', async () => {
      await open('compose', 320);
      await demo.find('Log in');
      assert.ok((await widthOf()) <= 320);
    });
  });

  describe('vendor.html', () => {
    const token = 'secret-token-4711';

    /** Answers for the vendor's server: nothing else of it is ever asked for. */
    const vendor = async (answer) => {
      await demo.page.setRequestInterception(true);
      demo.page.removeAllListeners('requestfailed');
      demo.page.on('request', (request) => {
        if (!request.url().startsWith('https://sg.sobot.io/')) return void request.continue();
        demo.troubles = demo.troubles.filter((text) => !text.includes(request.url()));
        demo.asked = request.url();
        return void answer(request);
      });
    };

    const connect = async (loadTimeout = 30) => {
      await open('vendor');
      await demo.page.$eval('#phone', (phone, seconds) => (phone.loadTimeout = seconds), loadTimeout);
      await demo.page.type('#sysnum', 'my company & co');
      await demo.page.type('#company', 'c0ffee');
      await demo.page.type('#agent', '1005');
      await demo.page.type('#token', token);
      await demo.press('Connect');
    };

    it('runs on the script at the vendor’s address, and keeps the token to itself', async () => {
      const body = await readFile(new URL('../../dist/cdn/sandbox.js', import.meta.url), 'utf8');
      await vendor((request) => request.respond({ contentType: 'text/javascript', body }));
      await connect();
      await demo.until('phase', 'ready');
      assert.equal(new URL(demo.asked).searchParams.get('sysnum'), 'my company & co');
      await demo.press('Log in');
      await demo.until('presence', 'ready');
      await demo.page.evaluate(() => window.SobotClient.sandbox.customerCalls({ number: '135****5678' }));
      await demo.press('Answer');
      await demo.until('call', 'talking');
      await demo.reads('135****5678');
      await demo.press('Hang up');
      await demo.until('call', 'wrap-up');
      await demo.press('Finish');
      await demo.until('call', 'none');

      assert.equal(await demo.page.$eval('#token', (each) => each.value), '');
      const traces = await demo.page.evaluate(() =>
        [
          document.documentElement.outerHTML,
          location.href,
          ...Object.values(localStorage),
          ...Object.values(sessionStorage),
        ].join(),
      );
      assert.ok(!traces.includes(token));
      await demo.press('Disconnect');
      await demo.until('phase', 'idle');
      demo.ended();
    });

    it('says honestly that the script did not load', async () => {
      await vendor((request) => request.abort());
      await connect(2);
      await demo.until('phase', 'failed');
      const told = await demo.page.$eval('#trouble', (each) => each.textContent);
      assert.match(told, /script could not be reached: https:\/\/sg\.sobot\.io/);
      await demo.find('Connect');
    });

    it('says honestly that the account was refused', async () => {
      const body = `window.SobotClient = { agent: class {
        on() { return this; } off() { return this; }
        initAgent({ error }) { setTimeout(() => error({ status: 'error', errorCode: '401', errorMessage: 'no such agent' })); }
      } };`;
      await vendor((request) => request.respond({ contentType: 'text/javascript', body }));
      await connect();
      await demo.until('phase', 'failed');
      assert.match(await demo.page.$eval('#trouble', (each) => each.textContent), /no such agent.*401/);
    });
  });
});
