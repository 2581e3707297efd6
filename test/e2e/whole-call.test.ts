import { expect } from '@open-wc/testing';
import '../../elements/sobot-agent.js';
import '../../elements/sobot-softphone.js';
import type { SobotSoftphone } from '../../elements/sobot-softphone.js';
import { CallCentre } from '../../src/sandbox/index.js';
import { createMedia, type Media, type SoundCall } from '../../src/sandbox/media/index.js';
import { clear, Ear, place } from '../support/agent.js';
import { control, controlName, controls } from '../support/softphone.js';

const AGENT_HZ = 440;
const CUSTOMER_HZ = 660;
const SILENT = 0.002;
const AUDIBLE = 0.05;

/** Until it is so; then once more after a while, that it was no chance. */
async function until<T>(what: string, probe: () => T, seconds = 8): Promise<NonNullable<T>> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const value = probe();
    if (value) return value;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${seconds} seconds`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function steadily(what: string, probe: () => boolean, ms = 400): Promise<void> {
  let since = performance.now();
  await until(what, () => {
    if (!probe()) since = performance.now();
    return performance.now() - since > ms;
  });
}

/** How loud one tone is in what is heard just now: its share of a window of sound. */
function loudness(frequency: number, ear: AnalyserNode): number {
  const samples = new Float32Array(ear.fftSize);
  ear.getFloatTimeDomainData(samples);
  const step = (2 * Math.PI * frequency) / ear.context.sampleRate;
  let [real, imaginary] = [0, 0];
  samples.forEach((sample, i) => {
    const windowed = sample * (1 - Math.cos((2 * Math.PI * i) / samples.length));
    real += windowed * Math.cos(step * i);
    imaginary += windowed * Math.sin(step * i);
  });
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

/** The whole job, as an agent does it: by the names of what is on the screen, with real sound on both ends. */
describe('A whole call in the softphone, on the sandbox', () => {
  let lab: AudioContext;
  let media: Media;
  let centre: CallCentre;
  let softphone: SobotSoftphone;
  let ear: Ear;

  const tone = (context: BaseAudioContext, frequency: number): AudioNode => {
    const oscillator = new OscillatorNode(context, { frequency });
    const quieter = new GainNode(context, { gain: 0.5 });
    oscillator.connect(quieter);
    oscillator.start();
    return quieter;
  };
  const microphone = (): Promise<MediaStream> => {
    const destination = lab.createMediaStreamDestination();
    tone(lab, AGENT_HZ).connect(destination);
    return Promise.resolve(destination.stream);
  };
  const sound = (): SoundCall => {
    const [call] = media.calls.values();
    if (!call) throw new Error('there is no call to listen to');
    return call;
  };
  const atCustomer = (): number => loudness(AGENT_HZ, sound().heardByCustomer);
  const atAgent = (): number => loudness(CUSTOMER_HZ, sound().heardByAgent);

  const there = (name: string): boolean =>
    controls(softphone).some((each) => controlName(each) === name && each.getAttribute('aria-disabled') !== 'true');
  const press = async (name: string): Promise<void> => {
    await until(`"${name}"`, () => there(name));
    control(softphone, name).click();
  };
  const type = async (name: string, text: string): Promise<void> => {
    await until(`"${name}"`, () => there(name));
    const field = control(softphone, name) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const bothHear = async (): Promise<void> => {
    await until('the agent’s tone at the customer', () => atCustomer() > AUDIBLE);
    await until('the customer’s tone at the agent', () => atAgent() > AUDIBLE);
  };

  beforeEach(async () => {
    lab = new AudioContext();
    media = createMedia({ microphone, customerVoice: (context) => tone(context, CUSTOMER_HZ) });
    centre = new CallCentre({ media, wrapUpSeconds: 30 });
    ear = new Ear();
    const agent = place({ sdk: centre.SobotClient, sandbox: true });
    softphone = document.createElement('sobot-softphone');
    agent.append(softphone);
    await press('Log in');
    await until('ready', () => there('Status: Ready'));
  });
  afterEach(async () => {
    ear.close();
    clear();
    for (const call of media.calls.values()) call.close();
    await lab.close();
  });

  it('dialled: heard both ways, muted, held, digits, wrapped up', async function () {
    this.timeout(60_000);
    await type('Phone number', '555 0100');
    await press('Call');
    await until('the call', () => there('Hang up'));
    await until('talking', () => there('Hold') && media.calls.size === 1);
    await bothHear();
    expect(loudness(CUSTOMER_HZ, sound().heardByCustomer), 'the customer hears itself').to.be.below(0.01);
    expect(loudness(AGENT_HZ, sound().heardByAgent), 'the agent hears itself').to.be.below(0.01);

    await press('Mute');
    await until('muted', () => there('Unmute'));
    await steadily('silence at the customer', () => sound().levels().heardByCustomer < SILENT);
    expect(atAgent(), 'the muted agent still hears').to.be.above(AUDIBLE);
    await press('Unmute');
    await bothHear();

    await press('Hold');
    await until('held', () => there('Resume'));
    await steadily('silence at the agent', () => sound().levels().heardByAgent < SILENT);
    await steadily(
      'music, and no agent, at the customer',
      () => sound().levels().heardByCustomer > 0.01 && atCustomer() < 0.01,
    );
    await press('Resume');
    await until('back', () => there('Hold'));
    await bothHear();

    await press('Notes');
    await type('Notes', 'wants a call back');
    const call = sound();
    await press('Hang up');
    await until('wrap-up', () => there('Finish'));
    expect(media.calls.size).to.equal(0);
    expect(call.leg.agent.connectionState).to.equal('closed');
    await press('Finish');
    await until('the dialler', () => there('Call'));

    for (const name of ['sobot-call-started', 'sobot-call-connected', 'sobot-call-ended', 'sobot-wrap-up-done']) {
      expect(ear.of(name), name).to.have.length(1);
    }
    const [{ call: summary, notes }] = ear.of('sobot-wrap-up-done');
    expect(notes).to.equal('wants a call back');
    expect(summary).to.include({ type: 'outbound', number: '5550100' });
    expect(summary.endedAt - summary.connectedAt).to.be.above(0);
    expect(ear.of('sobot-command-error')).to.deep.equal([]);
    expect(ear.warnings).to.deep.equal([]);
  });

  it('answered: heard both ways, until the customer hangs up', async function () {
    this.timeout(30_000);
    centre.customerCalls({ number: '13512345678', queue: 'Sales' });
    await press('Answer');
    await until('talking', () => there('Hold') && media.calls.size === 1);
    await bothHear();
    centre.customerHangsUp();
    await press('Finish and set busy');
    await until('busy', () => there('Status: Do not disturb') || there('Status: Break'));
    expect(ear.of('sobot-call-ended')).to.have.length(1);
    expect(media.calls.size).to.equal(0);
  });

  it('declined: the phone is free again', async function () {
    this.timeout(15_000);
    centre.customerCalls({ number: '13512345678' });
    await press('Decline');
    await until('the dialler', () => there('Call'));
    expect(ear.of('sobot-call-ended')).to.have.length(1);
    expect(ear.of('sobot-call-connected')).to.deep.equal([]);
    expect(ear.of('sobot-wrap-up-done')).to.deep.equal([]);
  });
});
