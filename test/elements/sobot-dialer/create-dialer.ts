/** A `<sobot-dialer>` in a ready agent element, before or after the agent has logged in. */
import '../../../elements/sobot-dialer/define.js';
import type { SobotDialer } from '../../../elements/sobot-dialer/define.js';
import { createElement, ElementFixture } from '../../support/element-fixture.js';
import { enter, fieldNamed } from '../../support/forms.js';

export class DialerFixture extends ElementFixture<SobotDialer> {
  /** The field of the phone number. */
  get field(): HTMLInputElement {
    return fieldNamed(this, 'Phone number');
  }

  get callerId(): HTMLSelectElement {
    return fieldNamed<HTMLSelectElement>(this, 'Caller ID');
  }

  /** The parameters of the last command `makeCall`. */
  get sentParams(): object {
    return this.sdk.last('makeCall').params;
  }

  /** The names of the buttons that redial. */
  get redials(): string[] {
    return this.buttons.filter((name) => name.startsWith('Redial '));
  }

  async paste(text: string): Promise<void> {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    this.field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await this.element.updateComplete;
  }

  async dial(number: string): Promise<void> {
    await enter(this, this.field, number);
    await this.press('Call');
  }
}

/** Creates a dialer whose agent is logged out. */
export async function createDialer(attributes = ''): Promise<DialerFixture> {
  const { agent, element, sdk } = await createElement('sobot-dialer', attributes);
  return new DialerFixture(agent, element, sdk);
}

/** Creates a dialer whose agent may call. */
export async function createReadyDialer(attributes = ''): Promise<DialerFixture> {
  const dialer = await createDialer(attributes);
  await dialer.emit('EventAgentReady');
  return dialer;
}
