import type { Dictionary } from '../../ui/i18n/localize.js';
import { base } from './base.js';
import { call } from './call.js';
import { callControls } from './call-controls.js';
import { callInfo } from './call-info.js';
import { callLink } from './call-link.js';
import { callLog } from './call-log.js';
import { dialpad } from './dialpad.js';
import { eventLog } from './event-log.js';
import { incomingCall } from './incoming-call.js';
import { networkQuality } from './network-quality.js';
import { preflight } from './preflight.js';
import { sandbox } from './sandbox.js';
import { dialer } from './dialer.js';
import { login } from './login.js';
import { routes } from './routes.js';
import { screenPop } from './screen-pop.js';
import { wrapUp } from './wrap-up.js';
import { shortcuts } from './shortcuts.js';
import { softphone } from './softphone.js';
import { sound } from './sound.js';
import { status } from './status.js';
import { transfer } from './transfer.js';
import { directory } from './directory.js';
import { figures } from './figures.js';
import { people } from './people.js';
import { queues } from './queues.js';
import { supervisor } from './supervisor.js';

export const zhCn: Dictionary = {
  ...base,
  ...call,
  ...callControls,
  ...callInfo,
  ...callLink,
  ...callLog,
  ...dialpad,
  ...eventLog,
  ...incomingCall,
  ...networkQuality,
  ...preflight,
  ...sandbox,
  ...dialer,
  ...login,
  ...routes,
  ...screenPop,
  ...wrapUp,
  ...shortcuts,
  ...softphone,
  ...sound,
  ...status,
  ...transfer,
  ...directory,
  ...figures,
  ...people,
  ...queues,
  ...supervisor,
};
