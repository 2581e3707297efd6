import { expect } from '@open-wc/testing';
import { scripts } from '../support/fake-sdk.js';
import { createSession, type SessionFixture, startSession } from '../support/session.js';

type Fields = Readonly<Record<string, unknown>>;

let agents = 0;

/** An agent whom no other test knows. */
const newAgent = (): { companyId: string; agent: string } => ({
  companyId: 'company',
  agent: `once-${(agents += 1)}`,
});

const AT = 1_790_000_000_000;
/** @param seconds the vendor's time of the message, by its own clock */
const message = (messageID: string, callID: string, seconds?: number): Fields => ({
  messageID: `Event${messageID}`,
  callID,
  otherDN: `555-${callID}`,
  callType: 'Inbound',
  ...(seconds === undefined ? undefined : { creationTime: AT + seconds * 1000 }),
});
const regain = (workStatus: string, callID?: string): Fields => ({
  messageID: 'EventAgentRegainStatus',
  agentStateInfo: { agentState: '1', workStatus },
  ...(callID && { workStatusInfo: { callID, callType: 'Inbound' } }),
});
const status = (messageID: string): Fields => ({ messageID, agentState: '2' });
const notes = (text: string): Fields => ({ notes: text });

/** `notes` writes them, anything else is a message. */
function play({ session, sdk }: SessionFixture, steps: readonly Fields[]): void {
  for (const step of steps) {
    if ('notes' in step) session.saveDraft({ notes: String(step['notes']), disposition: '' });
    else sdk.emit(step);
  }
}

/** The ends and wrap-ups that went out, each as `end id` or `done id notes`. */
const reported = ({ events }: SessionFixture): string[] =>
  events.events.flatMap(({ type, detail }) => {
    if (type === 'sobot-call-ended') return [`end ${String(detail.id)}`];
    return type === 'sobot-wrap-up-done' ? [`done ${String(detail.call.id)} ${String(detail.notes)}`.trim()] : [];
  });

const shown = ({ session: { state } }: SessionFixture): string =>
  [state.call, ...state.waitingCalls].map((call) => (call ? `${call.id} ${call.state}` : 'none')).join(', ');

const talk = [message('Ringing', 'c-1'), message('Established', 'c-1')];
const worked = [...talk, notes('refund'), message('Released', 'c-1')];
const readyNow = status('EventAgentReady');

interface Row {
  readonly steps: readonly Fields[];
  /** The calls at the end: the current one, then the waiting ones. */
  readonly shows?: string;
  readonly reports?: readonly string[];
}

const rows: Readonly<Record<string, Row>> = {
  'a second call that rings and gives up ends nothing': {
    steps: [...talk, message('Ringing', 'c-2'), message('Released', 'c-2')],
    shows: 'c-1 talking',
    reports: ['end c-2'],
  },
  'a call that talks is no end of another one': {
    steps: [...talk, message('Established', 'c-2')],
    shows: 'c-2 talking, c-1 held',
    reports: [],
  },
  'of two that ring, one is answered': {
    steps: [message('Ringing', 'c-1'), message('Ringing', 'c-2'), message('Established', 'c-2')],
    shows: 'c-2 talking, c-1 ringing',
  },
  'of two that ring, one gives up': {
    steps: [message('Ringing', 'c-1'), message('Ringing', 'c-2'), message('Abandoned', 'c-1')],
    shows: 'c-2 ringing',
    reports: ['end c-1'],
  },
  'a call that is offered again rings again, and ends again': {
    steps: [message('Ringing', 'c', 0), message('Released', 'c', 1), message('Ringing', 'c', 4)],
    shows: 'c ringing',
    reports: ['end c'],
  },
  'a call that comes back after a transfer is wrapped up twice, each time with its own notes': {
    steps: [
      message('Ringing', 'c', 0),
      message('Established', 'c', 1),
      notes('first'),
      message('Released', 'c', 2),
      message('Ringing', 'c', 9),
      message('Established', 'c', 10),
      notes('second'),
      message('Released', 'c', 11),
      readyNow,
    ],
    shows: 'none',
    reports: ['end c', 'done c first', 'end c', 'done c second'],
  },
  'what is older than the end comes late': {
    steps: [message('Ringing', 'c', 0), message('Released', 'c', 5), message('Established', 'c', 4)],
    shows: 'none',
  },
  'an end may come before its start': {
    steps: [message('Released', 'c', 5), message('Ringing', 'c', 4), message('Established', 'c', 4.5)],
    shows: 'none',
    reports: [],
  },
  'an answer needs no ring, and a late start changes nothing': {
    steps: [message('Established', 'c'), message('Dialing', 'c'), message('Ringing', 'c')],
    shows: 'c talking',
  },
  'a ring in after-call work that nobody answers gives the work back': {
    steps: [...worked, message('Ringing', 'c-2'), message('Released', 'c-2'), readyNow],
    reports: ['end c-1', 'end c-2', 'done c-1 refund'],
  },
  'an answered call ends the after-call work before it': {
    steps: [...worked, message('Ringing', 'c-2'), message('Established', 'c-2')],
    reports: ['end c-1', 'done c-1 refund'],
  },
  'a ring beside a call may outlast it': {
    steps: [
      ...talk,
      notes('refund'),
      message('Ringing', 'c-2'),
      message('Released', 'c-1'),
      message('Released', 'c-2'),
    ],
    shows: 'none',
    reports: ['end c-1', 'end c-2'],
  },
  'after-call work that is reported again is of no call': {
    steps: [...worked, status('EventAgentNotReady'), regain('sorting'), readyNow],
    reports: ['end c-1', 'done c-1 refund'],
  },
  'notes of after-call work without a call are not those of the next': {
    steps: [regain('sorting'), notes('lost'), readyNow, regain('sorting'), readyNow],
    reports: [],
  },
  'a call that was never answered has no after-call work of its own': {
    steps: [message('Ringing', 'm-1'), message('Released', 'm-1'), regain('sorting'), readyNow],
    reports: ['end m-1'],
  },
  'the platform names the call of after-call work': {
    steps: [...worked, regain('sorting', 'c-1'), readyNow],
    shows: 'none',
    reports: ['end c-1', 'done c-1 refund'],
  },
  'a call that goes on after its end was reported is shown, and not reported twice': {
    steps: [...worked, readyNow, regain('talking', 'c-1'), message('Released', 'c-1'), readyNow],
    reports: ['end c-1', 'done c-1 refund'],
  },
  'notes that are written after the report go out': {
    steps: [...worked, readyNow, regain('talking', 'c-1'), notes('more'), message('Released', 'c-1'), readyNow],
    reports: ['end c-1', 'done c-1 refund', 'done c-1 more'],
  },
};

describe('a call is reported once', () => {
  for (const [title, { steps, shows, reports }] of Object.entries(rows)) {
    it(title, async () => {
      const fixture = await startSession({ init: newAgent() });
      play(fixture, steps);
      if (shows !== undefined) expect(shown(fixture)).to.equal(shows);
      if (reports) expect(reported(fixture)).to.deep.equal(reports);
    });
  }

  it('gives the wrap-up back with its notes, its deadline and its controls', async () => {
    const fixture = await startSession({ init: newAgent() });
    const endsAt = Date.now() + 60_000;
    play(fixture, [...talk, { ...message('Released', 'c-1'), wrapUpEndTimestamp: endsAt }, notes('half')]);
    play(fixture, [message('Ringing', 'c-2')]);
    expect(fixture.session.draft.notes).to.equal('half');
    play(fixture, [notes('half a note'), message('Released', 'c-2')]);
    const { wrapUp } = fixture.session.state;
    expect([wrapUp?.callId, wrapUp?.endsAt, fixture.session.draft.notes]).to.deep.equal(['c-1', endsAt, 'half a note']);
    expect(fixture.session.obstacle('completeACW')).to.equal(null);
  });
});

describe('a call that a session of the page leaves', () => {
  const detached = (): HTMLElement => document.createElement('div');
  const done = ['end c-1', 'done c-1 refund'];

  it('is finished by the session of the next element, which is told that there is no call', async () => {
    const init = newAgent();
    const target = document.body.appendChild(detached());
    const before = await startSession({ init, target });
    play(before, [...talk, notes('refund')]);
    target.remove();
    const after = await startSession({ init });
    play(after, [regain('ready')]);
    expect([reported(before), reported(after)]).to.deep.equal([[], done]);
    play(before, [message('Released', 'c-1'), readyNow]);
    before.session.stop();
    play(after, [readyNow]);
    expect(reported(after)).to.deep.equal(done);
  });

  for (const [when, early] of [
    ['before', true],
    ['after', false],
  ] as const) {
    it(`is finished by one that the platform has told ${when} the other stopped`, async () => {
      const init = newAgent();
      const before = await startSession({ init });
      play(before, [...talk, notes('refund')]);
      const after = await startSession({ init });
      if (early) play(after, [regain('ready')]);
      before.session.stop();
      if (!early) play(after, [regain('ready')]);
      expect(reported(after)).to.deep.equal(done);
    });
  }

  it('is the call of after-call work that was reported without one', async () => {
    const init = newAgent();
    const before = await startSession({ init });
    play(before, [...talk, notes('refund')]);
    const after = await startSession({ init });
    play(after, [regain('sorting')]);
    before.session.stop();
    expect([after.session.state.wrapUp?.callId, after.session.draft.notes]).to.deep.equal(['c-1', 'refund']);
    play(after, [readyNow]);
    expect(reported(after)).to.deep.equal(done);
  });

  it('is reported by one of two that have it', async () => {
    const init = newAgent();
    const both = [await startSession({ init }), await startSession({ init })];
    for (const each of both) play(each, talk);
    for (const each of both) play(each, [message('Released', 'c-1')]);
    for (const each of both) play(each, [readyNow]);
    expect(both.flatMap(reported)).to.deep.equal(['end c-1', 'done c-1']);
  });

  it('waits in the storage for a session that starts later', async () => {
    const init = newAgent();
    const before = await startSession({ init });
    play(before, worked);
    before.session.stop();
    const after = createSession({ init });
    await after.session.start();
    play(after, [regain('sorting')]);
    expect(after.session.draft.notes).to.equal('refund');
    play(after, [readyNow]);
    expect(reported(after)).to.deep.equal(['done c-1 refund']);
  });
});

it('has no after-call work of a caller who was never answered, though a consultation went on', async () => {
  const fixture = await startSession({ init: newAgent() });
  const { session, sdk } = fixture;
  play(fixture, [message('Ringing', 'c-1')]);
  sdk.all = scripts.sync;
  await session.execute('initiateConsult', { targetType: '0', target: '1002' });
  play(fixture, [message('Established', 'c-2'), message('Released', 'c-1'), status('EventAgentLogout')]);
  expect(reported(fixture)).not.to.include('done c-1');
});
