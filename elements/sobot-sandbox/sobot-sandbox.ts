import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { isQuery, type SobotAgentSdk } from '../../src/sdk/index.js';
import { disabledReason } from '../../src/state/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { sandboxMessages } from './messages.js';
import type { SandboxPanel } from './panel.js';

/**
 * @summary The control panel of the embedded call centre: customers and colleagues who call, answer and hang up,
 * trouble on demand, and the replay of a log. Shows nothing unless the agent has `sandbox`.
 *
 * @element sobot-sandbox
 *
 * @csspart panel - The whole panel.
 * @csspart customers - The form of a customer who calls.
 * @csspart calls - The customers on the phone.
 * @csspart call - One of them.
 * @csspart colleagues - The other agents, whom the sandbox plays.
 * @csspart colleague - One of them, during a call.
 * @csspart replay - Where a log is replayed.
 * @csspart trouble - What fails on demand.
 * @csspart numbers - The numbers with a behaviour of their own.
 * @csspart button - Every button.
 * @csspart customer-calls - The button that lets a customer call.
 * @csspart customer-answers - The button that lets the called customer answer.
 * @csspart customer-declines - The button that lets the called customer decline.
 * @csspart customer-hangs-up - The button that lets the customer hang up.
 * @csspart customer-sends-digits - The button that sends the customer's digits.
 * @csspart colleague-calls - The button that lets a colleague call the agent.
 * @csspart colleague-consults - The button that lets a colleague ask the agent about a customer.
 * @csspart colleague-transfers - The button that lets a colleague transfer a customer to the agent.
 * @csspart colleague-answers - The button that lets the called colleague answer.
 * @csspart colleague-declines - The button that lets the called colleague decline.
 * @csspart colleague-hangs-up - The button that lets the colleague hang up.
 * @csspart colleague-completes-transfer - The button that lets the colleague who asked hand the customer over.
 * @csspart colleague-starts-conference - The button that lets the colleague who asked bring the customer in.
 * @csspart replay-log - The button that chooses a diagnostics file and replays it.
 * @csspart stop-replay - The button that stops the replay.
 * @csspart leave-replay - The button that starts the phone anew after a replay.
 * @csspart expire-token - The button that ends the life of the token.
 * @csspart displace - The button that logs the agent in at another end.
 * @csspart network - The button that loses or restores the network.
 * @csspart add-fault - The button that makes a command fail.
 * @csspart remove-fault - The button of one failing command.
 * @csspart dial - The button that dials a documented number as the agent.
 * @csspart error - What went wrong when a number was dialled or a log replayed.
 * @csspart icon - An icon.
 * @csspart notice - That the sandbox could not be loaded, or that there is no agent.
 */
export class SobotSandbox extends SobotElement<typeof sandboxMessages> {
  static override readonly tag = 'sobot-sandbox';
  static override readonly messages = sandboxMessages;
  static override styles: CSSResultGroup = [tokenStyles, buttonStyles, fieldStyles, textStyles];

  /** The SDK's instance comes with a phase; the call centre is found through it. */
  readonly #phase = this.select(({ phase }) => phase);
  readonly #disabledReason = this.select((all) => disabledReason(all, 'makeCall'));

  @state() private panel: SandboxPanel | null = null;
  @state() private hasLoadFailed = false;
  #sdk: SobotAgentSdk | null = null;

  protected override willUpdate(): void {
    const sandbox = this.agentHost?.sandbox ? this.agentHost : null;
    const sdk = this.#phase.value === 'idle' ? null : (sandbox?.session?.sdk ?? null);
    // Between two starts the last panel stays: a fault that keeps the phone from starting has to be taken back there.
    if (!sandbox) this.#closePanel();
    else if (sdk && sdk !== this.#sdk) void this.#openPanel(sdk);
  }

  async #openPanel(sdk: SobotAgentSdk): Promise<void> {
    this.#sdk = sdk;
    try {
      const [{ callCentreOf, customers }, { SandboxPanel: Panel }] = await Promise.all([
        import('../../src/sandbox/index.js'),
        import('./panel.js'),
      ]);
      const centre = callCentreOf(sdk);
      if (this.#sdk !== sdk || !centre || this.panel?.centre === centre) return;
      this.panel?.close();
      this.addStyles(Panel.styles);
      this.hasLoadFailed = false;
      this.panel = new Panel(centre, customers, {
        element: this,
        maskNumber: (number) => this.maskNumber(number),
        dial: (otherDN) => void this.run('makeCall', { otherDN }),
        dialDisabledText: () =>
          this.#disabledReason.value ? this.disabledReasonText(this.#disabledReason.value) : null,
        renderFailure: () => this.renderFailure('makeCall'),
        clear: () => this.#clearAgent(),
        send: (command, params) =>
          isQuery(command) ? undefined : this.agentHost?.session?.execute(command, params, this),
        restart: async () => {
          this.agentHost?.stop();
          await this.agentHost?.start();
        },
      });
    } catch (cause) {
      console.error(cause);
      this.hasLoadFailed = true;
    }
  }

  async #clearAgent(): Promise<void> {
    const { state: agentState, session } = this.agentHost ?? {};
    if (agentState && (agentState.call || agentState.wrapUp || agentState.presence.status !== 'offline'))
      await session?.resetLogout();
  }

  #closePanel(): void {
    this.panel?.close();
    this.panel = null;
    this.#sdk = null;
  }

  protected override renderConnected(): TemplateResult | typeof nothing {
    if (this.panel) return this.panel.render();
    return this.hasLoadFailed
      ? html`<p class="notice bad" part="notice">${circleAlert}${this.t('sandbox.failed')}</p>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-sandbox': SobotSandbox;
  }
}
