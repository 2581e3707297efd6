import { expect } from '@open-wc/testing';
import { after, loggedIn, message, NOW, play, ready, success, talking } from '../../support/state.js';

const states = {
  states: [
    { code: '11', name: 'Coffee' },
    { code: 16, name: 'Training room' },
    { code: 31, name: 'Yoga' },
    { name: 'no code' },
    'junk',
  ],
};

describe('presence', () => {
  const login = (fields: Record<string, unknown>): unknown => {
    const { status, reasonCode, label } = after(
      success('queryStates', { result: states }),
      message('EventAgentLogin', fields),
    ).presence;
    return { status, reasonCode, label };
  };
  const table: readonly (readonly [Record<string, unknown>, Record<string, unknown>])[] = [
    [{ agentState: '1' }, { status: 'ready' }],
    [{ agentState: 1, reasonCode: 11 }, { status: 'ready' }],
    [{ agentState: ' 1 ' }, { status: 'ready' }],
    [{ agentState: '0' }, { status: 'offline' }],
    [{ agentState: '2' }, { status: 'dnd' }],
    [{ agentState: '2', reasonCode: '' }, { status: 'dnd' }],
    [{ agentState: '2', reasonCode: 0 }, { status: 'dnd' }],
    [
      { agentState: 2, reasonCode: 2 },
      { status: 'dnd', reasonCode: 2 },
    ],
    [
      { agentState: '2', reasonCode: '2' },
      { status: 'dnd', reasonCode: 2 },
    ],
    [
      { agentState: '2', reasonCode: '98' },
      { status: 'dnd', reasonCode: 98 },
    ],
    [
      { agentState: '2', reasonCode: '11' },
      { status: 'break', reasonCode: 11, label: 'Coffee' },
    ],
    [
      { agentState: '2', reasonCode: 16 },
      { status: 'break', reasonCode: 16, label: 'Training room' },
    ],
    [
      { agentState: '2', reasonCode: 12 },
      { status: 'break', reasonCode: 12 },
    ],
    [
      { agentState: '2', reasonCode: 18 },
      { status: 'break', reasonCode: 18 },
    ],
    [
      { agentState: '2', reasonCode: 31 },
      { status: 'break', reasonCode: 31, label: 'Yoga' },
    ],
    [
      { agentState: '2', reasonCode: 77 },
      { status: 'break', reasonCode: 77, label: '77' },
    ],
    [{ reasonCode: 13 }, { status: 'break', reasonCode: 13 }],
    [{ agentState: '7' }, { status: 'break', label: '7' }],
    [{ agentState: 'Lunch' }, { status: 'break', label: 'Lunch' }],
    [{}, { status: 'dnd' }],
  ];
  for (const [fields, expected] of table) {
    it(`${JSON.stringify(fields)} is ${JSON.stringify(expected)}`, () => {
      expect(login(fields)).to.deep.equal({ reasonCode: undefined, label: undefined, ...expected });
    });
  }

  it('starts offline', () => {
    expect(ready.presence).to.deep.equal({ status: 'offline', since: NOW });
  });

  it('is what was asked for, where the success says nothing', () => {
    const asked = (params: Record<string, unknown>): string => after(success('login', { params })).presence.status;
    expect([asked({ agentState: '1' }), asked({ agentState: '2' }), asked({})]).to.deep.equal(['ready', 'dnd', 'dnd']);
  });

  it("counts from the server's timestamps, in milliseconds, seconds or text, and never from the future", () => {
    const since = (fields: Record<string, unknown>): number =>
      after(message('EventAgentLogin', { agentState: '2', ...fields })).presence.since;
    const before = NOW - 90_000;
    expect(since({ agentStateTimestamp: before })).to.equal(before);
    expect(since({ agentStateTimestamp: String(before) })).to.equal(before);
    expect(since({ agentStateTimestamp: before / 1000 })).to.equal(before);
    expect(since({ reasonCodeTimestamp: before, agentStateTimestamp: 1 })).to.equal(before);
    expect(since({ agentStateTimestamp: NOW + 99_000 })).to.equal(NOW + 1000);
    expect(since({ agentStateTimestamp: 'yesterday' })).to.equal(NOW + 1000);
    expect(since({ agentStateTimestamp: -1 })).to.equal(NOW + 1000);
  });

  it('does not begin again when the same is said again', () => {
    const resting = play(loggedIn, message('EventAgentNotReady', { reasonCode: 11 }));
    expect(play(resting, message('EventAgentNotReady', { reasonCode: '11' }))).to.equal(resting);
    expect(play(resting, message('EventAgentNotReady'))).to.equal(resting);
    expect(play(loggedIn, message('EventAgentReady'))).to.equal(loggedIn);
    expect(play(loggedIn, message('EventAgentLogin'))).to.equal(loggedIn);
  });

  it('gets its reason from the success, when the message only says occupied', () => {
    const done = success('notReady', { params: { reasonCode: 11 }, since: loggedIn });
    expect(play(loggedIn, message('EventAgentNotReady'), done).presence.reasonCode).to.equal(11);
  });

  it('is not set back by a success that is older than the last message', () => {
    const forced = play(loggedIn, message('EventAgentNotReady', { reasonCode: 11 }), message('EventAgentReady'));
    expect(play(forced, success('notReady', { params: { reasonCode: 11 }, since: loggedIn }))).to.equal(forced);
  });

  it("gets the tenant's names when they come later", () => {
    const resting = play(
      loggedIn,
      message('EventAgentNotReady', { reasonCode: 11 }),
      success('queryStates', { result: states }),
    );
    expect(resting.presence.label).to.equal('Coffee');
    expect(resting.breaks).to.deep.equal([
      { code: 11, name: 'Coffee' },
      { code: 16, name: 'Training room' },
      { code: 31, name: 'Yoga' },
    ]);
    expect(play(resting, success('queryStates', { result: states })), 'asked again').to.equal(resting);
  });

  it('leaves a running call alone, but for the log-out', () => {
    for (const messageID of ['EventAgentReady', 'EventAgentNotReady', 'EventAgentLogin']) {
      expect(play(talking, message(messageID)).call, messageID).to.equal(talking.call);
    }
    for (const messageID of ['RequestAgentLogout', 'EventAgentLogout']) {
      expect(play(talking, message(messageID)).call, messageID).to.equal(null);
    }
  });
});

describe('who the agent is', () => {
  it('is gathered from whatever tells a part of it', () => {
    const state = after(
      success('login', { params: { phoneType: 'sip', bindExt: '1000', bindMobile: '133' } }),
      success('queryAgentLoginInfo', { result: { agentUUID: 'u', agentID: 1005, agentName: ' Ada ' } }),
      success('queryPhoneType', { result: { currentPhoneType: 'webrtc', ext: '1001', phone: '' } }),
      success('queryAgentCanJoinedInfo', { result: { info: { id: 'u2', phoneType: 'fax' } } }),
    );
    const agent = { number: '1005', id: 'u2', name: 'Ada', ext: '1001', phone: '133', phoneType: 'webrtc' };
    expect(state.agent).to.deep.equal(agent);
  });

  it('is nobody until something is told', () => {
    expect(after(success('queryPhoneType', { result: {} }), success('queryAgentLoginInfo')).agent).to.equal(null);
  });
});

describe('a phone that was displaced', () => {
  const displaced = play(loggedIn, message('EventAgentConnectionChanged'));

  it('is taken back by a login at this end', () => {
    const state = play(displaced, success('login', { params: { agentState: '1' } }));
    expect([state.phase, state.connection, state.presence.status]).to.deep.equal(['ready', 'connected', 'ready']);
  });

  it('is not taken back by the news that the agent logged in, which may be at the other end', () => {
    const state = play(displaced, message('EventAgentLogin', { agentState: '1' }));
    expect([state.phase, state.connection]).to.deep.equal(['displaced', 'displaced']);
  });
});
