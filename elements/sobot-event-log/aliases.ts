/**
 * Proposals for unknown message names. A platform may send messages under other names than the document; the log finds
 * out what they probably mean: by the command before them, by the state of the call, or by their name.
 */
import {
  commandRow,
  events,
  isCommandName,
  isKnown,
  kebab,
  type MessageID,
  type SignalType,
} from '../../src/sdk/index.js';
import type { EventLogEntry } from '../../src/session/index.js';
import { isRecord, str } from '../../src/internal/index.js';

/**
 * The reason of a proposal: the message came after a command, while dialling, or its name is
 * similar to a known one.
 */
export type ProposalReason = { after: string } | { during: 'dialing' } | { like: string };

/** A message name that the kit does not know. */
export interface UnknownMessage {
  readonly name: string;
  /** How often the message came. */
  readonly count: number;
  /** The name that it probably stands for; null where there is no reason for any. */
  readonly proposal: { readonly name: MessageID; readonly reason: ProposalReason } | null;
}

/** Time in milliseconds after a command within which a message counts as its answer. */
const RESPONSE_WINDOW_MS = 5000;
/** A name that is less similar, 0 to 1, is not proposed. */
const MIN_SIMILARITY = 0.6;
/** The number of latest occurrences that are examined, so that a chatty platform does not slow down the log. */
const MAX_OCCURRENCES = 20;
/**
 * The certainties of message names, the surest first. A name of the document is a better target
 * than an assumed one.
 */
const certainties = ['documented', 'seen', 'assumed'];

/**
 * The signal of a known message; null for an unknown name, and for a message without an effect on
 * the state.
 */
const signalOf = (name: string): SignalType | null => (isKnown(name) ? events[name].signal : null);

/** The names that have a meaning, the surest first. */
const knownNames = (Object.keys(events) as MessageID[])
  .filter((name) => signalOf(name))
  .sort((a, b) => certainties.indexOf(events[a].certainty) - certainties.indexOf(events[b].certainty));

/** The surest name with the meaning of a signal; undefined where no message has it. */
const messageNameOf = (signal: SignalType): MessageID | undefined =>
  knownNames.find((name) => signalOf(name) === signal);

/**
 * Signals of commands that differ from the signal of the message about the same change. A command
 * knows more: a success of `cancelConsult` says which consultation ended, but the message only says
 * that the call was resumed.
 */
const messageSignals: Partial<Record<SignalType, SignalType>> = {
  'call-hung-up': 'call-ended',
  'consult-dialing': 'call-dialing',
  'consult-cancelled': 'call-retrieved',
  'consult-returned': 'call-retrieved',
  'consult-conference': 'party-added',
};

/** The pairs of letters of a name, without the words that most names begin with. */
function letterPairs(name: string): string[] {
  const parts = kebab(name)
    .split('-')
    .filter((part) => !/^(event|agent|call)$/.test(part));
  const text = parts.join('') || name.toLowerCase();
  return Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
}

/** The similarity of two names, 0 to 1: the Sørensen–Dice coefficient of their pairs of letters. */
function similarity(a: string, b: string): number {
  const [left, right] = [letterPairs(a), letterPairs(b)];
  const unmatched = [...right];
  const same = left.filter((pair) => {
    const index = unmatched.indexOf(pair);
    if (index >= 0) unmatched.splice(index, 1);
    return index >= 0;
  });
  return (2 * same.length) / (left.length + right.length || 1);
}

/** The `callID` of a message; empty where it has none. */
const callOf = ({ data }: EventLogEntry): string => (isRecord(data) ? str(data['callID']) : '');

/**
 * Finds the command that a message probably answers: it succeeded shortly before, no known message reports the same, and
 * no message of another call came between. Null where there is none.
 */
function commandBefore(
  entries: readonly EventLogEntry[],
  index: number,
): { command: string; signal: SignalType } | null {
  const message = entries[index];
  for (let before = index - 1; message && before >= 0; before -= 1) {
    const entry = entries[before];
    if (!entry || message.at - entry.at > RESPONSE_WINDOW_MS) return null;
    if (entry.kind === 'message' && isKnown(entry.name)) {
      if (callOf(entry) && callOf(message) && callOf(entry) !== callOf(message)) return null;
      continue;
    }
    if (entry.kind !== 'command' || !isCommandName(entry.name)) continue;
    const commandSignal = commandRow(entry.name).signal;
    const signal = commandSignal && (messageSignals[commandSignal] ?? commandSignal);
    if (!signal || !messageNameOf(signal)) continue;
    const later = entries.slice(before).filter(({ at }) => at - message.at <= RESPONSE_WINDOW_MS);
    const wasRefused = later.some(
      ({ request, outcome }) => request === entry.request && outcome && outcome !== 'success',
    );
    const wasReported = later.some(({ kind, name }) => kind === 'message' && signalOf(name) === signal);
    return wasRefused || wasReported ? null : { command: entry.name, signal };
  }
  return null;
}

/**
 * Proposes a known name. Reasons for a signal add up over the occurrences: an answer to a command
 * counts 2, a similar name at most 1.5, and a message while dialling 1. The weights are divided by
 * the number of occurrences, so that a frequent message needs the same reason each time.
 */
function propose(name: string, entries: readonly EventLogEntry[]): UnknownMessage['proposal'] {
  // The first reason of a signal is the one that is shown: the strongest ones are added first.
  const scores = new Map<SignalType, { score: number; reason: ProposalReason }>();
  const add = (signal: SignalType, weight: number, reason: ProposalReason): void => {
    const before = scores.get(signal);
    scores.set(signal, { score: (before?.score ?? 0) + weight, reason: before?.reason ?? reason });
  };
  const occurrences = entries
    .flatMap((entry, index) => (entry.kind === 'message' && entry.name === name ? [index] : []))
    .slice(-MAX_OCCURRENCES);
  for (const occurrence of occurrences) {
    const before = commandBefore(entries, occurrence);
    if (before) add(before.signal, 2 / occurrences.length, { after: before.command });
    else if (entries[occurrence]?.call === 'dialing')
      add('call-talking', 1 / occurrences.length, { during: 'dialing' });
  }
  const closest = knownNames
    .map((like) => ({ like, score: similarity(name, like) }))
    .reduce((a, b) => (b.score > a.score ? b : a));
  const signal = signalOf(closest.like);
  if (signal && closest.score >= MIN_SIMILARITY) add(signal, closest.score * 1.5, { like: closest.like });
  const [best] = [...scores].sort(([, a], [, b]) => b.score - a.score);
  const proposed = best && messageNameOf(best[0]);
  return proposed ? { name: proposed, reason: best[1].reason } : null;
}

/** Returns the message names that neither the kit nor the page's aliases know, the most frequent first, with proposals. */
export function unknownMessages(
  entries: readonly EventLogEntry[],
  aliases: Readonly<Record<string, unknown>>,
): readonly UnknownMessage[] {
  const counts = new Map<string, number>();
  for (const { kind, name } of entries) {
    if (kind !== 'message' || isKnown(name) || Object.hasOwn(aliases, name)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => ({ name, count, proposal: propose(name, entries) }));
}

/**
 * Returns the attribute `event-aliases` to paste into the page: the present aliases and the
 * proposed ones. Ampersands and apostrophes are escaped, because the value stands in an attribute
 * with apostrophes.
 */
export function aliasAttribute(unknown: readonly UnknownMessage[], aliases: Readonly<Record<string, unknown>>): string {
  const proposed = unknown.flatMap(({ name, proposal }) => (proposal ? [[name, proposal.name]] : []));
  const json = JSON.stringify({ ...aliases, ...Object.fromEntries(proposed) });
  return `event-aliases='${json.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}'`;
}
