import { expect, nextFrame } from '@open-wc/testing';
import { addTitleBadge } from '../../../elements/sobot-incoming-call/title-badge.js';

describe('badgeTitle', () => {
  const before = document.title;
  let undo: (() => void)[];
  const badge = (text: string): (() => void) => {
    const remove = addTitleBadge(document, text);
    undo.push(remove);
    return remove;
  };

  beforeEach(() => {
    undo = [];
    document.title = 'CRM · Ana';
  });

  afterEach(() => {
    undo.forEach((each) => each());
    document.title = before;
  });

  it('stands before the title, and leaves it as it was', () => {
    const remove = badge('☎ Call');
    expect(document.title).to.equal('☎ Call · CRM · Ana');
    remove();
    remove();
    expect(document.title).to.equal('CRM · Ana');
  });

  it('stays when the page changes its title, and leaves the new one', async () => {
    const remove = badge('☎ Call');
    document.title = 'CRM · Bo';
    await nextFrame();
    expect(document.title).to.equal('☎ Call · CRM · Bo');
    document.title = `(3) ${document.title}`;
    await nextFrame();
    expect(document.title).to.equal('☎ Call · (3) CRM · Bo');
    remove();
    expect(document.title).to.equal('(3) CRM · Bo');
    document.title = 'CRM';
    await nextFrame();
    expect(document.title).to.equal('CRM');
  });

  it('is taken off a title that the page writes back after the call', async () => {
    const remove = badge('☎ Call');
    const saved = document.title;
    remove();
    document.title = `(1) ${saved}`;
    await nextFrame();
    expect(document.title).to.equal('(1) CRM · Ana');
  });

  it('gives way to a page that sets its title back again and again', async () => {
    let writes = 0;
    const observer = new MutationObserver(() => {
      if (document.title === 'CRM') return;
      writes += 1;
      document.title = 'CRM';
    });
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    document.title = 'CRM';
    const remove = badge('☎ Call');
    await nextFrame();
    observer.disconnect();
    expect(document.title).to.equal('CRM');
    expect(writes).to.be.within(1, 10);
    remove();
    badge('☎ Call');
    expect(document.title).to.equal('☎ Call · CRM');
  });

  it('is one, however many ask for it', () => {
    const first = badge('☎ Call');
    const second = badge('☎ Anruf');
    expect(document.title).to.equal('☎ Call · CRM · Ana');
    first();
    expect(document.title).to.equal('☎ Anruf · CRM · Ana');
    second();
    expect(document.title).to.equal('CRM · Ana');
  });

  it('is all there is on a page without a title', async () => {
    document.title = '';
    const remove = badge('☎ Call');
    await nextFrame();
    expect(document.title).to.equal('☎ Call');
    remove();
    expect(document.title).to.equal('');
  });
});
