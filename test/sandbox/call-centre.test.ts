import { expect } from '@open-wc/testing';
import { CallCentre } from '../../src/sandbox/call-centre.js';
import { ManualClock } from '../../src/sandbox/model/clock.js';
import { callCentreOf, createSandbox } from '../../src/sandbox/index.js';
import { Ears } from './support/media-double.js';
import { onDuty, createCallCentre } from './support/fixtures.js';

const isFrozen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen));

describe('sandbox: the centre', () => {
  it('gives a plain, frozen picture, another one after a change only', () => {
    const { centre, client } = onDuty();
    client.talk();
    const picture = centre.snapshot();
    expect(isFrozen(picture)).to.equal(true);
    expect(structuredClone(picture)).to.deep.equal(picture);
    expect(centre.snapshot()).to.equal(picture);
    centre.customerHangsUp();
    expect(centre.snapshot()).to.not.equal(picture);
    expect(picture.calls).to.have.length(1);
  });

  it('tells subscribers after every change, when the messages are out', () => {
    const { centre, client } = onDuty();
    const seen: string[][] = [];
    const stop = centre.subscribe(() => seen.push(client.names));
    centre.customerCalls();
    expect(seen).to.deep.equal([['EventRinging']]);
    centre.customerHangsUp();
    expect(seen).to.have.length(2);
    stop();
    centre.customerCalls();
    expect(seen).to.have.length(2);
  });

  it('remembers the last 50 requests, without what was in them', () => {
    const { centre, client } = onDuty();
    for (let i = 0; i < 60; i += 1) client.get('queryStates');
    client.refused('hangup');
    const { log } = centre.snapshot();
    expect(log).to.have.length(50);
    expect(log[0]).to.include({ command: 'queryStates', outcome: 'success', end: 1 });
    expect(log.at(-1)).to.deep.include({ command: 'hangup', outcome: 'error', errorCode: 'SANDBOX_NO_CALL' });
    expect(JSON.stringify(log)).to.not.contain('any');
  });

  it('has a default agent, and credentials for whoever has none', () => {
    const { centre, client } = createCallCentre({ agent: { agentID: '1002', agentName: 'Somebody Else' } });
    expect(centre.snapshot().agent).to.include({ agentID: '1002', name: 'Somebody Else', state: 'offline' });
    client.get('initAgent', { ...centre.credentials });
    expect(client.get('queryAgentLoginInfo')).to.include({ agentName: 'Somebody Else' });
    expect(client.get('queryAgents', { agentState: -1 }))
      .to.have.property('agents')
      .with.length(15);
  });

  it('opens sound for the web page, and passes on what it measures', () => {
    const ears = new Ears();
    const { said } = ears;
    const { client, centre } = onDuty({ media: ears });
    client.get('makeCall', { otherDN: '5550101' });
    expect(said).to.deep.equal([]);
    centre.customerAnswers();
    const { events } = ears;
    events?.warning('microphone', 'no microphone');
    expect(client.last('SandboxWarning')).to.include({ code: 'microphone', message: 'no microphone' });
    for (const command of ['holdCall', 'retrieveCall', 'muteCall', 'unmute'] as const) client.get(command);
    client.get('sendDtmf', { dtmfDigits: '12' });
    const perName: unknown[] = [];
    client.sdk.on('EventJanusLatency', (message) => perName.push(message));
    events?.latency({ ping: 12, jitter: 1, loss: '0', quality: 'e' });
    expect(client.last('EventJanusLatency')).to.include({ ping: 12, quality: 'e', companyId: 'company' });
    expect(perName).to.deep.equal([client.last('EventJanusLatency')]);
    events?.digit('1');
    expect(centre.snapshot().calls[0]).to.include({ digits: '12', receivedDigits: '1' });
    client.get('hangup');
    expect(said).to.deep.equal(['open 1005', 'mute true', 'mute false', 'dtmf 12', 'close 1005', 'close 5550101']);
    client.clear();
    events?.latency({ ping: 1 });
    events?.digit('2');
    expect(client.names).to.deep.equal([]);
  });

  it('opens no sound for an inbound call before it is answered, nor for SIP phone and phone', () => {
    const media = new Ears();
    const web = onDuty({ media });
    web.centre.customerCalls();
    expect(media.said).to.deep.equal([]);
    web.client.get('answer');
    expect(media.said).to.deep.equal(['open 1005']);
    for (const phoneType of ['sip', 'pstn']) onDuty({ media }, { phoneType }).client.talk();
    expect(media.said).to.have.length(1);
  });

  it('samples the connection of a SIP phone, during calls only, and none of a phone', () => {
    const sip = onDuty({}, { phoneType: 'sip' });
    sip.clock.advance(60_000);
    expect(sip.client.names).to.deep.equal([]);
    sip.client.talk();
    sip.clock.advance(30_000);
    const samples = sip.client.messages.filter(({ messageID }) => messageID === 'EventJanusLatency');
    expect(samples).to.have.length(10);
    for (const sample of samples) {
      expect(sample['ping']).to.be.within(18, 180);
      expect(sample['quality']).to.be.oneOf(['e', 'd']);
    }
    sip.client.get('hangup');
    sip.client.clear();
    sip.clock.advance(20_000);
    expect(sip.client.names).to.deep.equal([]);

    const pstn = onDuty({}, { phoneType: 'pstn' });
    pstn.client.get('makeCall', { otherDN: '5550100' });
    pstn.clock.advance(60_000);
    expect(pstn.client.names).to.deep.equal(['EventDialing', 'EventEstablished']);
  });

  it('keeps centres apart', () => {
    const one = onDuty();
    const other = onDuty();
    one.centre.customerCalls();
    one.centre.faults.refuse = '*';
    expect(other.client.names).to.deep.equal([]);
    other.client.get('ready');
  });

  it('runs on the real clock by itself, with ids that differ from load to load', async () => {
    const centre = createSandbox({ latency: 0 });
    const sdk = new centre.SobotClient.agent();
    expect(callCentreOf(sdk)).to.equal(centre);
    await new Promise<unknown>((success, error) => sdk.initAgent({ ...centre.credentials, success, error }));
    const seeded = () => new CallCentre({ clock: new ManualClock(), seed: 5 }).credentials;
    expect(seeded()).to.deep.equal(seeded());
    expect(seeded()).to.not.deep.equal(centre.credentials);
  });

  it('stands in for the vendor’s script', async () => {
    await import('../../src/sandbox/global.js');
    const client = window.SobotClient;
    expect(client?.sandbox).to.be.instanceOf(CallCentre);
    const sdk = client && new client.agent();
    expect(sdk && callCentreOf(sdk)).to.equal(client?.sandbox);
  });
});
