/** The server of docs/token.md, as it stands there, against a double of Sobot's endpoint. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fetchToken } from 'sobot-elements/session';
import { block } from './documents.mjs';

const APP_ID = 'app-1';
const SECRET = 'secret-4711';

const listen = (server) =>
  new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server.address().port)));

async function freePort() {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the token server of the documents', () => {
  let sobot;
  let child;
  let url;
  let asked;
  let answer;
  let said = '';

  before(async () => {
    sobot = createServer((request, response) => {
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url: path, headers } = request;
        asked.push({ method, path, type: headers['content-type'], body: JSON.parse(Buffer.concat(chunks).toString()) });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
      });
    });
    const [host, port] = await Promise.all([listen(sobot), freePort()]);
    const code = block('docs/token.md', 'js');
    assert.ok(code.trim().split('\n').length < 35, 'it is short');
    const env = {
      ...process.env,
      SOBOT_HOST: `http://localhost:${host}`,
      SOBOT_APP_ID: APP_ID,
      SOBOT_APP_SECRET: SECRET,
      PORT: port,
    };
    child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      env,
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    child.stderr.on('data', (data) => (said += data));
    url = `http://localhost:${port}/my-sobot-token`;
    for (let tries = 0; ; tries++) {
      if (
        await fetch(url).then(
          () => true,
          () => false,
        )
      )
        break;
      assert.ok(tries < 200, said);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  });
  after(() => {
    child?.kill();
    sobot?.close();
  });
  beforeEach(() => {
    asked = [];
    answer = { status: 200, body: { accessToken: 'token-1' } };
  });

  const ask = (cookie = 'theme=dark; session=session-of-your-login') => fetch(url, { headers: { cookie } });

  it('asks Sobot with a signature, for the agent of the session and no other', async () => {
    const begun = Date.now();
    const response = await ask();
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const [{ body, ...request }, ...more] = asked;
    assert.deepEqual([request, more], [{ method: 'POST', path: '/tokens/agent', type: 'application/json' }, []]);
    const { sign, currentTime, ...rest } = body;
    assert.deepEqual(rest, { responseType: 'token', appId: APP_ID, agentNo: '1005' });
    assert.ok(Number.isInteger(currentTime) && currentTime >= begun && currentTime <= Date.now(), 'milliseconds');
    assert.equal(sign, createHash('md5').update(`${APP_ID}${currentTime}token${SECRET}`).digest('hex'));
    assert.match(sign, /^[0-9a-f]{32}$/);
  });

  for (const [how, body] of Object.entries({
    accessToken: { accessToken: 'token-1' },
    access_token: { response_type: 'token', access_token: 'token-1' },
  })) {
    it(`answers what token-url understands, when Sobot says ${how}`, async () => {
      answer.body = body;
      const text = await (await ask()).text();
      assert.ok(!text.includes(SECRET));
      assert.equal(await fetchToken(`data:application/json,${encodeURIComponent(text)}`), 'token-1');
    });
  }

  it('answers nobody who is not signed in', async () => {
    assert.equal((await ask('session=somebody-else')).status, 401);
    assert.equal((await fetch(`${url}?agentNo=1005`)).status, 401);
    assert.deepEqual(asked, []);
  });

  for (const [what, refusal] of Object.entries({
    refuses: { status: 401, body: { message: 'bad sign' } },
    'says nothing': { status: 200, body: {} },
  })) {
    it(`says that it has none when Sobot ${what}`, async () => {
      answer = refusal;
      const response = await ask();
      assert.equal(response.status, 502);
      assert.equal(await response.text(), '{}');
      assert.ok(!said.includes(SECRET));
    });
  }
});
