import type { CommandName, SdkListener, SdkMethod, SobotAgentSdk, SobotClient } from '../../sdk/index.js';
import type { CallCentre } from '../call-centre.js';
import type { ClientConnection } from './client-connection.js';
import type { RequestHandler } from './request-handler.js';

/** The same in every copy of this module: the kit's own in a page, and the page's. */
const centreKey: unique symbol = Symbol.for('sobot-elements.call-centre');

/** The call centre behind an SDK instance, if it is the sandbox's, whichever bundle it came in. */
export const callCentreOf = (sdk: SobotAgentSdk): CallCentre | undefined =>
  (sdk as { [centreKey]?: CallCentre })[centreKey];

/** What the vendor's script would put on the page, served by a call centre in this page. */
export function createClient(
  centre: CallCentre,
  requests: RequestHandler,
  createEnd: () => ClientConnection,
): SobotClient {
  class SandboxAgent implements SobotAgentSdk {
    readonly #end = createEnd();

    constructor() {
      Object.defineProperty(this, centreKey, { value: centre });
    }

    initAgent(options: Parameters<SobotAgentSdk['initAgent']>[0]): void {
      requests.initAgent(this.#end, options ?? {});
    }

    on(event: string, listener: SdkListener): this {
      this.#end.on(event, listener);
      return this;
    }

    off(event: string, listener?: SdkListener): this {
      this.#end.off(event, listener);
      return this;
    }

    handleRefreshToken(token: string): void {
      requests.refreshToken(this.#end, token);
    }

    readonly login = this.#method('login');
    readonly logout = this.#method('logout');
    readonly notReady = this.#method('notReady');
    readonly ready = this.#method('ready');
    readonly resetLogout = this.#method('resetLogout');
    readonly queryStates = this.#method('queryStates');
    readonly queryPhoneType = this.#method('queryPhoneType');
    readonly queryUnusedExts = this.#method('queryUnusedExts');
    readonly queryAgentJoinedQueues = this.#method('queryAgentJoinedQueues');
    readonly queryAgentLoginInfo = this.#method('queryAgentLoginInfo');
    readonly queryAgentCanJoinedInfo = this.#method('queryAgentCanJoinedInfo');
    readonly makeCall = this.#method('makeCall');
    readonly rejectCall = this.#method('rejectCall');
    readonly answer = this.#method('answer');
    readonly hangup = this.#method('hangup');
    readonly holdCall = this.#method('holdCall');
    readonly retrieveCall = this.#method('retrieveCall');
    readonly muteCall = this.#method('muteCall');
    readonly unmute = this.#method('unmute');
    readonly singleTransfer = this.#method('singleTransfer');
    readonly initiateConsult = this.#method('initiateConsult');
    readonly cancelConsult = this.#method('cancelConsult');
    readonly retrieveConsult = this.#method('retrieveConsult');
    readonly consultTransfer = this.#method('consultTransfer');
    readonly consultConference = this.#method('consultConference');
    readonly sendSatisfy = this.#method('sendSatisfy');
    readonly delayACW = this.#method('delayACW');
    readonly completeACW = this.#method('completeACW');
    readonly completeACWToBusy = this.#method('completeACWToBusy');
    readonly sendDtmf = this.#method('sendDtmf');
    readonly queryRoutes = this.#method('queryRoutes');
    readonly setRoute = this.#method('setRoute');
    readonly queryQueues = this.#method('queryQueues');
    readonly queryAgents = this.#method('queryAgents');
    readonly forceLogout = this.#method('forceLogout');
    readonly forceBusy = this.#method('forceBusy');
    readonly forceReady = this.#method('forceReady');
    readonly queryCountsInQueue = this.#method('queryCountsInQueue');

    #method<N extends CommandName>(name: N): SdkMethod<N> {
      return (options) => requests.command(this.#end, name, options ?? {});
    }
  }
  return { agent: SandboxAgent };
}
