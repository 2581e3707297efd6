import { expect } from '@open-wc/testing';
import { commandNames, type CommandName } from '../../src/sdk/index.js';
import { CommandMethodsBase } from '../../src/session/command-methods.js';
import type { RawParams } from '../../src/session/index.js';

class Recorder extends CommandMethodsBase {
  readonly executed: [CommandName, RawParams | undefined][] = [];

  override execute(command: CommandName, params?: RawParams): Promise<never> {
    this.executed.push([command, params]);
    return new Promise(() => undefined);
  }
}

describe('the methods of the commands', () => {
  it('are one per row of the table, and execute it', () => {
    const recorder = new Recorder();
    for (const name of commandNames) void (recorder[name] as (params: RawParams) => unknown)({ is: name });
    expect(recorder.executed).to.deep.equal(commandNames.map((name) => [name, { is: name }]));
  });

  it('take no parameters where none are required', () => {
    const recorder = new Recorder();
    void recorder.holdCall();
    expect(recorder.executed).to.deep.equal([['holdCall', undefined]]);
  });

  it('check parameters and results when the page is compiled', () => {
    const recorder = new Recorder();
    // @ts-expect-error a required parameter is missing
    void recorder.makeCall();
    // @ts-expect-error a parameter of another type
    void recorder.makeCall({ otherDN: true });
    const exts: Promise<{ ext: string }[] | undefined> = recorder.queryUnusedExts().then(({ exts: found }) => found);
    void exts;
    expect(recorder.executed).to.have.length(3);
  });
});
