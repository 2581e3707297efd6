import type { AgentState, Call } from '../../src/state/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import { viewOf } from './view.js';
import type { softphoneMessages } from './messages.js';

/** Whom a call is with, as it may be shown. */
type PartyText = (call: Call) => string;

function callText(t: Translate<typeof softphoneMessages>, call: Call, partyText: PartyText): string {
  const party = partyText(call) || t('softphone.somebody');
  const state = call.presumed ? t('softphone.says.presumed', party) : t(`softphone.says.${call.state}`, party);
  return call.muted ? `${state}, ${t('softphone.says.muted')}` : state;
}

/** What the softphone shows, in words for those who don't see it. A ringing call says itself who is calling. */
export function stateText(t: Translate<typeof softphoneMessages>, state: AgentState, partyText: PartyText): string {
  const { call, connection, error, phase, reachable } = state;
  const view = viewOf(state);
  const textByView = {
    idle: () => t('softphone.idle'),
    loading: () => t('softphone.loading'),
    failed: () => `${t('softphone.failed')}. ${error?.message ?? ''}`,
    displaced: () => `${t('softphone.displaced')}. ${t('softphone.displacedText')}`,
    login: () => t('softphone.says.login'),
    dialer: () => t('softphone.says.dialer'),
    incoming: () => '',
    call: () => (call ? callText(t, call, partyText) : ''),
    'wrap-up': () => t('softphone.says.wrapUp'),
  };
  const problems = [
    connection === 'offline' || connection === 'reconnecting' ? t(`softphone.${connection}`) : '',
    phase === 'displaced' && view !== 'displaced' ? t('softphone.displaced') : '',
    reachable ? '' : t('softphone.unreachable'),
    phase === 'ready' && error ? error.message : '',
  ];
  return [textByView[view](), ...problems].filter(Boolean).join('. ');
}
