import type { AgentSound } from '../model/media-port.js';
import { resume } from './shared-context.js';
import { DtmfLine } from './dtmf.js';
import { tryNowOrOnGesture } from './gesture.js';
import { AgentLeg } from './agent-leg.js';
import { explainMicrophone } from './microphone.js';
import type { MediaOptions } from './options.js';
import { type Report, textOf } from './media-reporter.js';
import { Seat } from './bridge-port.js';
import { sampleLatency } from './stats.js';

/** The sound of an agent: microphone, WebRTC pair, and the seat where its far end meets the others. */
export class AgentLine extends Seat implements AgentSound {
  /** The WebRTC pair between the agent and the seat. */
  readonly leg: AgentLeg;
  /** Listens at the agent's end of the WebRTC pair. */
  readonly ear: AnalyserNode;
  readonly #report: Report;
  readonly #dtmf: DtmfLine | undefined;

  constructor(context: AudioContext, options: MediaOptions, report: Report, ending: AbortController) {
    super(context, ending);
    const { signal } = this;
    this.#report = report;
    this.ear = new AnalyserNode(context, { fftSize: 8192 });
    const soundTrouble = (error: unknown) => report.sound(error);
    this.leg = new AgentLeg(context, this, this.ear, signal, soundTrouble);
    const { dtmf } = this.leg.sender;
    if (dtmf) this.#dtmf = new DtmfLine(dtmf, this.input, signal, (digit) => report.digit(digit));
    tryNowOrOnGesture(() => resume(context), soundTrouble, signal);
    void this.#startMicrophone(options.microphone);
    void this.#connect();
  }

  mute(on: boolean): void {
    this.leg.microphone.mute(on);
  }

  dtmf(digits: string): void {
    if (!this.signal.aborted) this.#tryDtmf((line) => line.send(digits));
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
    const { signal } = this;
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
