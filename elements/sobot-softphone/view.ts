import type { AgentState } from '../../src/state/index.js';
import { isIncomingCall } from '../../src/ui/call/index.js';

/** The one thing that matters now, in the middle of the softphone. */
export type SoftphoneView =
  'idle' | 'loading' | 'failed' | 'displaced' | 'login' | 'dialer' | 'incoming' | 'call' | 'wrap-up';

/** A call outranks presence: a ringing or running one is shown whatever the login says. */
export function viewOf({ phase, presence, call, wrapUp }: AgentState): SoftphoneView {
  if (call) return isIncomingCall(call) && !call.presumed ? 'incoming' : 'call';
  if (phase === 'displaced' || phase === 'failed' || phase === 'idle') return phase;
  if (phase !== 'ready') return 'loading';
  if (wrapUp) return 'wrap-up';
  return presence.status === 'offline' ? 'login' : 'dialer';
}

export const features = [
  'status',
  'dialer',
  'queues',
  'directory',
  'routes',
  'network',
  'notes',
  'log',
  'supervisor',
] as const;

export type Feature = (typeof features)[number];

const optionalFeatures: ReadonlySet<Feature> = new Set<Feature>(['log', 'supervisor']);
const defaultFeatures: ReadonlySet<Feature> = new Set(features.filter((each) => !optionalFeatures.has(each)));

/** The features that an attribute names; all but the log and the supervisor's where there is none. */
export const parseFeatures = (text: string | null): ReadonlySet<Feature> =>
  text === null ? defaultFeatures : new Set(features.filter((each) => text.split(/\s+/).includes(each)));
