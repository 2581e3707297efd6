import { expect } from '@open-wc/testing';
import { desk, settled, aCall, type Desk } from '../../support/desk.js';
import { Probe } from '../../support/probe.js';
import { until } from '../../support/until.js';

describe('What every element has', () => {
  let on: Desk<Probe>;
  const text = (): string => on.find('.tag').textContent;

  before(() => Probe.define());
  beforeEach(async () => {
    on = await desk('sobot-probe');
  });

  describe('a slice of the state', () => {
    it('that is drawn anew when it has changed', async () => {
      await on.call('EventRinging');
      expect(text()).to.equal('ringing');
      await on.call('EventEstablished');
      expect(text()).to.equal('talking');
    });

    it('and only then', async () => {
      await on.call('EventRinging', 'EventEstablished');
      const before = on.element.renders;
      for (let ping = 0; ping < 20; ping += 1) await on.emit('EventJanusLatency', { ping, jitter: 1, loss: '0%' });
      await on.emit('EventAgentReady');
      await on.emit('EventSomethingNew', { value: 1 });
      expect(on.element.renders).to.equal(before);
    });

    it('that is up to date again after it was elsewhere', async () => {
      on.element.remove();
      await on.call('EventRinging');
      on.agent.append(on.element);
      await settled(on.element);
      expect(text()).to.equal('ringing');
    });
  });

  describe('a failure beside the control', () => {
    const region = (): HTMLElement => on.find('[part="error"]');

    it('in a live region that was there before', async () => {
      expect(region().getAttribute('role')).to.equal('status');
      expect(region().textContent.trim()).to.equal('');
      const run = on.element.run('ready');
      await on.answer(on.double.last('ready'), 'error');
      expect(await run).to.equal(false);
      expect(region().textContent).to.contain('not allowed');
    });

    it('that goes with the next success', async () => {
      void on.element.run('ready');
      await on.answer(on.double.last('ready'), 'error');
      void on.element.run('ready');
      await on.answer(on.double.last('ready'));
      expect(region().textContent.trim()).to.equal('');
    });

    it('but none where the page has prevented it', async () => {
      on.agent.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
      expect(await on.element.run('ready')).to.equal(false);
      await settled(on.element);
      expect(region().textContent.trim()).to.equal('');
      expect(on.commands).to.deep.equal([]);
    });

    it('also when there is no session', async () => {
      on.agent.stop();
      expect(await on.element.run('ready')).to.equal(false);
      await settled(on.element);
      expect(region().textContent).to.contain('The phone is not connected');
    });

    it('and the command says who has asked', () => {
      let source: unknown;
      on.agent.addEventListener('sobot-command', ({ detail }) => (source = detail.source), { once: true });
      void on.element.run('ready');
      expect(source).to.equal(on.element);
    });
  });

  it('numbers masked when the agent shares the screen, live', async () => {
    expect(on.find('.who').textContent).to.equal('135****5678');
    on.agent.maskNumbers = true;
    await on.agent.updateComplete;
    await on.element.updateComplete;
    expect(on.find('.who').textContent).to.equal('*******5678');
  });

  it('states for CSS', () => {
    on.element.setStates({ busy: true });
    expect(on.has('busy')).to.equal(true);
    on.element.setStates({ busy: false });
    expect(on.has('busy')).to.equal(false);
  });

  it('nothing of its own on the host', () => {
    expect([...on.element.attributes].map(({ name }) => name)).to.deep.equal([]);
  });

  it('no listener left at an agent that it has left', async () => {
    on.element.remove();
    const { renders } = on.element;
    on.double.emit({ messageID: 'EventRinging', ...aCall });
    await on.element.updateComplete;
    expect(on.element.renders).to.equal(renders);
  });

  describe('the language of its place', () => {
    afterEach(() => document.documentElement.setAttribute('lang', 'en'));

    it('live, from the nearest ancestor, and back', async () => {
      expect(on.element.say()).to.equal('Try again');
      on.agent.lang = 'zh-Hans-CN';
      await until(() => on.element.say() === '重试', 'Chinese');
      on.element.lang = 'en-GB';
      await until(() => on.element.say() === 'Try again', 'English');
      on.element.removeAttribute('lang');
      on.agent.removeAttribute('lang');
      document.documentElement.lang = 'zh';
      await until(() => on.element.say() === '重试', 'Chinese again');
    });

    it('also from outside of a shadow root', async () => {
      const host = document.createElement('div');
      on.agent.append(host);
      host.attachShadow({ mode: 'open' }).append(on.element);
      host.lang = 'zh-CN';
      await until(() => on.element.say() === '重试', 'Chinese');
    });

    it('English where there is no other', async () => {
      on.agent.lang = 'tlh';
      await settled(on.element);
      expect(on.element.say()).to.equal('Try again');
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
    on.agent.append(iframe);
    const inside = iframe.contentDocument as Document;
    inside.body.append(document.createElement('sobot-probe'), document.createElement('sobot-agent'));
    const element = inside.querySelector('sobot-probe') as Probe;
    inside.querySelector('sobot-agent')?.setAttribute('manual', '');
    await until(() => element.shadowRoot?.querySelector('.tag'), 'the first render');
    const view = iframe.contentWindow as Window & typeof globalThis;
    expect(element.shadowRoot?.adoptedStyleSheets.every((sheet) => sheet instanceof view.CSSStyleSheet)).to.equal(true);
  });
});
