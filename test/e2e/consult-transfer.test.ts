import { expect } from '@open-wc/testing';
import '../../elements/sobot-agent/define.js';
import '../../elements/sobot-softphone/define.js';
import type { SobotAgent } from '../../elements/sobot-agent/define.js';
import type { SobotSoftphone } from '../../elements/sobot-softphone/define.js';
import { CallCentre } from '../../src/sandbox/index.js';
import { EventRecorder } from '../support/event-recorder.js';
import { mountAgent } from '../support/agent-fixture.js';
import { textOf } from '../support/element-fixture.js';
import { until } from '../support/until.js';
import { control, controlName, controls } from '../support/softphone.js';

const CUSTOMER = '13512345678';

/** With three parties, as agents do it: by the names of what is on the screen, on the embedded call centre. */
describe('Transfer, consultation and conference in the softphone, on the sandbox', () => {
  let centre: CallCentre;
  let agent: SobotAgent;
  let softphone: SobotSoftphone;
  let events: EventRecorder;

  const there = (name: string): boolean =>
    controls(softphone).some((each) => controlName(each) === name && each.getAttribute('aria-disabled') !== 'true');
  const press = async (name: string): Promise<void> => {
    await until(() => there(name), `"${name}"`);
    control(softphone, name).click();
  };
  const row = (name: string): HTMLElement | undefined =>
    controls(softphone, '[role="option"]').find((each) => textOf(each).includes(name));
  const choose = async (name: string): Promise<void> => (await until(() => row(name), `the row "${name}"`)).click();
  const type = async (name: string, text: string): Promise<void> => {
    await until(() => there(name), `"${name}"`);
    const field = control(softphone, name) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const is = (call: string, consult: string): Promise<boolean> =>
    until(
      () => agent.getAttribute('call') === call && agent.getAttribute('consult') === consult,
      `${call}, ${consult}`,
    );
  /** Work number or number of everybody who is in a call, with the state of each. */
  const talk = (): string[] =>
    centre
      .snapshot()
      .calls.flatMap(({ parties }) => parties)
      .map((party) => `${party.agentID || party.number} ${party.state}`)
      .sort();
  const consult = async (name: string): Promise<void> => {
    await press('Consult');
    await choose(name);
    await until(() => there('Cancel consult'), '"Cancel consult"');
    await is('held', 'dialing');
  };
  const consulted = async (name: string, number: string): Promise<void> => {
    await consult(name);
    expect(centre.colleagueAnswers(number)).to.be.true;
    await is('held', 'talking');
    await until(() => there('Return to caller'), 'the answer on the screen');
  };
  /** The call is over, once, and the agent is ready for the next one. */
  const wrapsUp = async (): Promise<void> => {
    await press('Finish');
    await until(() => there('Call'), 'the dialler');
    expect(events.of('sobot-wrap-up-done')).to.have.length(1);
    expect(events.of('sobot-wrap-up-done')[0].call).to.include({ number: CUSTOMER, type: 'inbound' });
    expect(events.warnings).to.deep.equal([]);
    expect(events.errors).to.deep.equal([]);
  };

  beforeEach(async () => {
    centre = new CallCentre({ latency: 5, wrapUpSeconds: 60 });
    events = new EventRecorder();
    agent = mountAgent({ sdk: centre.SobotClient, sandbox: true });
    softphone = document.createElement('sobot-softphone');
    agent.append(softphone);
    await press('Log in');
    await until(() => there('Status: Ready'), 'ready');
    events.clear(); // the end of the call in which the test before was left
    centre.customerCalls({ number: CUSTOMER, queue: 'Support' });
    await press('Answer');
    await is('talking', 'none');
  });

  it('consult, and conference: all three, until one after the other goes', async () => {
    await consulted('Beatriz Costa', '1002');
    for (const name of ['Hold', 'Resume', 'Transfer', 'Consult', 'End with survey'])
      expect(there(name), name).to.be.false;
    await press('Start conference');
    await is('talking', 'conference');
    expect(talk()).to.deep.equal(['1002 talking', '1005 talking', `${CUSTOMER} talking`]);
    await press('Hold');
    await press('Resume');
    await until(() => there('Hold'), 'back');
    centre.colleagueHangsUp('1002');
    await is('talking', 'none');
    await until(() => there('Transfer'), 'everything again');
    await press('Hang up');
    await wrapsUp();
  });

  it('consult, and transfer: the caller stays with the colleague', async () => {
    await consulted('Beatriz Costa', '1002');
    await press('Complete transfer');
    await is('wrap-up', 'none');
    expect(talk()).to.deep.equal(['1002 talking', `${CUSTOMER} talking`]);
    await wrapsUp();
  });

  it('consult, and back to the caller', async () => {
    await consulted('Beatriz Costa', '1002');
    await press('Return to caller');
    await is('talking', 'none');
    expect(talk()).to.deep.equal(['1005 talking', `${CUSTOMER} talking`]);
    await press('Hang up');
    await wrapsUp();
  });

  it('cancelled before they answer', async () => {
    await consult('Aarav Mehta');
    expect(there('Complete transfer'), 'not answered yet').to.be.false;
    await press('Cancel consult');
    await is('talking', 'none');
    expect(talk()).to.deep.equal(['1005 talking', `${CUSTOMER} talking`]);
    await press('Hang up');
    await wrapsUp();
  });

  it('declined: back with the caller', async () => {
    await consult('Aarav Mehta');
    expect(centre.colleagueDeclines('1001')).to.be.true;
    await is('talking', 'none');
    await until(() => there('Consult') && there('Hold'), 'everything again');
  });

  it('the caller hangs up meanwhile: the consultation goes on, one wrap-up follows', async () => {
    await consulted('Beatriz Costa', '1002');
    expect(centre.customerHangsUp()).to.be.true;
    await until(() => talk().length === 2, 'only two');
    expect(talk()).to.deep.equal(['1002 talking', '1005 talking']);
    await until(() => agent.getAttribute('call') === 'talking', 'the call with the colleague');
    await press('Hang up');
    await wrapsUp();
    expect(events.of('sobot-call-ended').map(({ number }) => number)[0]).to.equal(CUSTOMER);
  });

  const rings = (number: string) => (): boolean =>
    talk().includes(`${number} ringing`) && talk().some((each) => each.startsWith(CUSTOMER));
  const waitsInSales = (): boolean =>
    centre.snapshot().queues.some(({ queueName, count }) => queueName === 'Sales' && count === 4);

  for (const [kind, aim, arrived] of [
    ['Agents', () => choose('Emre Aydin'), rings('1006')],
    ['Skill groups', () => choose('Sales'), waitsInSales],
    ['Extension', () => send('Extension to dial', '1001'), rings('1001')],
    ['Phone number', () => send('Phone number to dial', '139-0000-1111'), rings('13900001111')],
  ] as const) {
    it(`handed over to one of ${kind} at once`, async () => {
      await press('Transfer');
      if (kind !== 'Agents') await press(kind);
      await aim();
      await is('wrap-up', 'none');
      await until(arrived, 'the caller and somebody else');
      expect(talk().some((each) => each.startsWith('1005'))).to.be.false;
      await wrapsUp();
    });
  }

  const send = async (label: string, text: string): Promise<void> => {
    await type(label, text);
    await press('Transfer');
  };

  for (const [kind, label, number] of [
    ['Extension', 'Extension to dial', '1002'],
    ['Phone number', 'Phone number to dial', '13900001111'],
  ] as const) {
    it(`somebody is asked by ${kind}`, async () => {
      await press('Consult');
      await press(kind);
      await type(label, number);
      await press('Consult');
      await is('held', 'dialing');
      expect(talk()).to.include(`${number} ringing`);
    });
  }

  it('refused, because they are not free: it says so, and the call goes on', async () => {
    await press('Transfer');
    await choose('Chen Yu');
    await until(() => events.of('sobot-command-error').length === 1, 'the reason');
    await until(() => softphone.shadowRoot && textOf(picker()).includes('Chen Yu'), 'it on the screen');
    expect(textOf(failure())).to.match(/Chen Yu/);
    expect(agent.getAttribute('call')).to.equal('talking');
    await choose('Aarav Mehta');
    await is('wrap-up', 'none');
  });

  const picker = (): ShadowRoot => controls(softphone, '[role="tablist"]')[0]?.getRootNode() as ShadowRoot;
  const failure = (): Element => picker().querySelector('.failure') as Element;
});
