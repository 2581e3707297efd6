/**
 * The base class of a session: one method for each row of the command table, so that a new row
 * needs no further code.
 * It is apart from `session.ts` because the methods are added to the prototype by script; here
 * alone the compiler can't see them.
 */
import { commandNames, type CommandName, type CommandResult } from '../sdk/index.js';
import type { CommandMethods, RawParams } from './agent-session.js';

abstract class Executor {
  abstract execute<N extends CommandName>(command: N, params?: RawParams): Promise<CommandResult<N>>;
}

type CommandClass = abstract new () => Executor & CommandMethods;

const methodOf = (command: CommandName) =>
  function (this: Executor, params?: RawParams): Promise<unknown> {
    return this.execute(command, params);
  };

/** Whether a class has every method of the table. The compiler can't follow the assignment below, so it is checked. */
const hasCommandMethods = (base: abstract new () => Executor): base is CommandClass =>
  commandNames.every((name) => Reflect.has(base.prototype as object, name));

function withCommandMethods(base: abstract new () => Executor): CommandClass {
  Object.assign(base.prototype as object, Object.fromEntries(commandNames.map((name) => [name, methodOf(name)])));
  if (!hasCommandMethods(base)) throw new TypeError('A command has no method. Check the command table.');
  return base;
}

/** Has every command as a method that calls `execute()` of the subclass. */
export const CommandMethodsBase = withCommandMethods(Executor);
