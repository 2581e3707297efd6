import type { baseWords } from './base-messages.js';
import type { callWords } from '../call/messages.js';
import type { callControlsWords } from '../../../elements/sobot-call-controls/messages.js';
import type { callInfoWords } from '../../../elements/sobot-call-info/messages.js';
import type { callLinkWords } from '../../../elements/sobot-call-link/messages.js';
import type { callLogWords } from '../../../elements/sobot-call-log/messages.js';
import type { dialpadWords } from '../../../elements/sobot-dialpad/messages.js';
import type { eventLogWords } from '../../../elements/sobot-event-log/view-messages.js';
import type { eventLogShellWords } from '../../../elements/sobot-event-log/messages.js';
import type { incomingCallWords } from '../../../elements/sobot-incoming-call/messages.js';
import type { networkQualityWords } from '../../../elements/sobot-network-quality/messages.js';
import type { preflightPanelWords } from '../../../elements/sobot-preflight/panel-messages.js';
import type { preflightWords } from '../../../elements/sobot-preflight/messages.js';
import type { sandboxPanelWords } from '../../../elements/sobot-sandbox/panel-messages.js';
import type { sandboxWords } from '../../../elements/sobot-sandbox/messages.js';
import type { dialerWords } from '../../../elements/sobot-dialer/messages.js';
import type { loginWords } from '../../../elements/sobot-login/messages.js';
import type { routesWords } from '../../../elements/sobot-routes/messages.js';
import type { screenPopWords } from '../../../elements/sobot-screen-pop/messages.js';
import type { wrapUpWords } from '../../../elements/sobot-wrap-up/messages.js';
import type { shortcutsWords } from '../../../elements/sobot-agent/messages.js';
import type { softphoneWords } from '../../../elements/sobot-softphone/messages.js';
import type { soundWords } from '../audio/messages.js';
import type { statusWords } from '../../../elements/sobot-status/messages.js';
import type { transferWords } from '../../../elements/sobot-transfer/messages.js';
import type { directoryWords } from '../../../elements/sobot-directory/messages.js';
import type { figuresWords } from '../components/figures-messages.js';
import type { peopleWords } from '../components/agent-list-messages.js';
import type { queuesWords } from '../../../elements/sobot-queues/messages.js';
import type { supervisorWords } from '../../../elements/sobot-supervisor/messages.js';

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
