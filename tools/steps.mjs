/** Runs the tools of this project as child processes. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Returns whether a module is the program that was started, also through a link. */
export const isMain = (meta) => Boolean(process.argv[1]) && realpathSync(process.argv[1]) === meta.filename;

/** Returns the script of a package's command, so that the running Node starts it on every system. */
export const bin = (path) => join(root, 'node_modules', path);

export const tools = {
  tsc: bin('typescript/bin/tsc'),
  rollup: bin('rollup/dist/bin/rollup'),
  cem: bin('@custom-elements-manifest/analyzer/cem.js'),
  eslint: bin('eslint/bin/eslint.js'),
  prettier: bin('prettier/bin/prettier.cjs'),
  cspell: bin('cspell/bin.mjs'),
  textlint: bin('textlint/bin/textlint.js'),
  litAnalyzer: join(root, 'tools/lit-analyzer.mjs'),
  wtr: bin('@web/test-runner/dist/bin.js'),
};
/** Runs a command to its end; true when it succeeded. */
export function run(command, args, { quiet = false, env, shell = false } = {}) {
  return new Promise((resolve) => {
    const chunks = [];
    const child = spawn(command, args, {
      cwd: root,
      shell,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    child.stdout?.on('data', (data) => chunks.push(data));
    child.stderr?.on('data', (data) => chunks.push(data));
    child.on('error', (error) => resolve({ ok: false, output: String(error) }));
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

/** A named step: one line with its time when it passes, its whole output when it doesn't. */
export async function step(name, args) {
  const start = Date.now();
  const { ok, output } = await run(process.execPath, args, { quiet: true });
  const time = `${((Date.now() - start) / 1000).toFixed(1)} s`;
  if (ok) console.log(`${name}: ok (${time})`);
  else console.error(`${output.trim()}\n${name} failed (${time}); its output is above.`);
  return ok;
}

export const all = async (steps) => (await Promise.all(steps)).every(Boolean);
