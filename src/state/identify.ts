import { patch } from '../internal/index.js';
import { data } from './fields.js';
import type { AgentState, CallSummary, PartyInfo } from './model.js';

/** Who has a number of a call. */
export interface Identified {
  readonly callId: string;
  readonly number: string;
  readonly info: PartyInfo;
}

/** What is known of somebody, without what isn't. */
export function knownOf({ name, href, details }: PartyInfo): PartyInfo {
  return {
    ...(name === undefined ? undefined : { name }),
    ...(href === undefined ? undefined : { href }),
    ...(details === undefined ? undefined : { details }),
  };
}

/** Somebody else has the call now. */
export const nobody: PartyInfo = Object.freeze({ name: undefined, href: undefined, details: undefined });

const called = <T extends { number: string; name?: string }>(who: T, number: string, { name }: PartyInfo): T =>
  who.number === number && name !== undefined ? patch(who, { name } as Partial<T>) : who;

/** Somebody's name, wherever the call shows the number; also after the call has ended, until there is another. */
export function identify(state: AgentState, { callId, number, info: known }: Identified): AgentState {
  const { call, consult, lastCall, wrapUp } = state;
  const told = knownOf({ ...known, details: data(known.details) });
  if (call?.id === callId) {
    const parties = call.parties.map((party) => called(party, number, known));
    const same = parties.every((party, index) => party === call.parties[index]);
    const whole = call.number === number ? patch(call, told) : call;
    return patch(state, {
      call: same ? whole : patch(whole, { parties: Object.freeze(parties) }),
      consult: consult && called(consult, number, known),
    });
  }
  const ended = <T extends CallSummary | null | undefined>(each: T): T =>
    each && each.id === callId && each.number === number ? patch(each, told as Partial<T & object>) : each;
  return patch(state, {
    lastCall: ended(lastCall),
    wrapUp: wrapUp && patch(wrapUp, { call: ended(wrapUp.call) }),
  });
}
