/** A `<sobot-login>` in a ready agent element, before or after the platform has answered about its settings. */
import '../../../elements/sobot-login/define.js';
import type { SobotLogin } from '../../../elements/sobot-login/define.js';
import { createElement, ElementFixture } from '../../support/element-fixture.js';
import { answerRequest, fieldNamed } from '../../support/forms.js';

/** The result of `queryPhoneType`. */
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
/** The result of `queryAgentCanJoinedInfo`. */
export const joined = { info: { loginStatusCode: '', ext: '1000', phone: '139****0000' } };
/** The result of `queryAgentJoinedQueues`. */
export const queues = {
  queues: [
    { queueID: 'q1', queueName: 'Sales', queueWeight: 3, checkin: 0 },
    { queueID: 'q2', queueName: 'Support', queueWeight: 1, checkin: 1 },
  ],
};

export class LoginFixture extends ElementFixture<SobotLogin> {
  /** The field of the extension. */
  get extension(): HTMLInputElement {
    return fieldNamed(this, 'Extension');
  }

  /** The parameters of the last command `login`. */
  get sentParams(): object {
    return this.sdk.last('login').params;
  }

  submit(): Promise<void> {
    return this.press('Log in');
  }

  /** Answers the three queries about the form. */
  async answerSettings(types: object | Error = phoneTypes, info: object | Error = joined): Promise<void> {
    await answerRequest(this, 'queryPhoneType', types);
    await answerRequest(this, 'queryAgentCanJoinedInfo', info);
    await answerRequest(this, 'queryAgentJoinedQueues', queues);
  }
}

/** Creates a login that waits for its settings. */
export async function createLogin(attributes = ''): Promise<LoginFixture> {
  const { agent, element, sdk } = await createElement('sobot-login', attributes);
  return new LoginFixture(agent, element, sdk);
}

/** Creates a login that shows the form with its settings. */
export async function createLoginForm(attributes = ''): Promise<LoginFixture> {
  const login = await createLogin(attributes);
  await login.answerSettings();
  return login;
}
