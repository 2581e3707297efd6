import { expect } from '@open-wc/testing';
import { AgentSession, type SessionOptions } from '../../src/session/index.js';
import { SobotError, type SobotErrorKind } from '../../src/sdk/index.js';
import { onCleanup } from './cleanup.js';
import { FakeSdk } from './fake-sdk.js';

/** An event target that records every event that is dispatched on it, of any type. */
export class RecordingTarget extends EventTarget {
  readonly events: CustomEvent[] = [];

  override dispatchEvent(event: CustomEvent): boolean {
    this.events.push(event);
    return super.dispatchEvent(event);
  }

  get names(): string[] {
    return this.events.map(({ type }) => type);
  }

  of(type: string): CustomEvent[] {
    return this.events.filter((event) => event.type === type);
  }

  details(type: string): any[] {
    return this.of(type).map(({ detail }) => detail as unknown);
  }

  clear(): void {
    this.events.length = 0;
  }
}

export interface SessionFixture {
  readonly session: AgentSession;
  readonly sdk: FakeSdk;
  /** The target of the session's events. */
  readonly events: RecordingTarget;
}

export const TOKEN = 'secret-token-7f3a';

/** Creates a session with a fake SDK. It is not started. */
export function createSession(options: Partial<SessionOptions> = {}, sdk = new FakeSdk()): SessionFixture {
  const events = new RecordingTarget();
  const session = new AgentSession({
    target: events,
    sdk: () => Promise.resolve(sdk.api),
    token: () => Promise.resolve(TOKEN),
    init: { companyId: 'company', agent: '1005', agentType: '0' },
    ...options,
  });
  onCleanup(() => session.stop());
  return { session, sdk, events };
}

/** Creates a session that is started. Events and SDK calls until then are not in the records. */
export async function startSession(options: Partial<SessionOptions> = {}, sdk?: FakeSdk): Promise<SessionFixture> {
  const fixture = createSession(options, sdk);
  await fixture.session.start();
  fixture.events.clear();
  fixture.sdk.log.length = 0;
  return fixture;
}

/** Resolves after a turn of the event loop, so after every promise that was due. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Resolves with the error that a promise is rejected with. Fails if the promise is fulfilled. */
export async function failure(promise: Promise<unknown>): Promise<SobotError> {
  try {
    await promise;
  } catch (error) {
    expect(error).to.be.instanceOf(SobotError);
    return error as SobotError;
  }
  throw new Error('the promise was fulfilled');
}

export async function expectFailure(promise: Promise<unknown>, kind: SobotErrorKind, message: RegExp): Promise<void> {
  const error = await failure(promise);
  expect(error.kind).to.equal(kind);
  expect(error.message).to.match(message);
}
