/**
 * The tab that a page belongs to. A page that opens a window, and a tab that is duplicated, give the copy their session
 * storage. So whatever is stored there bears the id of its page, and that page holds a Web Lock of the same name. A page
 * that finds the lock free follows the one that is gone, as after a reload. A copy finds it taken.
 */

/** The id of this page. It is in no storage of its own, because a copy would have it too. */
export const pageId = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

const LOCK_PREFIX = 'sobot-elements.page.';

/** Milliseconds. The lock of a page that is reloaded may be released after the new page has begun. */
const RELEASE_TIMEOUT_MS = 500;

/** The pages whose records are this page's, by id. */
const locks = new Map<string, Promise<boolean>>();
const ownIds = new Set([pageId]);

/** Where the browser has no locks there are no copies to be told apart. */
async function requestLock(id: string): Promise<boolean> {
  const manager = globalThis.navigator?.locks as LockManager | undefined;
  if (!manager) return true;
  return new Promise((resolve) => {
    const hold = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined); // released when the page is gone
    };
    const signal = AbortSignal.timeout(RELEASE_TIMEOUT_MS);
    manager.request(LOCK_PREFIX + id, { signal }, hold).catch(() => resolve(!signal.aborted));
  });
}

/**
 * Takes over the records of another page if it is gone, and holds the lock of that page from then on.
 * @returns false if that page is still there
 */
export async function adoptPage(id: string): Promise<boolean> {
  let lock = locks.get(id);
  if (!lock) locks.set(id, (lock = requestLock(id)));
  const isAdopted = await lock;
  if (isAdopted) ownIds.add(id);
  else locks.delete(id); // it may be gone the next time
  return isAdopted;
}

/** Whether records with this id belong to this page. */
export const isOwnPage = (id: unknown): boolean => ownIds.has(id as string);

/** Whether another page or frame may use the same storage. If not, what it left there is only a copy. */
export const sharesStorage = (): boolean => typeof window === 'undefined' || window !== window.top || window.length > 0;
