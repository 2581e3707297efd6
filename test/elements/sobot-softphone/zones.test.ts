import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-softphone/define.js';
import { clear, phase } from '../../support/agent.js';
import { until } from '../../support/until.js';
import { scripts } from '../../support/sdk-double.js';
import { buttonNames, control, controlName, controls } from '../../support/softphone.js';
import { come, scene, scenes, states } from '../../support/scene.js';

describe('sobot-softphone: every state', () => {
  scenes();

  describe('zones', () => {
    const zone = (part: string): DOMRect =>
      (scene.softphone.shadowRoot?.querySelector(`[part="${part}"]`) as Element).getBoundingClientRect();

    it('the header has its place and its size in every state', async () => {
      const places: Record<string, string> = {};
      for (const name of Object.keys(states)) {
        await come(name);
        const { top, left, width, height } = zone('header');
        places[name] = JSON.stringify({ top, left, width, height });
        clear();
      }
      expect(new Set(Object.values(places)).size, JSON.stringify(places, null, 1)).to.equal(1);
    });

    it('the footer has its size in every state, and stays below what goes on in a call', async () => {
      const heights = new Set<number>();
      for (const name of Object.keys(states)) {
        await come(name);
        heights.add(zone('footer').height);
        clear();
      }
      expect([...heights]).to.have.length(1);
      await come('talking');
      const { top } = zone('footer');
      for (const message of ['EventAgentMute', 'EventAgentHoldCall', 'EventAgentRetrieveCall', 'EventAgentUnmute']) {
        scene.call(message);
        await scene.drawn();
        expect(zone('footer').top, message).to.equal(top);
      }
    });

    it('no button of a call moves for a notice, nor for a status that is refused', async () => {
      await come('talking');
      const place = (): string =>
        controls(scene.softphone, '.button')
          .map((each) => JSON.stringify(each.getBoundingClientRect()))
          .join();
      const before = place();
      scene.emit('EventLinkDisconnected');
      await scene.drawn();
      expect(scene.softphone.shadowRoot?.textContent).to.contain('Reconnecting');
      expect(place()).to.equal(before);
      scene.emit('EventLinkConnected');
      scene.emit('EventAgentReady');
      await scene.drawn();

      scene.double.scripts['notReady'] = scripts.error;
      const status = scene.softphone.shadowRoot?.querySelector('sobot-status');
      control(scene.softphone, 'Status: Ready').click();
      const item = [...(status?.shadowRoot?.querySelectorAll<HTMLElement>('[part="item"]') ?? [])].find((each) =>
        each.textContent.includes('Do not disturb'),
      );
      item?.click();
      await until(
        () => status?.shadowRoot?.querySelector('[part="error"]')?.textContent.includes('not allowed'),
        'error',
      );
      expect(place()).to.equal(before);
      control(scene.softphone, 'Dismiss').click();
      await scene.drawn();
      expect(buttonNames(scene.softphone)).to.not.include('Dismiss');
    });
  });

  describe('focus', () => {
    const deepest = (): Element | null => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active;
    };
    const main = (): Element | null => scene.softphone.shadowRoot?.querySelector('.main') ?? null;

    it('is not taken by a call that rings', async () => {
      await come('ready');
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
      scene.call('EventRinging', 'EventEstablished');
      await scene.drawn();
      expect(document.activeElement).to.equal(field);
      field.remove();
    });

    it('stays in the middle, on no button, when what had it is gone', async () => {
      await come('ready');
      control(scene.softphone, 'Phone number').focus();
      scene.call('EventRinging');
      await scene.drawn();
      expect(deepest()).to.equal(main());
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Space' });
      expect(scene.double.sent.map(({ method }) => method)).to.not.include('answer');
      await sendKeys({ press: 'Tab' });
      expect(controlName(deepest() as HTMLElement)).to.be.oneOf(['Decline', 'Answer']);
    });

    it('stays with who answers', async () => {
      await come('ringing');
      control(scene.softphone, 'Answer').focus();
      scene.call('EventEstablished');
      await scene.drawn();
      expect(scene.softphone.shadowRoot?.activeElement).to.not.equal(null);
      expect(controlName(deepest() as HTMLElement)).to.not.equal('Hang up');
    });

    it('stays on its button over hold and mute', async () => {
      await come('talking');
      control(scene.softphone, 'Hold').focus();
      scene.call('EventAgentHoldCall');
      await scene.drawn();
      expect(controlName(deepest() as HTMLElement)).to.equal('Resume');
    });

    it('stays in the notes when the call ends, with what is written', async () => {
      await come('talking, with the notes open');
      await until(() => deepest()?.localName === 'textarea', 'the notes');
      await sendKeys({ type: 'call ba' });
      scene.call('EventReleased');
      await scene.drawn();
      await sendKeys({ type: 'ck' });
      expect((control(scene.softphone, 'Notes') as HTMLTextAreaElement).value).to.equal('call back');
    });

    it('comes back to nobody who did not have it', async () => {
      await come('talking');
      (document.activeElement as HTMLElement | null)?.blur();
      scene.call('EventReleased');
      await scene.drawn();
      expect(document.activeElement).to.equal(document.body);
    });
  });

  describe('take over', () => {
    it('says what went wrong', async () => {
      await come('ready');
      await scene.agent.session?.login({ phoneType: 'sip', bindExt: '1000', agentState: '1' });
      scene.emit('EventAgentConnectionChanged');
      await scene.drawn();
      scene.double.scripts['login'] = scripts.error;
      control(scene.softphone, 'Use phone here').click();
      await phase(scene.agent, 'ready');
      await until(
        () => scene.softphone.shadowRoot?.querySelector('.notices')?.textContent.includes('not allowed'),
        'it',
      );
    });
  });
});
