import { expect } from '@open-wc/testing';
import { complete, phase, place, placeMarkup, once, TOKEN, type Setting } from '../../support/agent.js';
import { SdkDouble, scripts } from '../../support/sdk-double.js';
import { turn } from '../../support/session.js';
import { double, ear, init, prepared, time } from '../../support/agent-prepared.js';

describe('sobot-agent: settings and start', () => {
  prepared();

  describe('starts by itself', () => {
    it('with the sandbox alone', async () => {
      const agent = placeMarkup('sandbox');
      await phase(agent, 'ready');
      expect(ear.phases).to.deep.equal(['idle loading', 'loading initializing', 'initializing ready']);
      expect(agent.session).to.not.equal(null);
      expect(agent.getAttribute('phase')).to.equal('ready');
    });

    it('with an instance, or the class of an SDK', async () => {
      const other = new SdkDouble();
      await phase(place(complete(double)), 'ready');
      await phase(
        place({
          ...complete(double),
          sdk: {
            agent: class {
              constructor() {
                return other.sdk;
              }
            } as never,
          },
        }),
        'ready',
      );
      expect(double.inits).to.have.length(1);
      expect(other.inits).to.have.length(1);
    });

    it("with the sandbox's credentials and an SDK of one's own", async () => {
      await phase(place({ sdk: double.sdk, sandbox: true }), 'ready');
      expect(init()).to.include({ companyId: 'sandbox', agent: '1005' });
    });

    it('giving the SDK what is set', async () => {
      await phase(
        place({
          ...complete(double),
          agentType: '1',
          allowStorageListen: true,
          initOptions: { businessTags: ['a'], companyId: 'not this' },
        }),
        'ready',
      );
      expect(init()).to.deep.equal({
        businessTags: ['a'],
        companyId: 'company',
        agent: '1005',
        agentType: '1',
        allowStorageListen: true,
        token: TOKEN,
      });
    });

    it('subscribed before initAgent', async () => {
      await phase(place(complete(double)), 'ready');
      expect(double.log).to.deep.equal(['on EventAgentAll', 'on EventJanusLatency', 'initAgent']);
    });

    it('with what frameworks take back: null is the default', async () => {
      const nothing = { agentType: null, loadTimeout: null, commandTimeout: null, initOptions: null, sysnum: null };
      await phase(place({ ...complete(double), ...(nothing as unknown as Setting) }), 'ready');
      expect(init()['agentType']).to.equal('0');
    });

    it('once, however often the same is set', async () => {
      const agent = place(complete(double));
      await phase(agent, 'ready');
      agent.companyId = 'company';
      await agent.start();
      await agent.updateComplete;
      expect(double.inits).to.have.length(1);
      expect(ear.warnings).to.deep.equal([]);
    });

    it('but not with manual, until start()', async () => {
      const agent = place({ ...complete(double), manual: true });
      await time.pass(600);
      expect(agent.phase).to.equal('idle');
      await agent.start();
      expect(agent.phase).to.equal('ready');
    });

    it('when manual is taken away', async () => {
      const agent = place({ ...complete(double), manual: true });
      await agent.updateComplete;
      agent.manual = false;
      await phase(agent, 'ready');
    });

    it('not while it is in no document', async () => {
      const agent = Object.assign(document.createElement('sobot-agent'), complete(double));
      await turn();
      expect(agent.session).to.equal(null);
    });
  });

  describe('a start that fails', () => {
    it('is an error in the state and an event; start() tries again', async () => {
      double.scripts['initAgent'] = scripts.error;
      const agent = place(complete(double));
      const { detail } = await once('sobot-error');
      expect(detail.error.kind).to.equal('init');
      expect(agent.phase).to.equal('failed');
      expect(agent.state.error?.message).to.contain('not allowed');
      double.scripts['initAgent'] = scripts.success;
      await agent.start();
      expect(agent.phase).to.equal('ready');
      expect(double.subscriptions).to.have.length(2);
    });

    it('is tried again when the browser is back online', async () => {
      double.scripts['initAgent'] = scripts.error;
      const agent = place(complete(double));
      await phase(agent, 'failed');
      double.scripts['initAgent'] = scripts.success;
      window.dispatchEvent(new Event('online'));
      await phase(agent, 'ready');
    });

    it('is tried again when a setting changes, and not for anything else', async () => {
      double.scripts['initAgent'] = scripts.error;
      const agent = place(complete(double));
      await phase(agent, 'failed');
      double.scripts['initAgent'] = scripts.success;
      agent.maskNumbers = true;
      await agent.updateComplete;
      document.body.prepend(agent);
      await turn();
      expect(agent.phase).to.equal('failed');
      agent.companyId = 'the right one';
      await phase(agent, 'ready');
    });

    it('names an origin that may not be loaded from', async () => {
      const agent = place({ ...complete(double), sdk: null, sdkSrc: 'https://evil.example/sdk.js' });
      const { detail } = await once('sobot-error');
      expect(detail.error.kind).to.equal('config');
      expect(detail.error.message).to.contain('https://evil.example');
      expect(agent.phase).to.equal('failed');
      expect(document.querySelector('script[src*="evil"]')).to.equal(null);
    });

    for (const what of ['loading', 'initializing'] as const) {
      it(`is given up after load-timeout seconds while ${what}`, async () => {
        double.scripts['initAgent'] = scripts.never;
        const setting = what === 'loading' ? { tokenProvider: () => new Promise<string>(() => {}) } : {};
        const agent = place({ ...complete(double), ...setting, loadTimeout: 0.2 });
        await time.pass(190);
        expect(agent.phase).to.equal(what);
        await time.pass(20);
        const [detail] = ear.of('sobot-error');
        expect(detail.error.message).to.contain('0.2 s');
        expect(ear.phases.at(-1)).to.equal(`${what} failed`);
        expect(agent.getAttribute('phase')).to.equal('failed');
      });
    }
  });
});
