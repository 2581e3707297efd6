import type { LatencyMessage } from '../../sdk/index.js';
import type { Faults, QualityLetter } from '../model/faults.js';
import type { AgentSound, MediaPort, PartySound } from '../model/media-port.js';
import type { Agent } from '../model/agent.js';
import type { MessageBus } from './message-bus.js';
import type { Call, Party } from '../model/call.js';
import type { Random } from '../model/random.js';

type Sample = Pick<LatencyMessage, 'ping' | 'jitter' | 'loss' | 'quality'>;

const SAMPLE_INTERVAL_MS = 3000;

/** What a connection of that letter measures. */
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

/** Closes what nobody speaks of any more. */
function closeUnused(kept: ReadonlyMap<PartySound, unknown>, sounds: Map<unknown, PartySound>): void {
  for (const [key, sound] of sounds) if (!kept.has(sound) && sounds.delete(key)) sound.close();
}

/**
 * Who hears whom: all who talk in a call hear each other, whoever is alone in it hears music, and who has put it on hold
 * hears nothing. It follows from the calls after every change, so there is no sound without a leg. An agent has one line
 * for all legs: real for the web page, samples only for the SIP phone, none for the phone.
 */
export class SoundRouter {
  readonly #lines = new Map<Agent, AgentSound>();
  readonly #voices = new Map<Party, PartySound>();

  constructor(
    private readonly bus: MessageBus,
    private readonly random: Random,
    private readonly faults: Faults,
    private readonly media: MediaPort | null,
    private readonly active: ReadonlyMap<string, Call>,
  ) {
    bus.onSettle(() => this.#update());
  }

  dtmf(agent: Agent, digits: string): void {
    this.#lines.get(agent)?.dtmf(digits);
  }

  #update(): void {
    const heard = new Map<PartySound, { others: PartySound[]; music: boolean }>();
    for (const { parties } of this.active.values()) {
      const answered = parties.filter(({ answeredAt }) => answeredAt !== null);
      const listened = answered.some(({ agent }) => agent && !agent.isSimulated && usesWebRtc(agent));
      const sounds = answered.map((party) => ({
        sound: this.#soundOf(party, listened),
        talks: party.state === 'Talk',
      }));
      const talking = sounds.filter(({ talks }) => talks).map(({ sound }) => sound);
      for (const { sound, talks } of sounds) {
        const others = talks ? talking.filter((other) => other !== sound) : [];
        const before = heard.get(sound) ?? { others: [], music: false };
        heard.set(sound, {
          others: [...before.others, ...others],
          music: before.music || (talks && talking.length === 1),
        });
      }
    }
    closeUnused(heard, this.#lines);
    closeUnused(heard, this.#voices);
    for (const [sound, { others, music }] of heard) sound.hear(others, music);
    for (const [agent, line] of this.#lines) line.mute(agent.muted);
  }

  #soundOf(party: Party, listened: boolean): PartySound {
    const { agent } = party;
    if (agent && !agent.isSimulated) return getOrCreate(this.#lines, agent, () => this.#openLine(agent));
    return listened ? getOrCreate(this.#voices, party, () => this.#openVoice(party)) : silentSound;
  }

  #openVoice({ number, call }: Party): PartySound {
    const warning = (code: string, message: string): void =>
      this.bus.run(() => {
        for (const { agent } of call.parties) if (agent) this.bus.send(agent, 'SandboxWarning', { code, message }, 0);
      });
    return this.media?.openVoice(number, { warning }) ?? silentSound;
  }

  #openLine(agent: Agent): AgentSound {
    if (agent.phoneType === 'sip') return this.#simulateSamples(agent);
    if (!this.media || !usesWebRtc(agent)) return silentSound;
    const whileOn = (change: () => void): void => {
      if (agent.legs.length > 0) this.bus.run(change);
    };
    return this.media.openAgent(agent.dn, {
      latency: (sample) => whileOn(() => this.#sendSample(agent, sample)),
      digit: (digit) =>
        whileOn(() => {
          const call = agent.legs.at(-1)?.call;
          if (call) call.receivedDigits += digit;
        }),
      warning: (code, message) => whileOn(() => this.bus.send(agent, 'SandboxWarning', { code, message }, 0)),
    });
  }

  #simulateSamples(agent: Agent): AgentSound {
    let cancel = (): void => {};
    const next = (): void => {
      cancel = this.bus.after(SAMPLE_INTERVAL_MS, () => {
        const bad = this.random.next() < 0.1;
        this.#sendSample(agent, {
          ping: this.random.integer(18, 60) + (bad ? 120 : 0),
          jitter: this.random.integer(1, 8) + (bad ? 15 : 0),
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
    const { garble } = this.faults;
    this.bus.send(agent, 'EventJanusLatency', { ...(garble ? qualitySamples[garble] : sample) }, 0);
  }
}
