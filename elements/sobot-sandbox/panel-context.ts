/**
 * The interfaces between the element, its panel and the sections of the panel.
 *
 * They stand in a file of their own, so that a section depends on what it uses and not on the class
 * that renders it.
 */
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { CallCentre, Customer } from '../../src/sandbox/index.js';
import type { CommandName } from '../../src/sdk/index.js';
import type { CommandController } from '../../src/ui/base/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import type { sandboxPanelMessages } from './panel-messages.js';

/** The services of `<sobot-sandbox>` for the panel: rendering, and the commands of the agent. */
export interface SandboxPanelHost {
  /** The element that contains the panel, and renders it. */
  readonly element: ReactiveControllerHost & Element;
  /** Returns a number as it may be shown, masked where the page has `mask-numbers`. */
  maskNumber(number: string): string;
  /** Dials as the agent. */
  readonly dialCommand: CommandController<'makeCall'>;
  /** Renders the error of the last dialled number, as a live region. */
  renderFailure(): TemplateResult;
  /** Ends the agent's call and logs the agent out, so that a replay starts from an empty state. */
  resetAgent(): Promise<void>;
  /**
   * Sends a command of an event log again.
   *
   * @returns undefined for a query, because elements send their queries themselves
   */
  sendRecorded(command: CommandName, params: Readonly<Record<string, unknown>>): Promise<unknown> | undefined;
  /** Starts a new session, whose state is that of the call centre. */
  restart(): Promise<void>;
}

/** The services of the panel for its sections. */
export interface PanelContext {
  readonly host: SandboxPanelHost;
  /** The call centre that the panel controls, also the source of the snapshots. */
  readonly centre: CallCentre;
  /** The numbers with a documented behaviour. */
  readonly customers: readonly Customer[];
  readonly t: Translate<typeof sandboxPanelMessages>;
  /** Renders the panel again, after a section changed its own data. */
  refresh(): void;
}
