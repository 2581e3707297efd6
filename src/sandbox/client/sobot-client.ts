/**
 * The vendor's API, `SobotClient`, on top of a call centre in this page. It contains no behavior:
 * every method passes its arguments to the connection or to the request handler, as the real SDK
 * passes them to the network.
 */
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

/** Surroundings of the SDK instances. */
export interface ClientOptions {
  /** Call centre that an SDK instance is to lead back to. */
  readonly centre: object;
  readonly requests: RequestHandler;
  readonly createConnection: () => ClientConnection;
}

/** The methods that the class below writes out; the commands are added from the table. */
type ClientMethods = Omit<SobotAgentSdk, CommandName>;

/**
 * Creates the object that the vendor's script puts on the page. Each `new SobotClient.agent()` has a connection of its
 * own. All methods are on the prototype, so that a page can extend the class and override them.
 */
export function createClient({ centre, requests, createConnection }: ClientOptions): SobotClient {
  class SandboxAgent implements ClientMethods {
    readonly #connection = createConnection();

    initAgent(options: Parameters<SobotAgentSdk['initAgent']>[0]): void {
      requests.initAgent(this.#connection, options ?? {});
    }

    on(event: string, listener: SdkListener): this {
      this.#connection.on(event, listener);
      return this;
    }

    off(event: string, listener?: SdkListener): this {
      this.#connection.off(event, listener);
      return this;
    }

    handleRefreshToken(token: string): void {
      requests.refreshToken(this.#connection, token);
    }

    static {
      for (const name of commandNames) {
        Object.defineProperty(this.prototype, name, {
          value(this: SandboxAgent, options?: Parameters<SdkMethod<CommandName>>[0]): void {
            requests.command(this.#connection, name, options ?? {});
          },
          configurable: true,
          writable: true,
        });
      }
      Object.defineProperty(this.prototype, centreKey, { value: centre });
    }
  }
  // The static block adds one method for each command, which the compiler does not see.
  return { agent: SandboxAgent as unknown as new () => SobotAgentSdk };
}
