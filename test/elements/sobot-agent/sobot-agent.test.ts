import { expect } from '@open-wc/testing';
import { SobotAgent } from '../../../elements/sobot-agent/define.js';
import { complete, phase, place, placeMarkup, TOKEN, type Setting } from '../../support/agent.js';
import { double, ear, init, prepared, time } from '../../support/agent-prepared.js';

describe('sobot-agent: settings and start', () => {
  prepared();

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
    const table: readonly [missing: string, setting: () => Setting][] = [
      ['sysnum', () => ({})],
      ['sysnum', () => ({ ...complete(double), sdk: null })],
      ['company-id', () => ({ ...complete(double), companyId: '' })],
      ['company-id', () => ({ sysnum: 'ent' })],
      ['company-id', () => ({ sdkSrc: 'https://sg.sobot.io/x.js' })],
      ['agent', () => ({ ...complete(double), agent: '' })],
      ['token', () => ({ ...complete(double), token: '' })],
    ];
    for (const [missing, setting] of table) {
      it(`is one clear error that names ${missing}`, async () => {
        const agent = place(setting());
        await time.pass(400);
        expect(ear.of('sobot-error'), 'too early').to.deep.equal([]);
        await time.pass(700);
        expect(ear.of('sobot-error')).to.have.length(1);
        const [detail] = ear.of('sobot-error');
        expect(ear.errors).to.have.length(1);
        expect(detail.error.kind).to.equal('config');
        expect(detail.error.message).to.contain(` ${missing}.`).and.equal(ear.errors[0]);
        expect(agent.state.error).to.deep.equal({ kind: 'config', message: detail.error.message });
        expect(agent.getAttribute('phase')).to.equal('failed');
        expect(ear.phases).to.deep.equal(['idle failed']);
        expect(agent.session).to.equal(null);
      });
    }

    it('is what start() rejects with, at once', async () => {
      const agent = place({ manual: true });
      const error: unknown = await agent.start().catch((cause: unknown) => cause);
      expect(error).to.equal(ear.of('sobot-error')[0].error);
    });

    it('is no error while properties still come, one by one', async () => {
      const agent = place();
      for (const [name, value] of Object.entries(complete(double))) {
        await time.pass(300);
        Object.assign(agent, { [name]: value });
      }
      await phase(agent, 'ready');
      expect(ear.of('sobot-error')).to.deep.equal([]);
    });

    it('starts by itself once it is complete, even after the error', async () => {
      const agent = place({ ...complete(double), agent: '' });
      await time.pass(600);
      agent.agent = '1005';
      await phase(agent, 'ready');
      expect(agent.state.error).to.equal(null);
      expect(ear.phases).to.deep.equal([
        'idle failed',
        'failed idle',
        'idle loading',
        'loading initializing',
        'initializing ready',
      ]);
      expect(ear.errors).to.have.length(1);
    });

    it('is not told again for a change that changes nothing, nor for a move', async () => {
      const agent = place();
      await time.pass(600);
      agent.companyId = 'c';
      document.body.prepend(agent);
      await time.pass(700);
      expect(ear.of('sobot-error')).to.have.length(1);
      agent.sysnum = 'ent';
      await time.pass(600);
      expect(ear.of('sobot-error')[1].error.message).to.contain(' agent.');
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
        const agent = place({ ...complete(double), manual: true });
        agent.setAttribute(attribute, text);
        await agent.start();
        expect(ear.of('sobot-warning')).to.have.length(1);
        expect(ear.of('sobot-warning')[0].code).to.equal('config');
        expect(ear.of('sobot-warning')[0].message).to.contain(attribute);
        expect(init()).to.have.all.keys('companyId', 'agent', 'agentType', 'allowStorageListen', 'token');
      });
    }

    it('an empty attribute is nothing to complain about', async () => {
      const agent = place({ ...complete(double), manual: true });
      agent.setAttribute('init-options', '');
      await agent.start();
      expect(ear.warnings).to.deep.equal([]);
    });
  });

  it('event-aliases: the names of the tenant mean what the kit knows', async () => {
    const agent = place({ ...complete(double), manual: true });
    agent.setAttribute('event-aliases', '{"RingRing":"EventRinging","Other":7}');
    await agent.start();
    double.emit({ messageID: 'RingRing', callID: 'c1', otherDN: '5', callType: 'Inbound' });
    expect(agent.call).to.equal('ringing');
  });

  it('command-timeout: so many seconds a command may stay unanswered', async () => {
    const agent = place({ ...complete(double), commandTimeout: 0.1 });
    await phase(agent, 'ready');
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
      await phase(place(complete(double)), 'ready');
      expect(ear.warnings).to.deep.equal(['insecure-context']);
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
        const agent = place({ ...complete(double), initOptions: { x: 0 }, eventAliases: {} });
        await phase(agent, 'ready');
        const { session } = agent;
        Object.assign(agent, { [property]: value });
        await agent.updateComplete;
        expect(ear.warnings).to.deep.equal(['config']);
        expect(ear.of('sobot-warning')[0].message).to.contain(property);
        expect(agent.session).to.equal(session);
        expect(double.inits).to.have.length(1);
      });
    }

    it('is none where a framework makes the same objects anew', async () => {
      const agent = place({ ...complete(double), initOptions: { x: 0 }, tokenProvider: () => Promise.resolve(TOKEN) });
      await phase(agent, 'ready');
      Object.assign(agent, { initOptions: { x: 0 }, tokenProvider: () => Promise.resolve(TOKEN), sysnum: undefined });
      await agent.updateComplete;
      expect(ear.warnings).to.deep.equal([]);
    });

    it('of the company counts after stop() and start()', async () => {
      const agent = place(complete(double));
      await phase(agent, 'ready');
      agent.companyId = 'next';
      agent.stop();
      await agent.start();
      expect(double.inits[1]?.params['companyId']).to.equal('next');
    });
  });

  describe('preview', () => {
    for (const word of ['none', 'dialing', 'ringing', 'talking', 'held', 'wrap-up'] as const) {
      it(`${word}: a picture without a session`, async () => {
        const agent = placeMarkup(`preview="${word}" sandbox`);
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
      const agent = place({ ...complete(double), preview: 'held' });
      await agent.updateComplete;
      agent.preview = '';
      await phase(agent, 'ready');
      expect(agent.call).to.equal('none');
    });
  });

  it('reflects what there is to see, before anything has started', () => {
    const agent = place({ manual: true });
    const attributes = ['phase', 'presence', 'call', 'consult'].map((name) => agent.getAttribute(name));
    expect(attributes).to.deep.equal(['idle', 'offline', 'none', 'none']);
  });

  it('takes no room of its own', () => {
    const agent = place({ manual: true });
    expect(getComputedStyle(agent).display).to.equal('contents');
    agent.hidden = true;
    expect(getComputedStyle(agent).display).to.equal('none');
  });
});
