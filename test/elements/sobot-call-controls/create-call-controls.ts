/** A `<sobot-call-controls>` in a ready agent element without a call. */
import '../../../elements/sobot-call-controls/define.js';
import type { SobotCallControls } from '../../../elements/sobot-call-controls/define.js';
import type { SobotDialpad } from '../../../elements/sobot-dialpad/define.js';
import { createElement, ElementFixture, nameOf, settled, textOf } from '../../support/element-fixture.js';

/** The names of the tiles of a call, in document order. */
export const tiles = ['Mute', 'Hold', 'Keypad', 'Transfer', 'Consult', 'End with survey', 'Notes'];

export class CallControlsFixture extends ElementFixture<SobotCallControls> {
  /** Lets a caller ring and the agent answer. */
  establishCall(): Promise<void> {
    return this.call('EventRinging', 'EventEstablished');
  }

  /** Whether a button can be focused but not used. It is a property, so that it can be passed to `filter`. */
  readonly isOff = (name: string): boolean => this.button(name).getAttribute('aria-disabled') === 'true';

  /** The name of the focused control, or an empty text. */
  get focusedName(): string {
    return this.root.activeElement ? nameOf(this.root.activeElement) : '';
  }

  get dialpad(): SobotDialpad {
    return this.find<SobotDialpad>('sobot-dialpad');
  }

  get notes(): HTMLTextAreaElement {
    return this.find<HTMLTextAreaElement>('textarea');
  }

  /** The text of the error that is announced. */
  get errorText(): string {
    return textOf(this.find('[part="error"][role="status"]'));
  }

  /** Gives the controls a width in CSS pixels. */
  async setWidth(pixels: number): Promise<void> {
    this.agent.style.setProperty('display', 'block');
    this.agent.style.setProperty('inline-size', `${pixels}px`);
    await settled(this.element);
  }
}

export async function createCallControls(): Promise<CallControlsFixture> {
  const { agent, element, sdk } = await createElement('sobot-call-controls');
  return new CallControlsFixture(agent, element, sdk);
}
