import { expect } from '@open-wc/testing';
import { events } from '../../src/sdk/index.js';
import { initialState, type AgentState } from '../../src/state/index.js';
import { unfrozen } from '../support/frozen.js';
import * as phone from '../support/state.js';
import { failed, message, NOW, play, reduced, sent, success } from '../support/state.js';
import { methodNames } from '../support/vendor-methods.js';

const states: AgentState[] = [
  ...[phone.ready, phone.loggedIn, phone.dialing, phone.ringing, phone.talking, phone.muted, phone.held],
  ...[phone.wrappingUp, phone.consulting, phone.consulted],
];
const rich = {
  ...{ callID: 'c1', otherDN: '5', thirdDN: '6', attachedData: { a: { b: [1, { c: 2 }] } }, reasonCode: 11 },
  ...{ wrapUpEndTimestamp: NOW, ping: 1, jitter: 1, loss: '1%', quality: 'e', agentState: '2' },
  ...{ agentStateInfo: { workStatus: 'sorting' }, states: [{ code: 11, name: 'Coffee' }] },
};
const told = Object.entries(events).filter(([, { signal }]) => signal);

describe('the state is frozen plain data', () => {
  const check = (state: AgentState): void => {
    expect(unfrozen(state)).to.equal(undefined);
    expect(structuredClone(state)).to.deep.equal(state);
  };

  it('from the start, and in every phase', () => {
    check(initialState(NOW));
    check(reduced(phone.ready, { type: 'phase', phase: 'failed', error: { kind: 'init', message: 'no', code: '1' } }));
    check(
      reduced(phone.talking, {
        type: 'identified',
        callId: 'c1',
        number: '555',
        info: { name: 'Ada', details: { vip: true } },
      }),
    );
    check(reduced(phone.talking, { type: 'connection', connection: 'offline' }));
  });

  for (const [messageID] of told) {
    it(`after ${messageID}, whatever it carries`, () => {
      for (const state of states) {
        check(play(state, message(messageID)));
        check(play(state, message(messageID, rich)));
        check(play(state, message(messageID, { ...rich, callID: 'c3', workStatusInfo: rich })));
      }
    });
  }

  it('after every command', () => {
    for (const state of states) {
      for (const method of methodNames) {
        const params = { otherDN: '5', userData: rich.attachedData, delayTime: 60, target: '1', reasonCode: 11 };
        check(play(state, sent(method), success(method, { params, result: rich })));
        check(play(state, sent(method), failed(method)));
      }
    }
  });

  it('that leaves the data of the SDK and of the caller as it was', () => {
    const attachedData = { a: { b: 1 } };
    const state = play(phone.loggedIn, message('EventRinging', { callID: 'c1', attachedData }));
    attachedData.a.b = 2;
    expect(state.call?.attachedData).to.deep.equal({ a: { b: 1 } });
    expect(Object.isFrozen(attachedData.a)).to.equal(false);
    const userData = { order: { nr: 7 } };
    const dialing = play(phone.loggedIn, success('makeCall', { params: { otherDN: '5', userData } }));
    userData.order.nr = 8;
    expect(dialing.call?.attachedData).to.deep.equal({ order: { nr: 7 } });
  });

  it('and drops what is no data', () => {
    const attachedData = { text: 'x', run: () => 1, when: new Date(NOW), none: undefined };
    const state = play(phone.loggedIn, message('EventRinging', { callID: 'c1', attachedData }));
    check(state);
    expect(state.call?.attachedData).to.deep.equal({ text: 'x', when: '2023-11-14T22:13:20.000Z' });
  });
});

describe('the state is the same object', () => {
  it('when a message says nothing new', () => {
    const repeats = told.filter(([messageID]) => messageID !== 'EventJanusLatency');
    for (const [messageID] of repeats) {
      for (const state of states) {
        const once = message(messageID, rich)(state, NOW + 1000);
        expect(
          message(messageID, { ...rich, attachedData: '{"a":{"b":[1,{"c":2}]}}' })(once, NOW + 2000),
          messageID,
        ).to.equal(once);
      }
    }
  });

  it('when a command fails', () => {
    for (const method of methodNames) {
      expect(play(phone.talking, failed(method)), method).to.equal(phone.talking);
    }
  });

  it('when a query is answered the same again', () => {
    const results = {
      queryStates: { states: [{ code: 11, name: 'Coffee' }] },
      queryAgentLoginInfo: { agentID: '1005', agentName: 'Ada' },
    };
    for (const [method, result] of Object.entries(results)) {
      const once = play(phone.ready, success(method as keyof typeof results, { result }));
      expect(once).not.to.equal(phone.ready);
      expect(play(once, success(method as keyof typeof results, { result })), method).to.equal(once);
    }
  });
});
