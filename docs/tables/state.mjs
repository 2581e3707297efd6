/** The diagram of a leg's states, from the transition table in src/state. */
import { legTransitionDiagram } from '../../dist/src/state/index.js';

export const stateTables = {
  'call-states': () => `\`\`\`mermaid\n${legTransitionDiagram().trim()}\n\`\`\``,
};
