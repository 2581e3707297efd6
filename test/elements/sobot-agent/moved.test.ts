import { expect } from '@open-wc/testing';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import {
  type AgentFixture,
  completeSettings,
  createReadyAgent,
  mountAgent,
  untilPhase,
} from '../../support/agent-fixture.js';
import { FakeSdk } from '../../support/fake-sdk.js';
import { failure, turn } from '../../support/session.js';
import type { EventRecorder } from '../../support/event-recorder.js';
import type { Time } from '../../support/time.js';

const GONE = 1150;

describe('sobot-agent: its life', () => {
  let fixture: AgentFixture;
  let agent: SobotAgent;
  let sdk: FakeSdk;
  let events: EventRecorder;
  let time: Time;
  beforeEach(async () => {
    fixture = await createReadyAgent();
    ({ agent, sdk, events, time } = fixture);
  });

  describe('taken out of the document', () => {
    it('for more than a second, it stops', async () => {
      const pending = agent.session?.ready() as Promise<unknown>;
      agent.remove();
      await time.pass(900);
      expect(agent.session).to.not.equal(null);
      await time.pass(200);
      expect((await failure(pending)).kind).to.equal('disconnected');
      expect(agent.session).to.equal(null);
      expect(sdk.subscriptions).to.deep.equal([]);
    });

    it('and put back later, it starts anew', async () => {
      agent.remove();
      await time.pass(GONE);
      document.body.append(agent);
      await untilPhase(agent, 'ready');
      expect(sdk.inits).to.have.length(2);
      expect(sdk.subscriptions).to.have.length(2);
    });
  });

  describe('moved, keeps call and subscription, with one initAgent', () => {
    const inFrame = (): Document => {
      const iframe = document.createElement('iframe');
      document.body.append(iframe);
      return iframe.contentDocument as Document;
    };
    const moves: readonly [name: string, move: () => void | Promise<void>][] = [
      ['within its parent', () => document.body.prepend(agent)],
      ['to another parent', () => void document.body.appendChild(document.createElement('div')).append(agent)],
      [
        'into a shadow root',
        () =>
          void document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).append(agent),
      ],
      [
        'out for a while and back',
        async () => {
          agent.remove();
          await time.pass(400);
          document.body.append(agent);
          await time.pass(GONE);
        },
      ],
      ['with its ancestors', () => document.body.prepend(agent.parentElement === document.body ? wrapped() : agent)],
      ['into the document of an iframe', () => inFrame().body.append(agent)],
      [
        'into an iframe and back',
        () => {
          inFrame().body.append(agent);
          document.body.append(agent);
        },
      ],
      [
        'adopted by the document of an iframe',
        () => {
          const { body } = inFrame();
          body.append(body.ownerDocument.adoptNode(agent));
        },
      ],
      ['replaced by itself', () => agent.replaceWith(agent)],
      [
        'with what its parent has instead of all children',
        () => {
          const div = wrapped() as HTMLElement;
          document.body.append(div);
          div.replaceChildren(...div.childNodes);
        },
      ],
      [
        'unmounted and mounted in one turn, as in React’s StrictMode',
        () => {
          agent.remove();
          document.body.append(agent);
          agent.remove();
          document.body.append(agent);
        },
      ],
      [
        'set anew at each render: the same, as attributes and as objects',
        async () => {
          for (let n = 0; n < 5; n += 1) {
            agent.setAttribute('company-id', 'company');
            agent.setAttribute('agent', '1005');
            agent.initOptions = { businessTags: ['a'] };
            agent.eventAliases = {};
            agent.initOptions = null;
            agent.eventAliases = null;
            agent.tokenProvider = () => Promise.resolve('another');
            agent.className = `render-${n}`;
            await agent.updateComplete;
          }
        },
      ],
      [
        'again and again',
        async () => {
          for (let n = 0; n < 20; n += 1) {
            document.body.prepend(agent);
            if (n % 5 === 0) await turn();
          }
        },
      ],
    ];
    const wrapped = (): Node => {
      const div = document.createElement('div');
      div.append(agent);
      return div;
    };

    afterEach(() => document.querySelectorAll('iframe, body > div').forEach((each) => each.remove()));

    for (const [name, move] of moves) {
      it(name, async () => {
        fixture.establishCall();
        const { session } = agent;
        events.clear();
        await move();
        await turn();
        expect(agent.session).to.equal(session);
        expect(agent.call).to.equal('talking');
        expect(sdk.inits).to.have.length(1);
        expect(sdk.subscriptions).to.have.length(2);
        expect(events.events).to.deep.equal([]);
        let heard = 0;
        agent.addEventListener('sobot-agent-ready', () => (heard += 1));
        sdk.emit({ messageID: 'EventAgentReady' });
        expect(heard).to.equal(1);
        expect(agent.getAttribute('presence')).to.equal('ready');
      });
    }
  });

  describe('cloned in a call', () => {
    it('is a second phone that has nothing to do with the first', async () => {
      fixture.establishCall();
      const { session } = agent;
      const clone = agent.cloneNode(true) as SobotAgent;
      clone.manual = true;
      document.body.append(clone);
      await turn();
      expect([clone.session, clone.call, clone.getAttribute('call'), clone.phase]).to.deep.equal([
        ...[null, 'none', 'none', 'idle'],
      ]);
      clone.remove();
      await time.pass(GONE);
      expect([agent.session, agent.call]).to.deep.equal([session, 'talking']);
      expect([sdk.inits.length, sdk.subscriptions.length, sdk.sent]).to.deep.equal([1, 2, []]);
    });

    it('says what it lacks: a clone has no properties, and so no SDK and no token', async () => {
      fixture.establishCall();
      const clone = agent.cloneNode(true) as SobotAgent;
      document.body.append(clone);
      await time.pass(600);
      expect([clone.phase, clone.state.error?.kind]).to.deep.equal(['failed', 'config']);
      expect([agent.call, sdk.inits.length]).to.deep.equal(['talking', 1]);
      clone.remove();
    });
  });

  it('another agent comes, moves and goes, and takes nothing along', async () => {
    const second = new FakeSdk();
    const other = mountAgent(completeSettings(second));
    await untilPhase(other, 'ready');
    fixture.establishCall();
    events.clear();
    document.body.prepend(other);
    await turn();
    other.remove();
    await time.pass(GONE);
    expect([other.session, second.subscriptions.length]).to.deep.equal([null, 0]);
    expect([agent.call, agent.phase, sdk.inits.length, sdk.subscriptions.length]).to.deep.equal([
      ...['talking', 'ready', 1, 2],
    ]);
    expect([...sdk.sent, ...second.sent], 'no logout').to.deep.equal([]);
  });
});
