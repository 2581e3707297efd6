import { commandNames, type CommandName } from '../sdk/index.js';
import type { CommandMethods, CommandSource } from './session-events.js';

abstract class Methods {
  abstract execute(
    command: CommandName,
    params: Readonly<Record<string, unknown>>,
    source: CommandSource,
  ): Promise<unknown>;
}

for (const name of commandNames) {
  Object.defineProperty(Methods.prototype, name, {
    value(this: Methods, params: Readonly<Record<string, unknown>> = {}) {
      return this.execute(name, params, null);
    },
  });
}

/** A class with every command of the table as a method. What the loop above defines is what the type says. */
export const CommandBase = Methods as abstract new () => Methods & CommandMethods;
