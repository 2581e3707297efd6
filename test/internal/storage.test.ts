import { expect } from '@open-wc/testing';
import { SafeStorage } from '../../src/internal/index.js';

const open = (prefix = 'test.'): SafeStorage => new SafeStorage(() => sessionStorage, prefix);

describe('a safe storage', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => sessionStorage.clear());

  it('keeps values as JSON under its prefix', () => {
    const storage = open();
    expect(storage.set('a', { list: [1, 'x', null] })).to.equal(true);
    expect(sessionStorage.getItem('test.a')).to.equal('{"list":[1,"x",null]}');
    expect(open().get('a')).to.deep.equal({ list: [1, 'x', null] });
    storage.remove('a');
    expect([storage.get('a'), sessionStorage.length]).to.deep.equal([undefined, 0]);
  });

  it('lists its own keys only, without the prefix', () => {
    sessionStorage.setItem('other.a', '1');
    open().set('b', 1);
    open().set('', 1);
    expect(open().keys()).to.have.members(['b', '']);
  });

  for (const junk of ['{', '', 'undefined', "{'a':1}"]) {
    it(`has no value where the storage contains ${JSON.stringify(junk)}`, () => {
      sessionStorage.setItem('test.a', junk);
      expect(open().get('a')).to.equal(undefined);
    });
  }

  it('saves no value that JSON can’t contain, and keeps the one before', () => {
    const storage = open();
    storage.set('a', 1);
    expect(storage.set('a', 1n)).to.equal(false);
    expect(storage.get('a')).to.equal(1);
  });

  const refuse = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const broken: Record<string, () => Storage> = {
    'is forbidden': () => {
      throw new DOMException('sandboxed', 'SecurityError');
    },
    'is full': () => ({ ...Storage.prototype, getItem: refuse, setItem: refuse, removeItem: refuse }),
    'is absent': () => undefined as never,
  };
  for (const [what, openBroken] of Object.entries(broken)) {
    it(`throws nothing where the browser's storage ${what}`, () => {
      const storage = new SafeStorage(openBroken, 'test.');
      expect([storage.set('a', 1), storage.get('a')]).to.deep.equal([false, undefined]);
      expect(() => storage.remove('a')).not.to.throw();
      expect(storage.keys()).to.deep.equal([]);
    });
  }
});
