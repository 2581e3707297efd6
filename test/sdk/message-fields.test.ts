import { expect } from '@open-wc/testing';
import { creationTimeOf, isSameSample, messageIDOf, withMessageID, withShiftedTimes } from '../../src/sdk/index.js';

describe('the fields of a message', () => {
  it('have the trimmed name, or that of the subscription', () => {
    const padded = { messageID: ' EventRinging ' };
    expect(withMessageID(padded, 'EventAgentAll')).to.equal(padded);
    expect(messageIDOf(padded)).to.equal('EventRinging');
    expect(withMessageID({ ping: 1 }, 'EventJanusLatency')).to.deep.equal({ ping: 1, messageID: 'EventJanusLatency' });
    expect(withMessageID(null, 'EventAgentAll')).to.deep.equal({ messageID: 'EventAgentAll', message: null });
  });

  it('are the same sample where the figures are, in whatever type', () => {
    const sample = { messageID: 'EventJanusLatency', ping: 20, jitter: 2, loss: '0%', quality: 'e' };
    expect(isSameSample(sample, { ...sample, ping: '20', creationTime: 1 })).to.equal(true);
    expect(isSameSample(sample, { ...sample, ping: 21 })).to.equal(false);
  });

  it('have times of the server, which can be moved in a copy', () => {
    const message = {
      messageID: 'EventAgentRegainStatus',
      creationTime: '1700000000000',
      wrapUpEndTimestamp: 1_700_000_030,
      agentStateInfo: { agentStateTimestamp: 1_700_000_000_000, agentState: '1' },
      other: { agentStateTimestamp: 1_700_000_000_000 },
      noTimestamp: 'x',
    };
    expect(creationTimeOf(message)).to.equal(1_700_000_000_000);
    expect(withShiftedTimes(message, 1000)).to.deep.equal({
      ...message,
      wrapUpEndTimestamp: 1_700_000_031_000,
      agentStateInfo: { agentStateTimestamp: 1_700_000_001_000, agentState: '1' },
    });
    expect(message.agentStateInfo.agentStateTimestamp).to.equal(1_700_000_000_000);
  });
});
