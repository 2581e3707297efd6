/** What the examples of the documents are tried with. */
import { vendor } from './documents.mjs';

export const kit = '<script type="module" src="dist/cdn/sobot-elements.js"></script>';
export const phone = `${kit}<sobot-agent id="phone" sandbox><sobot-softphone></sobot-softphone></sobot-agent>`;

/** @param examples gives what `openExamples` has opened, once it has */
export function exampleTools(examples) {
  /** A page with a phone that is logged in. */
  async function loggedIn(body = phone, answers = {}) {
    const opened = await examples().open(body, answers);
    await opened.demo.until('phase', 'ready');
    await opened.page.evaluate(() =>
      document.querySelector('sobot-agent').session.login({ phoneType: 'sip', bindExt: '1100', agentState: '1' }),
    );
    await opened.demo.until('presence', 'ready');
    return opened;
  }

  /** The page as the vendor’s cloud would have it, its script answered by the embedded call centre. */
  const inProduction = (body) => loggedIn(body, vendor());

  const call = (page, number = '5550100') =>
    page.evaluate((otherDN) => document.querySelector('sobot-agent').session.makeCall({ otherDN }), number);

  const draws = (tag) => async (html) => {
    const { demo, page } = await examples().open(html);
    await page.waitForSelector(`${tag} >>> [part]`);
    demo.ended();
    await page.close();
  };

  const started = ({ demo }) => demo.until('phase', 'ready');

  const looks =
    (selector, property, value, body = phone, act = started) =>
    async (css) => {
      const { demo, page } = await examples().open(`<style>${css}</style>${body}`);
      await act({ demo, page });
      await page.waitForFunction(
        (path, name, wanted) => {
          const [host, part] = path.split('::');
          const element = document.querySelector(host);
          const styled = part ? element?.shadowRoot?.querySelector(`[part~="${part}"]`) : element;
          return styled && getComputedStyle(styled)[name] === wanted;
        },
        {},
        selector,
        property,
        value,
      );
      await page.close();
    };

  const talking = async ({ demo, page }) => {
    await started({ demo });
    await page.evaluate(() =>
      document.querySelector('sobot-agent').session.login({ phoneType: 'sip', bindExt: '1100', agentState: '1' }),
    );
    await demo.until('presence', 'ready');
    await call(page);
    await demo.until('call', 'talking');
  };

  return { loggedIn, inProduction, call, draws, looks, talking };
}
