import type { Dictionary } from '../../localize.js';
import { base } from './base.js';
import { call } from './call.js';
import { callControls } from './call-controls.js';
import { callInfo } from './call-info.js';
import { dialpad } from './dialpad.js';
import { incomingCall } from './incoming-call.js';

export const zhCn: Dictionary = { ...base, ...call, ...callControls, ...callInfo, ...dialpad, ...incomingCall };
