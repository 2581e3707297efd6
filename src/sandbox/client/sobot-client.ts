/** The vendor's API, `SobotClient`, on top of a call centre in this page. */
import {
  commandNames,
  type CommandName,
  type SdkListener,
  type SdkMethod,
  type SobotAgentSdk,
  type SobotClient,
} from '../../sdk/index.js';
import type { ClientConnection } from './client-connection.js';
import type { RequestHandler } from './request-handler.js';

/** Property of an SDK instance that holds its call centre. The symbol is the same in every bundle of this module. */
export const centreKey: unique symbol = Symbol.for('sobot-elements.call-centre');

export interface ClientOptions {
  /** Call centre that an SDK instance is to lead back to. */
  readonly centre: object;
  readonly requests: RequestHandler;
  readonly createConnection: () => ClientConnection;
}

type CommandMethods = { [N in CommandName]: SdkMethod<N> };

/** Creates one method for each command of the table. */
function createCommandMethods(requests: RequestHandler, connection: ClientConnection): CommandMethods {
  const method = <N extends CommandName>(name: N): SdkMethod<N> => {
    return (options) => requests.command(connection, name, options ?? {});
  };
  // `Object.fromEntries` forgets the names: they are those of the table, from which the type is made as well.
  return Object.fromEntries(commandNames.map((name) => [name, method(name)])) as unknown as CommandMethods;
}

function createInstance({ centre, requests, createConnection }: ClientOptions): SobotAgentSdk {
  const connection = createConnection();
  const instance: SobotAgentSdk = {
    initAgent(options) {
      requests.initAgent(connection, options ?? {});
    },
    on(event: string, listener: SdkListener) {
      connection.on(event, listener);
      return instance;
    },
    off(event: string, listener?: SdkListener) {
      connection.off(event, listener);
      return instance;
    },
    handleRefreshToken(token) {
      requests.refreshToken(connection, token);
    },
    ...createCommandMethods(requests, connection),
  };
  return Object.defineProperty(instance, centreKey, { value: centre });
}

/** Creates the object that the vendor's script puts on the page. */
export function createClient(options: ClientOptions): SobotClient {
  class SandboxAgent {
    constructor() {
      return createInstance(options);
    }
  }
  return { agent: SandboxAgent as new () => SobotAgentSdk };
}
