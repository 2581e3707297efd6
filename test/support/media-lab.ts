import { executeServerCommand } from '@web/test-runner-commands';
import { createMedia, type AgentLine, type Media, type MediaOptions } from '../../src/sandbox/media/index.js';
import { CUSTOMER_HZ, earAt, levelAt, tone, toneMicrophone } from './tones.js';
import { until } from './until.js';

export type Sample = Parameters<Parameters<Media['openAgent']>[1]['latency']>[0];

/** Collects garbage until nobody holds the objects any more. */
export const gone = (what: string, objects: readonly WeakRef<object>[]): Promise<unknown> =>
  until(async () => {
    await executeServerCommand('cdp', { method: 'HeapProfiler.collectGarbage', params: {} });
    return objects.every((object) => !object.deref());
  }, what);

/** What the test that runs has to do with. */
export let lab: AudioContext;
export let opened: { close(): void }[];
export let warnings: { code: string; message: string }[];
export let digits: string;
export let samples: Sample[];

export const withTones = (options: MediaOptions = {}) =>
  createMedia({
    microphone: () => Promise.resolve(toneMicrophone(lab)),
    customerVoice: (context) => tone(context, CUSTOMER_HZ),
    ...options,
  });
export const events = {
  latency: (sample: Sample) => samples.push(sample),
  digit: (digit: string) => (digits += digit),
  warning: (code: string, message: string) => warnings.push({ code, message }),
};

/** An agent and a customer who hear each other, as the switch connects them; and ears at both ends. */
export class Talk {
  readonly leg: AgentLine['leg'];
  readonly heardByAgent: AnalyserNode;
  readonly heardByCustomer: AnalyserNode;
  readonly #customer;

  constructor(
    readonly line: AgentLine,
    media: Media,
    number: string,
  ) {
    this.#customer = media.openVoice(number, events);
    const seat = media.voices.get(number);
    if (!seat) throw new Error('the customer has no sound');
    this.leg = line.leg;
    this.heardByAgent = line.received;
    this.heardByCustomer = earAt(seat.output);
    this.hold(false);
  }

  levels() {
    return { heardByAgent: levelAt(this.heardByAgent), heardByCustomer: levelAt(this.heardByCustomer) };
  }

  hold(on: boolean): void {
    this.line.hear(on ? [] : [this.#customer], false);
    this.#customer.hear(on ? [] : [this.line], on);
  }

  mute(on: boolean): void {
    this.line.mute(on);
  }

  dtmf(keys: string): void {
    this.line.dtmf(keys);
  }

  close(): void {
    this.line.close();
    this.#customer.close();
  }
}

export function open(media: Media, agent = '1005', number = '13512345678'): Talk {
  media.openAgent(agent, events);
  const line = media.agents.get(agent);
  if (!line) throw new Error('the agent has no sound');
  const talk = new Talk(line, media, number);
  opened.push(talk);
  return talk;
}

export const connected = ({ leg }: Talk) =>
  until(() => leg.agent.connectionState === 'connected' && leg.network.connectionState === 'connected', 'connected');

/** For each test of a block a laboratory, and no call left after it. */
export function laboratory(): void {
  beforeEach(() => {
    lab = new AudioContext();
    opened = [];
    warnings = [];
    digits = '';
    samples = [];
  });
  afterEach(async () => {
    for (const call of opened) call.close();
    await lab.close();
  });
}
