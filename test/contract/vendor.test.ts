import { executeServerCommand } from '@web/test-runner-commands';
import { loadSdk } from '../../src/sdk/loader.js';
import { contractSuite } from './suite.js';

/**
 * The same cases on the vendor's own cloud, when a person gives an account:
 *
 *   SOBOT_SYSNUM=… SOBOT_COMPANY=… SOBOT_AGENT=1005 SOBOT_TOKEN=… npx wtr --files test/contract/vendor.test.ts
 *
 * With SOBOT_EXT the agent is logged in (SIP phone, that extension), set ready for a moment and logged out again.
 */
const names = ['SOBOT_SYSNUM', 'SOBOT_COMPANY', 'SOBOT_AGENT', 'SOBOT_TOKEN', 'SOBOT_EXT'] as const;

type Account = Partial<Record<(typeof names)[number], string>>;

/** How long the cloud may take, milliseconds. */
const PATIENCE = 5000;

const account: Account = await executeServerCommand<Account, readonly string[]>('env', names).catch(() => ({}));
const { SOBOT_SYSNUM: sysnum, SOBOT_COMPANY: companyId, SOBOT_AGENT: agent, SOBOT_TOKEN: token, SOBOT_EXT } = account;

if (sysnum && companyId && agent && token) {
  contractSuite('the vendor’s cloud', async () => {
    const { agent: Agent } = await loadSdk({ sysnum, signal: AbortSignal.timeout(30_000) });
    return {
      sdk: new Agent(),
      credentials: { token, companyId, agent },
      ...(SOBOT_EXT ? { login: { phoneType: 'sip', bindExt: SOBOT_EXT } } : {}),
      settle: () => new Promise((resolve) => setTimeout(resolve, PATIENCE)),
    };
  });
} else {
  describe('contract: the vendor’s cloud', () => {
    it.skip('needs an account: SOBOT_SYSNUM, SOBOT_COMPANY, SOBOT_AGENT and SOBOT_TOKEN', () => {});
  });
}
