import type { CallMedia } from '../media-port.js';
import { Bridge, type Seat } from './bridge.js';
import { resume } from './context.js';
import { speakFrom } from './customer.js';
import { DtmfLine } from './dtmf.js';
import { tryNowOrOnGesture } from './gesture.js';
import { AgentLeg } from './leg.js';
import { levelOf } from './level.js';
import { explainMicrophone } from './microphone.js';
import type { MediaOptions } from './options.js';
import { type Report, textOf } from './report.js';
import { sampleLatency } from './stats.js';

/** The sound of one call: microphone, WebRTC pair, bridge, customer; and analysers to listen at both ends. */
export class SoundCall implements CallMedia {
  /** Where further parties join. */
  readonly bridge: Bridge;
  readonly agent: Seat;
  readonly customer: Seat;
  /** The WebRTC pair between the agent and the bridge. */
  readonly leg: AgentLeg;
  /** What comes out at the agent's end of the WebRTC pair. */
  readonly heardByAgent: AnalyserNode;
  /** What the bridge gives to the customer. */
  readonly heardByCustomer: AnalyserNode;
  readonly #ending: AbortController;
  readonly #report: Report;
  readonly #dtmf: DtmfLine | undefined;

  constructor(context: AudioContext, number: string, options: MediaOptions, report: Report, ending: AbortController) {
    const { signal } = ending;
    this.#ending = ending;
    this.#report = report;
    this.bridge = new Bridge(context);
    signal.addEventListener('abort', () => this.bridge.close(), { once: true });
    this.agent = this.bridge.join('agent');
    this.customer = this.bridge.join('customer');
    this.heardByAgent = new AnalyserNode(context, { fftSize: 8192 });
    this.heardByCustomer = new AnalyserNode(context, { fftSize: 8192 });
    this.customer.output.connect(this.heardByCustomer);

    const soundTrouble = (error: unknown) => report.sound(error);
    this.leg = new AgentLeg(context, this.agent, this.heardByAgent, signal, soundTrouble);
    const { dtmf } = this.leg.sender;
    if (dtmf) this.#dtmf = new DtmfLine(dtmf, this.agent.input, signal, (digit) => report.digit(digit));
    if (options.speaks?.(number) ?? true) {
      speakFrom(this.customer, context, number, signal, options.customerVoice, (error) =>
        report.warn(
          'media',
          `The page’s own voice for the customer failed, the built-in one speaks: ${textOf(error)}.`,
        ),
      );
    }
    tryNowOrOnGesture(() => resume(context), soundTrouble, signal);
    void this.#startMicrophone(options.microphone);
    void this.#connect();
  }

  /** How loud each end hears it just now, from 0 to 1 (RMS). */
  levels(): { heardByAgent: number; heardByCustomer: number } {
    return { heardByAgent: levelOf(this.heardByAgent), heardByCustomer: levelOf(this.heardByCustomer) };
  }

  hold(on: boolean): void {
    if (!this.#ending.signal.aborted) this.customer.park(on);
  }

  mute(on: boolean): void {
    this.leg.microphone.mute(on);
  }

  dtmf(digits: string): void {
    if (!this.#ending.signal.aborted) this.#tryDtmf((line) => line.send(digits));
  }

  close(): void {
    this.#ending.abort();
  }

  #tryDtmf(send: (line: DtmfLine) => void): void {
    try {
      if (!this.#dtmf) throw new Error('this browser has no DTMF');
      send(this.#dtmf);
    } catch (error) {
      this.#report.warn('media', `The digits were not sent: ${textOf(error)}.`);
    }
  }

  async #startMicrophone(supplied: MediaOptions['microphone']): Promise<void> {
    const trouble = (error: unknown) => this.#report.warn('microphone', explainMicrophone(error));
    const lost = () => trouble(new Error('it was unplugged or switched off'));
    try {
      await this.leg.microphone.start(this.leg.sender, lost, supplied);
    } catch (error) {
      trouble(error);
    }
  }

  async #connect(): Promise<void> {
    const { signal } = this.#ending;
    try {
      await this.leg.connect();
    } catch (error) {
      this.#report.warn(
        'media',
        `The call has no sound: ${textOf(error)}. Check the computer’s network and call again.`,
      );
      return;
    }
    if (signal.aborted) return;
    sampleLatency(
      this.leg.agent,
      signal,
      (sample) => this.#report.latency(sample),
      (error) => this.#report.warn('media', `The connection can’t be measured: ${textOf(error)}.`),
    );
    await this.leg.farEndListens();
    if (this.#dtmf && !signal.aborted) this.#tryDtmf((line) => line.ready());
  }
}
