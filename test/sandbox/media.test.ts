import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { createMedia } from '../../src/sandbox/media/index.js';
import {
  connected,
  digits,
  lab,
  laboratory,
  open,
  samples,
  steadily,
  until,
  warnings,
  withTones,
} from '../support/media-lab.js';
import {
  ABSENT,
  AGENT_HZ,
  amplitudeAt,
  AUDIBLE,
  CUSTOMER_HZ,
  hears,
  SILENT,
  tone,
  toneMicrophone,
} from '../support/tones.js';

describe('the sound of a sandbox call', () => {
  laboratory();

  it('carries the agent to the customer and the customer to the agent', async function () {
    this.timeout(15_000);
    const call = open(withTones());
    await until('the agent’s tone at the customer', () => hears(call.heardByCustomer, AGENT_HZ));
    await until('the customer’s tone at the agent', () => hears(call.heardByAgent, CUSTOMER_HZ));
    await until('the agent’s full level', () => call.levels().heardByCustomer > AUDIBLE);
    await until('the customer’s full level', () => call.levels().heardByAgent > AUDIBLE);
    expect(amplitudeAt(CUSTOMER_HZ, call.heardByCustomer), 'the customer hears itself').below(ABSENT);
    expect(amplitudeAt(AGENT_HZ, call.heardByAgent), 'the agent hears itself').below(ABSENT);
    expect(warnings).deep.equal([]);
  });

  it('is silent at the customer while muted, and leaves the page’s own track alone', async function () {
    this.timeout(20_000);
    const stream = toneMicrophone(lab);
    const call = open(withTones({ microphone: () => Promise.resolve(stream) }));
    await until('the tone', () => hears(call.heardByCustomer, AGENT_HZ));
    call.mute(true);
    await steadily('silence at the customer', () => call.levels().heardByCustomer < SILENT);
    expect(hears(call.heardByAgent, CUSTOMER_HZ), 'the agent still hears').equal(true);
    expect(stream.getAudioTracks()[0]!.enabled).equal(true);
    call.mute(false);
    await until('the tone again', () => hears(call.heardByCustomer, AGENT_HZ));
  });

  it('stays muted when the microphone comes late', async function () {
    this.timeout(15_000);
    let give = (_: MediaStream) => {};
    const call = open(withTones({ microphone: () => new Promise((resolve) => (give = resolve)) }));
    await until('the customer, before any permission', () => hears(call.heardByAgent, CUSTOMER_HZ));
    call.mute(true);
    const silence = call.leg.microphone.track;
    give(toneMicrophone(lab));
    await until('the microphone', () => call.leg.sender.track !== silence && call.leg.sender.track);
    await steadily('silence at the customer', () => call.levels().heardByCustomer < SILENT);
    call.mute(false);
    await until('the tone', () => hears(call.heardByCustomer, AGENT_HZ));
  });

  it('plays music to the customer and nothing to the agent while held', async function () {
    this.timeout(25_000);
    const call = open(withTones());
    await until('the tone', () => hears(call.heardByCustomer, AGENT_HZ));
    await until('the customer', () => hears(call.heardByAgent, CUSTOMER_HZ));
    call.hold(true);
    await steadily('silence at the agent', () => call.levels().heardByAgent < SILENT);
    await steadily(
      'music and no agent at the customer',
      () => call.levels().heardByCustomer > 0.01 && amplitudeAt(AGENT_HZ, call.heardByCustomer) < ABSENT,
    );
    call.hold(false);
    await until('the agent again', () => hears(call.heardByCustomer, AGENT_HZ));
    await until('the customer again', () => hears(call.heardByAgent, CUSTOMER_HZ));
    await steadily('no music left', () => hears(call.heardByCustomer, AGENT_HZ));
  });

  it('sends digits that the far end hears, whenever they are typed', async function () {
    this.timeout(20_000);
    const call = open(withTones());
    call.mute(true);
    call.dtmf('12');
    await connected(call);
    call.dtmf('33');
    call.dtmf('#');
    await until('all digits', () => digits === '1233#', 10);
    call.dtmf('4567890*');
    await until('the rest', () => digits === '1233#4567890*', 10);
    call.dtmf('x');
    await until('a warning', () => warnings.some(({ message }) => message.startsWith('The digits were not sent')));
  });

  it('does without a microphone, says why, and keeps the customer’s sound', async function () {
    this.timeout(30_000);
    const media = createMedia({ customerVoice: (context) => tone(context, CUSTOMER_HZ) });
    await executeServerCommand('microphone', 'denied');
    const refused = open(media, 'refused');
    await until('the warning', () => warnings.length > 0);
    expect(warnings[0]).property('code', 'microphone');
    expect(warnings[0]!.message).match(/refused.*Allow.*silence/);
    await until('the customer', () => hears(refused.heardByAgent, CUSTOMER_HZ));
    expect(refused.levels().heardByCustomer).below(SILENT);
    await executeServerCommand('microphone', 'granted');

    const reasons: [() => Promise<MediaStream>, RegExp][] = [
      [() => Promise.reject(new DOMException('none', 'NotFoundError')), /No microphone was found\. Connect one/],
      [() => Promise.reject(new Error('broken')), /doesn’t work: broken\./],
      [() => Promise.resolve(new MediaStream()), /no audio track/],
    ];
    for (const [microphone, words] of reasons) {
      warnings.length = 0;
      const call = open(createMedia({ microphone }), 'other');
      await until('the warning', () => warnings.length > 0);
      expect(warnings[0]!.message).match(words);
      call.close();
    }

    const devices = Object.getOwnPropertyDescriptor(Navigator.prototype, 'mediaDevices')!;
    Object.defineProperty(Navigator.prototype, 'mediaDevices', { configurable: true, value: undefined });
    try {
      warnings.length = 0;
      open(media, 'insecure');
      await until('the warning', () => warnings.length > 0);
      expect(warnings[0]!.message).match(/https/);
    } finally {
      Object.defineProperty(Navigator.prototype, 'mediaDevices', devices);
    }
  });

  it('uses the browser’s microphone by default', async function () {
    this.timeout(15_000);
    const call = open(createMedia());
    await until('something at the customer', () => call.levels().heardByCustomer > 0.01);
    const { track } = call.leg.microphone;
    expect(track.getSettings().deviceId).not.equal(undefined);
    call.close();
    expect(track.readyState).equal('ended');
    expect(warnings).deep.equal([]);
  });

  it('gives every number a voice of its own that speaks and pauses', async function () {
    this.timeout(20_000);
    const media = withTones({ customerVoice: undefined });
    const call = open(media);
    await until('speech', () => call.levels().heardByAgent > 0.02);
    await until('a pause', () => call.levels().heardByAgent < SILENT);
    await until('speech again', () => call.levels().heardByAgent > 0.02);
    expect(warnings).deep.equal([]);
  });

  it('falls back to the built-in voice when the page’s own one fails', async function () {
    this.timeout(15_000);
    const customerVoice = () => {
      throw new Error('no such voice');
    };
    const call = open(withTones({ customerVoice }));
    await until('speech', () => call.levels().heardByAgent > 0.02);
    expect(warnings.map(({ message }) => message).join()).match(/no such voice/);
  });

  it('measures the connection soon and every second', async function () {
    this.timeout(15_000);
    const call = open(withTones());
    await connected(call);
    const start = performance.now();
    await until('the first sample', () => samples.length > 0);
    expect(performance.now() - start).below(1500);
    await until('three samples', () => samples.length >= 3);
    for (const { ping, jitter, loss, quality } of samples) {
      expect(ping).a('number').within(0, 1000);
      expect(jitter).a('number').within(0, 1000);
      expect(loss)
        .a('string')
        .match(/^\d+(\.\d)?$/);
      expect(quality).match(/^[a-e]$/);
    }
    call.close();
    const count = samples.length;
    await new Promise((resolve) => setTimeout(resolve, 1300)); // nothing must come, so there is nothing to wait for
    expect(samples).length(count);
  });

  it('waits for a gesture where the browser blocks sound', async function () {
    this.timeout(15_000);
    const { play } = HTMLMediaElement.prototype;
    let blocked = true;
    let audible = 0;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (blocked && !this.muted) return Promise.reject(new DOMException('no gesture', 'NotAllowedError'));
      if (!this.muted) audible++;
      return play.call(this);
    };
    try {
      const call = open(withTones());
      await until('the warning', () => warnings.length > 0);
      expect(warnings).length(1);
      expect(warnings[0]).property('code', 'media');
      expect(warnings[0]!.message).match(/Click in the page/);
      window.dispatchEvent(new Event('pointerdown'));
      blocked = false;
      window.dispatchEvent(new Event('keydown'));
      await until('playing', () => audible === 1);
      await until('the customer', () => hears(call.heardByAgent, CUSTOMER_HZ));
      window.dispatchEvent(new Event('keydown'));
      expect(audible, 'tried again after it played').equal(1);
      expect(warnings).length(1);
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
  });
});
