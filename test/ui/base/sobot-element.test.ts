import { expect } from '@open-wc/testing';
import { createElement, type ElementFixture, settled } from '../../support/element-fixture.js';
import { callFields } from '../../support/call-fields.js';
import { Probe } from '../../support/probe.js';
import { until } from '../../support/until.js';

describe('What every element has', () => {
  let fixture: ElementFixture<Probe>;
  const text = (): string => fixture.find('.tag').textContent;

  before(() => Probe.define());
  beforeEach(async () => {
    fixture = await createElement('sobot-probe');
  });

  describe('a slice of the state', () => {
    it('that is drawn anew when it has changed', async () => {
      await fixture.call('EventRinging');
      expect(text()).to.equal('ringing');
      await fixture.call('EventEstablished');
      expect(text()).to.equal('talking');
    });

    it('and only then', async () => {
      await fixture.call('EventRinging', 'EventEstablished');
      const before = fixture.element.renders;
      for (let ping = 0; ping < 20; ping += 1) await fixture.emit('EventJanusLatency', { ping, jitter: 1, loss: '0%' });
      await fixture.emit('EventAgentReady');
      await fixture.emit('EventSomethingNew', { value: 1 });
      expect(fixture.element.renders).to.equal(before);
    });

    it('that is up to date again after it was elsewhere', async () => {
      fixture.element.remove();
      await fixture.call('EventRinging');
      fixture.agent.append(fixture.element);
      await settled(fixture.element);
      expect(text()).to.equal('ringing');
    });
  });

  describe('a failure beside the control', () => {
    const region = (): HTMLElement => fixture.find('[part="error"]');

    it('in a live region that was there before', async () => {
      expect(region().getAttribute('role')).to.equal('status');
      expect(region().textContent.trim()).to.equal('');
      const run = fixture.element.run('ready');
      await fixture.answer(fixture.sdk.last('ready'), 'error');
      expect(await run).to.equal(false);
      expect(region().textContent).to.contain('not allowed');
    });

    it('that goes with the next success', async () => {
      void fixture.element.run('ready');
      await fixture.answer(fixture.sdk.last('ready'), 'error');
      void fixture.element.run('ready');
      await fixture.answer(fixture.sdk.last('ready'));
      expect(region().textContent.trim()).to.equal('');
    });

    it('but none where the page has prevented it', async () => {
      fixture.agent.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
      expect(await fixture.element.run('ready')).to.equal(false);
      await settled(fixture.element);
      expect(region().textContent.trim()).to.equal('');
      expect(fixture.commands).to.deep.equal([]);
    });

    it('also when there is no session', async () => {
      fixture.agent.stop();
      expect(await fixture.element.run('ready')).to.equal(false);
      await settled(fixture.element);
      expect(region().textContent).to.contain('The phone is not connected');
    });

    it('and the command says who has asked', () => {
      let source: unknown;
      fixture.agent.addEventListener('sobot-command', ({ detail }) => (source = detail.source), { once: true });
      void fixture.element.run('ready');
      expect(source).to.equal(fixture.element);
    });
  });

  it('numbers masked when the agent shares the screen, live', async () => {
    expect(fixture.find('.who').textContent).to.equal('135****5678');
    fixture.agent.maskNumbers = true;
    await fixture.agent.updateComplete;
    await fixture.element.updateComplete;
    expect(fixture.find('.who').textContent).to.equal('*******5678');
  });

  it('states for CSS', () => {
    fixture.element.setStates({ busy: true });
    expect(fixture.has('busy')).to.equal(true);
    fixture.element.setStates({ busy: false });
    expect(fixture.has('busy')).to.equal(false);
  });

  it('nothing of its own on the host', () => {
    expect([...fixture.element.attributes].map(({ name }) => name)).to.deep.equal([]);
  });

  it('no listener left at an agent that it has left', async () => {
    fixture.element.remove();
    const { renders } = fixture.element;
    fixture.sdk.emit({ messageID: 'EventRinging', ...callFields });
    await fixture.element.updateComplete;
    expect(fixture.element.renders).to.equal(renders);
  });

  describe('the language of its place', () => {
    afterEach(() => document.documentElement.setAttribute('lang', 'en'));

    it('live, from the nearest ancestor, and back', async () => {
      expect(fixture.element.say()).to.equal('Try again');
      fixture.agent.lang = 'zh-Hans-CN';
      await until(() => fixture.element.say() === '重试', 'Chinese');
      fixture.element.lang = 'en-GB';
      await until(() => fixture.element.say() === 'Try again', 'English');
      fixture.element.removeAttribute('lang');
      fixture.agent.removeAttribute('lang');
      document.documentElement.lang = 'zh';
      await until(() => fixture.element.say() === '重试', 'Chinese again');
    });

    it('also from outside of a shadow root', async () => {
      const host = document.createElement('div');
      fixture.agent.append(host);
      host.attachShadow({ mode: 'open' }).append(fixture.element);
      host.lang = 'zh-CN';
      await until(() => fixture.element.say() === '重试', 'Chinese');
    });

    it('English where there is no other', async () => {
      fixture.agent.lang = 'tlh';
      await settled(fixture.element);
      expect(fixture.element.say()).to.equal('Try again');
    });
  });

  describe('a registration that tolerates others', () => {
    const warnings: unknown[] = [];
    const warn = console.warn;
    let names = 0;
    const tag = (): string => `x-taken-${(names += 1)}`;

    beforeEach(() => {
      warnings.length = 0;
      console.warn = (message: unknown) => warnings.push(message);
    });
    afterEach(() => {
      console.warn = warn;
    });

    it('silent for the same version', () => {
      const name = tag();
      class First extends Probe {}
      First.define(name);
      class Second extends Probe {}
      Second.define(name);
      expect(customElements.get(name)).to.equal(First);
      expect(warnings).to.deep.equal([]);
    });

    it('with one warning for another', () => {
      const name = tag();
      customElements.define(name, class extends HTMLElement {});
      class Ours extends Probe {}
      Ours.define(name);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain(name).and.contain('unknown');
    });

    it('with those that it draws', () => {
      const name = tag();
      class Part extends Probe {
        static override readonly tag = `${name}-part`;
      }
      class Whole extends Probe {
        static override readonly dependencies = [Part];
      }
      Whole.define(name);
      expect(customElements.get(`${name}-part`)).to.equal(Part);
    });
  });

  it('made in one realm and shown in another, it is styled', async () => {
    const iframe = document.createElement('iframe');
    fixture.agent.append(iframe);
    const inside = iframe.contentDocument as Document;
    inside.body.append(document.createElement('sobot-probe'), document.createElement('sobot-agent'));
    const element = inside.querySelector('sobot-probe') as Probe;
    inside.querySelector('sobot-agent')?.setAttribute('manual', '');
    await until(() => element.shadowRoot?.querySelector('.tag'), 'the first render');
    const view = iframe.contentWindow as Window & typeof globalThis;
    expect(element.shadowRoot?.adoptedStyleSheets.every((sheet) => sheet instanceof view.CSSStyleSheet)).to.equal(true);
  });
});
