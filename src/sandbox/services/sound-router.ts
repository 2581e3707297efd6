/** Sound of the calls: decides after every change which party hears which others. */
import type { LatencyMessage } from '../../sdk/index.js';
import type {
  Agent,
  AgentSound,
  Call,
  Faults,
  MediaPort,
  Party,
  PartySound,
  QualityLetter,
  Random,
} from '../model/index.js';
import type { MessageBus } from './message-bus.js';

type Sample = Pick<LatencyMessage, 'ping' | 'jitter' | 'loss' | 'quality'>;

const SAMPLE_INTERVAL_MS = 3000;

/** Figures of a connection of each quality. */
const qualitySamples: Record<QualityLetter, Sample> = {
  e: { ping: 20, jitter: 2, loss: '0', quality: 'e' },
  d: { ping: 160, jitter: 22, loss: '0.8', quality: 'd' },
  c: { ping: 420, jitter: 45, loss: '3', quality: 'c' },
  b: { ping: 800, jitter: 90, loss: '10', quality: 'b' },
  a: { ping: 2000, jitter: 300, loss: '60', quality: 'a' },
};

const silentSound: AgentSound = { hear() {}, mute() {}, dtmf() {}, close() {} };

const usesWebRtc = ({ phoneType }: Agent): boolean => phoneType === 'webrtc';

function getOrCreate<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** Closes the sounds that no call uses any more. */
function closeUnused(kept: ReadonlyMap<PartySound, unknown>, sounds: Map<unknown, PartySound>): void {
  for (const [key, sound] of sounds) if (!kept.has(sound) && sounds.delete(key)) sound.close();
}

export interface SoundRouterOptions {
  readonly bus: MessageBus;
  readonly random: Random;
  readonly faults: Faults;
  /** `null`: signalling only. */
  readonly media: MediaPort | null;
  readonly activeCalls: ReadonlyMap<string, Call>;
}

/**
 * All talking parties of a call hear each other, a party alone in it hears music, and a party that has put it on hold
 * hears nothing. An agent has one audio connection for all legs: real with the answering method `webrtc`, samples only
 * with `sip`, none with `pstn`.
 */
export class SoundRouter {
  readonly #lines = new Map<Agent, AgentSound>();
  readonly #voices = new Map<Party, PartySound>();

  constructor(private readonly options: SoundRouterOptions) {}

  dtmf(agent: Agent, digits: string): void {
    this.#lines.get(agent)?.dtmf(digits);
  }

  update(): void {
    const audible = new Map<PartySound, { others: PartySound[]; music: boolean }>();
    for (const { parties } of this.options.activeCalls.values()) {
      const answered = parties.filter(({ answeredAt }) => answeredAt !== null);
      const isAudible = answered.some(({ agent }) => agent && !agent.isSimulated && usesWebRtc(agent));
      const sounds = answered.map((party) => ({
        sound: this.#soundOf(party, isAudible),
        talks: party.state === 'Talk',
      }));
      const talking = sounds.filter(({ talks }) => talks).map(({ sound }) => sound);
      for (const { sound, talks } of sounds) {
        const others = talks ? talking.filter((other) => other !== sound) : [];
        const before = audible.get(sound) ?? { others: [], music: false };
        audible.set(sound, {
          others: [...before.others, ...others],
          music: before.music || (talks && talking.length === 1),
        });
      }
    }
    closeUnused(audible, this.#lines);
    closeUnused(audible, this.#voices);
    for (const [sound, { others, music }] of audible) sound.hear(others, music);
    for (const [agent, line] of this.#lines) line.mute(agent.muted);
  }

  #soundOf(party: Party, isAudible: boolean): PartySound {
    const { agent } = party;
    if (agent && !agent.isSimulated) return getOrCreate(this.#lines, agent, () => this.#openLine(agent));
    return isAudible ? getOrCreate(this.#voices, party, () => this.#openVoice(party)) : silentSound;
  }

  #openVoice({ number, call }: Party): PartySound {
    const warning = (code: string, message: string): void =>
      this.options.bus.run(() => {
        for (const { agent } of call.parties)
          if (agent) this.options.bus.send(agent, 'SandboxWarning', { code, message }, 0);
      });
    return this.options.media?.openVoice(number, { warning }) ?? silentSound;
  }

  #openLine(agent: Agent): AgentSound {
    if (agent.phoneType === 'sip') return this.#simulateSamples(agent);
    if (!this.options.media || !usesWebRtc(agent)) return silentSound;
    const whileOn = (change: () => void): void => {
      if (agent.legs.length > 0) this.options.bus.run(change);
    };
    return this.options.media.openAgent(agent.dn, {
      latency: (sample) => whileOn(() => this.#sendSample(agent, sample)),
      digit: (digit) =>
        whileOn(() => {
          const call = agent.legs.at(-1)?.call;
          if (call) call.receivedDigits += digit;
        }),
      warning: (code, message, problem) =>
        whileOn(() => this.options.bus.send(agent, 'SandboxWarning', { code, message, problem }, 0)),
    });
  }

  #simulateSamples(agent: Agent): AgentSound {
    let cancel = (): void => {};
    const next = (): void => {
      cancel = this.options.bus.after(SAMPLE_INTERVAL_MS, () => {
        const bad = this.options.random.next() < 0.1;
        this.#sendSample(agent, {
          ping: this.options.random.integer(18, 60) + (bad ? 120 : 0),
          jitter: this.options.random.integer(1, 8) + (bad ? 15 : 0),
          loss: bad ? '0.5' : '0',
          quality: bad ? 'd' : 'e',
        });
        next();
      });
    };
    next();
    return { ...silentSound, close: () => cancel() };
  }

  #sendSample(agent: Agent, sample: Sample): void {
    const { quality } = this.options.faults;
    this.options.bus.send(agent, 'EventJanusLatency', { ...(quality ? qualitySamples[quality] : sample) }, 0);
  }
}
