import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { resize } from '../../support/element-fixture.js';
import { untilPhase } from '../../support/agent-fixture.js';
import { until } from '../../support/until.js';
import { scripts } from '../../support/fake-sdk.js';
import { buttonNames, control, controlName, controls } from '../../support/softphone.js';
import { enterState, softphoneStates, type SoftphoneFixture } from '../../support/softphone-fixture.js';

describe('sobot-softphone: every state', () => {
  describe('zones', () => {
    const zone = ({ softphone }: SoftphoneFixture, part: string): DOMRect =>
      (softphone.shadowRoot?.querySelector(`[part="${part}"]`) as Element).getBoundingClientRect();

    it('the header has its place and its size in every state', async () => {
      const places: Record<string, string> = {};
      for (const name of Object.keys(softphoneStates)) {
        const fixture = await enterState(name);
        const { top, left, width, height } = zone(fixture, 'header');
        places[name] = JSON.stringify({ top, left, width, height });
        fixture.remove();
      }
      expect(new Set(Object.values(places)).size, JSON.stringify(places, null, 1)).to.equal(1);
    });

    it('the footer has its size in every state, and stays below what goes on in a call', async () => {
      const heights = new Set<number>();
      for (const name of Object.keys(softphoneStates)) {
        const fixture = await enterState(name);
        heights.add(zone(fixture, 'footer').height);
        fixture.remove();
      }
      expect([...heights]).to.have.length(1);
      const fixture = await enterState('talking');
      const { top } = zone(fixture, 'footer');
      for (const message of ['EventAgentMute', 'EventAgentHoldCall', 'EventAgentRetrieveCall', 'EventAgentUnmute']) {
        fixture.call(message);
        await fixture.drawn();
        expect(zone(fixture, 'footer').top, message).to.equal(top);
      }
    });

    it('no button of a call moves for a notice, nor for a status that is refused', async () => {
      const fixture = await enterState('talking');
      const place = (): string =>
        controls(fixture.softphone, '.button')
          .map((each) => JSON.stringify(each.getBoundingClientRect()))
          .join();
      const before = place();
      fixture.emit('EventLinkDisconnected');
      await fixture.drawn();
      expect(fixture.softphone.shadowRoot?.textContent).to.contain('Reconnecting');
      expect(place()).to.equal(before);
      fixture.emit('EventLinkConnected');
      fixture.emit('EventAgentReady');
      await fixture.drawn();

      fixture.sdk.scripts['notReady'] = scripts.error;
      const status = fixture.softphone.shadowRoot?.querySelector('sobot-status');
      control(fixture.softphone, 'Status: Ready').click();
      const item = [...(status?.shadowRoot?.querySelectorAll<HTMLElement>('[part="item"]') ?? [])].find((each) =>
        each.textContent.includes('Do not disturb'),
      );
      item?.click();
      await until(
        () => status?.shadowRoot?.querySelector('[part="error"]')?.textContent.includes('not allowed'),
        'error',
      );
      expect(place()).to.equal(before);
      control(fixture.softphone, 'Dismiss').click();
      await fixture.drawn();
      expect(buttonNames(fixture.softphone)).to.not.include('Dismiss');
    });
  });

  describe('a call that waits', () => {
    const another = { callID: 'c2', callType: 'Inbound', otherDN: '139****0102' };

    for (const [layout, width] of [
      ['panel', 280],
      ['panel', 800],
      ['bar', 1100],
      ['bar', 1400],
      ['floating', 800],
    ] as const) {
      it(`moves no button of the current one: ${layout}, ${width}px`, async () => {
        await resize(width, 900);
        const fixture = await enterState('talking', layout);
        const names = ['Mute', 'Hold', 'Hang up'];
        const places = (): string[] =>
          names.map((name) => {
            const { x, y, width, height } = control(fixture.softphone, name).getBoundingClientRect();
            return [name, x, y, width, height]
              .map((each) => (typeof each === 'number' ? each.toFixed(1) : each))
              .join(' ');
          });
        const before = places();
        fixture.emit('EventRinging', another);
        await fixture.drawn();
        expect(buttonNames(fixture.softphone)).to.include('Answer 139****0102');
        expect(places()).to.deep.equal(before);
        fixture.emit('EventReleased', another);
        await fixture.drawn();
        expect(places()).to.deep.equal(before);
      });
    }
  });

  describe('focus', () => {
    const deepest = (): Element | null => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active;
    };
    const main = ({ softphone }: SoftphoneFixture): Element | null =>
      softphone.shadowRoot?.querySelector('.main') ?? null;

    it('is not taken by a call that rings', async () => {
      const fixture = await enterState('ready');
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
      fixture.call('EventRinging', 'EventEstablished');
      await fixture.drawn();
      expect(document.activeElement).to.equal(field);
      field.remove();
    });

    it('stays in the middle, on no button, when what had it is gone', async () => {
      const fixture = await enterState('ready');
      control(fixture.softphone, 'Phone number').focus();
      fixture.call('EventRinging');
      await fixture.drawn();
      expect(deepest()).to.equal(main(fixture));
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Space' });
      expect(fixture.sdk.sent.map(({ method }) => method)).to.not.include('answer');
      await sendKeys({ press: 'Tab' });
      expect(controlName(deepest() as HTMLElement)).to.be.oneOf(['Decline', 'Answer']);
    });

    it('stays with who answers', async () => {
      const fixture = await enterState('ringing');
      control(fixture.softphone, 'Answer').focus();
      fixture.call('EventEstablished');
      await fixture.drawn();
      expect(fixture.softphone.shadowRoot?.activeElement).to.not.equal(null);
      expect(controlName(deepest() as HTMLElement)).to.not.equal('Hang up');
    });

    it('stays in the middle when one of two calls is answered', async () => {
      const fixture = await enterState('two calls ring');
      control(fixture.softphone, 'Answer').focus();
      fixture.call('EventEstablished');
      await fixture.drawn();
      expect(deepest()).to.equal(main(fixture));
      expect(buttonNames(fixture.softphone)).to.include.members(['Hang up', 'Answer 139****0102']);
    });

    it('stays on its button over hold and mute', async () => {
      const fixture = await enterState('talking');
      control(fixture.softphone, 'Hold').focus();
      fixture.call('EventAgentHoldCall');
      await fixture.drawn();
      expect(controlName(deepest() as HTMLElement)).to.equal('Resume');
    });

    it('stays in the notes when the call ends, with what is written', async () => {
      const fixture = await enterState('talking, with the notes open');
      await until(() => deepest()?.localName === 'textarea', 'the notes');
      await sendKeys({ type: 'call ba' });
      fixture.call('EventReleased');
      await fixture.drawn();
      await sendKeys({ type: 'ck' });
      expect((control(fixture.softphone, 'Notes') as HTMLTextAreaElement).value).to.equal('call back');
    });

    it('comes back to nobody who did not have it', async () => {
      const fixture = await enterState('talking');
      (document.activeElement as HTMLElement | null)?.blur();
      fixture.call('EventReleased');
      await fixture.drawn();
      expect(document.activeElement).to.equal(document.body);
    });
  });

  describe('take over', () => {
    it('says what went wrong', async () => {
      const fixture = await enterState('ready');
      await fixture.agent.session?.login({ phoneType: 'sip', bindExt: '1000', agentState: '1' });
      fixture.emit('EventAgentConnectionChanged');
      await fixture.drawn();
      fixture.sdk.scripts['login'] = scripts.error;
      control(fixture.softphone, 'Use phone here').click();
      await untilPhase(fixture.agent, 'ready');
      await until(
        () => fixture.softphone.shadowRoot?.querySelector('.notices')?.textContent.includes('not allowed'),
        'it',
      );
    });
  });
});
