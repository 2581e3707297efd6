import { expect, fixture } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import type { AgentSession } from '../../src/session/index.js';
import { PolledQuery } from '../../src/queries/polling.js';
import { isConnected, SharedQuery } from '../../src/queries/query-cache.js';
import type { QueueCountsResult } from '../../src/sdk/index.js';
import type { FakeSdk } from '../support/fake-sdk.js';
import { startSession, turn } from '../support/session.js';
import { Time } from '../support/time.js';

const shared = new SharedQuery<QueueCountsResult>((session) => session.queryCountsInQueue(), isConnected);

class Host extends LitElement {
  session: AgentSession | null = null;
  seconds = 10;
  readonly poll = new PolledQuery(
    this,
    shared,
    () => this.session,
    () => this.seconds,
  );

  protected override render(): TemplateResult {
    const { result, error } = this.poll;
    return html`<p>${result?.queues?.[0]?.count} ${error?.message}</p>`;
  }
}

customElements.define('test-poll', Host);

const now = performance.now.bind(performance);

describe('Poll', () => {
  let time: Time;
  let session: AgentSession;
  let sdk: FakeSdk;
  let host: Host;
  let hidden: boolean;

  const place = async (seconds = 10): Promise<Host> => {
    const placed = document.createElement('test-poll') as Host;
    Object.assign(placed, { session, seconds });
    document.querySelector('main')?.append(placed);
    await placed.updateComplete;
    return placed;
  };
  const asked = (): number => sdk.sent.length;
  const answer = async (count = 1): Promise<void> => {
    sdk.last().success({ status: 'success', queues: [{ queueID: 'q', queueName: 'Q', count }] });
    await turn();
    await host.updateComplete;
  };
  const fail = async (): Promise<void> => {
    sdk.last().error({ status: 'error', errorMessage: 'out of order' });
    await turn();
    await host.updateComplete;
  };
  const show = (shown: boolean): void => {
    hidden = !shown;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const seen = async (): Promise<void> => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    await turn();
  };

  beforeEach(async () => {
    hidden = false;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    ({ session, sdk } = await startSession({ commandTimeout: 3_600_000 }));
    await fixture(html`<main></main>`);
    time = new Time();
    const start = now();
    performance.now = () => start + time.now;
    host = await place();
    await seen();
  });

  afterEach(() => {
    host.remove();
    session.stop();
    Reflect.deleteProperty(performance, 'now');
    Reflect.deleteProperty(document, 'hidden');
  });

  it('asks at once, and again a while after each answer', async () => {
    expect(asked()).to.equal(1);
    await answer(3);
    expect(host.renderRoot.textContent).to.contain('3');
    await time.pass(9999);
    expect(asked()).to.equal(1);
    await time.pass(1);
    expect(asked()).to.equal(2);
    await answer(4);
    expect(host.renderRoot.textContent).to.contain('4');
  });

  it('never asks while a question is open', async () => {
    await time.pass(60_000);
    expect(asked()).to.equal(1);
    await answer();
    await time.pass(10_000);
    host.poll.refetch(); // somebody is impatient
    expect(asked()).to.equal(3);
    sdk.sent[1]?.success({ status: 'success' });
    await time.pass(60_000);
    expect(asked()).to.equal(3);
    await answer();
    await time.pass(10_000);
    expect(asked()).to.equal(4);
  });

  it('goes on when an answer has been overtaken by what came another way', async () => {
    host.poll.setResult({ queues: [] });
    await time.pass(20_000);
    expect(asked(), 'the first question is still open').to.equal(1);
    await answer();
    await time.pass(10_000);
    expect(asked()).to.equal(2);
  });

  it('waits longer after each failure, at most five minutes, and as before after a success', async () => {
    for (const seconds of [20, 40, 80, 160, 300, 300]) {
      await fail();
      const before = asked();
      await time.pass(seconds * 1000 - 1);
      expect(asked(), `before ${seconds} s`).to.equal(before);
      await time.pass(1);
      expect(asked(), `after ${seconds} s`).to.equal(before + 1);
    }
    expect(host.renderRoot.textContent).to.contain('out of order');
    await answer();
    const before = asked();
    await time.pass(10_000);
    expect(asked()).to.equal(before + 1);
  });

  it('keeps the last result, and when it came, while the next one fails', async () => {
    await answer(7);
    const { updatedAt: at } = host.poll;
    await time.pass(10_000);
    await fail();
    expect(host.renderRoot.textContent).to.contain('7');
    expect(host.poll.updatedAt).to.equal(at);
  });

  it('pauses while the page is hidden, and asks at once for what has become old', async () => {
    await answer();
    show(false);
    await time.pass(60_000);
    expect(asked()).to.equal(1);
    show(true);
    await time.pass(0);
    await time.pass(50);
    expect(asked()).to.equal(2);
  });

  it('does not ask sooner than wanted when the page is hidden for a moment', async () => {
    await answer();
    await time.pass(4000);
    show(false);
    show(true);
    await time.pass(5999);
    expect(asked()).to.equal(1);
    await time.pass(1);
    expect(asked()).to.equal(2);
  });

  it('does not sit out the wait of failures when somebody looks again', async () => {
    for (let index = 0; index < 5; index += 1) {
      await fail();
      host.poll.refetch();
    }
    await fail();
    show(false);
    await time.pass(10_000);
    const before = asked();
    show(true);
    await time.pass(50);
    expect(asked()).to.equal(before + 1);
  });

  it('pauses while the element is out of sight, and goes on when it is seen', async () => {
    await answer();
    host.style.setProperty('display', 'none');
    await seen();
    await time.pass(60_000);
    expect(asked()).to.equal(1);
    host.style.setProperty('display', 'block');
    await seen();
    await time.pass(50);
    expect(asked()).to.equal(2);
  });

  it('is shared, at the shortest interval of those who look', async () => {
    await answer();
    const fast = await place(2);
    await seen();
    expect(asked()).to.equal(1);
    await time.pass(2000);
    expect(asked()).to.equal(2);
    await answer(9);
    await fast.updateComplete;
    expect(fast.renderRoot.textContent).to.contain('9');
    fast.remove();
    await time.pass(9000);
    expect(asked()).to.equal(2);
    await time.pass(1000);
    expect(asked()).to.equal(3);
  });

  it('does not ask by itself at an interval of nothing, and not faster than ten times a second', async () => {
    await answer();
    host.seconds = 0;
    host.requestUpdate();
    await host.updateComplete;
    await time.pass(100_000);
    expect(asked()).to.equal(1);
    host.seconds = 0.01;
    host.requestUpdate();
    await host.updateComplete;
    await time.pass(50);
    expect(asked()).to.equal(2);
    await answer();
    await time.pass(99);
    expect(asked()).to.equal(2);
    await time.pass(1);
    expect(asked()).to.equal(3);
  });

  it('ends with the session, and leaves nothing when the element goes', async () => {
    await answer();
    session.stop();
    await time.pass(60_000);
    expect(asked()).to.equal(1);
    host.remove();
    expect(time.waiting).to.equal(0);
  });
});
