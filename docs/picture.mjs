/** Takes docs/softphone.png and docs/softphone-dark.png from the running demo: node docs/picture.mjs, after a build. */
import { writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { serve } from '../demo/serve.mjs';
import { DemoPage } from '../test/demo/page.mjs';
import { ensureChrome } from '../test/tools/chrome.mjs';
import { chromeFlags } from '../test/tools/chrome-flags.mjs';

const scale = 1.5;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const server = await serve({ port: 0 });
const browser = await puppeteer.launch({ executablePath: await ensureChrome(), args: chromeFlags });

async function openPage(scheme, url) {
  const page = await browser.newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setViewport({ width: 1400, height: 1000, deviceScaleFactor: scale });
  await page.goto(url);
  return page;
}

async function takeStates(scheme) {
  const page = await openPage(scheme, `${server.url}/demo/index.html`);
  const demo = new DemoPage(page, server.url);
  const shots = [];
  const shoot = async () => {
    const softphone = await page.$('sobot-softphone');
    shots.push(await softphone.screenshot({ encoding: 'base64', captureBeyondViewport: true }));
  };
  // Nothing under the pointer, no caret, no shadow that is cut.
  await page.addStyleTag({
    content:
      '.stage h2 { visibility: hidden } .stage { padding: 0 0 40px } sobot-softphone { padding: 16px; margin: -16px }',
  });
  await demo.press('Log in');
  await demo.until('presence', 'ready');
  await demo.find('Call');
  await page.mouse.move(0, 0);
  await pause(1500);
  await shoot();
  await page.$eval('sobot-sandbox', (panel) => {
    const [number, data] = ['number', 'data'].map((name) => panel.shadowRoot.querySelector(`[name=${name}]`));
    number.value = '135****5678';
    data.value = '{"Order": "o-7"}';
  });
  await demo.press('Customer calls');
  await demo.find('Answer');
  await page.mouse.move(0, 0);
  await pause(500);
  await shoot();
  await demo.press('Answer');
  await demo.until('call', 'talking');
  await page.mouse.move(0, 0);
  await pause(4000);
  await shoot();
  await demo.press('Hang up');
  await demo.type('Notes', 'Asks for order o-7, promised a call back');
  await page.mouse.move(0, 0);
  await shoot();
  await page.close();
  return shots;
}

async function takePicture(scheme, file) {
  const shots = await takeStates(scheme);
  const page = await openPage(scheme, 'about:blank');
  const background = scheme === 'dark' ? '#0c0e12' : '#eef1f5';
  await page.setContent(
    `<body style="display:inline-flex;align-items:start;gap:0;margin:0;padding:12px;background:${background}">` +
      shots.map((shot) => `<img src="data:image/png;base64,${shot}" style="zoom:${1 / scale}">`).join('') +
      '</body>',
  );
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const body = await page.$('body');
  await writeFile(new URL(file, import.meta.url), await body.screenshot({ captureBeyondViewport: true }));
  await page.close();
}

await takePicture('light', 'softphone.png');
await takePicture('dark', 'softphone-dark.png');
await browser.close();
await server.close();
