import type { CommandName, SobotError } from '../../sdk/index.js';

/** A command that failed, for the place that asked for it. */
export interface CommandFailure {
  readonly command: CommandName;
  readonly error: SobotError;
}
