import { expect } from '@open-wc/testing';

/** Opens a database, and resolves with its version before: 0 if there was none. */
const openDatabase = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('left', 1);
    let oldVersion = 1;
    request.addEventListener('upgradeneeded', (event) => (oldVersion = event.oldVersion));
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      request.result.close();
      resolve(oldVersion);
    });
  });

/** Fails if a file before has left anything, and leaves something in every storage for the next one. */
export async function findAndLeave() {
  expect([localStorage.length, sessionStorage.length, document.cookie, await openDatabase()]).to.deep.equal([
    0,
    0,
    '',
    0,
  ]);
  localStorage.setItem('left', 'local');
  sessionStorage.setItem('left', 'session');
  document.cookie = 'left=cookie';
}
