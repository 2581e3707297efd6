import { executeServerCommand } from '@web/test-runner-commands';
import { createMedia, type AgentLine, type Media, type MediaOptions } from '../../../src/sandbox/media/index.js';
import { CUSTOMER_HZ, earAt, levelAt, tone, toneMicrophone } from '../../support/tones.js';
import { onCleanup } from '../../support/cleanup.js';
import { until } from '../../support/until.js';

type MediaEvents = Parameters<Media['openAgent']>[1];
type Sample = Parameters<MediaEvents['latency']>[0];

/** Collects garbage until nobody holds the objects any more. */
export const gone = (what: string, objects: readonly WeakRef<object>[]): Promise<unknown> =>
  until(async () => {
    await executeServerCommand('cdp', { method: 'HeapProfiler.collectGarbage', params: {} });
    return objects.every((object) => !object.deref());
  }, what);

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
    events: MediaEvents,
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

export const connected = ({ leg }: Talk) =>
  until(() => leg.agent.connectionState === 'connected' && leg.network.connectionState === 'connected', 'connected');

/** An audio context, and what the media of a sandbox report to the test. It ends with the test. */
export class MediaLab {
  readonly context = new AudioContext();
  /** Calls to close after the test. */
  readonly opened: { close(): void }[] = [];
  readonly warnings: { code: string; message: string; problem?: string | null | undefined }[] = [];
  readonly samples: Sample[] = [];
  /** The digits that the far end has heard. */
  digits = '';
  readonly events: MediaEvents = {
    latency: (sample) => this.samples.push(sample),
    digit: (digit) => (this.digits += digit),
    warning: (code, message, problem) => this.warnings.push({ code, message, problem }),
  };

  constructor() {
    onCleanup(async () => {
      for (const call of this.opened) call.close();
      await this.context.close();
    });
  }

  /** Creates media whose agent and customer are heard as a tone each. */
  createToneMedia(options: MediaOptions = {}): Media {
    return createMedia({
      microphone: () => Promise.resolve(toneMicrophone(this.context)),
      customerVoice: (context) => tone(context, CUSTOMER_HZ),
      ...options,
    });
  }

  /** Connects an agent to a customer. */
  open(media: Media, agent = '1005', number = '13512345678'): Talk {
    media.openAgent(agent, this.events);
    const line = media.agents.get(agent);
    if (!line) throw new Error('the agent has no sound');
    const talk = new Talk(line, media, number, this.events);
    this.opened.push(talk);
    return talk;
  }
}

export const createMediaLab = (): MediaLab => new MediaLab();
