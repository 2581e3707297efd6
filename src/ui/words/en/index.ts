import type { baseWords } from './base.js';
import type { callWords } from './call.js';
import type { callControlsWords } from './call-controls.js';
import type { callInfoWords } from './call-info.js';
import type { callLinkWords } from './call-link.js';
import type { callLogWords } from './call-log.js';
import type { dialpadWords } from './dialpad.js';
import type { eventLogWords } from './event-log.js';
import type { eventLogShellWords } from './event-log-shell.js';
import type { incomingCallWords } from './incoming-call.js';
import type { networkQualityWords } from './network-quality.js';
import type { preflightPanelWords } from './preflight-panel.js';
import type { preflightWords } from './preflight.js';
import type { sandboxPanelWords } from './sandbox-panel.js';
import type { sandboxWords } from './sandbox.js';
import type { dialerWords } from './dialer.js';
import type { loginWords } from './login.js';
import type { routesWords } from './routes.js';
import type { screenPopWords } from './screen-pop.js';
import type { wrapUpWords } from './wrap-up.js';
import type { shortcutsWords } from './shortcuts.js';
import type { softphoneWords } from './softphone.js';
import type { soundWords } from './sound.js';
import type { statusWords } from './status.js';
import type { transferWords } from './transfer.js';
import type { directoryWords } from './directory.js';
import type { figuresWords } from './figures.js';
import type { peopleWords } from './people.js';
import type { queuesWords } from './queues.js';
import type { supervisorWords } from './supervisor.js';

/** Every English word of the kit: what a further language has to have. Types only, so that nothing is bundled. */
export type AllWords = typeof baseWords &
  typeof callWords &
  typeof callControlsWords &
  typeof callInfoWords &
  typeof callLinkWords &
  typeof callLogWords &
  typeof dialpadWords &
  typeof eventLogWords &
  typeof eventLogShellWords &
  typeof incomingCallWords &
  typeof networkQualityWords &
  typeof preflightPanelWords &
  typeof preflightWords &
  typeof sandboxPanelWords &
  typeof sandboxWords &
  typeof dialerWords &
  typeof loginWords &
  typeof routesWords &
  typeof screenPopWords &
  typeof wrapUpWords &
  typeof shortcutsWords &
  typeof softphoneWords &
  typeof soundWords &
  typeof transferWords &
  typeof statusWords &
  typeof directoryWords &
  typeof figuresWords &
  typeof peopleWords &
  typeof queuesWords &
  typeof supervisorWords;
