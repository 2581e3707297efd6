/** Attributes that were renamed before 1.0: the old name works for one release, and the page is warned once. */
import { expect } from '@open-wc/testing';
import '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-call-info/define.js';
import '../../../elements/sobot-incoming-call/define.js';
import '../../../elements/sobot-network-quality/define.js';
import { mountAgent } from '../../support/agent-fixture.js';

const renamed = [
  ['sobot-call-info', 'silent', 'no-announce', 'noAnnounce'],
  ['sobot-incoming-call', 'quiet', 'no-ringtone', 'noRingtone'],
  ['sobot-network-quality', 'brief', 'warnings-only', 'warningsOnly'],
] as const;

describe('A renamed attribute', () => {
  for (const [tag, old, current, property] of renamed) {
    it(`${old} of <${tag}> sets ${property}, with one warning that names ${current}`, () => {
      const warnings: unknown[] = [];
      const agent = mountAgent({ preview: 'none' });
      agent.addEventListener('sobot-warning', ({ detail }) => warnings.push(detail));
      const element = document.createElement(tag);
      element.setAttribute(old, '');
      agent.append(element);
      expect(Reflect.get(element, property)).to.be.true;
      element.removeAttribute(old);
      expect(Reflect.get(element, property)).to.be.false;
      const message = `<${tag}>: the attribute "${old}" has another name. Use "${current}" instead.`;
      expect(warnings[0]).to.deep.equal({ code: 'renamed-attribute', message });
    });

    it(`${current} of <${tag}> sets ${property} without a warning`, () => {
      const warnings: unknown[] = [];
      const agent = mountAgent({ preview: 'none' });
      agent.addEventListener('sobot-warning', ({ detail }) => warnings.push(detail));
      const element = document.createElement(tag);
      element.setAttribute(current, '');
      agent.append(element);
      expect(Reflect.get(element, property)).to.be.true;
      expect(warnings).to.deep.equal([]);
    });
  }
});
