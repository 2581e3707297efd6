/**
 * The methods of the SDK by name. The type requires a method for every row of the command table, so
 * a command that the sandbox does not know fails to compile.
 */
import type { CommandName, CommandResult } from '../../sdk/index.js';
import * as agentQueries from './agent-queries.js';
import * as assistance from './assistance.js';
import * as calls from './calls.js';
import * as login from './login.js';
import { success, type FailureShape, type Method } from './method-context.js';
import * as thirdParty from './third-party.js';

export { Params } from './params.js';
export { success, type FailureShape };

/** Every method of the document, with the type of its result. */
export type Methods = { readonly [N in CommandName]: Method<CommandResult<N>> };

export const methods: Methods = {
  ...login,
  ...agentQueries,
  ...calls,
  ...assistance,
  ...thirdParty,
};
