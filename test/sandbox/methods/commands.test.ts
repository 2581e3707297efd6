import { expect } from '@open-wc/testing';
import { commandNames, isQuery, type CommandName } from '../../../src/sdk/index.js';
import { onDuty, createCallCentre, type CallCentreFixture } from '../support/fixtures.js';

/** How the document writes a failure, where it is not with a code and `errorMessage`. */
const withoutCode: readonly CommandName[] = [
  'queryPhoneType',
  'queryUnusedExts',
  'queryAgentJoinedQueues',
  'queryAgentLoginInfo',
  'queryAgentCanJoinedInfo',
  'queryRoutes',
  'setRoute',
  'queryQueues',
  'queryAgents',
];

const failureKeys = (name: CommandName): string[] =>
  name === 'queryStates'
    ? ['message', 'status']
    : withoutCode.includes(name)
      ? ['errorMessage', 'status']
      : ['errorCode', 'errorMessage', 'status'];

/** What a command needs to succeed: a situation and parameters. */
const talking = ({ client }: CallCentreFixture): void => void client.talk();
const sorting = ({ client }: CallCentreFixture): void => void client.talk().get('hangup');
const ringing = ({ centre }: CallCentreFixture): void => void centre.customerCalls();

const toColleague = { targetType: '0', target: '1001' };
const asking = (set: CallCentreFixture): void => void set.client.talk().get('initiateConsult', toColleague);
const consulting = (set: CallCentreFixture): void => {
  asking(set);
  set.centre.colleagueAnswers();
};

const ways: Partial<Record<CommandName, [before: (set: CallCentreFixture) => void, params?: Record<string, unknown>]>> =
  {
    login: [() => {}, { phoneType: 'sip', bindExt: '1005' }],
    notReady: [() => {}, { reasonCode: 11 }],
    makeCall: [() => {}, { otherDN: '5550101' }],
    answer: [ringing],
    rejectCall: [ringing],
    hangup: [talking],
    holdCall: [talking],
    retrieveCall: [(set) => void set.client.talk().get('holdCall')],
    muteCall: [talking],
    unmute: [(set) => void set.client.talk().get('muteCall')],
    singleTransfer: [talking, toColleague],
    initiateConsult: [talking, toColleague],
    cancelConsult: [asking],
    retrieveConsult: [consulting],
    consultTransfer: [consulting],
    consultConference: [consulting],
    sendDtmf: [talking, { dtmfDigits: '1' }],
    sendSatisfy: [talking],
    delayACW: [sorting, { delayTime: 30 }],
    completeACW: [sorting],
    completeACWToBusy: [sorting],
    setRoute: [() => {}, { explicitRule: '1' }],
    forceLogout: [() => {}, { targetAgentID: '1001' }],
    forceBusy: [() => {}, { targetAgentID: '1001' }],
    forceReady: [() => {}, { targetAgentID: '1001' }],
  };

describe('sandbox: every command', () => {
  for (const name of commandNames) {
    const [before, params] = ways[name] ?? [() => {}];

    it(`${name}: once, later, in the documented shape`, () => {
      const set = onDuty();
      before(set);
      const { client, clock } = set;
      const answers = client.send(name, params);
      expect(answers).to.deep.equal([]);
      clock.advance(29);
      expect(answers).to.deep.equal([]);
      clock.advance(1);
      clock.advance(60_000);
      expect(answers).to.have.length(1);
      expect(answers[0]?.kind, JSON.stringify(answers[0])).to.equal('success');
      expect(answers[0]?.value).to.include({ status: 'success' });
    });

    it(`${name}: refused in the documented shape, and without callbacks in silence`, () => {
      const { client, centre, clock } = onDuty();
      centre.faults.refuse = [name];
      const answer = client.ask(name, params);
      expect(answer?.kind).to.equal('error');
      expect(Object.keys(answer?.value ?? {}).sort()).to.deep.equal(failureKeys(name));
      expect(answer?.value['status']).to.equal('error');
      expect(client.names).to.deep.equal([]);
      client.sdk[name]({});
      Reflect.apply(client.sdk[name], client.sdk, []);
      clock.advance(30);
      centre.faults.refuse = [];
      client.sdk[name]({});
      clock.advance(30);
    });

    it(`${name}: an error before initAgent`, () => {
      const { client } = createCallCentre();
      const answer = client.ask(name, params);
      expect(answer?.kind).to.equal('error');
      expect(answer?.value['errorMessage'] ?? answer?.value['message']).to.contain('initAgent');
    });

    it(`${name}: ${isQuery(name) ? 'still answered' : 'refused'} at an end that was displaced, unless it is login`, () => {
      const { client, centre } = onDuty();
      centre.displaceAgent();
      const expected = isQuery(name) || name === 'login' ? 'success' : 'error';
      expect(client.ask(name, params)?.kind).to.equal(expected);
    });
  }
});
