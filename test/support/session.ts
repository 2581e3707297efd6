import { expect } from '@open-wc/testing';
import { AgentSession, type SessionOptions } from '../../src/session/index.js';
import { SobotError, type SobotErrorKind } from '../../src/sdk/index.js';
import { SdkDouble } from './sdk-double.js';

/** A target that remembers what was dispatched on it, whatever the names. */
export class Heard extends EventTarget {
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

export interface Phone {
  readonly session: AgentSession;
  readonly double: SdkDouble;
  readonly heard: Heard;
}

export const TOKEN = 'secret-token-7f3a';

/** A session with an SDK that is told what to do, not started yet. */
export function createPhone(options: Partial<SessionOptions> = {}, double = new SdkDouble()): Phone {
  const heard = new Heard();
  const session = new AgentSession({
    target: heard,
    sdk: () => Promise.resolve(double.sdk),
    token: () => Promise.resolve(TOKEN),
    init: { companyId: 'company', agent: '1005', agentType: '0' },
    ...options,
  });
  return { session, double, heard };
}

/** A started session; what was heard and logged until then is forgotten. */
export async function startPhone(options: Partial<SessionOptions> = {}, double?: SdkDouble): Promise<Phone> {
  const agentHost = createPhone(options, double);
  await agentHost.session.start();
  agentHost.heard.clear();
  agentHost.double.log.length = 0;
  return agentHost;
}

/** Until everything that is due now has happened. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The error that a promise is rejected with; fails if it isn't. */
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
