import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demoStage } from './stage.mjs';

describe('headless.html', () => {
  const stage = demoStage();
  const state = () => stage.demo.page.$eval('#state', (each) => JSON.parse(each.textContent));
  const events = () => stage.demo.page.$$eval('#events b', (all) => all.map((each) => each.textContent).reverse());
  const line = (text) => stage.demo.reads(text);

  it('takes a call and makes one, with a session alone', async () => {
    await stage.open('headless');
    const { demo } = stage;
    await line('Logged out.');
    await demo.press('Log in');
    await line('Ready for calls.');
    await stage.accessible();

    await demo.press('Customer calls');
    await line('is calling.');
    await demo.press('Answer');
    await line('In a call with');
    await demo.press('Hold');
    await line('hears music.');
    await demo.press('Resume');
    await line('In a call with');
    await demo.press('Mute');
    await line('muted');
    await demo.press('Unmute');
    await stage.accessible();
    await demo.press('Hang up');
    await line('After-call work.');
    await demo.press('Finish');
    await line('Ready for calls.');

    await demo.press('Call');
    await line('In a call with 5550100');
    await demo.press('Customer hangs up');
    await line('After-call work.');
    await demo.press('Finish');
    await demo.press('Log out');
    await line('Logged out.');

    const heard = await events();
    const once = ['EventRinging', 'answer', 'holdCall', 'retrieveCall', 'muteCall', 'unmute', 'makeCall', 'logout'];
    for (const name of once) assert.equal(heard.filter((each) => each === name).length, 1, `${name} in ${heard}`);
    for (const name of ['started', 'connected', 'ended'])
      assert.equal(heard.filter((each) => each === `sobot-call-${name}`).length, 2, name);
    assert.deepEqual([(await state()).call, (await state()).pending], [null, []]);
    assert.equal(await demo.page.evaluate(() => document.querySelectorAll(':not(:defined)').length), 0);
    demo.ended();
  });

  it('says what was refused, beside the controls', async () => {
    await stage.open('headless');
    const { demo } = stage;
    await demo.press('Log in');
    await line('Ready for calls.');
    await demo.page.$eval('#number', (each) => (each.value = '5550108'));
    await demo.press('Call');
    await demo.page.waitForSelector('#trouble:not([hidden])');
    assert.match(await demo.page.$eval('#trouble', (each) => each.textContent), /^makeCall failed: /);
  });

  it('fits into a narrow window', async () => {
    await stage.open('headless', 320);
    await line('Logged out.');
    assert.ok((await stage.widthOf()) <= 320);
  });
});
