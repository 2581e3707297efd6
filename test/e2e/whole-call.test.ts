import { expect } from '@open-wc/testing';
import '../../elements/sobot-agent/define.js';
import '../../elements/sobot-softphone/define.js';
import type { SobotSoftphone } from '../../elements/sobot-softphone/define.js';
import { CallCentre } from '../../src/sandbox/index.js';
import { createMedia, type Media } from '../../src/sandbox/media/index.js';
import { EventRecorder } from '../support/event-recorder.js';
import { mountAgent } from '../support/agent-fixture.js';
import { onCleanup } from '../support/cleanup.js';
import { steadily, until } from '../support/until.js';
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
  let events: EventRecorder;

  const line = () => {
    const [agent] = media.agents.values();
    const [customer] = media.voices.values();
    if (!agent || !customer) throw new Error('there is no call to listen to');
    return { agent, customer };
  };
  /** Listens at both ends. */
  const listen = () => {
    const { agent, customer } = line();
    ears = { agent: agent.received, customer: earAt(customer.output) };
  };
  let ears: { agent: AnalyserNode; customer: AnalyserNode };
  const atCustomer = (): number => amplitudeAt(AGENT_HZ, ears.customer);
  const atAgent = (): number => amplitudeAt(CUSTOMER_HZ, ears.agent);

  const there = (name: string): boolean =>
    controls(softphone).some((each) => controlName(each) === name && each.getAttribute('aria-disabled') !== 'true');
  const press = async (name: string): Promise<void> => {
    await until(() => there(name), `"${name}"`);
    control(softphone, name).click();
  };
  const type = async (name: string, text: string): Promise<void> => {
    await until(() => there(name), `"${name}"`);
    const field = control(softphone, name) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const bothHear = async (): Promise<void> => {
    await until(() => atCustomer() > AUDIBLE, 'the agent’s tone at the customer');
    await until(() => atAgent() > AUDIBLE, 'the customer’s tone at the agent');
  };

  beforeEach(async () => {
    lab = new AudioContext();
    media = createMedia({
      microphone: () => Promise.resolve(toneMicrophone(lab)),
      customerVoice: (context) => tone(context, CUSTOMER_HZ),
    });
    // Runs after the agent has left the page, because it is registered before the agent.
    onCleanup(async () => {
      for (const seat of [...media.agents.values(), ...media.voices.values()]) seat.close();
      await lab.close();
    });
    centre = new CallCentre({ media, wrapUpSeconds: 30 });
    events = new EventRecorder();
    const agent = mountAgent({ sdk: centre.SobotClient, sandbox: true });
    softphone = document.createElement('sobot-softphone');
    agent.append(softphone);
    await press('Log in');
    await until(() => there('Status: Ready'), 'ready');
  });

  it('dialled: heard both ways, muted, held, digits, wrapped up', async () => {
    await type('Phone number', '555 0100');
    await press('Call');
    await until(() => there('Hang up'), 'the call');
    await until(() => there('Hold') && media.agents.size === 1, 'talking');
    listen();
    await bothHear();
    expect(amplitudeAt(CUSTOMER_HZ, ears.customer), 'the customer hears itself').to.be.below(ABSENT);
    expect(amplitudeAt(AGENT_HZ, ears.agent), 'the agent hears itself').to.be.below(ABSENT);

    await press('Mute');
    await until(() => there('Unmute'), 'muted');
    await steadily(() => levelAt(ears.customer) < SILENT, 'silence at the customer');
    expect(atAgent(), 'the muted agent still hears').to.be.above(AUDIBLE);
    await press('Unmute');
    await bothHear();

    await press('Hold');
    await until(() => there('Resume'), 'held');
    await steadily(() => levelAt(ears.agent) < SILENT, 'silence at the agent');
    await steadily(
      () => levelAt(ears.customer) > 0.01 && atCustomer() < ABSENT,
      'music, and no agent, at the customer',
    );
    await press('Resume');
    await until(() => there('Hold'), 'back');
    await bothHear();

    await press('Notes');
    await type('Notes', 'wants a call back');
    const { agent: ended } = line();
    await press('Hang up');
    await until(() => there('Finish'), 'wrap-up');
    expect(media.agents.size).to.equal(0);
    expect(ended.leg.agent.connectionState).to.equal('closed');
    await press('Finish');
    await until(() => there('Call'), 'the dialler');

    for (const name of ['sobot-call-started', 'sobot-call-connected', 'sobot-call-ended', 'sobot-wrap-up-done']) {
      expect(events.of(name), name).to.have.length(1);
    }
    const [{ call: summary, notes }] = events.of('sobot-wrap-up-done');
    expect(notes).to.equal('wants a call back');
    expect(summary).to.include({ type: 'outbound', number: '5550100' });
    expect(summary.endedAt - summary.connectedAt).to.be.above(0);
    expect(events.of('sobot-command-error')).to.deep.equal([]);
    expect(events.warnings).to.deep.equal([]);
  });

  it('answered: heard both ways, until the customer hangs up', async () => {
    centre.customerCalls({ number: '13512345678', queue: 'Sales' });
    await press('Answer');
    await until(() => there('Hold') && media.agents.size === 1, 'talking');
    listen();
    await bothHear();
    centre.customerHangsUp();
    await press('Finish and set busy');
    await until(() => there('Status: Do not disturb') || there('Status: Break'), 'busy');
    expect(events.of('sobot-call-ended')).to.have.length(1);
    expect(media.agents.size).to.equal(0);
  });

  it('declined: the phone is free again', async () => {
    centre.customerCalls({ number: '13512345678' });
    await press('Decline');
    await until(() => there('Call'), 'the dialler');
    expect(events.of('sobot-call-ended')).to.have.length(1);
    expect(events.of('sobot-call-connected')).to.deep.equal([]);
    expect(events.of('sobot-wrap-up-done')).to.deep.equal([]);
  });
});
