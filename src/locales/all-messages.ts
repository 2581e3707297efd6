/** Every English message of the kit: what a further language has to have. Types only, so that nothing is bundled. */
import type { baseMessages } from '../ui/i18n/index.js';
import type { callMessages } from '../ui/call/index.js';
import type { agentMessages } from '../../elements/sobot-agent/messages.js';
import type { callControlsMessages } from '../../elements/sobot-call-controls/messages.js';
import type { callInfoMessages } from '../../elements/sobot-call-info/messages.js';
import type { callLinkMessages } from '../../elements/sobot-call-link/messages.js';
import type { callLogMessages } from '../../elements/sobot-call-log/messages.js';
import type { dialerMessages } from '../../elements/sobot-dialer/messages.js';
import type { dialpadMessages } from '../../elements/sobot-dialpad/messages.js';
import type { directoryMessages } from '../../elements/sobot-directory/messages.js';
import type { eventLogMessages } from '../../elements/sobot-event-log/messages.js';
import type { eventLogViewMessages } from '../../elements/sobot-event-log/view-messages.js';
import type { incomingCallMessages } from '../../elements/sobot-incoming-call/messages.js';
import type { loginMessages } from '../../elements/sobot-login/messages.js';
import type { networkQualityMessages } from '../../elements/sobot-network-quality/messages.js';
import type { preflightMessages } from '../../elements/sobot-preflight/messages.js';
import type { preflightPanelMessages } from '../../elements/sobot-preflight/panel-messages.js';
import type { queuesMessages } from '../../elements/sobot-queues/messages.js';
import type { routesMessages } from '../../elements/sobot-routes/messages.js';
import type { sandboxMessages } from '../../elements/sobot-sandbox/messages.js';
import type { sandboxPanelMessages } from '../../elements/sobot-sandbox/panel-messages.js';
import type { screenPopMessages } from '../../elements/sobot-screen-pop/messages.js';
import type { softphoneMessages } from '../../elements/sobot-softphone/messages.js';
import type { statusMessages } from '../../elements/sobot-status/messages.js';
import type { supervisorMessages } from '../../elements/sobot-supervisor/messages.js';
import type { transferMessages } from '../../elements/sobot-transfer/messages.js';
import type { wrapUpMessages } from '../../elements/sobot-wrap-up/messages.js';

export type AllMessages = typeof baseMessages &
  typeof callMessages &
  typeof agentMessages &
  typeof callControlsMessages &
  typeof callInfoMessages &
  typeof callLinkMessages &
  typeof callLogMessages &
  typeof dialerMessages &
  typeof dialpadMessages &
  typeof directoryMessages &
  typeof eventLogMessages &
  typeof eventLogViewMessages &
  typeof incomingCallMessages &
  typeof loginMessages &
  typeof networkQualityMessages &
  typeof preflightMessages &
  typeof preflightPanelMessages &
  typeof queuesMessages &
  typeof routesMessages &
  typeof sandboxMessages &
  typeof sandboxPanelMessages &
  typeof screenPopMessages &
  typeof softphoneMessages &
  typeof statusMessages &
  typeof supervisorMessages &
  typeof transferMessages &
  typeof wrapUpMessages;
