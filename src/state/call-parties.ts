import { describe, isOf, isOver } from './call-change.js';
import { endConsult, setConsult } from './consult.js';
import { type Fields, patch, str } from '../internal/index.js';
import { role } from './fields.js';
import { type Handler, type News } from './news.js';
import { updateParties, withoutParty } from './parties.js';
import type { AgentState } from './model.js';

/** Does a message about the parties concern the running call, or its consultation? */
function concerns(state: AgentState, { fields }: News): boolean {
  const { call, consult } = state;
  const id = str(fields['callID']);
  return !!call && !isOver(state, id) && (isOf(call, id) || id === consult?.id);
}

export const callChanged: Handler = (state, { fields }) => {
  const { call } = state;
  const id = str(fields['callID']);
  if (!call || isOver(state, id) || !isOf(call, id)) return state;
  const described = describe(call, fields);
  return patch(state, { call: patch(described, { parties: updateParties(described, fields, call.state) }) });
};

/** Others may add somebody while we consult somebody else. */
const addedByUs = (state: AgentState, fields: Fields): boolean =>
  ['Unknown', 'AddedBy', 'ConferenceBy'].includes(role(fields['thisDNRole'])) ||
  str(fields['thirdDN']) === state.consult?.number;

export const partyAdded: Handler = (state, news) => {
  if (!concerns(state, news)) return state;
  const next = callChanged(state, news);
  return next.consult && addedByUs(next, news.fields)
    ? setConsult(next, { ...next.consult, state: 'conference' }, news.at)
    : next;
};

export const partyDeleted: Handler = (state, news) => {
  if (!concerns(state, news)) return state;
  const gone = str(news.fields['thirdDN']);
  const next = callChanged(state, { ...news, fields: { ...news.fields, thirdDN: undefined } });
  const { call, consult } = next;
  const alone = consult && (consult.state === 'conference' || consult.number === gone) ? endConsult(next) : next;
  return call && gone !== ''
    ? patch(alone, { call: patch(call, { parties: withoutParty(call.parties, gone) }) })
    : alone;
};
