import { commandRow, isBlank, ParamError, SobotError, type CheckContext, type CommandName } from '../sdk/index.js';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Checks the parameters of a command and makes them what the SDK wants: trimmed, numbers where numbers are due, blank
 * optional ones left out. Fields that the document doesn't list pass through.
 * @throws SobotError `invalid`, naming the parameter
 */
export function checkParams(
  command: CommandName,
  params: Readonly<Record<string, unknown>>,
  context: CheckContext,
): Record<string, unknown> {
  const row = commandRow(command);
  const invalid = (param: string, what: string, cause?: unknown): SobotError =>
    new SobotError('invalid', `${command}: ${param} ${what}. Nothing was sent.`, { command, cause });
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
      checked[name] = check(checked[name], context);
    } catch (error) {
      throw invalid(name, messageOf(error), error);
    }
  }
  try {
    row.validate?.(checked);
  } catch (error) {
    throw invalid(error instanceof ParamError ? error.param : 'parameters', messageOf(error), error);
  }
  return checked;
}
