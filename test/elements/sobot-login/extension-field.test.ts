import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-login/define.js';
import { expectAccessible, settled, textOf } from '../../support/element-fixture.js';
import { enter, announcements, answerRequest, requestCount } from '../../support/forms.js';
import { createLoginForm, type LoginFixture } from './create-login.js';
import { Time } from '../../support/time.js';
import { until } from '../../support/until.js';

describe('<sobot-login>', () => {
  let login: LoginFixture;

  describe('the list of extensions', () => {
    const exts = (from: number, count: number): object[] =>
      Array.from({ length: count }, (_, index) => ({ ext: String(from + index), default: from + index === 1000 }));
    const options = (): string[] => login.all('[role="option"]').map(textOf);
    const active = (): string | undefined => {
      const id = login.extension.getAttribute('aria-activedescendant');
      const option = id ? login.root.getElementById(id) : null;
      return option ? textOf(option) : undefined;
    };
    const press = async (key: string): Promise<void> => {
      await sendKeys({ press: key });
      await login.element.updateComplete;
    };
    const unfold = async (): Promise<void> => {
      login.extension.focus();
      await press('ArrowDown');
      await answerRequest(login, 'queryUnusedExts', { exts: exts(1000, 50), total: 70 });
    };

    let time: Time | undefined;

    beforeEach(async () => {
      login = await createLoginForm();
    });
    afterEach(() => time?.restore());

    it('is closed and has asked for nothing until it is wanted', async () => {
      login.extension.focus();
      await login.element.updateComplete;
      expect(login.extension.getAttribute('aria-expanded')).to.equal('false');
      expect(requestCount(login, 'queryUnusedExts')).to.equal(0);
    });

    it('opens with the arrow key or a click, with all of them', async () => {
      login.extension.click();
      await login.element.updateComplete;
      expect(login.extension.getAttribute('aria-expanded')).to.equal('true');
      expect(login.sdk.last('queryUnusedExts').params).to.deep.equal({ currPage: 1, pageSize: 50 });
      expect(announcements(login)).to.equal('Loading extensions…');
      await answerRequest(login, 'queryUnusedExts', { exts: exts(1000, 3), total: '3' });
      expect(options()).to.deep.equal(['1000 Assigned to you', '1001', '1002']);
      expect(announcements(login)).to.equal('3 extensions');
      expect(login.find('#exts').getAttribute('role')).to.equal('listbox');
      await expectAccessible(login.element);
    });

    it('searches what is typed, after a pause, and takes only the newest answer', async () => {
      time = new Time();
      login.extension.focus();
      login.extension.select();
      await sendKeys({ type: '10' });
      await time.pass(200);
      expect(requestCount(login, 'queryUnusedExts')).to.equal(0);
      await time.pass(100);
      expect(requestCount(login, 'queryUnusedExts')).to.equal(1);
      const first = login.sdk.last('queryUnusedExts');
      expect(first.params).to.deep.include({ ext: '10' });
      await sendKeys({ type: '7' });
      await time.pass(300);
      expect(requestCount(login, 'queryUnusedExts')).to.equal(2);
      await answerRequest(login, 'queryUnusedExts', { exts: exts(1070, 2), total: 2 });
      first.success({ exts: exts(1000, 50), total: 100 });
      await settled(login.element);
      expect(options()).to.deep.equal(['1070', '1071']);
    });

    it('is walked through and chosen from by the keyboard', async () => {
      await unfold();
      expect(active()).to.equal(undefined);
      await press('ArrowDown');
      await press('ArrowDown');
      expect(active()).to.equal('1001');
      await press('ArrowUp');
      expect(active()).to.equal('1000 Assigned to you');
      await press('PageDown');
      expect(active()).to.equal('1008');
      await expectAccessible(login.element);
      await press('Enter');
      expect(login.extension.value).to.equal('1008');
      expect(login.extension.getAttribute('aria-expanded')).to.equal('false');
      expect(requestCount(login, 'login')).to.equal(0);
      expect(login.root.activeElement === login.extension).to.be.true;
    });

    it('keeps the chosen one in sight', async () => {
      await unfold();
      for (let step = 0; step < 4; step += 1) await press('PageDown');
      const list = login.find('#exts').getBoundingClientRect();
      const option = login.find('[aria-selected="true"]').getBoundingClientRect();
      expect(option.bottom).to.be.at.most(list.bottom + 1);
      expect(option.top).to.be.at.least(list.top - 1);
    });

    it('fetches the next page at the end, until there is none', async () => {
      await unfold();
      for (let step = 0; step < 7; step += 1) await press('PageDown');
      await until(() => requestCount(login, 'queryUnusedExts') === 2);
      expect(login.sdk.last('queryUnusedExts').params).to.deep.equal({ currPage: 2, pageSize: 50 });
      await answerRequest(login, 'queryUnusedExts', { exts: exts(1050, 20), total: 70 });
      expect(options()).to.have.length(70);
      for (let step = 0; step < 5; step += 1) await press('PageDown');
      expect(active()).to.equal('1069');
      await press('ArrowDown');
      expect(requestCount(login, 'queryUnusedExts')).to.equal(2);
    });

    it('fetches the next page when it is scrolled', async () => {
      await unfold();
      const list = login.find('#exts');
      list.scrollTop = list.scrollHeight;
      await until(() => requestCount(login, 'queryUnusedExts') === 2);
    });

    it('is chosen from by the mouse, and the field keeps the focus', async () => {
      await unfold();
      login.all('[role="option"]')[2]?.click();
      await login.element.updateComplete;
      expect(login.extension.value).to.equal('1002');
      expect(login.all('[role="option"]')).to.deep.equal([]);
    });

    it('closes with Escape, and with the focus', async () => {
      await unfold();
      await press('Escape');
      expect(login.extension.getAttribute('aria-expanded')).to.equal('false');
      expect(login.extension.value).to.equal('1000');
      await unfold();
      await press('Tab');
      expect(login.extension.getAttribute('aria-expanded')).to.equal('false');
    });

    it('says that nothing matches, and lets it be tried', async () => {
      await enter(login, login.extension, '9');
      await until(() => requestCount(login, 'queryUnusedExts') === 1);
      await answerRequest(login, 'queryUnusedExts', { exts: [], total: 0 });
      expect(announcements(login)).to.contain('No free extension matches');
      await expectAccessible(login.element);
      await login.submit();
      expect(login.sentParams).to.deep.include({ bindExt: '9' });
    });

    it('says why it could not be fetched, and tries again', async () => {
      login.extension.click();
      await login.element.updateComplete;
      await answerRequest(login, 'queryUnusedExts', new Error('out of order'));
      expect(announcements(login)).to.contain('out of order');
      await expectAccessible(login.element);
      await login.press('Try again');
      await answerRequest(login, 'queryUnusedExts', { exts: exts(1000, 1) });
      expect(options()).to.deep.equal(['1000 Assigned to you']);
    });
  });
});
