import { expect } from '@open-wc/testing';
import { type SessionFixture, startSession } from '../support/session.js';

describe('a message without a name', () => {
  let fixture: SessionFixture;
  beforeEach(async () => {
    fixture = await startSession();
  });

  for (const via of ['EventAgentAll', 'EventJanusLatency'] as const) {
    it(`is named by its subscription to ${via}`, () => {
      const message = Object.freeze({ ping: 20 });
      fixture.sdk.emit(message, via);
      const name = via === 'EventAgentAll' ? 'sobot-agent-all' : 'sobot-janus-latency';
      expect(fixture.events.names.slice(0, 2)).to.deep.equal([name, 'sobot-event']);
      expect(fixture.events.events[0]?.detail).to.deep.equal({ ping: 20, messageID: via });
    });
  }
});

describe('latency', () => {
  let fixture: SessionFixture;
  beforeEach(async () => {
    fixture = await startSession();
  });

  const sample = { ping: 20, jitter: 2, loss: '0%', quality: 'e' };
  const count = (): number => fixture.events.of('sobot-janus-latency').length;

  it('counts once when it comes by both subscriptions, in either order', () => {
    for (const [first, second] of [
      ['EventAgentAll', 'EventJanusLatency'],
      ['EventJanusLatency', 'EventAgentAll'],
    ]) {
      fixture.events.clear();
      const message = { messageID: 'EventJanusLatency', ...sample };
      fixture.sdk.emit(message, first);
      fixture.sdk.emit(message, second);
      expect(count()).to.equal(1);
    }
  });

  it('counts once also when only one of the two has a name and the common fields', () => {
    fixture.sdk.emit({ messageID: 'EventJanusLatency', creationTime: 1, ...sample }, 'EventAgentAll');
    fixture.sdk.emit({ ...sample, ping: '20' }, 'EventJanusLatency');
    expect(count()).to.equal(1);
  });

  it('counts twice when it is another sample, or comes twice the same way', () => {
    fixture.sdk.emit({ ...sample }, 'EventJanusLatency');
    fixture.sdk.emit({ ...sample }, 'EventJanusLatency');
    expect(count()).to.equal(2);
    fixture.sdk.emit({ messageID: 'EventJanusLatency', ...sample, ping: 21 }, 'EventAgentAll');
    expect(count()).to.equal(3);
  });

  it('that cannot be written as JSON does no harm', () => {
    const message: Record<string, unknown> = { messageID: 'EventJanusLatency', ...sample, big: 1n };
    message['self'] = message;
    fixture.sdk.emit(message, 'EventAgentAll');
    fixture.sdk.emit(message, 'EventJanusLatency');
    expect(count()).to.equal(1);
    expect(fixture.session.state.network?.ping).to.equal(20);
  });
});

describe('malformed messages', () => {
  let fixture: SessionFixture;
  beforeEach(async () => {
    fixture = await startSession();
  });

  const cyclic: Record<string, unknown> = { messageID: 'EventRinging', callID: 'c1' };
  cyclic['attachedData'] = cyclic;
  let deep: Record<string, unknown> = {};
  for (let depth = 0; depth < 20_000; depth += 1) deep = { deep };

  const malformed: readonly (readonly [string, unknown, string])[] = [
    ['null', null, 'sobot-agent-all'],
    ['undefined', undefined, 'sobot-agent-all'],
    ['a text', 'EventRinging', 'sobot-agent-all'],
    ['a number', 7, 'sobot-agent-all'],
    ['a function', () => undefined, 'sobot-agent-all'],
    ['an array', [{ messageID: 'EventRinging' }], 'sobot-agent-all'],
    ['an empty object', {}, 'sobot-agent-all'],
    ['without a prototype', Object.assign(Object.create(null), { messageID: 'EventRinging' }), 'sobot-ringing'],
    ['an empty name', { messageID: ' ' }, 'sobot-agent-all'],
    ['a padded name', { messageID: ' EventRinging\n' }, 'sobot-ringing'],
    ['a number as name', { messageID: 42 }, 'sobot-42'],
    ['an object as name', { messageID: { toString: 1 } }, 'sobot-agent-all'],
    ['null as name', { messageID: null }, 'sobot-agent-all'],
    ['a symbol as name', { messageID: Symbol('x') }, 'sobot-agent-all'],
    [
      'fields of every wrong kind',
      { messageID: 'EventRinging', callID: {}, otherDN: [], callType: 5n, attachedData: 1 },
      'sobot-ringing',
    ],
    [
      'fields named like built-ins',
      { messageID: 'EventRinging', callType: 'constructor', thisDNRole: '__proto__' },
      'sobot-ringing',
    ],
    ['data that contains itself', cyclic, 'sobot-ringing'],
    ['data too deep to walk', { messageID: 'EventRinging', attachedData: deep }, 'sobot-ringing'],
    ['data that is broken JSON', { messageID: 'EventRinging', attachedData: '{"a":' }, 'sobot-ringing'],
    [
      'a status of junk',
      { messageID: 'EventAgentRegainStatus', agentStateInfo: 'x', workStatusInfo: 7 },
      'sobot-agent-regain-status',
    ],
    [
      'figures of junk',
      { messageID: 'EventJanusLatency', ping: {}, jitter: 'x', loss: [], quality: 'zz' },
      'sobot-janus-latency',
    ],
  ];

  for (const [what, message, name] of malformed) {
    it(`${what} goes out as ${name} and throws nothing`, () => {
      expect(() => fixture.sdk.emit(message)).not.to.throw();
      expect(fixture.events.names.slice(0, 2)).to.deep.equal([name, 'sobot-event']);
      expect(() => structuredClone(fixture.session.state)).not.to.throw();
      fixture.events.clear();
      fixture.sdk.emit({ messageID: 'EventAgentReady' });
      expect(fixture.session.state.presence.status).to.equal('ready');
    });
  }
});

it("what is only padded is the SDK's own object all the same", async () => {
  const fixture = await startSession();
  const message = { messageID: ' EventAgentReady ' };
  fixture.sdk.emit(message);
  expect(fixture.events.of('sobot-agent-ready').map(({ detail }) => detail === message)).to.deep.equal([true]);
});
