import '../../elements/sobot-call-controls/define.js';
import type { SobotCallControls } from '../../elements/sobot-call-controls/define.js';
import type { SobotDialpad } from '../../elements/sobot-dialpad/define.js';
import type { Desk } from './desk.js';
import { desk, nameOf, settled, textOf } from './desk.js';

/** The tiles of a call, in their order. */
export const tiles = ['Mute', 'Hold', 'Keypad', 'Transfer', 'Consult', 'End with survey', 'Notes'];

/** The controls of the test that runs. */
export let on: Desk<SobotCallControls>;

export const talk = (): Promise<void> => on.call('EventRinging', 'EventEstablished');
export const isOff = (name: string): boolean => on.button(name).getAttribute('aria-disabled') === 'true';
export const focused = (): string => (on.root.activeElement ? nameOf(on.root.activeElement) : '');
export const dialpad = (): SobotDialpad => on.find<SobotDialpad>('sobot-dialpad');
export const notes = (): HTMLTextAreaElement => on.find<HTMLTextAreaElement>('textarea');
export const error = (): string => textOf(on.find('[part="error"][role="status"]'));
export const width = async (pixels: number): Promise<void> => {
  on.agent.style.setProperty('display', 'block');
  on.agent.style.setProperty('inline-size', `${pixels}px`);
  await settled(on.element);
};

export const open = async (): Promise<void> => {
  on = await desk('sobot-call-controls');
};
