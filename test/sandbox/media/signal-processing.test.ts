import { expect } from '@open-wc/testing';
import { KeyDetector, keyIn } from '../../../src/sandbox/media/key-detector.js';
import { SAMPLE_RATE_HZ } from '../../../src/sandbox/media/loop.js';
import { musicSamples } from '../../../src/sandbox/media/music.js';
import { QUALITY_TABLE, qualityOf, type LatencySample, sampleLatency } from '../../../src/sandbox/media/stats.js';
import { speechSamples } from '../../../src/sandbox/media/voice.js';

const RATE = 48_000;
const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477, 1633];
const KEYS = '123A456B789C*0#D';

const silence = (ms: number) => new Float32Array((RATE * ms) / 1000);
const press = (key: string, ms: number, level = 0.1, twist = 1) =>
  silence(ms).map((_, i) => {
    const at = KEYS.indexOf(key);
    const low = Math.sin((2 * Math.PI * ROWS[at >> 2]! * i) / RATE);
    const high = Math.sin((2 * Math.PI * COLUMNS[at & 3]! * i) / RATE);
    return level * (low + twist * high);
  });
const joined = (parts: Float32Array[]) => Float32Array.from(parts.flatMap((part) => [...part]));

function detect(samples: Float32Array, chunk = samples.length, rate = RATE): string {
  let heard = '';
  const detector = new KeyDetector(rate, (key) => (heard += key));
  for (let at = 0; at < samples.length; at += chunk) detector.feed(samples.subarray(at, at + chunk));
  return heard;
}

describe('the DTMF detector', () => {
  it('knows all sixteen keys, in chunks of any size', () => {
    const all = joined([...KEYS].flatMap((key) => [silence(70), press(key, 80)]));
    for (const chunk of [100, 1024, 4410, all.length]) expect(detect(all, chunk)).equal(KEYS);
  });

  it('tells a long press from two short ones', () => {
    expect(detect(joined([press('5', 1000)]))).equal('5');
    expect(detect(joined([press('5', 80), silence(70), press('5', 80)]))).equal('55');
  });

  it('survives a click inside a tone, and hears faint and uneven tones', () => {
    expect(detect(joined([press('7', 60), silence(5), press('7', 60)]))).equal('7');
    expect(detect(press('9', 80, 0.01))).equal('9');
    expect(detect(press('9', 80, 0.1, 0.5))).equal('9');
  });

  it('takes neither silence, one tone, speech nor music for a key', () => {
    expect(keyIn(silence(26), RATE)).equal('');
    expect(detect(press('9', 200, 0.1, 0))).equal('');
    expect(detect(speechSamples('13512345678'), 1024, SAMPLE_RATE_HZ)).equal('');
    expect(detect(musicSamples(), 1024, SAMPLE_RATE_HZ)).equal('');
  });
});

describe('the generated sounds', () => {
  const peak = (samples: Float32Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const quietPart = (samples: Float32Array) =>
    samples.filter((sample) => Math.abs(sample) < 1e-4).length / samples.length;

  it('has one voice for one number, quiet and with pauses', () => {
    const numbers = ['13512345678', '13512345679', '+6561234567', ''];
    const voices = numbers.map((number) => speechSamples(number));
    for (const voice of voices) {
      expect(peak(voice)).within(0.1, 0.5);
      expect(quietPart(voice)).within(0.2, 0.8);
    }
    expect(speechSamples(numbers[0]!)).deep.equal(voices[0]);
    expect(new Set(voices.map((voice) => voice.slice(8000, 8100).join())).size).equal(numbers.length);
  });

  it('has music without a break or a seam', () => {
    const music = musicSamples();
    expect(peak(music)).within(0.1, 0.5);
    expect(Math.abs(music[0]! - music.at(-1)!)).below(0.03);
    for (let at = 0; at < music.length; at += SAMPLE_RATE_HZ) {
      expect(peak(music.slice(at, at + SAMPLE_RATE_HZ))).above(0.02);
    }
  });
});

describe('the quality of a connection', () => {
  it('is the letter of its worst figure', () => {
    for (const { quality, ...most } of QUALITY_TABLE) expect(qualityOf(most)).equal(quality);
    expect(qualityOf({ ping: 0, jitter: 0, loss: 0 })).equal('e');
    expect(qualityOf({ ping: 20, jitter: 2, loss: 4 })).equal('c');
    expect(qualityOf({ ping: 20, jitter: 100, loss: 0 })).equal('b');
    expect(qualityOf({ ping: 2000, jitter: 2, loss: 0 })).equal('a');
  });

  it('is read from the statistics', async () => {
    const pair = { type: 'candidate-pair', state: 'succeeded', nominated: true, currentRoundTripTime: 0.0421 };
    const inbound = { type: 'inbound-rtp', kind: 'audio', jitter: 0.00234, packetsLost: 2, packetsReceived: 98 };
    const reports = [
      [
        { ...pair, currentRoundTripTime: undefined },
        { ...inbound, packetsLost: 0 },
      ],
      [pair, { ...inbound, packetsLost: 1, packetsReceived: 147 }],
      [
        { ...pair, state: 'in-progress' },
        { ...inbound, packetsReceived: 200 },
      ],
      [],
    ];
    const connection = {
      connectionState: 'connected',
      getStats: () => {
        const report = reports.shift();
        return report ? Promise.resolve(new Map(Object.entries(report))) : Promise.reject(new Error('no statistics'));
      },
    };
    const samples: LatencySample[] = [];
    const ending = new AbortController();
    const trouble = await new Promise((resolve) => {
      const tell = (sample: LatencySample) => {
        samples.push(sample);
        if (samples.length === 2) connection.connectionState = 'disconnected';
      };
      sampleLatency(connection as unknown as RTCPeerConnection, ending.signal, tell, resolve, 1);
    });
    ending.abort();
    expect(samples).deep.equal([
      { ping: 42, jitter: 2.3, loss: '2', quality: 'd' },
      { ping: 42, jitter: 2.3, loss: '1.9', quality: 'd' },
      { ping: 42, jitter: 0, loss: '0', quality: 'a' },
    ]);
    expect(trouble).property('message', 'no statistics');
  });
});
