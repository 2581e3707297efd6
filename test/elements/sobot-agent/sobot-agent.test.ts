import { expect } from '@open-wc/testing';
import { SobotAgent } from '../../../elements/sobot-agent/define.js';
import {
  type AgentSettings,
  type AgentTools,
  completeSettings,
  createAgentTools,
  mountAgent,
  mountMarkup,
  TOKEN,
  untilPhase,
} from '../../support/agent-fixture.js';
import type { FakeSdk } from '../../support/fake-sdk.js';
import type { EventRecorder } from '../../support/event-recorder.js';
import type { Time } from '../../support/time.js';

describe('sobot-agent: settings and start', () => {
  let tools: AgentTools;
  let sdk: FakeSdk;
  let events: EventRecorder;
  let time: Time;
  beforeEach(() => {
    tools = createAgentTools();
    ({ sdk, events, time } = tools);
  });

  describe('attributes are properties', () => {
    const table: readonly [attribute: string, text: string, property: keyof SobotAgent, value: unknown][] = [
      ['sysnum', 'ent', 'sysnum', 'ent'],
      ['sdk-src', 'https://x.sobot.io/a.js', 'sdkSrc', 'https://x.sobot.io/a.js'],
      ['company-id', 'c', 'companyId', 'c'],
      ['agent', '7', 'agent', '7'],
      ['agent-type', '1', 'agentType', '1'],
      ['token', 't', 'token', 't'],
      ['token-url', '/t', 'tokenUrl', '/t'],
      ['token-credentials', 'include', 'tokenCredentials', 'include'],
      ['allow-storage-listen', '', 'allowStorageListen', true],
      ['init-options', '{"a":1}', 'initOptions', '{"a":1}'],
      ['sandbox', '', 'sandbox', true],
      ['manual', '', 'manual', true],
      ['load-timeout', '2.5', 'loadTimeout', 2.5],
      ['command-timeout', '3', 'commandTimeout', 3],
      ['event-aliases', '{"A":"B"}', 'eventAliases', '{"A":"B"}'],
      ['preview', 'held', 'preview', 'held'],
      ['mask-numbers', '', 'maskNumbers', true],
      ['scan', 'main a', 'scan', 'main a'],
    ];
    for (const [attribute, text, property, value] of table) {
      it(attribute, () => {
        const agent = document.createElement('sobot-agent');
        agent.setAttribute(attribute, text);
        expect(agent[property]).to.equal(value);
      });
    }

    it('with these defaults', () => {
      const { agentType, loadTimeout, commandTimeout, tokenCredentials, sandbox, manual } =
        document.createElement('sobot-agent');
      expect({ agentType, loadTimeout, commandTimeout, tokenCredentials, sandbox, manual }).to.deep.equal({
        agentType: '0',
        loadTimeout: 30,
        commandTimeout: 15,
        tokenCredentials: 'same-origin',
        sandbox: false,
        manual: false,
      });
    });

    it('of which no name begins with "on"', () => {
      const names = [...SobotAgent.elementProperties.keys(), ...SobotAgent.observedAttributes];
      expect(names.filter((name) => String(name).startsWith('on'))).to.deep.equal([]);
    });
  });

  describe('missing configuration', () => {
    const table: readonly [missing: string, setting: () => AgentSettings][] = [
      ['sysnum', () => ({})],
      ['sysnum', () => ({ ...completeSettings(sdk), sdk: null })],
      ['company-id', () => ({ ...completeSettings(sdk), companyId: '' })],
      ['company-id', () => ({ sysnum: 'ent' })],
      ['company-id', () => ({ sdkSrc: 'https://sg.sobot.io/x.js' })],
      ['agent', () => ({ ...completeSettings(sdk), agent: '' })],
      ['token', () => ({ ...completeSettings(sdk), token: '' })],
    ];
    for (const [missing, setting] of table) {
      it(`is one clear error that names ${missing}`, async () => {
        const agent = mountAgent(setting());
        await time.pass(400);
        expect(events.of('sobot-error'), 'too early').to.deep.equal([]);
        await time.pass(700);
        expect(events.of('sobot-error')).to.have.length(1);
        const [detail] = events.of('sobot-error');
        expect(events.errors).to.have.length(1);
        expect(detail.error.kind).to.equal('config');
        expect(detail.error.message).to.contain(` ${missing}.`).and.equal(events.errors[0]);
        expect(agent.state.error).to.deep.equal({ kind: 'config', message: detail.error.message });
        expect(agent.getAttribute('phase')).to.equal('failed');
        expect(events.phases).to.deep.equal(['idle failed']);
        expect(agent.session).to.equal(null);
      });
    }

    it('is what start() rejects with, at once', async () => {
      const agent = mountAgent({ manual: true });
      const error: unknown = await agent.start().catch((cause: unknown) => cause);
      expect(error).to.equal(events.of('sobot-error')[0].error);
    });

    it('is no error while properties still come, one by one', async () => {
      const agent = mountAgent();
      for (const [name, value] of Object.entries(completeSettings(sdk))) {
        await time.pass(300);
        Object.assign(agent, { [name]: value });
      }
      await untilPhase(agent, 'ready');
      expect(events.of('sobot-error')).to.deep.equal([]);
    });

    it('starts by itself once it is complete, even after the error', async () => {
      const agent = mountAgent({ ...completeSettings(sdk), agent: '' });
      await time.pass(600);
      agent.agent = '1005';
      await untilPhase(agent, 'ready');
      expect(agent.state.error).to.equal(null);
      expect(events.phases).to.deep.equal([
        'idle failed',
        'failed idle',
        'idle loading',
        'loading initializing',
        'initializing ready',
      ]);
      expect(events.errors).to.have.length(1);
    });

    it('is not told again for a change that changes nothing, nor for a move', async () => {
      const agent = mountAgent();
      await time.pass(600);
      agent.companyId = 'c';
      document.body.prepend(agent);
      await time.pass(700);
      expect(events.of('sobot-error')).to.have.length(1);
      agent.sysnum = 'ent';
      await time.pass(600);
      expect(events.of('sobot-error')[1].error.message).to.contain(' agent.');
    });
  });

  describe('JSON that is none', () => {
    for (const [attribute, text] of [
      ['init-options', '{oops'],
      ['init-options', '[1]'],
      ['init-options', '7'],
      ['event-aliases', 'null!'],
      ['event-aliases', '"a"'],
    ] as const) {
      it(`${attribute}=${text} is left out, and said`, async () => {
        const agent = mountAgent({ ...completeSettings(sdk), manual: true });
        agent.setAttribute(attribute, text);
        await agent.start();
        expect(events.of('sobot-warning')).to.have.length(1);
        expect(events.of('sobot-warning')[0].code).to.equal('config');
        expect(events.of('sobot-warning')[0].message).to.contain(attribute);
        expect(tools.initParams).to.have.all.keys('companyId', 'agent', 'agentType', 'allowStorageListen', 'token');
      });
    }

    it('an empty attribute is nothing to complain about', async () => {
      const agent = mountAgent({ ...completeSettings(sdk), manual: true });
      agent.setAttribute('init-options', '');
      await agent.start();
      expect(events.warnings).to.deep.equal([]);
    });
  });

  it('event-aliases: the names of the tenant mean what the kit knows', async () => {
    const agent = mountAgent({ ...completeSettings(sdk), manual: true });
    agent.setAttribute('event-aliases', '{"RingRing":"EventRinging","Other":7}');
    await agent.start();
    sdk.emit({ messageID: 'RingRing', callID: 'c1', otherDN: '5', callType: 'Inbound' });
    expect(agent.call).to.equal('ringing');
  });

  it('command-timeout: so many seconds a command may stay unanswered', async () => {
    const agent = mountAgent({ ...completeSettings(sdk), commandTimeout: 0.1 });
    await untilPhase(agent, 'ready');
    const asked = agent.session?.ready().catch((cause: unknown) => cause);
    await time.pass(100);
    const error: unknown = await asked;
    expect(error).to.include({ kind: 'timeout', command: 'ready' });
    expect(agent.state.pending).to.deep.equal([]);
  });

  it('warns where the page is not secure', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'isSecureContext') as PropertyDescriptor;
    Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true });
    try {
      await untilPhase(mountAgent(completeSettings(sdk)), 'ready');
      expect(events.warnings).to.deep.equal(['insecure-context']);
    } finally {
      Object.defineProperty(window, 'isSecureContext', real);
    }
  });

  describe('a change while it runs', () => {
    const table: readonly [property: string, value: unknown][] = [
      ['sysnum', 'x'],
      ['sdkSrc', 'https://sg.sobot.io/x.js'],
      ['companyId', 'x'],
      ['agent', 'x'],
      ['agentType', '1'],
      ['tokenUrl', '/x'],
      ['allowStorageListen', true],
      ['initOptions', { x: 1 }],
      ['sandbox', true],
      ['loadTimeout', 9],
      ['commandTimeout', 9],
      ['eventAliases', { x: 'y' }],
      ['preview', 'held'],
    ];
    for (const [property, value] of table) {
      it(`of ${property} is a warning, and counts at the next start`, async () => {
        const agent = mountAgent({ ...completeSettings(sdk), initOptions: { x: 0 }, eventAliases: {} });
        await untilPhase(agent, 'ready');
        const { session } = agent;
        Object.assign(agent, { [property]: value });
        await agent.updateComplete;
        expect(events.warnings).to.deep.equal(['config']);
        expect(events.of('sobot-warning')[0].message).to.contain(property);
        expect(agent.session).to.equal(session);
        expect(sdk.inits).to.have.length(1);
      });
    }

    it('is none where a framework makes the same objects anew', async () => {
      const agent = mountAgent({
        ...completeSettings(sdk),
        initOptions: { x: 0 },
        tokenProvider: () => Promise.resolve(TOKEN),
      });
      await untilPhase(agent, 'ready');
      Object.assign(agent, { initOptions: { x: 0 }, tokenProvider: () => Promise.resolve(TOKEN), sysnum: undefined });
      await agent.updateComplete;
      expect(events.warnings).to.deep.equal([]);
    });

    it('of the company counts after stop() and start()', async () => {
      const agent = mountAgent(completeSettings(sdk));
      await untilPhase(agent, 'ready');
      agent.companyId = 'next';
      agent.stop();
      await agent.start();
      expect(sdk.inits[1]?.params['companyId']).to.equal('next');
    });
  });

  describe('preview', () => {
    for (const word of ['none', 'dialing', 'ringing', 'talking', 'held', 'wrap-up'] as const) {
      it(`${word}: a picture without a session`, async () => {
        const agent = mountMarkup(`preview="${word}" sandbox`);
        await agent.updateComplete;
        await time.pass(50);
        expect(agent.getAttribute('call')).to.equal(word);
        expect(agent.getAttribute('phase')).to.equal('ready');
        expect(agent.session).to.equal(null);
        await agent.start();
        expect(agent.session).to.equal(null);
        expect(Object.isFrozen(agent.state)).to.equal(true);
      });
    }

    it('goes with its attribute, and then the phone starts', async () => {
      const agent = mountAgent({ ...completeSettings(sdk), preview: 'held' });
      await agent.updateComplete;
      agent.preview = '';
      await untilPhase(agent, 'ready');
      expect(agent.call).to.equal('none');
    });
  });

  it('reflects what there is to see, before anything has started', () => {
    const agent = mountAgent({ manual: true });
    const attributes = ['phase', 'presence', 'call', 'consult'].map((name) => agent.getAttribute(name));
    expect(attributes).to.deep.equal(['idle', 'offline', 'none', 'none']);
  });

  it('takes no room of its own', () => {
    const agent = mountAgent({ manual: true });
    expect(getComputedStyle(agent).display).to.equal('contents');
    agent.hidden = true;
    expect(getComputedStyle(agent).display).to.equal('none');
  });
});
