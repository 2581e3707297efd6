import { expect } from '@open-wc/testing';
import {
  type AgentSettings,
  type AgentTools,
  completeSettings,
  createAgentTools,
  mountAgent,
  mountMarkup,
  nextEvent,
  TOKEN,
  untilPhase,
} from '../../support/agent-fixture.js';
import { FakeSdk, scripts } from '../../support/fake-sdk.js';
import { turn } from '../../support/session.js';
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

  describe('starts by itself', () => {
    it('with the sandbox alone', async () => {
      const agent = mountMarkup('sandbox');
      await untilPhase(agent, 'ready');
      expect(events.phases).to.deep.equal(['idle loading', 'loading initializing', 'initializing ready']);
      expect(agent.session).to.not.equal(null);
      expect(agent.getAttribute('phase')).to.equal('ready');
    });

    it('with an instance, or the class of an SDK', async () => {
      const other = new FakeSdk();
      await untilPhase(mountAgent(completeSettings(sdk)), 'ready');
      await untilPhase(
        mountAgent({
          ...completeSettings(sdk),
          sdk: {
            agent: class {
              constructor() {
                return other.api;
              }
            } as never,
          },
        }),
        'ready',
      );
      expect(sdk.inits).to.have.length(1);
      expect(other.inits).to.have.length(1);
    });

    it("with the sandbox's credentials and an SDK of one's own", async () => {
      await untilPhase(mountAgent({ sdk: sdk.api, sandbox: true }), 'ready');
      expect(tools.initParams).to.include({ companyId: 'sandbox', agent: '1005' });
    });

    it('giving the SDK what is set', async () => {
      await untilPhase(
        mountAgent({
          ...completeSettings(sdk),
          agentType: '1',
          allowStorageListen: true,
          initOptions: { businessTags: ['a'], companyId: 'not this' },
        }),
        'ready',
      );
      expect(tools.initParams).to.deep.equal({
        businessTags: ['a'],
        companyId: 'company',
        agent: '1005',
        agentType: '1',
        allowStorageListen: true,
        token: TOKEN,
      });
    });

    it('subscribed before initAgent', async () => {
      await untilPhase(mountAgent(completeSettings(sdk)), 'ready');
      expect(sdk.log).to.deep.equal(['on EventAgentAll', 'on EventJanusLatency', 'initAgent']);
    });

    it('with what frameworks take back: null is the default', async () => {
      const nothing = { agentType: null, loadTimeout: null, commandTimeout: null, initOptions: null, sysnum: null };
      await untilPhase(mountAgent({ ...completeSettings(sdk), ...(nothing as unknown as AgentSettings) }), 'ready');
      expect(tools.initParams['agentType']).to.equal('0');
    });

    it('once, however often the same is set', async () => {
      const agent = mountAgent(completeSettings(sdk));
      await untilPhase(agent, 'ready');
      agent.companyId = 'company';
      await agent.start();
      await agent.updateComplete;
      expect(sdk.inits).to.have.length(1);
      expect(events.warnings).to.deep.equal([]);
    });

    it('but not with manual, until start()', async () => {
      const agent = mountAgent({ ...completeSettings(sdk), manual: true });
      await time.pass(600);
      expect(agent.phase).to.equal('idle');
      await agent.start();
      expect(agent.phase).to.equal('ready');
    });

    it('when manual is taken away', async () => {
      const agent = mountAgent({ ...completeSettings(sdk), manual: true });
      await agent.updateComplete;
      agent.manual = false;
      await untilPhase(agent, 'ready');
    });

    it('not while it is in no document', async () => {
      const agent = Object.assign(document.createElement('sobot-agent'), completeSettings(sdk));
      await turn();
      expect(agent.session).to.equal(null);
    });
  });

  describe('a start that fails', () => {
    it('is an error in the state and an event; start() tries again', async () => {
      sdk.scripts['initAgent'] = scripts.error;
      const agent = mountAgent(completeSettings(sdk));
      const { detail } = await nextEvent('sobot-error');
      expect(detail.error.kind).to.equal('init');
      expect(agent.phase).to.equal('failed');
      expect(agent.state.error?.message).to.contain('not allowed');
      sdk.scripts['initAgent'] = scripts.success;
      await agent.start();
      expect(agent.phase).to.equal('ready');
      expect(sdk.subscriptions).to.have.length(2);
    });

    it('is tried again when the browser is back online', async () => {
      sdk.scripts['initAgent'] = scripts.error;
      const agent = mountAgent(completeSettings(sdk));
      await untilPhase(agent, 'failed');
      sdk.scripts['initAgent'] = scripts.success;
      window.dispatchEvent(new Event('online'));
      await untilPhase(agent, 'ready');
    });

    it('is tried again when a setting changes, and not for anything else', async () => {
      sdk.scripts['initAgent'] = scripts.error;
      const agent = mountAgent(completeSettings(sdk));
      await untilPhase(agent, 'failed');
      sdk.scripts['initAgent'] = scripts.success;
      agent.maskNumbers = true;
      await agent.updateComplete;
      document.body.prepend(agent);
      await turn();
      expect(agent.phase).to.equal('failed');
      agent.companyId = 'the right one';
      await untilPhase(agent, 'ready');
    });

    it('names an origin that may not be loaded from', async () => {
      const agent = mountAgent({ ...completeSettings(sdk), sdk: null, sdkSrc: 'https://evil.example/sdk.js' });
      const { detail } = await nextEvent('sobot-error');
      expect(detail.error.kind).to.equal('config');
      expect(detail.error.message).to.contain('https://evil.example');
      expect(agent.phase).to.equal('failed');
      expect(document.querySelector('script[src*="evil"]')).to.equal(null);
    });

    for (const what of ['loading', 'initializing'] as const) {
      it(`is given up after load-timeout seconds while ${what}`, async () => {
        sdk.scripts['initAgent'] = scripts.never;
        const setting = what === 'loading' ? { tokenProvider: () => new Promise<string>(() => {}) } : {};
        const agent = mountAgent({ ...completeSettings(sdk), ...setting, loadTimeout: 0.2 });
        await time.pass(190);
        expect(agent.phase).to.equal(what);
        await time.pass(20);
        const [detail] = events.of('sobot-error');
        expect(detail.error.message).to.contain('0.2 s');
        expect(events.phases.at(-1)).to.equal(`${what} failed`);
        expect(agent.getAttribute('phase')).to.equal('failed');
      });
    }
  });
});
