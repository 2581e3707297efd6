import { elements } from '../interop/pages.mjs';

/** The vendor's script: where the kit looks for it. */
export const vendorScript = 'https://sg.sobot.io/call-sdk/6.4.0/sobot-call-sdk.js';

/** Every word that `call` may have, as static pictures. */
export const callStates = ['none', 'dialing', 'ringing', 'talking', 'held', 'wrap-up'];

const all = elements.map((tag) => `<${tag}></${tag}>`).join('\n');
const phone = (id, attributes) => `<sobot-agent id="${id}" ${attributes}>${all}</sobot-agent>`;

/** One page of all elements in all call states, on the sandbox, and on the vendor's cloud. */
export const allElementsPage = [
  '<script type="module" src="/dist/cdn/sobot-elements.js"></script>',
  ...callStates.map((state) => phone(`preview-${state}`, `preview="${state}"`)),
  phone('sandbox', 'sandbox'),
  phone('chinese', 'sandbox lang="zh-CN"'),
  phone('vendor', 'sysnum="a b&c" company-id="c1" agent="1005" token-url="/token"'),
].join('\n');

/**
 * In the page: what of the kit is not there, not drawn anywhere, or drawn without its style sheets: an element whose
 * host is inline (but for a link in a text), or a button that looks as the browser's own does.
 */
export const unstyledElements = (tags) => {
  const problems = new Set();
  const drawn = new Set();
  const frame = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const bare = getComputedStyle(frame.appendChild(document.createElement('button')));
  const look = (element) => {
    const root = element.shadowRoot;
    const { localName } = element;
    if (localName.startsWith('sobot-') && localName !== 'sobot-agent') {
      if (!customElements.get(localName)) problems.add(`${localName} is not defined`);
      if (root?.childElementCount) drawn.add(localName);
      if (!root?.adoptedStyleSheets.length) problems.add(`${localName} has no style sheet`);
      const isText = localName === 'sobot-call-link';
      if (getComputedStyle(element).display === 'inline' && !isText) problems.add(`${localName} is inline`);
      for (const button of root?.querySelectorAll('button') ?? []) {
        const { borderTopLeftRadius, fontFamily, padding } = getComputedStyle(button);
        const same = borderTopLeftRadius === bare.borderTopLeftRadius && fontFamily === bare.fontFamily;
        if (same && padding === bare.padding) problems.add(`${localName} has a button without style`);
      }
    }
    for (const child of root?.querySelectorAll('*') ?? []) look(child);
  };
  for (const element of document.querySelectorAll('*')) look(element);
  for (const tag of tags) if (!drawn.has(tag)) problems.add(`${tag} is drawn nowhere`);
  return [...problems];
};

/** In the page: a whole call, with everything that an agent does during one. */
export const wholeCall = async ([id, inbound]) => {
  const agent = document.getElementById(id);
  const { session } = agent;
  const state = async (wanted) => {
    while (agent.call !== wanted)
      await new Promise((resolve) => agent.addEventListener('sobot-state-change', resolve, { once: true }));
  };
  if (inbound) {
    window.SobotClient.sandbox.customerCalls({ number: '135****5678' });
    await state('ringing');
    await session.answer();
  } else {
    await session.makeCall({ otherDN: '5550100', userData: { order: 'A-1' } });
  }
  await state('talking');
  await session.muteCall();
  await session.unmute();
  await session.sendDtmf({ dtmfDigits: '12#' });
  await session.holdCall();
  await state('held');
  await session.retrieveCall();
  await state('talking');
  await session.hangup();
  await state('wrap-up');
  await session.delayACW({ delayTime: 60 });
  await session.completeACW();
  await state('none');
};
