import { expect } from '@open-wc/testing';
import { phase } from '../support/agent.js';
import { failure, turn } from '../support/session.js';
import { agent, double, ear, started, talking, time } from '../support/agent-started.js';

const GONE = 1150;

describe('sobot-agent: its life', () => {
  started();

  describe('taken out of the document', () => {
    it('for more than a second, it stops', async () => {
      const pending = agent.session?.ready() as Promise<unknown>;
      agent.remove();
      await time.pass(900);
      expect(agent.session).to.not.equal(null);
      await time.pass(200);
      expect((await failure(pending)).kind).to.equal('disconnected');
      expect(agent.session).to.equal(null);
      expect(double.subscriptions).to.deep.equal([]);
    });

    it('and put back later, it starts anew', async () => {
      agent.remove();
      await time.pass(GONE);
      document.body.append(agent);
      await phase(agent, 'ready');
      expect(double.inits).to.have.length(2);
      expect(double.subscriptions).to.have.length(2);
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
        talking();
        const { session } = agent;
        ear.clear();
        await move();
        await turn();
        expect(agent.session).to.equal(session);
        expect(agent.call).to.equal('talking');
        expect(double.inits).to.have.length(1);
        expect(double.subscriptions).to.have.length(2);
        expect(ear.said).to.deep.equal([]);
        let heard = 0;
        agent.addEventListener('sobot-agent-ready', () => (heard += 1));
        double.emit({ messageID: 'EventAgentReady' });
        expect(heard).to.equal(1);
        expect(agent.getAttribute('presence')).to.equal('ready');
      });
    }
  });
});
