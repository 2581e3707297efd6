import { expect } from '@open-wc/testing';
import { commandNames, commands, type CommandParams, type CommandResult } from '../../src/sdk/index.js';
import { AgentSession } from '../../src/session/index.js';
import { exampleParams, methodNames } from '../support/vendor-methods.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Fails to compile where the two types differ. */
const same = <A, B>(_: Same<A, B>): void => undefined;
type MayBeCalledBare<F> = F extends () => unknown ? true : false;

describe('the table of commands', () => {
  it('knows every parameter of the examples in the document', () => {
    for (const name of methodNames) {
      const known = Object.keys(commands[name].params);
      expect(known, name).to.include.members(Object.keys(exampleParams[name] ?? {}));
    }
  });

  it('demands what the document does not call nullable', () => {
    const demanded = commandNames.flatMap((name) =>
      Object.entries(commands[name].params)
        .filter(([, { required }]) => required)
        .map(([param]) => `${name}.${param}`),
    );
    expect(demanded).to.deep.equal([
      ...['login.phoneType', 'login.bindExt', 'notReady.reasonCode', 'makeCall.otherDN'],
      ...['singleTransfer.targetType', 'singleTransfer.target', 'initiateConsult.targetType', 'initiateConsult.target'],
      ...['delayACW.delayTime', 'sendDtmf.dtmfDigits', 'setRoute.explicitRule'],
      ...['forceLogout.targetAgentID', 'forceBusy.targetAgentID', 'forceReady.targetAgentID'],
    ]);
  });

  it('gives a session its methods', () => {
    for (const name of methodNames) expect(AgentSession.prototype[name], name).to.be.a('function');
  });

  it('types parameters and results', () => {
    same<CommandParams<'makeCall'>['otherDN'], string>(true);
    same<CommandParams<'delayACW'>['delayTime'], number | string>(true);
    same<CommandParams<'initiateConsult'>['targetType'], '0' | '1' | '2'>(true);
    same<CommandParams<'singleTransfer'>['targetType'], '0' | '1' | '2' | '3'>(true);
    same<CommandParams<'login'>['unbindExtOnLogout'], boolean | 'true' | 'false' | undefined>(true);
    same<MayBeCalledBare<AgentSession['hangup']>, true>(true);
    same<MayBeCalledBare<AgentSession['queryAgents']>, true>(true);
    same<MayBeCalledBare<AgentSession['makeCall']>, false>(true);
    same<CommandResult<'login'>['reasonCode'], number | undefined>(true);
    same<Awaited<ReturnType<AgentSession['queryRoutes']>>['agentUuid'], string | undefined>(true);
    expect(commandNames).to.deep.equal(methodNames);
  });
});

describe('a session', () => {
  const session = new AgentSession({
    sdk: () => Promise.reject(new Error('none')),
    token: () => Promise.reject(new Error('none')),
    init: { companyId: 'c', agent: 'a' },
  });

  it('says why a button is disabled', () => {
    expect(session.obstacle('hangup')).to.equal('not-started');
  });

  it('tells those who watch, until they leave', async () => {
    const seen: string[] = [];
    const leave = session.subscribe((state, previous) => seen.push(`${previous.phase} -> ${state.phase}`));
    await session.start().catch(() => undefined);
    leave();
    await session.start().catch(() => undefined);
    expect(seen).to.deep.equal(['idle -> loading', 'loading -> failed']);
  });
});
