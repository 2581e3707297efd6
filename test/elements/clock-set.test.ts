import { expect } from '@open-wc/testing';
import '../../elements/sobot-call-info/define.js';
import '../../elements/sobot-incoming-call/define.js';
import '../../elements/sobot-status/define.js';
import '../../elements/sobot-wrap-up/define.js';
import { now } from '../../src/internal/index.js';
import { callFields } from '../support/call-fields.js';
import { Clocks } from '../support/clock.js';
import { createElement, textOf } from '../support/element-fixture.js';

const SECOND = 1000;
const HOUR = 3_600 * SECOND;

const ringing = ['EventRinging'];
const talking = [...ringing, 'EventEstablished'];
const held = [...talking, 'EventAgentHoldCall'];

type Tag = 'sobot-status' | 'sobot-incoming-call' | 'sobot-call-info' | 'sobot-wrap-up';

/** The text of each element's timer after ten seconds. */
const timers: [tag: Tag, messages: readonly string[], selector: string, text: string][] = [
  ['sobot-status', [], '.time', '00:10'],
  ['sobot-incoming-call', ringing, '[part="since"] .time', '00:10'],
  ['sobot-call-info', ringing, '[part="time"]', '00:10'],
  ['sobot-call-info', talking, '[part="time"]', '00:10'],
  ['sobot-call-info', held, '[part="state"]', '00:10'],
  ['sobot-wrap-up', [...talking, 'EventReleased'], '[part="left"]', '50 s left'],
];

describe('the computer’s clock is set while a timer runs', () => {
  for (const [tag, messages, selector, text] of timers) {
    it(`<${tag}> after ${messages.at(-1) ?? 'the login'}: the timer goes on as it was`, async () => {
      const clocks = new Clocks();
      const fixture = await createElement(tag);
      await fixture.emit('EventAgentReady');
      await fixture.call(...messages.filter((name) => name !== 'EventReleased'));
      if (messages.includes('EventReleased')) {
        await fixture.emit('EventReleased', { ...callFields, wrapUpEndTimestamp: now() + 60 * SECOND });
      }
      clocks.pass(10 * SECOND);
      for (const ms of [30 * SECOND, HOUR, 24 * HOUR].flatMap((each) => [each, -2 * each])) {
        clocks.set(ms);
        fixture.element.requestUpdate();
        await fixture.element.updateComplete;
        expect(textOf(fixture.find(selector)), `${ms / SECOND} s`).to.contain(text);
      }
    });
  }
});
