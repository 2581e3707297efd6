import assert from 'node:assert/strict';

/** A page that is used by role and accessible name, as a person does, and that notes what it must not do. */
export class DemoPage {
  /** What the console and the network should not have seen. */
  troubles = [];

  constructor(page, home) {
    this.page = page;
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) this.troubles.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.troubles.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${home}/`)) this.troubles.push(`foreign request: ${request.url()}`);
    });
    page.on('requestfailed', (request) => this.troubles.push(`failed request: ${request.url()}`));
  }

  /** The one control of that role and name, when it is there and can be used. */
  async find(name, role = 'button') {
    const handle = await this.page.waitForSelector(`::-p-aria(${name}[role="${role}"])`, { visible: true });
    await this.page.waitForFunction((each) => each.getAttribute('aria-disabled') !== 'true', {}, handle);
    return handle;
  }

  async press(name, role) {
    await (await this.find(name, role)).click();
  }

  async type(name, text, role = 'textbox') {
    await (await this.find(name, role)).type(text);
  }

  /** Until an attribute of <sobot-agent> has a value. */
  async until(attribute, value) {
    const selector = `sobot-agent[${attribute}="${value}"]`;
    await this.page.waitForSelector(selector).catch(async () => {
      const now = await this.page.$eval('sobot-agent', (agent, name) => agent.getAttribute(name), attribute);
      throw new Error(`${attribute} is "${now}", not "${value}"`);
    });
  }

  /** Until a text is to be read, shadow roots included. */
  async reads(text) {
    await this.page.waitForSelector(`::-p-text(${text})`, { visible: true });
  }

  async gone(name, role = 'button') {
    await this.page.waitForSelector(`::-p-aria(${name}[role="${role}"])`, { hidden: true });
  }

  ended() {
    assert.deepEqual(this.troubles, []);
  }
}

/** A whole call each way, with every control that a call has. */
export async function wholeDay(demo, { wrapUp = 'Finish' } = {}) {
  await demo.press('Log in');
  await demo.until('presence', 'ready');

  await demo.press('Customer calls');
  await demo.until('call', 'ringing');
  await demo.press('Answer');
  await demo.until('call', 'talking');
  await demo.press('Mute');
  await demo.press('Unmute');
  await demo.find('Mute');
  await demo.press('Keypad');
  for (const key of ['4', '2', 'Pound']) await demo.press(key);
  await demo.reads('Digits from the agent: 42#');
  await demo.press('Hang up');
  await demo.until('call', 'wrap-up');
  await demo.press(wrapUp);
  await demo.until('call', 'none');
}
