/**
 * The checks of a command's parameters, by the rows of the command table.
 * The platform answers an invalid parameter late and with a code. These checks name the parameter
 * before anything is sent.
 */
import { commandRow, isBlank, ParamError, SobotError, type CheckContext, type CommandName } from '../sdk/index.js';
import type { RawParams } from './agent-session.js';

/** What the session gives to the checks. */
interface ParamsContext extends Pick<CheckContext, 'breakCodes'> {
  /** Reports what is left out of a parameter. */
  readonly warn: (message: string) => void;
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Returns the parameters as the SDK wants them: trimmed, numbers where numbers are due, without blank optional ones and
 * without callbacks. Undocumented fields are passed on.
 * @throws SobotError `invalid`, naming the parameter
 */
export function checkParams(command: CommandName, params: RawParams, context: ParamsContext): Record<string, unknown> {
  const row = commandRow(command);
  const invalid = (param: string, problem: string, cause?: unknown): SobotError =>
    new SobotError('invalid', `${command}: ${param} ${problem}. Nothing was sent.`, { command, cause });
  const checked: Record<string, unknown> = { ...params };
  delete checked['success'];
  delete checked['error'];

  for (const [name, { check, required }] of Object.entries(row.params)) {
    if (isBlank(checked[name])) {
      if (required) throw invalid(name, 'is missing or blank');
      delete checked[name];
      continue;
    }
    try {
      const warn = (text: string): void => context.warn(`${command}: ${name} ${text}`);
      checked[name] = check(checked[name], { ...context, params, warn });
    } catch (error) {
      throw invalid(name, textOf(error), error);
    }
  }
  try {
    row.validate?.(checked);
  } catch (error) {
    throw invalid(error instanceof ParamError ? error.param : 'parameters', textOf(error), error);
  }
  return checked;
}
