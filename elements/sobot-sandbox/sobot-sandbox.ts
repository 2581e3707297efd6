/**
 * `<sobot-sandbox>`: loads the control panel of the embedded call centre when its agent has one.
 * This file is all that a page without a sandbox loads.
 */
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { isQuery, type SobotAgentSdk } from '../../src/sdk/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { sandboxMessages } from './messages.js';
import type { SandboxPanel, SandboxPanelHost } from './panel.js';

/**
 * Finds the call centre of its agent and loads the panel for it. Without `sandbox` at the agent element it renders
 * nothing and loads nothing, so a page may keep it in its markup.
 *
 * @summary The control panel of the embedded call centre: customers and colleagues who call, faults on demand, and the
 * replay of an event log.
 *
 * @element sobot-sandbox
 *
 * @csspart panel - The whole panel.
 * @csspart customers - The form that starts a customer's call.
 * @csspart calls - The list of the customers and third parties on the telephone.
 * @csspart call - One customer or third party in that list.
 * @csspart colleagues - The section of the simulated agents.
 * @csspart colleague - One simulated agent during a call.
 * @csspart replay - The section that replays an event log.
 * @csspart trouble - The section of the faults on demand.
 * @csspart numbers - The table of the numbers with a behaviour of their own.
 * @csspart button - Every button.
 * @csspart customer-calls - The button that starts a customer's call.
 * @csspart customer-answers - The button that answers as the called customer.
 * @csspart customer-declines - The button that declines as the called customer.
 * @csspart customer-hangs-up - The button that hangs up as the customer.
 * @csspart customer-sends-digits - The button that sends keypad digits as the customer.
 * @csspart colleague-calls - The button that starts an internal call of a colleague.
 * @csspart colleague-consults - The button that starts a colleague's consultation with the agent about a customer.
 * @csspart colleague-transfers - The button that transfers a colleague's customer to the agent.
 * @csspart colleague-answers - The button that answers as the called colleague.
 * @csspart colleague-declines - The button that declines as the called colleague.
 * @csspart colleague-hangs-up - The button that hangs up as the colleague.
 * @csspart colleague-completes-transfer - The button that transfers the customer to the agent after a consultation.
 * @csspart colleague-starts-conference - The button that adds the customer to a consultation.
 * @csspart replay-log - The button that selects a diagnostics file and replays it.
 * @csspart stop-replay - The button that stops the replay.
 * @csspart leave-replay - The button that starts a new session after a replay.
 * @csspart expire-token - The button that makes the token expire.
 * @csspart displace - The button that logs the agent in at another place.
 * @csspart network - The button that interrupts or restores the network.
 * @csspart add-fault - The button that adds a fault of a command.
 * @csspart remove-fault - The button of one fault, which removes it.
 * @csspart dial - The button that dials a documented number as the agent.
 * @csspart error - The error of a dialled number or of a replay.
 * @csspart icon - Every icon.
 * @csspart notice - A notice: the panel could not be loaded, or there is no agent.
 */
export class SobotSandbox extends SobotElement<typeof sandboxMessages> {
  static override readonly tag = 'sobot-sandbox';
  static override readonly messages = sandboxMessages;
  static override styles: CSSResultGroup = [tokenStyles, buttonStyles, fieldStyles, textStyles];

  // The SDK instance, through which the call centre is found, is created and replaced with a phase.
  readonly #phase = this.select(({ phase }) => phase);
  readonly #dialCommand = this.command('makeCall');

  @state() private panel: SandboxPanel | null = null;
  /** A module of the panel could not be loaded: a notice takes its place. */
  @state() private hasLoadFailed = false;
  /** The SDK instance that the panel was opened for. */
  #sdk: SobotAgentSdk | null = null;

  /**
   * Opens a panel for each new SDK instance. Between two sessions the last panel stays, because a
   * fault that keeps the agent element from starting can only be removed there.
   */
  protected override willUpdate(): void {
    const agentHost = this.agentHost?.sandbox ? this.agentHost : null;
    const sdk = this.#phase.value === 'idle' ? null : (agentHost?.session?.sdk ?? null);
    if (!agentHost) this.#closePanel();
    else if (sdk && sdk !== this.#sdk) void this.#openPanel(sdk);
  }

  /** Loads the panel. A session that was replaced meanwhile, or a page's own SDK, gets none. */
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
      this.panel = new Panel(centre, customers, this.#createPanelHost());
    } catch (cause) {
      console.error(cause);
      this.hasLoadFailed = true;
    }
  }

  /** Creates the services for the panel, from protected methods of the element. */
  #createPanelHost(): SandboxPanelHost {
    return {
      element: this,
      maskNumber: (number) => this.maskNumber(number),
      dialCommand: this.#dialCommand,
      renderFailure: () => this.renderFailure('makeCall'),
      resetAgent: () => this.#resetAgent(),
      sendRecorded: (command, params) =>
        isQuery(command) ? undefined : this.agentHost?.session?.execute(command, params, this),
      restart: async () => {
        this.agentHost?.stop();
        await this.agentHost?.start();
      },
    };
  }

  /**
   * Resets the agent before a replay, unless there is nothing to reset: a recorded state must not
   * mix with a call of the sandbox.
   */
  async #resetAgent(): Promise<void> {
    const { state: agentState, session } = this.agentHost ?? {};
    if (agentState && (agentState.call || agentState.wrapUp || agentState.presence.status !== 'offline'))
      await session?.resetLogout();
  }

  /** Closes the panel when the agent element has no sandbox any more. */
  #closePanel(): void {
    this.panel?.close();
    this.panel = null;
    this.#sdk = null;
  }

  /**
   * Renders the panel, or the notice that it could not be loaded. Nothing while it is loading, or
   * without a sandbox.
   */
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
