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

/** Why a name is proposed. */
export type ProposalReason = { after: string } | { during: 'dialing' } | { like: string };

/** A message that the kit doesn't know. */
export interface UnknownMessage {
  readonly name: string;
  readonly count: number;
  /** What it probably is; null: nothing speaks for any. */
  readonly proposal: { readonly name: MessageID; readonly reason: ProposalReason } | null;
}

/** A message that comes later than this after a command is hardly its doing. */
const RESPONSE_WINDOW_MS = 5000;
const MIN_SIMILARITY = 0.6;
/** How many of the latest times that it came are looked at. */
const MAX_OCCURRENCES = 20;
const certainties = ['documented', 'seen', 'assumed'];

const signalOf = (name: string): SignalType | null => (isKnown(name) ? events[name].signal : null);

const knownNames = (Object.keys(events) as MessageID[])
  .filter((name) => signalOf(name))
  .sort((a, b) => certainties.indexOf(events[a].certainty) - certainties.indexOf(events[b].certainty));

/** The surest name of a signal. */
const messageNameOf = (signal: SignalType): MessageID | undefined =>
  knownNames.find((name) => signalOf(name) === signal);

/** What a message says where the success of a command says more. */
const messageSignals: Partial<Record<SignalType, SignalType>> = {
  'call-hung-up': 'call-ended',
  'consult-dialing': 'call-dialing',
  'consult-cancelled': 'call-retrieved',
  'consult-returned': 'call-retrieved',
  'consult-conference': 'party-added',
};

/** What distinguishes a name: all of them begin with the same words. */
function letterPairs(name: string): string[] {
  const parts = kebab(name)
    .split('-')
    .filter((part) => !/^(event|agent|call)$/.test(part));
  const text = parts.join('') || name.toLowerCase();
  return Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
}

/** How alike two names are, 0 to 1 (Sørensen and Dice, by pairs of letters). */
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

const callOf = ({ data }: EventLogEntry): string => (isRecord(data) ? str(data['callID']) : '');

/** The command that a message was probably the answer to: nothing known has said the same, and it is about its call. */
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

function propose(name: string, entries: readonly EventLogEntry[]): UnknownMessage['proposal'] {
  /** The reason that came first is the best one. */
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

/** The messages that neither the kit nor the page's aliases know, most frequent first, and what they probably are. */
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

/** The attribute as it can be pasted into the page: the aliases that there are, and the proposed ones. */
export function aliasAttribute(unknown: readonly UnknownMessage[], aliases: Readonly<Record<string, unknown>>): string {
  const proposed = unknown.flatMap(({ name, proposal }) => (proposal ? [[name, proposal.name]] : []));
  const json = JSON.stringify({ ...aliases, ...Object.fromEntries(proposed) });
  return `event-aliases='${json.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}'`;
}
