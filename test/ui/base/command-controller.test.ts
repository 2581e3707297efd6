import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { SobotElement } from '../../../src/ui/base/index.js';
import { createElement, type ElementFixture } from '../../support/element-fixture.js';

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
  let fixture: ElementFixture<HoldElement>;

  before(() => HoldElement.define());
  beforeEach(async () => {
    fixture = await createElement('test-hold');
  });

  it('has a reason in the language of the element, and renders it when that changes', async () => {
    expect(fixture.text).to.equal('Only while you are talking');
    expect(fixture.element.hold.disabledReason).to.equal('not-talking');
    await fixture.call('EventRinging', 'EventEstablished');
    expect(fixture.text).to.equal('enabled');
    expect(fixture.element.hold.disabledReason).to.equal(null);
  });

  it('is busy, without a reason, until the platform answers', async () => {
    await fixture.call('EventRinging', 'EventEstablished');
    const result = fixture.element.hold.run();
    await fixture.element.updateComplete;
    expect(fixture.text).to.equal('busy');
    expect(fixture.element.hold.reason).to.equal(null);
    fixture.sdk.last().success({ status: 'success' });
    expect(await result).to.equal(true);
  });
});
