import { expect } from '@open-wc/testing';
import '../../elements/sobot-agent/define.js';
import '../../elements/sobot-directory/define.js';
import '../../elements/sobot-queues/define.js';
import '../../elements/sobot-supervisor/define.js';
import type { SobotAgent } from '../../elements/sobot-agent/define.js';
import { CallCentre } from '../../src/sandbox/index.js';
import { mountAgent } from '../support/agent-fixture.js';
import { textOf } from '../support/element-fixture.js';
import { until } from '../support/until.js';

/** Who waits, who is there, and what a supervisor may do, on the embedded call centre. */
describe('Queues, directory and supervisor, on the sandbox', () => {
  let centre: CallCentre;
  let agent: SobotAgent;

  const add = <K extends 'sobot-directory' | 'sobot-queues' | 'sobot-supervisor'>(tag: K): HTMLElementTagNameMap[K] =>
    agent.appendChild(document.createElement(tag));
  const rows = (host: HTMLElement): HTMLElement[] => [
    ...(host.shadowRoot?.querySelectorAll<HTMLElement>('[role="row"], tbody tr') ?? []),
  ];
  const rowOf = (host: HTMLElement, ...texts: string[]): Promise<HTMLElement> =>
    until(
      () => rows(host).find((row) => texts.every((text) => textOf(row).includes(text))),
      `a row of ${texts.join(', ')}`,
    );
  const press = (root: ParentNode, name: string): void =>
    [...root.querySelectorAll('button')].find((each) => textOf(each) === name)?.click();

  beforeEach(async () => {
    centre = new CallCentre({ latency: 5 });
    agent = mountAgent({ sdk: centre.SobotClient, sandbox: true });
    await until(() => agent.phase === 'ready', 'a session');
    await agent.session?.login({ phoneType: 'webrtc', bindExt: '1100', agentState: '1' });
  });

  it('counts the customers who wait, and the members who are ready', async () => {
    const queues = add('sobot-queues');
    queues.interval = 1;
    const support = await rowOf(queues, 'Support');
    const before = Number(textOf(support.children[1] as Element));
    await agent.session?.notReady({ reasonCode: 2 });
    centre.customerCalls({ number: '13512345678', queue: 'Support' });
    await until(() => textOf(support.children[1] as Element) === String(before + 1), 'one more');
    expect(Number(textOf(support.children[2] as Element))).to.be.greaterThan(0);
  });

  it('calls a colleague from his row, who answers', async () => {
    const directory = add('sobot-directory');
    press(await rowOf(directory, 'Beatriz Costa'), 'Call');
    await until(() => agent.getAttribute('call') === 'dialing', 'a call');
    expect(agent.state.call).to.deep.include({ type: 'internal' });
    expect(centre.colleagueAnswers('1002')).to.be.true;
    await until(() => agent.getAttribute('call') === 'talking', 'an answer');
    await rowOf(directory, 'Chen Yu', 'Consult');
    await agent.session?.hangup();
  });

  it('consults a colleague from his row during a call', async () => {
    const directory = add('sobot-directory');
    centre.customerCalls({ number: '13512345678', queue: 'Support' });
    await until(() => agent.getAttribute('call') === 'ringing', 'ringing');
    await agent.session?.answer();
    press(await rowOf(directory, 'Beatriz Costa'), 'Consult');
    await until(() => agent.getAttribute('consult') === 'dialing', 'a consultation');
    await agent.session?.hangup();
  });

  for (const [name, status] of [
    ['Force busy', 'Do not disturb'],
    ['Force log out', 'Offline'],
    ['Force ready', 'Ready'],
  ] as const) {
    it(`${name}: the colleague is ${status} then`, async () => {
      const supervisor = add('sobot-supervisor');
      const who = name === 'Force ready' ? 'Dana Novak' : 'Aarav Mehta';
      press(await rowOf(supervisor, who), name);
      const dialog = await until(() => supervisor.shadowRoot?.querySelector('dialog[open]'), 'a question');
      expect(textOf(dialog)).to.contain(who);
      press(dialog, name);
      await rowOf(supervisor, who, status);
      expect(supervisor.shadowRoot?.querySelector('[part="done"]')?.textContent).to.contain(who);
    });
  }
});
