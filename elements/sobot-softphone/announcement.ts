/**
 * The text of the softphone's live region: its view, and problems beside it, in words.
 *
 * One region has all of them, so that several changes at a time are announced as one sentence.
 */
import type { AgentState, Call } from '../../src/state/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';
import { liveText } from '../../src/ui/directives/index.js';
import type { SoftphoneTranslate } from './messages.js';
import { viewOf } from './view.js';

/** Returns the name or the number of a call as it may be shown; empty if neither is known. */
type PartyText = (call: Call) => string;

/**
 * Returns the sentence about a call. A presumed call has no state that would be true, so its
 * sentence names the party only. A muted microphone is added, because agents forget it.
 */
function callText(t: SoftphoneTranslate, call: Call, partyText: PartyText): string {
  const party = partyText(call) || t('softphone.somebody');
  const state = call.presumed ? t('softphone.says.presumed', party) : t(`softphone.says.${call.state}`, party);
  return call.muted ? `${state}, ${t('softphone.says.muted')}` : state;
}

/**
 * Returns the text of a view. It is empty for an incoming call, which `<sobot-incoming-call>`
 * announces itself.
 */
function viewText(t: SoftphoneTranslate, state: AgentState, partyText: PartyText): string {
  const view = viewOf(state);
  switch (view) {
    case 'idle':
    case 'loading':
      return t(`softphone.${view}`);
    case 'failed':
      return `${t('softphone.failed')}. ${state.error?.message ?? ''}`;
    case 'displaced':
      return `${t('softphone.displaced')}. ${t('softphone.displacedText')}`;
    case 'login':
    case 'dialer':
      return t(`softphone.says.${view}`);
    case 'incoming':
      return '';
    case 'call':
      return state.call ? callText(t, state.call, partyText) : '';
    case 'wrap-up':
      return t('softphone.says.wrapUp');
  }
}

/**
 * Returns the whole text: the view first, then the problems that the notices show. An error of the
 * running session is a problem; that of a failed start belongs to the view.
 */
function announcement(t: SoftphoneTranslate, state: AgentState, partyText: PartyText): string {
  const { connection, error, phase, reachable } = state;
  const problems = [
    connection === 'offline' || connection === 'reconnecting' ? t(`softphone.${connection}`) : '',
    phase === 'displaced' && viewOf(state) !== 'displaced' ? t('softphone.displaced') : '',
    reachable ? '' : t('softphone.unreachable'),
    phase === 'ready' && error ? error.message : '',
  ];
  return [viewText(t, state, partyText), ...problems].filter(Boolean).join('. ');
}

/** Returns the text as a template value that follows the state without rendering the element. */
export const liveAnnouncement = (t: SoftphoneTranslate, agentHost: AgentHost, partyText: PartyText): unknown =>
  liveText(agentHost, (state) => announcement(t, state, partyText));
