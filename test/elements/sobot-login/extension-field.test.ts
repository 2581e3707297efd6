import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-login/define.js';
import { accessible, settled, textOf } from '../../support/desk.js';
import { enter, heard, tell, timesSent } from '../../support/forms.js';
import { extension, form, on, sent, submit } from '../../support/login.js';
import { Time } from '../../support/time.js';
import { until } from '../../support/until.js';

describe('<sobot-login>', () => {
  describe('the list of extensions', () => {
    const exts = (from: number, count: number): object[] =>
      Array.from({ length: count }, (_, index) => ({ ext: String(from + index), default: from + index === 1000 }));
    const options = (): string[] => on.all('[role="option"]').map(textOf);
    const active = (): string | undefined => {
      const id = extension().getAttribute('aria-activedescendant');
      const option = id ? on.root.getElementById(id) : null;
      return option ? textOf(option) : undefined;
    };
    const press = async (key: string): Promise<void> => {
      await sendKeys({ press: key });
      await on.element.updateComplete;
    };
    const unfold = async (): Promise<void> => {
      extension().focus();
      await press('ArrowDown');
      await tell(on, 'queryUnusedExts', { exts: exts(1000, 50), total: 70 });
    };

    let time: Time | undefined;

    beforeEach(() => form());
    afterEach(() => time?.restore());

    it('is closed and has asked for nothing until it is wanted', async () => {
      extension().focus();
      await on.element.updateComplete;
      expect(extension().getAttribute('aria-expanded')).to.equal('false');
      expect(timesSent(on, 'queryUnusedExts')).to.equal(0);
    });

    it('opens with the arrow key or a click, with all of them', async () => {
      extension().click();
      await on.element.updateComplete;
      expect(extension().getAttribute('aria-expanded')).to.equal('true');
      expect(on.double.last('queryUnusedExts').params).to.deep.equal({ currPage: 1, pageSize: 50 });
      expect(heard(on)).to.equal('Loading extensions…');
      await tell(on, 'queryUnusedExts', { exts: exts(1000, 3), total: '3' });
      expect(options()).to.deep.equal(['1000 Bound to you', '1001', '1002']);
      expect(heard(on)).to.equal('3 extensions');
      expect(on.find('#exts').getAttribute('role')).to.equal('listbox');
      await accessible(on.element);
    });

    it('searches what is typed, after a pause, and takes only the newest answer', async () => {
      time = new Time();
      extension().focus();
      extension().select();
      await sendKeys({ type: '10' });
      await time.pass(200);
      expect(timesSent(on, 'queryUnusedExts')).to.equal(0);
      await time.pass(100);
      expect(timesSent(on, 'queryUnusedExts')).to.equal(1);
      const first = on.double.last('queryUnusedExts');
      expect(first.params).to.deep.include({ ext: '10' });
      await sendKeys({ type: '7' });
      await time.pass(300);
      expect(timesSent(on, 'queryUnusedExts')).to.equal(2);
      await tell(on, 'queryUnusedExts', { exts: exts(1070, 2), total: 2 });
      first.success({ exts: exts(1000, 50), total: 100 });
      await settled(on.element);
      expect(options()).to.deep.equal(['1070', '1071']);
    });

    it('is walked through and chosen from by the keyboard', async () => {
      await unfold();
      expect(active()).to.equal(undefined);
      await press('ArrowDown');
      await press('ArrowDown');
      expect(active()).to.equal('1001');
      await press('ArrowUp');
      expect(active()).to.equal('1000 Bound to you');
      await press('PageDown');
      expect(active()).to.equal('1008');
      await accessible(on.element);
      await press('Enter');
      expect(extension().value).to.equal('1008');
      expect(extension().getAttribute('aria-expanded')).to.equal('false');
      expect(timesSent(on, 'login')).to.equal(0);
      expect(on.root.activeElement === extension()).to.be.true;
    });

    it('keeps the chosen one in sight', async () => {
      await unfold();
      for (let step = 0; step < 4; step += 1) await press('PageDown');
      const list = on.find('#exts').getBoundingClientRect();
      const option = on.find('[aria-selected="true"]').getBoundingClientRect();
      expect(option.bottom).to.be.at.most(list.bottom + 1);
      expect(option.top).to.be.at.least(list.top - 1);
    });

    it('fetches the next page at the end, until there is none', async () => {
      await unfold();
      for (let step = 0; step < 7; step += 1) await press('PageDown');
      await until(() => timesSent(on, 'queryUnusedExts') === 2);
      expect(on.double.last('queryUnusedExts').params).to.deep.equal({ currPage: 2, pageSize: 50 });
      await tell(on, 'queryUnusedExts', { exts: exts(1050, 20), total: 70 });
      expect(options()).to.have.length(70);
      for (let step = 0; step < 5; step += 1) await press('PageDown');
      expect(active()).to.equal('1069');
      await press('ArrowDown');
      expect(timesSent(on, 'queryUnusedExts')).to.equal(2);
    });

    it('fetches the next page when it is scrolled', async () => {
      await unfold();
      const list = on.find('#exts');
      list.scrollTop = list.scrollHeight;
      await until(() => timesSent(on, 'queryUnusedExts') === 2);
    });

    it('is chosen from by the mouse, and the field keeps the focus', async () => {
      await unfold();
      on.all('[role="option"]')[2]?.click();
      await on.element.updateComplete;
      expect(extension().value).to.equal('1002');
      expect(on.all('[role="option"]')).to.deep.equal([]);
    });

    it('closes with Escape, and with the focus', async () => {
      await unfold();
      await press('Escape');
      expect(extension().getAttribute('aria-expanded')).to.equal('false');
      expect(extension().value).to.equal('1000');
      await unfold();
      await press('Tab');
      expect(extension().getAttribute('aria-expanded')).to.equal('false');
    });

    it('says that nothing matches, and lets it be tried', async () => {
      await enter(on, extension(), '9');
      await until(() => timesSent(on, 'queryUnusedExts') === 1);
      await tell(on, 'queryUnusedExts', { exts: [], total: 0 });
      expect(heard(on)).to.contain('No free extension matches');
      await accessible(on.element);
      await submit();
      expect(sent()).to.deep.include({ bindExt: '9' });
    });

    it('says why it could not be fetched, and tries again', async () => {
      extension().click();
      await on.element.updateComplete;
      await tell(on, 'queryUnusedExts', new Error('out of order'));
      expect(heard(on)).to.contain('out of order');
      await accessible(on.element);
      await on.press('Try again');
      await tell(on, 'queryUnusedExts', { exts: exts(1000, 1) });
      expect(options()).to.deep.equal(['1000 Bound to you']);
    });
  });
});
