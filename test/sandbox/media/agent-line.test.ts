import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { createMedia } from '../../../src/sandbox/media/index.js';
import { connected, createMediaLab, type MediaLab } from '../support/media-lab.js';
import { steadily, until } from '../../support/until.js';
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
} from '../../support/tones.js';

describe('the sound of a sandbox call', () => {
  let lab: MediaLab;
  beforeEach(() => {
    lab = createMediaLab();
  });

  it('carries the agent to the customer and the customer to the agent', async () => {
    const call = lab.open(lab.createToneMedia());
    await until(() => hears(call.heardByCustomer, AGENT_HZ), 'the agent’s tone at the customer');
    await until(() => hears(call.heardByAgent, CUSTOMER_HZ), 'the customer’s tone at the agent');
    await until(() => call.levels().heardByCustomer > AUDIBLE, 'the agent’s full level');
    await until(() => call.levels().heardByAgent > AUDIBLE, 'the customer’s full level');
    expect(amplitudeAt(CUSTOMER_HZ, call.heardByCustomer), 'the customer hears itself').below(ABSENT);
    expect(amplitudeAt(AGENT_HZ, call.heardByAgent), 'the agent hears itself').below(ABSENT);
    expect(lab.warnings).deep.equal([]);
  });

  it('is silent at the customer while muted, and leaves the page’s own track alone', async () => {
    const stream = toneMicrophone(lab.context);
    const call = lab.open(lab.createToneMedia({ microphone: () => Promise.resolve(stream) }));
    await until(() => hears(call.heardByCustomer, AGENT_HZ), 'the tone');
    call.mute(true);
    await steadily(() => call.levels().heardByCustomer < SILENT, 'silence at the customer');
    expect(hears(call.heardByAgent, CUSTOMER_HZ), 'the agent still hears').equal(true);
    expect(stream.getAudioTracks()[0]!.enabled).equal(true);
    call.mute(false);
    await until(() => hears(call.heardByCustomer, AGENT_HZ), 'the tone again');
  });

  it('stays muted when the microphone comes late', async () => {
    let give = (_: MediaStream) => {};
    const call = lab.open(lab.createToneMedia({ microphone: () => new Promise((resolve) => (give = resolve)) }));
    await until(() => hears(call.heardByAgent, CUSTOMER_HZ), 'the customer, before any permission');
    call.mute(true);
    const silence = call.leg.microphone.track;
    give(toneMicrophone(lab.context));
    await until(() => call.leg.sender.track !== silence && call.leg.sender.track, 'the microphone');
    await steadily(() => call.levels().heardByCustomer < SILENT, 'silence at the customer');
    call.mute(false);
    await until(() => hears(call.heardByCustomer, AGENT_HZ), 'the tone');
  });

  it('plays music to the customer and nothing to the agent while held', async () => {
    const call = lab.open(lab.createToneMedia());
    await until(() => hears(call.heardByCustomer, AGENT_HZ), 'the tone');
    await until(() => hears(call.heardByAgent, CUSTOMER_HZ), 'the customer');
    call.hold(true);
    await steadily(() => call.levels().heardByAgent < SILENT, 'silence at the agent');
    await steadily(
      () => call.levels().heardByCustomer > 0.01 && amplitudeAt(AGENT_HZ, call.heardByCustomer) < ABSENT,
      'music and no agent at the customer',
    );
    call.hold(false);
    await until(() => hears(call.heardByCustomer, AGENT_HZ), 'the agent again');
    await until(() => hears(call.heardByAgent, CUSTOMER_HZ), 'the customer again');
    await steadily(() => hears(call.heardByCustomer, AGENT_HZ), 'no music left');
  });

  it('sends digits that the far end hears, whenever they are typed', async () => {
    const call = lab.open(lab.createToneMedia());
    call.mute(true);
    call.dtmf('12');
    await connected(call);
    call.dtmf('33');
    call.dtmf('#');
    await until(() => lab.digits === '1233#', 'all digits');
    call.dtmf('4567890*');
    await until(() => lab.digits === '1233#4567890*', 'the rest');
    call.dtmf('x');
    await until(() => lab.warnings.some(({ message }) => message.startsWith('The digits were not sent')), 'a warning');
  });

  it('does without a microphone, says why, and keeps the customer’s sound', async () => {
    const media = createMedia({ customerVoice: (context) => tone(context, CUSTOMER_HZ) });
    await executeServerCommand('microphone', 'denied');
    const refused = lab.open(media, 'refused');
    await until(() => lab.warnings.length > 0, 'the warning');
    expect(lab.warnings[0]).property('code', 'microphone');
    expect(lab.warnings[0]!.message).match(/refused.*Allow.*silence/);
    await until(() => hears(refused.heardByAgent, CUSTOMER_HZ), 'the customer');
    expect(refused.levels().heardByCustomer).below(SILENT);
    await executeServerCommand('microphone', 'granted');

    const reasons: [() => Promise<MediaStream>, RegExp][] = [
      [() => Promise.reject(new DOMException('none', 'NotFoundError')), /No microphone was found\. Connect one/],
      [() => Promise.reject(new Error('broken')), /doesn’t work: broken\./],
      [() => Promise.resolve(new MediaStream()), /no audio track/],
    ];
    for (const [microphone, words] of reasons) {
      lab.warnings.length = 0;
      const call = lab.open(createMedia({ microphone }), 'other');
      await until(() => lab.warnings.length > 0, 'the warning');
      expect(lab.warnings[0]!.message).match(words);
      call.close();
    }

    const devices = Object.getOwnPropertyDescriptor(Navigator.prototype, 'mediaDevices')!;
    Object.defineProperty(Navigator.prototype, 'mediaDevices', { configurable: true, value: undefined });
    try {
      lab.warnings.length = 0;
      lab.open(media, 'insecure');
      await until(() => lab.warnings.length > 0, 'the warning');
      expect(lab.warnings[0]!.message).match(/https/);
    } finally {
      Object.defineProperty(Navigator.prototype, 'mediaDevices', devices);
    }
  });

  it('uses the browser’s microphone by default', async () => {
    const call = lab.open(createMedia());
    await until(() => call.levels().heardByCustomer > 0.01, 'something at the customer');
    const { track } = call.leg.microphone;
    expect(track.getSettings().deviceId).not.equal(undefined);
    call.close();
    expect(track.readyState).equal('ended');
    expect(lab.warnings).deep.equal([]);
  });

  it('gives every number a voice of its own that speaks and pauses', async () => {
    const media = lab.createToneMedia({ customerVoice: undefined });
    const call = lab.open(media);
    await until(() => call.levels().heardByAgent > 0.02, 'speech');
    await until(() => call.levels().heardByAgent < SILENT, 'a pause');
    await until(() => call.levels().heardByAgent > 0.02, 'speech again');
    expect(lab.warnings).deep.equal([]);
  });

  it('falls back to the built-in voice when the page’s own one fails', async () => {
    const customerVoice = () => {
      throw new Error('no such voice');
    };
    const call = lab.open(lab.createToneMedia({ customerVoice }));
    await until(() => call.levels().heardByAgent > 0.02, 'speech');
    expect(lab.warnings.map(({ message }) => message).join()).match(/no such voice/);
  });

  it('measures the connection, again and again', async () => {
    const call = lab.open(lab.createToneMedia());
    await connected(call);
    await until(() => lab.samples.length >= 3, 'three samples');
    for (const { ping, jitter, loss, quality } of lab.samples) {
      expect(ping).a('number').within(0, 1000);
      expect(jitter).a('number').within(0, 1000);
      expect(loss)
        .a('string')
        .match(/^\d+(\.\d)?$/);
      expect(quality).match(/^[a-e]$/);
    }
  });

  it('waits for a gesture where the browser blocks sound', async () => {
    const { play } = HTMLMediaElement.prototype;
    let blocked = true;
    let audible = 0;
    let isPlaying = false;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (blocked && !this.muted) return Promise.reject(new DOMException('no gesture', 'NotAllowedError'));
      if (!this.muted) audible++;
      const playing = play.call(this);
      if (!this.muted) void playing.then(() => (isPlaying = true));
      return playing;
    };
    try {
      const call = lab.open(lab.createToneMedia());
      await until(() => lab.warnings.length > 0, 'the warning');
      expect(lab.warnings).length(1);
      expect(lab.warnings[0]).property('code', 'media');
      expect(lab.warnings[0]!.message).match(/Click in the page/);
      window.dispatchEvent(new Event('pointerdown'));
      blocked = false;
      window.dispatchEvent(new Event('keydown'));
      await until(() => isPlaying, 'playing');
      await until(() => hears(call.heardByAgent, CUSTOMER_HZ), 'the customer');
      window.dispatchEvent(new Event('keydown'));
      expect(audible, 'tried again after it played').equal(1);
      expect(lab.warnings).length(1);
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
  });
});
