import '../../elements/sobot-dialer/define.js';
import type { SobotDialer } from '../../elements/sobot-dialer/define.js';
import { desk, type Desk } from './desk.js';
import { enter, fieldNamed } from './forms.js';

/** The dialer of the test that runs. */
export let on: Desk<SobotDialer>;

export const field = (): HTMLInputElement => fieldNamed(on, 'Phone number');
export const callerId = (): HTMLSelectElement => fieldNamed<HTMLSelectElement>(on, 'Caller ID');
export const sent = (): object => on.double.last('makeCall').params;
export const redials = (): string[] => on.buttons.filter((name) => name.startsWith('Redial '));
export const paste = async (text: string): Promise<void> => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  field().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  await on.element.updateComplete;
};
export const dial = async (number: string): Promise<void> => {
  await enter(on, field(), number);
  await on.press('Call');
};
/** One whose agent is logged out. */
export const open = async (attributes = ''): Promise<void> => {
  on = await desk('sobot-dialer', attributes);
};
/** One whose agent may call. */
export const ready = async (attributes = ''): Promise<void> => {
  await open(attributes);
  await on.emit('EventAgentReady');
};
