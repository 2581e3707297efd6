import type { AgentSound, MediaEvents, MediaPort, PartySound } from '../../../src/sandbox/model/media-port.js';

/** A media port without sound that knows who would hear whom. */
export class Ears implements MediaPort {
  /** Numbers of those who have sound, and whom they hear: numbers, or "music". */
  readonly heard: Record<string, string[]> = {};
  /** What the lines were told besides. */
  readonly said: string[] = [];
  /** Of the line that was opened last. */
  events: MediaEvents | undefined;
  readonly #numbers = new Map<PartySound, string>();

  openAgent(number: string, events: MediaEvents): AgentSound {
    this.events = events;
    this.said.push(`open ${number}`);
    let muted = false;
    const line: AgentSound = {
      ...this.#party(number, () => line),
      mute: (on) => {
        if (on !== muted) this.said.push(`mute ${on}`);
        muted = on;
      },
      dtmf: (digits) => this.said.push(`dtmf ${digits}`),
    };
    return this.#add(number, line);
  }

  openVoice(number: string): PartySound {
    const voice: PartySound = this.#party(number, () => voice);
    return this.#add(number, voice);
  }

  #add<S extends PartySound>(number: string, sound: S): S {
    this.#numbers.set(sound, number);
    this.heard[number] = [];
    return sound;
  }

  #party(number: string, self: () => PartySound): PartySound {
    return {
      hear: (others, music) => {
        const numbers = others.flatMap((other) => this.#numbers.get(other) ?? []);
        this.heard[number] = [...numbers.sort(), ...(music ? ['music'] : [])];
      },
      close: () => {
        this.#numbers.delete(self());
        delete this.heard[number];
        this.said.push(`close ${number}`);
      },
    };
  }
}
