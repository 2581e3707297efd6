import type { LatencyMessage } from '../../sdk/index.js';
import type { Faults, QualityLetter } from '../faults.js';
import type { CallMedia, MediaPort } from '../media-port.js';
import type { Agent } from './agent.js';
import type { Bus } from './bus.js';
import type { Party } from './call.js';
import type { Random } from './random.js';

type Sample = Pick<LatencyMessage, 'ping' | 'jitter' | 'loss' | 'quality'>;

const SAMPLE_EVERY = 3000;

/** What a connection of that letter measures. */
const garbled: Record<QualityLetter, Sample> = {
  e: { ping: 20, jitter: 2, loss: '0', quality: 'e' },
  d: { ping: 160, jitter: 22, loss: '0.8', quality: 'd' },
  c: { ping: 420, jitter: 45, loss: '3', quality: 'c' },
  b: { ping: 800, jitter: 90, loss: '10', quality: 'b' },
  a: { ping: 2000, jitter: 300, loss: '60', quality: 'a' },
};

/** The sound of the agents' legs: real for the web page, samples only for the SIP phone, none for the phone. */
export class Sounds {
  constructor(
    private readonly bus: Bus,
    private readonly random: Random,
    private readonly faults: Faults,
    private readonly media: MediaPort | null,
  ) {}

  open(leg: Party, agent: Agent): void {
    if (agent.phoneType === 'webrtc') leg.sound = this.#real(leg, agent);
    else if (agent.phoneType === 'sip') leg.sound = this.#simulated(agent);
  }

  close(leg: Party): void {
    leg.sound?.close();
    leg.sound = null;
  }

  #real(leg: Party, agent: Agent): CallMedia | null {
    if (!this.media) return null;
    const { call } = leg;
    const whileOn = (change: () => void): void => {
      if (leg.state !== 'Idle') this.bus.act(change);
    };
    return this.media.open(
      { id: call.id, number: call.others(leg)[0]?.number ?? '' },
      {
        latency: (sample) => whileOn(() => this.#post(agent, sample)),
        digit: (digit) => whileOn(() => (call.heard += digit)),
        warning: (code, message) => whileOn(() => this.bus.post(agent, 'SandboxWarning', { code, message }, 0)),
      },
    );
  }

  #simulated(agent: Agent): CallMedia {
    let cancel = (): void => {};
    const next = (): void => {
      cancel = this.bus.after(SAMPLE_EVERY, () => {
        const bad = this.random.next() < 0.1;
        this.#post(agent, {
          ping: this.random.integer(18, 60) + (bad ? 120 : 0),
          jitter: this.random.integer(1, 8) + (bad ? 15 : 0),
          loss: bad ? '0.5' : '0',
          quality: bad ? 'd' : 'e',
        });
        next();
      });
    };
    next();
    return { hold() {}, mute() {}, dtmf() {}, close: () => cancel() };
  }

  #post(agent: Agent, sample: Sample): void {
    const { garble } = this.faults;
    this.bus.post(agent, 'EventJanusLatency', { ...(garble ? garbled[garble] : sample) }, 0);
  }
}
