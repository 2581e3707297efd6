import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { SobotElement } from '../../../src/ui/base/index.js';
import { desk, type Desk } from '../../support/desk.js';

/** An element with one command that needs no parameters. */
class HoldElement extends SobotElement {
  static override readonly tag = 'test-hold';
  readonly hold = this.command('holdCall');

  protected override renderConnected(): TemplateResult {
    return html`${this.hold.busy ? 'busy' : (this.hold.reason ?? 'enabled')}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'test-hold': HoldElement;
  }
}

describe('A command of an element', () => {
  let on: Desk<HoldElement>;

  before(() => HoldElement.define());
  beforeEach(async () => {
    on = await desk('test-hold');
  });

  it('has a reason in the language of the element, and renders it when that changes', async () => {
    expect(on.text).to.equal('Only while you are talking');
    expect(on.element.hold.disabledReason).to.equal('not-talking');
    await on.call('EventRinging', 'EventEstablished');
    expect(on.text).to.equal('enabled');
    expect(on.element.hold.disabledReason).to.equal(null);
  });

  it('is busy, without a reason, until the platform answers', async () => {
    await on.call('EventRinging', 'EventEstablished');
    const result = on.element.hold.run();
    await on.element.updateComplete;
    expect(on.text).to.equal('busy');
    expect(on.element.hold.reason).to.equal(null);
    on.double.last().success({ status: 'success' });
    expect(await result).to.equal(true);
  });
});
