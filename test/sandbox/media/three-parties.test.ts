import { CallCentre } from '../../../src/sandbox/call-centre.js';
import { realClock } from '../../../src/sandbox/model/clock.js';
import { createMedia, type Media } from '../../../src/sandbox/media/index.js';
import type { CommandName } from '../../../src/sdk/index.js';
import { createMediaLab, type MediaLab } from '../support/media-lab.js';
import { steadily, until } from '../../support/until.js';
import {
  ABSENT,
  AGENT_HZ,
  amplitudeAt,
  AUDIBLE,
  CUSTOMER_HZ,
  earAt,
  levelAt,
  SILENT,
  THIRD_HZ,
  tone,
  toneMicrophone,
} from '../../support/tones.js';

const [X, T, C] = ['1005', '1001', '13800001111'];
const tones = { agent: AGENT_HZ, customer: CUSTOMER_HZ, third: THIRD_HZ };

/** What somebody hears: the tones of others, music, or nothing. */
type Heard = 'agent' | 'customer' | 'third' | 'music';
type Everybody = Partial<Record<'agent' | 'customer' | 'third', readonly Heard[]>>;

describe('the sound of a call with three parties', () => {
  let lab: MediaLab;
  beforeEach(() => {
    lab = createMediaLab();
  });

  for (const inPerson of [false, true]) {
    it(`gives everybody the tones of the others, in each situation, and the music: third party ${inPerson ? 'in person' : 'played'}`, async () => {
      const microphones = [AGENT_HZ];
      const media: Media = createMedia({
        microphone: () => Promise.resolve(toneMicrophone(lab.context, microphones.shift())),
        customerVoice: (context, number) => tone(context, number === C ? CUSTOMER_HZ : THIRD_HZ),
      });
      lab.opened.push({
        close: () => [...media.agents.values(), ...media.voices.values()].forEach((seat) => seat.close()),
      });
      const centre = new CallCentre({ clock: realClock, media, latency: 0 });
      const client = await TestClient.of(centre, X);
      const third = inPerson ? await TestClient.of(centre, T) : null;

      const ears = new Map<object, AnalyserNode>();
      const earOf = (number: string): AnalyserNode | undefined => {
        const line = media.agents.get(number);
        if (line) return line.received;
        const seat = media.voices.get(number);
        if (seat && !ears.has(seat)) ears.set(seat, earAt(seat.output));
        return seat && ears.get(seat);
      };
      const heard = (ear: AnalyserNode): string[] => {
        const amplitudes = Object.entries(tones).map(([name, hertz]) => ({ name, amplitude: amplitudeAt(hertz, ear) }));
        if (amplitudes.some(({ amplitude }) => amplitude > ABSENT && amplitude < AUDIBLE)) return ['unclear'];
        const found = amplitudes.filter(({ amplitude }) => amplitude >= AUDIBLE).map(({ name }) => name);
        if (found.length > 0) return found;
        return levelAt(ear) > SILENT ? ['music'] : [];
      };
      const everybody = (): string =>
        JSON.stringify(
          Object.fromEntries(
            Object.entries({ agent: X, customer: C, third: T }).flatMap(([who, number]) => {
              const ear = earOf(number);
              return ear ? [[who, heard(ear)]] : [];
            }),
          ),
        );
      let last = '';
      const hear = async (situation: string, expected: Everybody): Promise<void> => {
        const wanted = JSON.stringify(expected);
        await steadily(
          () => (last = everybody()) === wanted,
          () => `${situation}: ${wanted}, but ${last}:`,
        );
      };
      const consult = async (): Promise<void> => {
        // From after-call work; and a new line has the same voice again.
        await third?.ask('ready');
        microphones.push(THIRD_HZ);
        await client.ask('initiateConsult', { targetType: '0', target: T });
        if (third) await third.ask('answer');
        else centre.colleagueAnswers();
      };

      centre.customerCalls({ number: C, queue: 'Support' });
      await client.ask('answer');
      await hear('talk', { agent: ['customer'], customer: ['agent'] });
      await client.ask('holdCall');
      await hear('hold', { agent: [], customer: ['music'] });
      await client.ask('retrieveCall');
      await consult();
      await hear('consultation', { agent: ['third'], customer: ['music'], third: ['agent'] });
      await client.ask('retrieveConsult');
      await hear('after return', { agent: ['customer'], customer: ['agent'] });
      await consult();
      await client.ask('consultConference');
      await hear('conference', {
        agent: ['customer', 'third'],
        customer: ['agent', 'third'],
        third: ['agent', 'customer'],
      });
      await client.ask('muteCall');
      await hear('conference, muted', { agent: ['customer', 'third'], customer: ['third'], third: ['customer'] });
      await client.ask('unmute');
      if (third) await third.ask('hangup');
      else centre.colleagueHangsUp();
      await hear('after the conference', { agent: ['customer'], customer: ['agent'] });
      await consult();
      await client.ask('consultTransfer');
      await hear('after transfer', third ? { customer: ['third'], third: ['customer'] } : {});
      await third?.ask('hangup');
      await until(() => media.agents.size + media.voices.size === 0, 'silence');
    });
  }
});

/** An agent with the clock of this machine. */
class TestClient {
  private constructor(private readonly sdk: InstanceType<CallCentre['SobotClient']['agent']>) {}

  static async of(centre: CallCentre, agent: string): Promise<TestClient> {
    const client = new TestClient(new centre.SobotClient.agent());
    await new Promise<unknown>((success, error) =>
      client.sdk.initAgent({ token: 't', companyId: 'c', agent, success, error }),
    );
    await client.ask('login', { phoneType: 'webrtc', agentState: '1' });
    return client;
  }

  ask(command: CommandName, params: Record<string, unknown> = {}): Promise<unknown> {
    return new Promise((success, error) => {
      this.sdk[command]({
        ...params,
        success,
        error: (cause: unknown) => error(new Error(`${command}: ${JSON.stringify(cause)}`)),
      });
    });
  }
}
