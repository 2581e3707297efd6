import { patch, str } from '../internal/index.js';
import { type Handler } from './news.js';

/** The platform can't reach the agent's extension, unless it speaks of another one. */
export const extensionLost: Handler = (state, { fields }) => {
  const ext = str(fields['ext'] ?? fields['thisDN']);
  const own = state.agent?.ext ?? '';
  return ext !== '' && own !== '' && ext !== own ? state : patch(state, { reachable: false });
};

export const extensionBack: Handler = (state) => patch(state, { reachable: true });
