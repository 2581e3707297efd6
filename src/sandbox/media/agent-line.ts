/** Line of an agent in the browser: microphone, WebRTC, DTMF and quality. */
import type { AgentSound } from '../model/index.js';
import { resume } from './shared-context.js';
import { DtmfSender } from './dtmf.js';
import { tryNowOrOnGesture } from './gesture.js';
import { AgentLeg } from './agent-leg.js';
import { explainMicrophone, microphoneProblem } from './microphone.js';
import type { MediaOptions } from './options.js';
import { type MediaReporter, errorText } from './media-reporter.js';
import { BridgePort } from './bridge-port.js';
import { sampleLatency } from './stats.js';

/** The far end of the agent's WebRTC pair is the agent's port on the bridge. */
export class AgentLine extends BridgePort implements AgentSound {
  /** WebRTC pair between the agent and the bridge. */
  readonly leg: AgentLeg;
  /** Analyser of the sound that the agent receives. */
  readonly received: AnalyserNode;
  readonly #report: MediaReporter;
  readonly #dtmf: DtmfSender | undefined;

  constructor(context: AudioContext, options: MediaOptions, report: MediaReporter, controller: AbortController) {
    super(context, controller);
    const { signal } = this;
    this.#report = report;
    this.received = new AnalyserNode(context, { fftSize: 8192 });
    const onSoundError = (error: unknown) => report.soundBlocked(error);
    this.leg = new AgentLeg(context, this, this.received, signal, onSoundError);
    const { dtmf } = this.leg.sender;
    if (dtmf) this.#dtmf = new DtmfSender(dtmf, this.input, signal, (digit) => report.digit(digit));
    tryNowOrOnGesture(() => resume(context), onSoundError, signal);
    this.leg.microphone.start(this.leg.sender, options.microphone, (error) => {
      if (error === null) report.microphone(null, 'The microphone works again.');
      else report.microphone(microphoneProblem(error), explainMicrophone(error));
    });
    void this.#connect();
  }

  mute(on: boolean): void {
    this.leg.microphone.mute(on);
  }

  dtmf(digits: string): void {
    if (!this.signal.aborted) this.#tryDtmf((line) => line.send(digits));
  }

  #tryDtmf(send: (line: DtmfSender) => void): void {
    try {
      if (!this.#dtmf) throw new Error('this browser does not support DTMF');
      send(this.#dtmf);
    } catch (error) {
      this.#report.warn('media', `The digits were not sent: ${errorText(error)}.`);
    }
  }

  async #connect(): Promise<void> {
    const { signal } = this;
    try {
      await this.leg.connect();
    } catch (error) {
      this.#report.warn(
        'media',
        `The call has no sound: ${errorText(error)}. Check the computer’s network and call again.`,
      );
      return;
    }
    if (signal.aborted) return;
    sampleLatency(
      this.leg.agent,
      signal,
      (sample) => this.#report.latency(sample),
      (error) => this.#report.warn('media', `The connection can’t be measured: ${errorText(error)}.`),
    );
    await this.leg.whenFarEndReceives();
    if (this.#dtmf && !signal.aborted) this.#tryDtmf((line) => line.ready());
  }
}
