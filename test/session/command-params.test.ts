import { expect } from '@open-wc/testing';
import type { CommandName } from '../../src/sdk/index.js';
import { failure, type SessionFixture, startSession, turn } from '../support/session.js';
import { scripts } from '../support/fake-sdk.js';
import { exampleParams, methodNames } from '../support/vendor-methods.js';

type Params = Record<string, unknown>;

/** Starts a session whose SDK answers every command. */
async function startAnswering(): Promise<SessionFixture> {
  const fixture = await startSession();
  fixture.sdk.all = scripts.success;
  return fixture;
}

describe('parameters that reach the SDK', () => {
  let fixture: SessionFixture;
  beforeEach(async () => {
    fixture = await startAnswering();
  });

  const sent: readonly (readonly [CommandName, Params, Params])[] = [
    ['login', { phoneType: ' webrtc ', bindExt: ' 1000 ' }, { phoneType: 'webrtc', bindExt: '1000' }],
    ['login', { phoneType: 'sip', bindExt: 1000, bindMobile: '' }, { phoneType: 'sip', bindExt: '1000' }],
    [
      'login',
      { phoneType: 'pstn', bindExt: '1', bindMobile: ' 133-3333 3333 ', agentState: 1, unbindExtOnLogout: 'true' },
      { phoneType: 'pstn', bindExt: '1', bindMobile: '13333333333', agentState: '1', unbindExtOnLogout: true },
    ],
    [
      'login',
      { phoneType: 'pstn', bindExt: '1', agentState: null, unbindExtOnLogout: undefined },
      { phoneType: 'pstn', bindExt: '1' },
    ],
    [
      'login',
      { phoneType: 'sip', bindExt: '1', thisQueues: ['q1'] },
      { phoneType: 'sip', bindExt: '1', thisQueues: ['q1'] },
    ],
    ['notReady', { reasonCode: '11' }, { reasonCode: 11 }],
    ['notReady', { reasonCode: 2 }, { reasonCode: 2 }],
    ['makeCall', { otherDN: ' 133****3333 ' }, { otherDN: '133****3333' }],
    ['makeCall', { otherDN: '+49 (0) 30-123\u201145' }, { otherDN: '+493012345' }],
    ['makeCall', { otherDN: '555 12\u00a034' }, { otherDN: '5551234' }],
    ['makeCall', { otherDN: 'tel:+1-555-0100;ext=12' }, { otherDN: '+15550100' }],
    ['makeCall', { otherDN: '*31#555' }, { otherDN: '*31#555' }],
    ['makeCall', { otherDN: 13512345678 }, { otherDN: '13512345678' }],
    [
      'makeCall',
      { otherDN: '1', ANI: ' 010 6666-6666 ', agentANI: '010-8888', outboundPlanCode: ' ' },
      { otherDN: '1', ANI: '01066666666', agentANI: '0108888' },
    ],
    ['makeCall', { otherDN: '1', ANI: '', outboundPlanCode: ' plan ' }, { otherDN: '1', outboundPlanCode: 'plan' }],
    [
      'makeCall',
      { otherDN: '1', outboundRouteType: ' 1 ', privacyNumber: ' XFH ', userData: { order: 7 } },
      { otherDN: '1', outboundRouteType: '1', privacyNumber: 'XFH', userData: { order: 7 } },
    ],
    ['makeCall', { otherDN: '1', businessTags: ' scc ', n: 0 }, { otherDN: '1', businessTags: ' scc ', n: 0 }],
    ['singleTransfer', { targetType: 3, target: ' q1 ' }, { targetType: '3', target: 'q1' }],
    ['singleTransfer', { target: 'tel:０10-1234', targetType: 1 }, { targetType: '1', target: '0101234' }],
    ['initiateConsult', { targetType: ' 0 ', target: 1002 }, { targetType: '0', target: '1002' }],
    ['delayACW', { delayTime: 30 }, { delayTime: 30 }],
    ['delayACW', { delayTime: 900 }, { delayTime: 900 }],
    ['delayACW', { delayTime: ' 60 ' }, { delayTime: 60 }],
    ['sendDtmf', { dtmfDigits: '801#' }, { dtmfDigits: '801#' }],
    ['sendDtmf', { dtmfDigits: ' 0*# ' }, { dtmfDigits: '0*#' }],
    ['sendDtmf', { dtmfDigits: 5 }, { dtmfDigits: '5' }],
    ['setRoute', { explicitRule: 1 }, { explicitRule: '1' }],
    ['setRoute', { explicitRule: '2', explicitCode: ' s ' }, { explicitRule: '2', explicitCode: 's' }],
    ['setRoute', { explicitRule: '3', explicitNumber: '010-66' }, { explicitRule: '3', explicitNumber: '01066' }],
    ['queryUnusedExts', { ext: '', currPage: '2', pageSize: 50 }, { currPage: 2, pageSize: 50 }],
    ['queryQueues', { queue: ' group1 ' }, { queue: 'group1' }],
    ['queryAgents', { agentState: '-1', agentName: '' }, { agentState: -1 }],
    ['forceLogout', { targetAgentID: ' 1001 ' }, { targetAgentID: '1001' }],
  ];
  for (const [command, given, expected] of sent) {
    it(`${command} ${JSON.stringify(given)}`, async () => {
      await fixture.session.execute(command, given);
      expect(fixture.sdk.last().params).to.deep.equal(expected);
    });
  }

  it('are those of the document, as they are', async () => {
    for (const name of methodNames) {
      await fixture.session.execute(name, { ...exampleParams[name] });
      expect(fixture.sdk.last(name).params, name).to.deep.equal(exampleParams[name] ?? {});
    }
  });

  it('leave the callbacks of the caller out, and the object of the caller alone', async () => {
    const called: string[] = [];
    const given = { otherDN: ' 5-5 ', success: () => called.push('success'), error: () => called.push('error') };
    await fixture.session.execute('makeCall', given);
    expect(given.otherDN).to.equal(' 5-5 ');
    expect(called).to.deep.equal([]);
    expect(fixture.sdk.last().params).to.deep.equal({ otherDN: '55' });
  });

  it('may be left out altogether', async () => {
    await fixture.session.hangup();
    await fixture.session.execute('ready');
    await fixture.session.execute('ready', null as never);
    expect(fixture.sdk.sent.map(({ method, params }) => [method, params])).to.deep.equal([
      ['hangup', {}],
      ['ready', {}],
      ['ready', {}],
    ]);
  });
});

describe('parameters that are refused', () => {
  let fixture: SessionFixture;
  beforeEach(async () => {
    fixture = await startAnswering();
  });

  const refused: readonly (readonly [CommandName, Params, string])[] = [
    ['login', { bindExt: '1' }, 'phoneType is missing or blank'],
    ['login', { phoneType: 'fax', bindExt: '1' }, 'phoneType must be one of sip, pstn, webrtc'],
    ['login', { phoneType: 'sip', bindExt: '  ' }, 'bindExt is missing or blank'],
    ['login', { phoneType: 'sip', bindExt: {} }, 'bindExt must be a text'],
    ['login', { phoneType: 'sip', bindExt: '1', agentState: '0' }, 'agentState must be one of 1, 2'],
    ['login', { phoneType: 'sip', bindExt: '1', bindMobile: ' - ' }, 'bindMobile must be a phone number'],
    ['login', { phoneType: 'sip', bindExt: '1', unbindExtOnLogout: 1 }, 'unbindExtOnLogout must be true or false'],
    ['notReady', {}, 'reasonCode is missing or blank'],
    ['notReady', { reasonCode: 3 }, 'reasonCode must be one of 2, 11, 12, 13, 14, 15, 16, 17, 18'],
    ['notReady', { reasonCode: '11x' }, 'reasonCode must be one of 2, 11, 12, 13, 14, 15, 16, 17, 18'],
    ['notReady', { reasonCode: [11] }, 'reasonCode must be one of 2, 11, 12, 13, 14, 15, 16, 17, 18'],
    ['makeCall', {}, 'otherDN is missing or blank'],
    ['makeCall', { otherDN: ' ' }, 'otherDN is missing or blank'],
    ['makeCall', { otherDN: ' - ' }, 'otherDN must be a phone number'],
    ['makeCall', { otherDN: 'call Ada' }, 'otherDN has characters that no keypad has'],
    ['makeCall', { otherDN: '1', ANI: '5550100/5550101' }, 'ANI must be one phone number'],
    ['makeCall', { otherDN: true }, 'otherDN must be a text'],
    ['makeCall', { otherDN: Number.NaN }, 'otherDN must be a text'],
    ['makeCall', { otherDN: '1', userData: 'a=b' }, 'userData must be an object'],
    ['makeCall', { otherDN: '1', userData: [] }, 'userData must be an object'],
    [
      'makeCall',
      { otherDN: '1', ANI: '2', outboundPlanCode: 'p' },
      'outboundPlanCode must be empty when ANI is given; leave one of the two out',
    ],
    ['initiateConsult', { targetType: '2', target: 'Ada' }, 'target has characters that no keypad has'],
    ['singleTransfer', { targetType: '4', target: '1' }, 'targetType must be one of 0, 1, 2, 3'],
    ['singleTransfer', { targetType: '0' }, 'target is missing or blank'],
    ['initiateConsult', { targetType: '3', target: 'q' }, 'targetType must be one of 0, 1, 2'],
    ['delayACW', {}, 'delayTime is missing or blank'],
    ['delayACW', { delayTime: 29 }, 'delayTime must be a whole number from 30 to 900'],
    ['delayACW', { delayTime: 901 }, 'delayTime must be a whole number from 30 to 900'],
    ['delayACW', { delayTime: 60.5 }, 'delayTime must be a whole number from 30 to 900'],
    ['delayACW', { delayTime: '0x3c' }, 'delayTime must be a whole number from 30 to 900'],
    ['delayACW', { delayTime: '6e1' }, 'delayTime must be a whole number from 30 to 900'],
    ['delayACW', { delayTime: 'soon' }, 'delayTime must be a whole number from 30 to 900'],
    ['delayACW', { delayTime: true }, 'delayTime must be a whole number from 30 to 900'],
    ['sendDtmf', { dtmfDigits: '' }, 'dtmfDigits is missing or blank'],
    ['sendDtmf', { dtmfDigits: '12a' }, 'dtmfDigits may hold only 0-9, * and #'],
    ['sendDtmf', { dtmfDigits: '1 2' }, 'dtmfDigits may hold only 0-9, * and #'],
    ['setRoute', { explicitRule: '4' }, 'explicitRule must be one of 1, 2, 3'],
    ['setRoute', { explicitRule: '2' }, 'explicitCode must name a scheme when explicitRule is 2'],
    [
      'setRoute',
      { explicitRule: '3', explicitCode: 'x' },
      'explicitNumber must name a display number when explicitRule is 3',
    ],
    ['queryUnusedExts', { currPage: 0 }, 'currPage must be a whole number from 1'],
    ['queryUnusedExts', { pageSize: 'all' }, 'pageSize must be a whole number from 1'],
    ['queryAgents', { agentState: 3 }, 'agentState must be a whole number from -1 to 2'],
    ['forceLogout', {}, 'targetAgentID is missing or blank'],
    ['forceBusy', { targetAgentID: '' }, 'targetAgentID is missing or blank'],
    ['forceReady', { targetAgentID: [] }, 'targetAgentID must be a text'],
  ];
  for (const [command, given, why] of refused) {
    it(`${command} ${JSON.stringify(given)}: ${why}`, async () => {
      const error = await failure(fixture.session.execute(command, given));
      expect([error.kind, error.command]).to.deep.equal(['invalid', command]);
      expect(error.message).to.equal(`${command}: ${why}. Nothing was sent.`);
      expect(fixture.sdk.sent).to.deep.equal([]);
      expect(fixture.session.state.pending).to.deep.equal([]);
    });
  }

  it('among them a reason code, until queryStates has returned it', async () => {
    fixture.sdk.scripts['queryStates'] = (sent) =>
      sent.success({
        status: 'success',
        states: [
          { code: '31', name: 'Yoga' },
          { code: 32, name: 'Tea' },
        ],
      });
    expect((await failure(fixture.session.notReady({ reasonCode: 31 }))).kind).to.equal('invalid');
    await fixture.session.queryStates();
    await fixture.session.notReady({ reasonCode: 31 });
    await fixture.session.notReady({ reasonCode: '32' });
    expect(fixture.sdk.sent.slice(1).map(({ params }) => params)).to.deep.equal([
      { reasonCode: 31 },
      { reasonCode: 32 },
    ]);
  });
});

describe('digits', () => {
  let fixture: SessionFixture;
  beforeEach(async () => {
    fixture = await startAnswering();
  });

  const asked = (): unknown[] => fixture.sdk.sent.map(({ params }) => params['dtmfDigits']);

  it('go in one request up to 24', async () => {
    await fixture.session.sendDtmf({ dtmfDigits: '123456789012345678901234' });
    expect(asked()).to.deep.equal(['123456789012345678901234']);
  });

  it('go in several when there are more, one after the other', async () => {
    fixture.sdk.all = scripts.never;
    const all = fixture.session.sendDtmf({ dtmfDigits: `${'1'.repeat(24)}${'2'.repeat(24)}#` });
    expect(asked()).to.deep.equal(['1'.repeat(24)]);
    fixture.sdk.last().success({ nr: 1 });
    await turn();
    expect(asked()).to.deep.equal(['1'.repeat(24), '2'.repeat(24)]);
    expect(fixture.session.state.pending).to.deep.equal(['sendDtmf']);
    fixture.sdk.last().success({ nr: 2 });
    await turn();
    expect(asked()).to.deep.equal(['1'.repeat(24), '2'.repeat(24), '#']);
    fixture.sdk.last().success({ nr: 3 });
    expect(await all).to.deep.equal({ nr: 3 });
    expect(fixture.session.state.pending).to.deep.equal([]);
  });

  it('stop where one request fails', async () => {
    fixture.sdk.all = scripts.error;
    const error = await failure(fixture.session.sendDtmf({ dtmfDigits: '1'.repeat(25) }));
    expect(error.kind).to.equal('command');
    expect(asked()).to.have.length(1);
    expect(fixture.events.of('sobot-command')).to.have.length(1);
    expect(fixture.events.of('sobot-command-error')).to.have.length(1);
  });

  it('do not go on to another SDK after a stop', async () => {
    fixture.sdk.all = scripts.never;
    const all = failure(fixture.session.sendDtmf({ dtmfDigits: '1'.repeat(25) }));
    fixture.session.subscribe((state) => {
      if (!state.pending.length) fixture.session.stop();
    });
    fixture.sdk.last().success();
    expect((await all).kind).to.equal('disconnected');
    expect(asked()).to.have.length(1);
  });
});

describe('sobot-command', () => {
  let fixture: SessionFixture;
  beforeEach(async () => {
    fixture = await startAnswering();
  });

  type Detail = { command: string; params: Params; source: Element | null };
  const listen = (listener: (detail: Detail, event: Event) => void): void =>
    fixture.events.addEventListener(
      'sobot-command',
      (event) => listener((event as CustomEvent<Detail>).detail, event),
      {
        once: true,
      },
    );

  it('prevents what it is about', async () => {
    listen((_, event) => event.preventDefault());
    const error = await failure(fixture.session.makeCall({ otherDN: '555' }));
    expect([error.kind, error.message]).to.deep.equal(['vetoed', 'makeCall: the page prevented it. Nothing was sent.']);
    expect(fixture.sdk.sent).to.deep.equal([]);
    expect(fixture.session.state.pending).to.deep.equal([]);
  });

  it('may edit the parameters, which are checked afterwards', async () => {
    listen(({ params }) => Object.assign(params, { otherDN: ' 00 49 ', userData: { by: 'page' } }));
    const given = { otherDN: '555' };
    await fixture.session.makeCall(given);
    expect(fixture.sdk.last().params).to.deep.equal({ otherDN: '0049', userData: { by: 'page' } });
    expect(given).to.deep.equal({ otherDN: '555' });

    listen(({ params }) => delete params['otherDN']);
    const error = await failure(fixture.session.makeCall(given));
    expect([error.kind, error.message]).to.deep.equal([
      'invalid',
      'makeCall: otherDN is missing or blank. Nothing was sent.',
    ]);
  });

  it('tells the element that asked', async () => {
    const button = document.createElement('button');
    let source: Element | null = null;
    listen((detail) => (source = detail.source));
    await fixture.session.execute('answer', {}, button);
    expect(source).to.equal(button);
  });

  it('bubbles out of shadow trees', async () => {
    const [event] = await new Promise<CustomEvent[]>((resolve) => {
      fixture.events.addEventListener('sobot-command', () => resolve(fixture.events.of('sobot-command')));
      void fixture.session.answer();
    });
    expect([event?.bubbles, event?.composed, event?.cancelable]).to.deep.equal([true, true, true]);
  });

  it('may stop the phone: then nothing is sent', async () => {
    listen(() => fixture.session.stop());
    expect((await failure(fixture.session.answer())).kind).to.equal('disconnected');
    expect(fixture.sdk.sent).to.deep.equal([]);
  });
});
