import { expect } from '@open-wc/testing';
import { estimateMos } from '../../../src/state/index.js';
import { after, dialing, loggedIn, message, NOW, play, reduced, talking } from '../../support/state.js';

describe('the estimated MOS', () => {
  const golden = [
    [20, 2, 0, 4.39],
    [40, 5, 0, 4.38],
    [100, 10, 0.5, 4.32],
    [200, 30, 1, 4.2],
    [400, 30, 3, 3.36],
    [800, 80, 10, 1.01],
  ] as const;
  for (const [ping, jitter, loss, mos] of golden) {
    it(`of ping ${ping} ms, jitter ${jitter} ms, loss ${loss} % is ${mos}`, () => {
      expect(Math.round(estimateMos(ping, jitter, loss) * 100) / 100).to.equal(mos);
    });
  }

  it('stays between 1 and 4.5, whatever is measured', () => {
    for (const [ping, jitter, loss] of [
      [0, 0, 0],
      [1e9, 0, 0],
      [0, 1e9, 100],
      [-1e9, 0, 0],
      [1e308, 1e308, 1e308],
    ] as const) {
      expect(estimateMos(ping, jitter, loss)).to.be.within(1, 4.5);
    }
  });
});

describe('network samples', () => {
  const sample = (fields: Record<string, unknown>) => after(message('EventJanusLatency', fields)).network;

  it('are numbers, whatever they come as', () => {
    const network = { ping: 20, jitter: 2.5, loss: 0.5, quality: 'e', at: NOW + 1000 };
    expect(sample({ ping: 20, jitter: 2.5, loss: 0.5, quality: 'e' })).to.deep.include(network);
    expect(sample({ ping: '20', jitter: ' 2.5 ', loss: '0.5%', quality: ' E ' })).to.deep.include(network);
  });

  it('may lack figures', () => {
    expect(sample({ quality: 'a' })).to.deep.include({ ping: 0, jitter: 0, loss: 0, quality: 'a' });
    expect(sample({ ping: 5, quality: 'good' })).to.deep.include({ ping: 5, quality: null });
    expect(sample({ loss: '1%' })).to.equal(null);
    expect(sample({ ping: 'NaN', quality: 'ed' })).to.equal(null);
  });

  it('count for the call from when it is connected', () => {
    const step = message('EventJanusLatency', { ping: 20, jitter: 2, loss: 0, quality: 'd' });
    expect(play(dialing, step).quality).to.equal(null);
    expect(play(loggedIn, step).quality).to.equal(null);
    const worse = message('EventJanusLatency', { ping: 400, jitter: 30, loss: 3, quality: 'b' });
    const { quality } = play(talking, step, worse, step);
    expect([quality?.worst, quality?.samples]).to.deep.equal(['b', 3]);
    expect(quality?.mos).to.be.closeTo((4.39 + 3.36 + 4.39) / 3, 0.01);
  });
});

describe('the connection', () => {
  it('is lost and back as the platform says', () => {
    const lost = after(message('EventLinkDisconnected'));
    expect(lost.connection).to.equal('reconnecting');
    expect(play(lost, message('EventLinkDisconnected'))).to.equal(lost);
    expect(play(lost, message('EventLinkConnected')), 'what was said meanwhile is lost').to.equal(lost);
    expect(play(lost, message('EventAgentReady')).connection).to.equal('connected');
  });

  it('of an end that was displaced stays displaced, until it is started again', () => {
    const displaced = after(message('EventAgentConnectionChanged'));
    expect([displaced.phase, displaced.connection]).to.deep.equal(['displaced', 'displaced']);
    for (const messageID of [
      ...['EventLinkConnected', 'EventLinkDisconnected', 'EventAgentConnectionChanged', 'EventAgentRegainStatus'],
    ]) {
      expect(play(displaced, message(messageID)), messageID).to.equal(displaced);
    }
    expect(reduced(displaced, { type: 'phase', phase: 'loading' }).connection).to.equal('connected');
  });
});
