/** One example of each element, for demo/elements.html and for the reference in docs/elements. */

/** The attributes, and the text, of an element whose bare tag would show little. */
export const examples = {
  'sobot-agent': { id: 'phone', sandbox: '' },
  'sobot-call-controls': { actions: 'answer hangup hold mute keypad transfer consult survey notes' },
  'sobot-call-link': { number: '5550100', text: 'Call Ana Ribeiro' },
  'sobot-call-log': { persist: '' },
  'sobot-dialer': { number: '5550100' },
  'sobot-screen-pop': { url: 'crm.html?phone={otherDN}', trigger: 'connected' },
  'sobot-softphone': { layout: 'panel' },
  'sobot-transfer': { mode: 'transfer' },
  'sobot-wrap-up': { dispositions: '["Order", "Return", "Question"]' },
};

/** Returns the HTML of an element. */
export function markup(tag, { text = '', ...attributes } = {}) {
  const written = Object.entries(attributes).map(([name, value]) => {
    const quote = value.includes('"') ? "'" : '"';
    return value ? ` ${name}=${quote}${value}${quote}` : ` ${name}`;
  });
  return `<${tag}${written.join('')}>${text}</${tag}>`;
}
