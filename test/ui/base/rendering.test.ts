import { expect } from '@open-wc/testing';
import '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-softphone/define.js';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import { SobotElement } from '../../../src/ui/base/sobot-element.js';
import { completeSettings, mountAgent } from '../../support/agent-fixture.js';
import { callFields } from '../../support/call-fields.js';
import { settled } from '../../support/element-fixture.js';
import { FakeSdk } from '../../support/fake-sdk.js';
import { turn } from '../../support/session.js';
import { Time } from '../../support/time.js';

/** Tags of the elements that have rendered, in their order. */
function watch(): { readonly drawn: string[]; stop(): void } {
  const drawn: string[] = [];
  const prototype = SobotElement.prototype as unknown as { updated(changed: unknown): void };
  const { updated } = prototype;
  prototype.updated = function (this: HTMLElement, changed) {
    drawn.push(this.localName);
    updated.call(this, changed);
  };
  return { drawn, stop: () => (prototype.updated = updated) };
}

/** What a page of single elements has of a call centre. */
const page = [
  'sobot-status',
  'sobot-dialer',
  'sobot-incoming-call',
  'sobot-call-info',
  'sobot-call-controls',
  'sobot-wrap-up',
  'sobot-routes',
  'sobot-network-quality',
  'sobot-login',
  'sobot-softphone',
] as const;

describe('Rendering', () => {
  let sdk: FakeSdk;
  let agent: SobotAgent;
  let watched: ReturnType<typeof watch>;

  const emit = async (messageID: string, fields: object = {}): Promise<string[]> => {
    watched.drawn.length = 0;
    sdk.emit({ messageID, ...fields });
    await turn();
    await turn();
    return [...new Set(watched.drawn)].sort();
  };

  beforeEach(async () => {
    sdk = new FakeSdk();
    sdk.all = ({ success }) => queueMicrotask(() => success({ status: 'success' }));
    agent = mountAgent({ ...completeSettings(sdk), manual: true });
    watched = watch();
    await agent.start();
  });
  afterEach(() => {
    watched.stop();
  });

  describe('of a page of single elements, by event', () => {
    beforeEach(async () => {
      agent.append(...page.map((tag) => document.createElement(tag)));
      for (const element of agent.children) await settled(element as never);
      await emit('EventAgentReady', { agentID: '1005', agentName: 'Ada' });
      await emit('EventRinging', callFields);
      await emit('EventEstablished', callFields);
    });

    const latency = { ping: 20, jitter: 1, loss: '0', quality: 'e' };
    const table: readonly [messageID: string, fields: object, drawn: readonly string[]][] = [
      ['EventJanusLatency', latency, ['sobot-network-quality']],
      ['EventSomethingNew', {}, []],
      ['EventAgentReady', { agentID: '1005', agentName: 'Ada' }, []],
      ['EventEstablished', callFields, []],
      ['EventDtmfSent', callFields, []],
      ['EventAgentHoldCall', callFields, ['sobot-call-controls', 'sobot-call-info']],
      ['EventAgentMute', callFields, ['sobot-call-controls', 'sobot-call-info']],
    ];
    for (const [messageID, fields, drawn] of table) {
      it(`${messageID} draws ${drawn.join(', ') || 'nothing'}`, async () => {
        expect(await emit(messageID, fields)).to.deep.equal(drawn);
      });
    }

    it('of twenty samples of the line nothing but the meters', async () => {
      for (let ping = 1; ping <= 20; ping += 1) {
        const drawn = await emit('EventJanusLatency', { ...latency, ping });
        expect(drawn).to.deep.equal(['sobot-network-quality']);
      }
    });

    it('for a command that is under way only those whose buttons it disables', async () => {
      watched.drawn.length = 0;
      sdk.all = () => undefined;
      void agent.session?.sendSatisfy().catch(() => undefined);
      await turn();
      expect([...new Set(watched.drawn)]).to.deep.equal(['sobot-call-controls']);
    });

    it('for a masked number only those who show it', async () => {
      agent.maskNumbers = true;
      await turn();
      expect(agent.querySelector('sobot-call-info')?.shadowRoot?.textContent).to.contain('*******5678');
    });
  });

  describe('of running times', () => {
    let time: Time;

    it('has one clock for all, that draws no element, and stops when nothing runs', async () => {
      time = new Time(1);
      const before = time.waiting;
      agent.append(...['sobot-status', 'sobot-call-info', 'sobot-softphone'].map((tag) => document.createElement(tag)));
      for (const element of agent.children) await settled(element as never);
      expect(time.waiting - before, 'logged out').to.equal(0);

      sdk.emit({ messageID: 'EventAgentReady' });
      sdk.emit({ messageID: 'EventRinging', ...callFields });
      sdk.emit({ messageID: 'EventEstablished', ...callFields });
      await turn();
      await turn();
      expect(time.waiting - before, 'status and call, four times each').to.equal(1);
      watched.drawn.length = 0;
      await time.pass(5000);
      expect(watched.drawn).to.deep.equal([]);

      sdk.emit({ messageID: 'EventReleased', ...callFields });
      sdk.emit({ messageID: 'RequestAgentLogout' });
      await turn();
      await turn();
      agent.replaceChildren();
      await turn();
      expect(time.waiting - before, 'all gone').to.equal(0);
    });
  });

  it('leaves nothing behind: no listener at the agent, no timer', async () => {
    const time = new Time(1);
    try {
      const before = time.waiting;
      for (let n = 0; n < 20; n += 1) {
        const softphone = document.createElement('sobot-softphone');
        agent.append(softphone);
        await softphone.updateComplete;
        softphone.remove();
      }
      await turn();
      expect(time.waiting).to.equal(before);
      expect(await emit('EventRinging', callFields)).to.deep.equal([]);
    } finally {
      time.restore();
    }
  });
});
