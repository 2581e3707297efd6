import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../../tools/steps.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function usualPlaces({ env, platform }) {
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, platform === 'win32' ? `${name}.exe` : name)));
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Google Chrome for Testing', 'Microsoft Edge'];
    const folders = ['/Applications', join(env.HOME ?? '', 'Applications')];
    return [...folders.flatMap((f) => apps.map((app) => join(f, `${app}.app/Contents/MacOS/${app}`))), ...onPath];
  }
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean);
    const apps = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
    const edge = 'Microsoft\\Edge\\Application\\msedge.exe';
    return [...folders.flatMap((f) => [...apps, edge].map((app) => join(f, app))), ...onPath];
  }
  return [...names.map((name) => join('/usr/bin', name)), '/opt/google/chrome/chrome', '/snap/bin/chromium', ...onPath];
}

/** The path of a Chrome or Chromium on this machine, or undefined. CHROME_PATH decides, when it is set. */
export function findChrome({ env = process.env, platform = process.platform } = {}) {
  if (env.CHROME_PATH) {
    if (isProgram(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH is ${env.CHROME_PATH}, but there is no program there.`);
  }
  return usualPlaces({ env, platform }).find(isProgram);
}

async function aptInstall() {
  if (process.platform !== 'linux' || !isProgram('/usr/bin/apt-get')) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !(await run('sudo', ['-n', 'true'], { quiet: true })).ok) return false;
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-q', '-y'];
  const env = 'DEBIAN_FRONTEND=noninteractive';
  const apt = (...args) => {
    const command = ['env', env, 'apt-get', ...options, ...args];
    return run(isRoot ? command[0] : 'sudo', isRoot ? command.slice(1) : ['-n', ...command], { quiet: true });
  };
  console.log("No Chrome or Chromium found: installing Debian's chromium …");
  await apt('update');
  const { ok, output } = await apt('install', 'chromium');
  if (!ok) console.error(output.trim());
  return ok;
}

export async function ensureChrome() {
  const found = findChrome() ?? ((await aptInstall()) ? findChrome() : undefined);
  if (found) return found;
  throw new Error('The tests need a browser: install Chrome or Chromium, or set CHROME_PATH to its program.');
}
