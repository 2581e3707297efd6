import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import vm from 'node:vm';

const built = new URL('../../dist/', import.meta.url);

test('the sandbox is imported in Node without a side effect, and works there without sound', async () => {
  const before = Object.keys(globalThis);
  const { CallCentre, createSandbox, ManualClock } = await import(new URL('src/sandbox/index.js', built).href);
  assert.deepEqual(Object.keys(globalThis), before);
  assert.ok(createSandbox() instanceof CallCentre);
  const clock = new ManualClock();
  const centre = new CallCentre({ clock });
  const agent = new centre.SobotClient.agent();
  const said = [];
  agent.initAgent({ ...centre.credentials, success: (result) => said.push(result) });
  clock.advance(30);
  assert.deepEqual(said, [{ status: 'success' }]);
});

test('dist/cdn/sandbox.js alone puts SobotClient on the page', async () => {
  const window = {};
  vm.runInNewContext(await readFile(new URL('cdn/sandbox.js', built), 'utf8'), { window });
  assert.deepEqual(Object.keys(window), ['SobotClient']);
  assert.equal(typeof new window.SobotClient.agent().makeCall, 'function');
  assert.equal(typeof window.SobotClient.sandbox.customerCalls, 'function');
});
