/** The main job on real input: sound through WebRTC, by the buttons of the demo's softphone, measured at both ears. */
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { serve } from '../../demo/serve.mjs';
import { launchChrome } from '../tools/launch.mjs';
import { DemoPage } from './page.mjs';

/** The helpers that measure tones in the other tests, as `window.tones`. */
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('../support/tones.ts', import.meta.url))],
  bundle: true,
  format: 'iife',
  globalName: 'tones',
  write: false,
});

/** In the page: the demo's phone on a call centre whose both ends send tones, and ears for both. */
async function prepare() {
  const { AGENT_HZ, CUSTOMER_HZ, amplitudeAt, earAt, levelAt, tone, toneMicrophone } = window.tones;
  const [{ createSandbox }, { createMedia }] = await Promise.all([
    import('/dist/src/sandbox/index.js'),
    import('/dist/src/sandbox/media/index.js'),
  ]);
  const media = createMedia({
    microphone: async () => toneMicrophone(new AudioContext()),
    customerVoice: (context) => tone(context, CUSTOMER_HZ),
  });
  const { SobotClient, credentials } = createSandbox({ media });
  const phone = document.querySelector('sobot-agent');
  phone.stop();
  Object.assign(phone, { sandbox: false, sdk: SobotClient, ...credentials });
  await phone.start();

  const ears = new WeakMap();
  window.ears = () => {
    const [agent] = media.agents.values();
    const [customer] = media.voices.values();
    if (!agent || !customer) return null;
    if (!ears.has(customer)) ears.set(customer, earAt(customer.output));
    const ear = ears.get(customer);
    return {
      atCustomer: { level: levelAt(ear), agent: amplitudeAt(AGENT_HZ, ear) },
      atAgent: { level: levelAt(agent.received), customer: amplitudeAt(CUSTOMER_HZ, agent.received) },
    };
  };
}

describe('the sound of the demo', () => {
  let server;
  let browser;
  let demo;

  before(async () => {
    server = await serve({ port: 0 });
    browser = await launchChrome();
    demo = new DemoPage(await browser.newPage(), server.url);
    await demo.page.setViewport({ width: 1280, height: 900 });
    await demo.page.goto(`${server.url}/demo/index.html`);
    await demo.until('phase', 'ready');
    await demo.page.evaluate(`${outputFiles[0].text}; window.tones = tones;`);
    await demo.page.evaluate(prepare);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Until the ears have heard it for a while without a break. */
  const hears = (what, probe) =>
    demo.page
      .waitForFunction(
        (code) => {
          const heard = window.ears();
          const now = performance.now();
          if (!heard || !new Function('heard', `return ${code}`)(heard)) window.heardSince = now;
          return now - (window.heardSince ??= now) > 400;
        },
        { polling: 50 },
        probe,
      )
      .catch(async () => {
        throw new Error(`${what}: ${JSON.stringify(await demo.page.evaluate(() => window.ears()))}`);
      });

  it('goes both ways, is silent while muted, and is music while held', async () => {
    await demo.press('Log in');
    await demo.until('presence', 'ready');
    await demo.type('Phone number', '5550100');
    await demo.press('Call');
    await demo.until('call', 'talking');
    await hears('the agent at the customer', 'heard.atCustomer.agent > 0.1');
    await hears('the customer at the agent', 'heard.atAgent.customer > 0.1');

    await demo.press('Mute');
    await hears('silence at the customer', 'heard.atCustomer.level < 0.002');
    await hears('the customer at the agent who is muted', 'heard.atAgent.customer > 0.1');
    await demo.press('Unmute');
    await hears('the agent again', 'heard.atCustomer.agent > 0.1');

    await demo.press('Hold');
    await hears('music at the customer', 'heard.atCustomer.level > 0.01 && heard.atCustomer.agent < 0.01');
    await hears('silence at the agent', 'heard.atAgent.level < 0.002');
    await demo.press('Resume');
    await hears('the agent after hold', 'heard.atCustomer.agent > 0.1');
    await hears('the customer after hold', 'heard.atAgent.customer > 0.1');

    await demo.press('Hang up');
    await demo.until('call', 'wrap-up');
    demo.ended();
  });
});
