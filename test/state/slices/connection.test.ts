import { expect } from '@open-wc/testing';
import { loggedIn, message, play, success, type Step } from '../../support/state.js';

const own = message('EventAgentLogin', { agentState: '1', thisDN: '1000' });

describe('the extension', () => {
  const tellings: Record<string, readonly [Step, boolean]> = {
    'is unreachable': [message('EventUnreachable'), false],
    'is unregistered': [message('EventUnregistered', { ext: '1000' }), false],
    'of somebody else is unreachable': [message('EventUnreachable', { ext: '1001' }), true],
  };
  for (const [name, [step, reachable]] of Object.entries(tellings)) {
    it(name, () => expect(play(loggedIn, own, step).reachable).to.equal(reachable));
  }

  const returns: Record<string, Step> = {
    'it registers': message('EventRegistered'),
    'the agent logs in': success('login', { params: { agentState: '1' } }),
    'the agent logs out': message('EventAgentLogout'),
  };
  for (const [name, step] of Object.entries(returns)) {
    it(`counts as reachable again when ${name}`, () => {
      expect(play(loggedIn, own, message('EventUnreachable'), step).reachable).to.equal(true);
    });
  }
});
