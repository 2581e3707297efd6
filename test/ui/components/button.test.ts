import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { actionButton, radioGroup, selectField } from '../../../src/ui/components/index.js';
import { centre, press } from '../../support/press.js';

describe('actionButton', () => {
  const draw = async (options: Partial<Parameters<typeof actionButton>[0]>): Promise<[HTMLButtonElement, number[]]> => {
    const clicks: number[] = [];
    const p = await fixture<HTMLElement>(html`<p></p>`);
    render(
      actionButton({ label: 'Hold', part: 'hold', variant: 'tile', onClick: () => clicks.push(1), ...options }),
      p,
    );
    return [p.querySelector('button') as HTMLButtonElement, clicks];
  };

  it('is a button with a name that does what it says', async () => {
    const [button, clicks] = await draw({});
    button.click();
    expect(clicks).to.have.length(1);
    expect(button.type).to.equal('button');
    await expect(button).to.be.accessible();
  });

  it('says why it is off, keeps the focus and does nothing', async () => {
    const [button, clicks] = await draw({ reason: 'There is no call' });
    button.focus();
    button.click();
    expect(document.activeElement).to.equal(button);
    expect(clicks).to.have.length(0);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.title).to.equal('There is no call');
    expect(button.getAttribute('aria-description')).to.equal('There is no call');
  });

  describe('shows why it is off', () => {
    const reason = (): HTMLElement | null => document.querySelector('.reason');

    for (const kind of ['mouse', 'touch', 'enter'] as const) {
      it(`when it is pressed by ${kind}, until the next press elsewhere`, async () => {
        const [button, clicks] = await draw({ reason: 'There is no call' });
        expect(reason()).to.equal(null);
        button.focus();
        await press[kind](centre(button), performance.now() + 3000);
        expect(reason()?.innerText).to.equal('There is no call');
        expect(reason()?.checkVisibility()).to.equal(true);
        expect(reason()?.getBoundingClientRect().top).to.be.at.least(button.getBoundingClientRect().bottom);
        await press.mouse({ x: 700, y: 500 }, performance.now());
        expect(reason()?.checkVisibility() ?? false).to.equal(false);
        expect(clicks).to.have.length(0);
      });
    }

    it('and hides it as soon as it is on', async () => {
      const [button] = await draw({ reason: 'There is no call' });
      button.click();
      button.click();
      expect(document.querySelectorAll('.reason')).to.have.length(1);
      render(actionButton({ label: 'Hold', part: 'hold', variant: 'tile' }), button.parentElement as HTMLElement);
      expect(reason()).to.equal(null);
    });

    it('as a select and a group of radios do', async () => {
      const p = await fixture<HTMLElement>(html`<p></p>`);
      const why = { reason: 'Log out first', name: 'route', value: 'a', onChange: () => {} };
      const options = [{ value: 'a', label: 'A' }] as const;
      render(selectField({ ...why, label: 'Route', options }), p);
      p.querySelector('select')?.click();
      expect(reason()?.innerText).to.equal('Log out first');
      reason()?.hidePopover();
      render(html`${radioGroup({ ...why, legend: 'Route', options })}`, p);
      p.querySelector('input')?.click();
      expect(reason()?.innerText).to.equal('Log out first');
    });
  });

  it('waits while it is busy', async () => {
    const [button, clicks] = await draw({ busy: true });
    button.click();
    expect(clicks).to.have.length(0);
    expect(button.getAttribute('aria-busy')).to.equal('true');
  });

  it('is a toggle only where it keeps its name', async () => {
    expect((await draw({}))[0].hasAttribute('aria-pressed')).to.equal(false);
    expect((await draw({ pressed: false }))[0].getAttribute('aria-pressed')).to.equal('false');
  });

  describe('of a command', () => {
    const command = { reason: null, busy: false, keys: 'Alt+H', run: () => Promise.resolve(true) };

    it('has its reason, unless the element has one of its own', async () => {
      const held = { ...command, reason: 'There is no call' };
      expect((await draw({ command: held }))[0].title).to.equal('There is no call');
      expect((await draw({ command: held, reason: 'Not answered yet' }))[0].title).to.equal('Not answered yet');
      expect((await draw({ command: held, reason: null }))[0].title).to.equal('There is no call');
    });

    it('is busy while it is pending, and has its keys', async () => {
      const [button, clicks] = await draw({ command: { ...command, busy: true } });
      button.click();
      expect(clicks).to.have.length(0);
      expect(button.getAttribute('aria-busy')).to.equal('true');
      expect(button.getAttribute('aria-keyshortcuts')).to.equal('Alt+H');
    });

    it('runs it without parameters, unless the element does it', async () => {
      const runs: unknown[][] = [];
      const run = (...params: unknown[]): Promise<boolean> => Promise.resolve(runs.push(params) > 0);
      const [plain] = await draw({ command: { ...command, run }, onClick: undefined });
      plain.click();
      expect(runs).to.deep.equal([[]]);
      const [own, clicks] = await draw({ command: { ...command, run } });
      own.click();
      expect(runs).to.have.length(1);
      expect(clicks).to.have.length(1);
    });
  });
});
