import { expect } from '@open-wc/testing';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import {
  type AgentFixture,
  completeSettings,
  createReadyAgent,
  mountAgent,
  untilPhase,
} from '../../support/agent-fixture.js';
import { onCleanup } from '../../support/cleanup.js';
import { callFields } from '../../support/call-fields.js';
import { FakeSdk } from '../../support/fake-sdk.js';
import type { Time } from '../../support/time.js';

/** Whether the browser would ask before the page is left. */
const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

const { addEventListener, removeEventListener } = window;

describe('sobot-agent: before the page is left', () => {
  /** The listeners that are there, by their type. */
  let there: string[] = [];
  beforeEach(() => {
    there = [];
    // Runs after the agents have stopped, because it is registered before them.
    onCleanup(() => {
      Object.assign(window, { addEventListener, removeEventListener });
      sessionStorage.clear();
    });
    Object.assign(window, {
      addEventListener(type: string, ...rest: [EventListener]) {
        there.push(type);
        addEventListener.call(window, type, ...rest);
      },
      removeEventListener(type: string, ...rest: [EventListener]) {
        there = there.filter((_, index) => index !== there.indexOf(type));
        removeEventListener.call(window, type, ...rest);
      },
    });
  });
  let fixture: AgentFixture;
  let agent: SobotAgent;
  let sdk: FakeSdk;
  let time: Time;
  beforeEach(async () => {
    fixture = await createReadyAgent();
    ({ agent, sdk, time } = fixture);
  });

  const listens = (): boolean => there.includes('beforeunload');
  const end = (): void => sdk.emit({ messageID: 'EventReleased', ...callFields });

  it('nobody asks, nobody listens, and never is there a listener for the end', () => {
    expect([asks(), listens()]).to.deep.equal([false, false]);
    sdk.emit({ messageID: 'EventAgentReady' });
    expect([asks(), listens()]).to.deep.equal([false, false]);
    fixture.establishCall();
    expect(there).to.not.include('unload');
  });

  for (const messageID of ['EventRinging', 'EventDialing', 'EventEstablished']) {
    it(`asks during a call (${messageID}), and not after it`, () => {
      sdk.emit({ messageID, ...callFields });
      expect([asks(), listens()]).to.deep.equal([true, true]);
      end();
      expect([asks(), listens()]).to.deep.equal([false, false]);
    });
  }

  it('asks during the wrap-up while there are notes that nobody has got', () => {
    fixture.establishCall();
    end();
    expect(listens()).to.equal(false);
    agent.session?.saveDraft({ notes: '  ', disposition: '' });
    expect(listens()).to.equal(false);
    agent.session?.saveDraft({ notes: 'sold', disposition: '' });
    expect([asks(), listens()]).to.deep.equal([true, true]);
    agent.session?.saveDraft({ notes: '', disposition: 'Won' });
    expect(asks()).to.equal(true);
    sdk.emit({ messageID: 'EventAgentReady' });
    expect([asks(), listens()]).to.deep.equal([false, false]);
  });

  it('asks for notes that were written during the call', () => {
    fixture.establishCall();
    agent.session?.saveDraft({ notes: 'sold', disposition: '' });
    end();
    expect(listens()).to.equal(true);
  });

  it('asks as long as one of two agents has a call', async () => {
    const second = new FakeSdk();
    const other = mountAgent(completeSettings(second));
    await untilPhase(other, 'ready');
    fixture.establishCall();
    second.emit({ messageID: 'EventRinging', ...callFields, callID: 'c2' });
    end();
    expect(asks()).to.equal(true);
    second.emit({ messageID: 'EventReleased', ...callFields, callID: 'c2' });
    expect([asks(), listens()]).to.deep.equal([false, false]);
  });

  it('asks for no preview, and not once the phone is stopped or gone', async () => {
    mountAgent({ preview: 'talking' });
    expect(listens()).to.equal(false);
    fixture.establishCall();
    agent.stop();
    expect(listens()).to.equal(false);
    await agent.start();
    fixture.establishCall();
    expect(listens()).to.equal(true);
    agent.remove();
    await time.pass(1_100);
    expect(listens()).to.equal(false);
  });
});
