import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './steps.mjs';

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages ?? {};

/** Whether node_modules holds what package-lock.json says, by content: times change with every checkout. */
export function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = read('package-lock.json');
  const present = read('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (!path) return true;
    const found = present[path];
    return found ? found.version === version && existsSync(join(root, path)) : Boolean(optional || peer);
  });
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing the packages of package-lock.json …');
  const { ok } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
  });
  if (!ok) throw new Error('`npm ci` failed; its output is above.');
}
