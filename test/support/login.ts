import '../../elements/sobot-login/define.js';
import type { SobotLogin } from '../../elements/sobot-login/define.js';
import { desk, type Desk } from './desk.js';
import { fieldNamed, tell } from './forms.js';

export const phoneTypes = {
  agentID: '1005',
  agentName: 'Ada',
  ext: '1000',
  phone: '139****0000',
  phoneTypes: [
    { phoneType: 'webrtc', default: false },
    { phoneType: 'sip', defaultPhoneType: true },
    { phoneType: 'pstn' },
  ],
};
export const joined = { info: { loginStatusCode: '', ext: '1000', phone: '139****0000' } };
export const queues = {
  queues: [
    { queueID: 'q1', queueName: 'Sales', queueWeight: 3, checkin: 0 },
    { queueID: 'q2', queueName: 'Support', queueWeight: 1, checkin: 1 },
  ],
};

/** The login of the test that runs. */
export let on: Desk<SobotLogin>;

export const extension = (): HTMLInputElement => fieldNamed(on, 'Extension');
export const submit = (): Promise<void> => on.press('Log in');
export const sent = (): object => on.double.last('login').params;
export const settings = async (types: object | Error = phoneTypes, info: object | Error = joined): Promise<void> => {
  await tell(on, 'queryPhoneType', types);
  await tell(on, 'queryAgentCanJoinedInfo', info);
  await tell(on, 'queryAgentJoinedQueues', queues);
};
/** A login that has just been drawn, and waits for its settings. */
export const open = async (attributes = ''): Promise<void> => {
  on = await desk('sobot-login', attributes);
};
/** One with its settings. */
export const form = async (attributes = ''): Promise<void> => {
  await open(attributes);
  await settings();
};
