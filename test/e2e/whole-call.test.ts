import { expect } from '@open-wc/testing';
import '../../elements/sobot-agent/define.js';
import '../../elements/sobot-softphone/define.js';
import type { SobotSoftphone } from '../../elements/sobot-softphone/define.js';
import { CallCentre } from '../../src/sandbox/index.js';
import { createMedia, type Media } from '../../src/sandbox/media/index.js';
import { clear, Ear, place } from '../support/agent.js';
import { steadily, until } from '../support/media-lab.js';
import { control, controlName, controls } from '../support/softphone.js';
import {
  ABSENT,
  AGENT_HZ,
  amplitudeAt,
  AUDIBLE,
  CUSTOMER_HZ,
  earAt,
  levelAt,
  SILENT,
  tone,
  toneMicrophone,
} from '../support/tones.js';

/** The whole job, as an agent does it: by the names of what is on the screen, with real sound on both ends. */
describe('A whole call in the softphone, on the sandbox', () => {
  let lab: AudioContext;
  let media: Media;
  let centre: CallCentre;
  let softphone: SobotSoftphone;
  let ear: Ear;

  const line = () => {
    const [agent] = media.agents.values();
    const [customer] = media.voices.values();
    if (!agent || !customer) throw new Error('there is no call to listen to');
    return { agent, customer };
  };
  /** Listens at both ends. */
  const listen = () => {
    const { agent, customer } = line();
    ears = { agent: agent.ear, customer: earAt(customer.output) };
  };
  let ears: { agent: AnalyserNode; customer: AnalyserNode };
  const atCustomer = (): number => amplitudeAt(AGENT_HZ, ears.customer);
  const atAgent = (): number => amplitudeAt(CUSTOMER_HZ, ears.agent);

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
    media = createMedia({
      microphone: () => Promise.resolve(toneMicrophone(lab)),
      customerVoice: (context) => tone(context, CUSTOMER_HZ),
    });
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
    for (const seat of [...media.agents.values(), ...media.voices.values()]) seat.close();
    await lab.close();
  });

  it('dialled: heard both ways, muted, held, digits, wrapped up', async function () {
    this.timeout(60_000);
    await type('Phone number', '555 0100');
    await press('Call');
    await until('the call', () => there('Hang up'));
    await until('talking', () => there('Hold') && media.agents.size === 1);
    listen();
    await bothHear();
    expect(amplitudeAt(CUSTOMER_HZ, ears.customer), 'the customer hears itself').to.be.below(ABSENT);
    expect(amplitudeAt(AGENT_HZ, ears.agent), 'the agent hears itself').to.be.below(ABSENT);

    await press('Mute');
    await until('muted', () => there('Unmute'));
    await steadily('silence at the customer', () => levelAt(ears.customer) < SILENT);
    expect(atAgent(), 'the muted agent still hears').to.be.above(AUDIBLE);
    await press('Unmute');
    await bothHear();

    await press('Hold');
    await until('held', () => there('Resume'));
    await steadily('silence at the agent', () => levelAt(ears.agent) < SILENT);
    await steadily(
      'music, and no agent, at the customer',
      () => levelAt(ears.customer) > 0.01 && atCustomer() < ABSENT,
    );
    await press('Resume');
    await until('back', () => there('Hold'));
    await bothHear();

    await press('Notes');
    await type('Notes', 'wants a call back');
    const { agent: ended } = line();
    await press('Hang up');
    await until('wrap-up', () => there('Finish'));
    expect(media.agents.size).to.equal(0);
    expect(ended.leg.agent.connectionState).to.equal('closed');
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
    await until('talking', () => there('Hold') && media.agents.size === 1);
    listen();
    await bothHear();
    centre.customerHangsUp();
    await press('Finish and set busy');
    await until('busy', () => there('Status: Do not disturb') || there('Status: Break'));
    expect(ear.of('sobot-call-ended')).to.have.length(1);
    expect(media.agents.size).to.equal(0);
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
