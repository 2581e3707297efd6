import { expect } from '@open-wc/testing';
import { complete, phase, place } from '../../support/agent.js';
import { aCall } from '../../support/desk.js';
import { SdkDouble } from '../../support/sdk-double.js';
import { agent, double, started, talking, time } from '../../support/agent-started.js';

/** Whether the browser would ask before the page is left. */
const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

const { addEventListener, removeEventListener } = window;

describe('sobot-agent: before the page is left', () => {
  /** The listeners that are there, by their type. */
  let there: string[] = [];
  beforeEach(() => {
    there = [];
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
  started();
  afterEach(() => {
    Object.assign(window, { addEventListener, removeEventListener });
    sessionStorage.clear();
  });

  const listens = (): boolean => there.includes('beforeunload');
  const end = (): void => double.emit({ messageID: 'EventReleased', ...aCall });

  it('nobody asks, nobody listens, and never is there a listener for the end', () => {
    expect([asks(), listens()]).to.deep.equal([false, false]);
    double.emit({ messageID: 'EventAgentReady' });
    expect([asks(), listens()]).to.deep.equal([false, false]);
    talking();
    expect(there).to.not.include('unload');
  });

  for (const messageID of ['EventRinging', 'EventDialing', 'EventEstablished']) {
    it(`asks during a call (${messageID}), and not after it`, () => {
      double.emit({ messageID, ...aCall });
      expect([asks(), listens()]).to.deep.equal([true, true]);
      end();
      expect([asks(), listens()]).to.deep.equal([false, false]);
    });
  }

  it('asks during the wrap-up while there are notes that nobody has got', () => {
    talking();
    end();
    expect(listens()).to.equal(false);
    agent.session?.saveDraft({ notes: '  ', disposition: '' });
    expect(listens()).to.equal(false);
    agent.session?.saveDraft({ notes: 'sold', disposition: '' });
    expect([asks(), listens()]).to.deep.equal([true, true]);
    agent.session?.saveDraft({ notes: '', disposition: 'Won' });
    expect(asks()).to.equal(true);
    double.emit({ messageID: 'EventAgentReady' });
    expect([asks(), listens()]).to.deep.equal([false, false]);
  });

  it('asks for notes that were written during the call', () => {
    talking();
    agent.session?.saveDraft({ notes: 'sold', disposition: '' });
    end();
    expect(listens()).to.equal(true);
  });

  it('asks as long as one of two agents has a call', async () => {
    const second = new SdkDouble();
    const other = place(complete(second));
    await phase(other, 'ready');
    talking();
    second.emit({ messageID: 'EventRinging', ...aCall, callID: 'c2' });
    end();
    expect(asks()).to.equal(true);
    second.emit({ messageID: 'EventReleased', ...aCall, callID: 'c2' });
    expect([asks(), listens()]).to.deep.equal([false, false]);
  });

  it('asks for no preview, and not once the phone is stopped or gone', async () => {
    place({ preview: 'talking' });
    expect(listens()).to.equal(false);
    talking();
    agent.stop();
    expect(listens()).to.equal(false);
    await agent.start();
    talking();
    expect(listens()).to.equal(true);
    agent.remove();
    await time.pass(1_100);
    expect(listens()).to.equal(false);
  });
});
