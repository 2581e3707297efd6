/** npm start: builds, then serves this folder and says where the demo is. PORT picks another port than 8123. */
import { createReadStream, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)));

/** The policy under which the kit promises to work, for `serve({ headers: strictPolicy })`. */
export const strictPolicy = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self' https://sg.sobot.io",
    "style-src 'self'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html sobot-elements',
  ].join('; '),
};

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The file for a request's path, or undefined: outside of the folder, hidden or missing are all the same. */
async function findFile(url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (/[\0\\]|\/\./.test(path)) return undefined;
    let file = join(root, path);
    if ((await stat(file)).isDirectory()) {
      if (!path.endsWith('/')) return { redirect: `${path}/` };
      file = join(file, 'index.html');
    }
    const real = realpathSync(file);
    return real.startsWith(root + sep) && (await stat(real)).isFile() ? { file: real } : undefined;
  } catch {
    return undefined;
  }
}

async function answer(request, response, headers) {
  const extra = typeof headers === 'function' ? headers(request) : headers;
  const end = (status, more) => response.writeHead(status, { ...extra, ...more }).end();
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, { allow: 'GET, HEAD' });
  const { file, redirect } = (await findFile(request.url)) ?? {};
  if (redirect) return end(301, { location: encodeURI(redirect).replace(/^\/+/, '/') });
  if (!file) return end(404);
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...extra,
  });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });

/**
 * Serves the folder of the project on localhost: on `port`, or the next free one; 0 is any. `headers` go along with
 * every answer, or are made from the request by a function.
 */
export async function serve({ port = 8123, headers = {} } = {}) {
  const server = createServer((request, response) => void answer(request, response, headers));
  for (let wanted = port; ; wanted++) {
    try {
      const url = `http://localhost:${await listen(server, wanted)}`;
      const close = () => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      };
      return { url, port: server.address().port, close };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || wanted >= port + 100) throw error;
    }
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  const { ensureInstalled } = await import('../tools/install.mjs');
  const { build } = await import('../tools/build.mjs');
  await ensureInstalled();
  if (await build()) {
    const { url } = await serve({ port: Number(process.env.PORT) || 8123 });
    console.log(`\nThe demo: ${url}/demo/index.html\nCtrl+C ends it.`);
  } else process.exitCode = 1;
}
