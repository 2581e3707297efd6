import { expect } from '@open-wc/testing';
import { createMediaLab, type MediaLab, type Talk } from '../support/media-lab.js';
import { steadily, until } from '../../support/until.js';
import { AGENT_HZ, hears, SILENT, toneMicrophone } from '../../support/tones.js';

type Answer = () => Promise<MediaStream>;

describe('the microphone of a sandbox call', () => {
  let lab: MediaLab;
  let call: Talk;
  /** What the browser answers next; the last one again and again. */
  let answers: Answer[];
  let requests: number;

  const works: Answer = () => Promise.resolve(toneMicrophone(lab.context));
  const fails =
    (name: string): Answer =>
    () =>
      Promise.reject(new DOMException('', name));
  const start = (...all: Answer[]): void => {
    answers = all;
    call = lab.open(
      lab.createToneMedia({
        microphone: () => {
          requests += 1;
          return (answers.length > 1 ? answers.shift() : answers[0])!();
        },
      }),
    );
  };
  /** The browser ends the track: its device is gone, or its permission. */
  const lose = (): void => {
    const { track } = call.leg.microphone;
    track.stop();
    track.dispatchEvent(new Event('ended'));
  };
  const plug = (): void => void navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  const heard = (): Promise<unknown> => until(() => hears(call.heardByCustomer, AGENT_HZ), 'the agent');
  const reported = (problems: readonly unknown[]): Promise<unknown> =>
    until(() => lab.warnings.length >= problems.length, 'the reports').then(() =>
      expect(lab.warnings.map(({ problem }) => problem)).deep.equal(problems),
    );

  beforeEach(() => {
    lab = createMediaLab();
    requests = 0;
  });

  for (const [name, problem] of [
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
    ['OverconstrainedError', 'failed'],
    ['AbortError', 'failed'],
  ] as const) {
    it(`is taken up as soon as there is one, after ${name}`, async () => {
      start(fails(name), works);
      await reported([problem]);
      plug();
      await reported([problem, null]);
      await heard();
    });
  }

  it('is replaced by another one that is there when it is lost', async () => {
    start(works);
    await heard();
    lose();
    await reported(['missing', null]);
    await heard();
    lose();
    await reported(['missing', null, 'missing', null]);
  });

  it('is replaced by one that is connected later, and stays muted', async () => {
    start(works, fails('NotFoundError'), works);
    await heard();
    lose();
    await reported(['missing', 'missing']);
    call.mute(true);
    plug();
    await reported(['missing', 'missing', null]);
    await steadily(() => call.levels().heardByCustomer < SILENT, 'silence at the customer');
    call.mute(false);
    await heard();
  });

  it('is not opened again while it works, and not after the call', async () => {
    start(works);
    await heard();
    plug();
    expect(requests).equal(1);
    call.close();
    plug();
    expect(requests).equal(1);
  });

  it('is opened again where a device came while the browser was asked', async () => {
    let refuse = (_: unknown): void => {};
    start(() => new Promise((_, reject) => (refuse = reject)), works);
    await until(() => requests === 1, 'the request');
    plug();
    expect(requests).equal(1);
    refuse(new DOMException('', 'NotFoundError'));
    await reported(['missing', null]);
    expect(requests).equal(2);
  });
});
