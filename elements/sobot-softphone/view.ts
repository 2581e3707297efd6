/**
 * The views of the softphone and its features: which view a state has, and which features an
 * attribute names. Apart from the element, because its zones depend on both.
 */
import type { AgentState } from '../../src/state/index.js';
import { isIncomingCall } from '../../src/ui/call/index.js';

/** The views of the main zone. Each one is also a custom state of the element. */
export const views = [
  'idle',
  'loading',
  'failed',
  'displaced',
  'login',
  'dialer',
  'incoming',
  'call',
  'wrap-up',
] as const;

/** The view of the main zone: the one task that the agent has now. */
export type SoftphoneView = (typeof views)[number];

/**
 * Selects the view. A call outranks everything else: it is shown even if the agent is logged out or
 * displaced, because the agent may be talking. A presumed call that rings has the call view, whose
 * controls fit every state of a call.
 */
export function viewOf({ phase, presence, call, wrapUp }: AgentState): SoftphoneView {
  if (call) return isIncomingCall(call) && !call.presumed ? 'incoming' : 'call';
  if (phase === 'displaced' || phase === 'failed' || phase === 'idle') return phase;
  if (phase !== 'ready') return 'loading';
  if (wrapUp) return 'wrap-up';
  return presence.status === 'offline' ? 'login' : 'dialer';
}

/** The values of the attribute `features`. */
const features = [
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

/** A feature that a page can switch on by its name. */
export type Feature = (typeof features)[number];

/**
 * The log stores calls in the browser, and most agents may not supervise: a page names these two
 * features itself.
 */
const optionalFeatures: ReadonlySet<Feature> = new Set<Feature>(['log', 'supervisor']);
const defaultFeatures: ReadonlySet<Feature> = new Set(features.filter((each) => !optionalFeatures.has(each)));

/**
 * Returns the features that an attribute names, or the default ones for null. Unknown names are
 * ignored.
 */
export const parseFeatures = (text: string | null): ReadonlySet<Feature> =>
  text === null ? defaultFeatures : new Set(features.filter((each) => text.split(/\s+/).includes(each)));
