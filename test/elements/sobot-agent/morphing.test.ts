import { expect } from '@open-wc/testing';
import { Idiomorph } from 'idiomorph';
import morphdomModule from 'morphdom';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-softphone/define.js';
import { type AgentFixture, createReadyAgent } from '../../support/agent-fixture.js';
import { callFields } from '../../support/call-fields.js';
import { onCleanup } from '../../support/cleanup.js';

// Its types describe a CommonJS module, and it is loaded as an ES module.
const morphdom = morphdomModule as unknown as (from: Element, to: string) => Node;

/** The ways in which libraries turn a page into the HTML that its server has sent. */
const morphs: Readonly<Record<string, (element: Element, html: string) => void>> = {
  idiomorph: (element, html) => void Idiomorph.morph(element, html),
  'idiomorph, children only': (element, html) =>
    void Idiomorph.morph(element.parentElement as Element, html, { morphStyle: 'innerHTML' }),
  morphdom: (element, html) => void morphdom(element, html),
};

describe('a page that is morphed', () => {
  let fixture: AgentFixture;
  let agent: SobotAgent;
  const reflected = (): (string | null)[] =>
    ['phase', 'presence', 'connection', 'call', 'consult'].map((name) => agent.getAttribute(name));

  beforeEach(async () => {
    fixture = await createReadyAgent();
    ({ agent } = fixture);
    agent.id = 'phone';
    agent.append(document.createElement('sobot-softphone'));
    fixture.sdk.emit({ messageID: 'EventAgentReady', agentID: '1005' });
    fixture.sdk.emit({ messageID: 'EventRinging', ...callFields });
  });

  for (const [name, morph] of Object.entries(morphs)) {
    it(`by ${name} keeps the state in the attributes, the session and the call`, async () => {
      const { session } = agent;
      const before = reflected();
      expect(before).to.deep.equal(['ready', 'ready', 'connected', 'ringing', 'none']);
      morph(agent, '<sobot-agent id="phone" class="new"><sobot-softphone></sobot-softphone></sobot-agent>');
      expect(agent.className).to.equal('new');
      expect(reflected()).to.deep.equal(before);
      fixture.sdk.emit({ messageID: 'EventEstablished', ...callFields });
      await agent.updateComplete;
      expect(agent.matches("[call='talking']")).to.equal(true);
      expect(agent.session).to.equal(session);
    });
  }

  it('restores a value that the page has changed', () => {
    agent.setAttribute('call', 'none');
    expect(agent.getAttribute('call')).to.equal('ringing');
  });

  it('ends no page that takes the attributes away again and again', async () => {
    let rounds = 0;
    const observer = new MutationObserver(() => {
      rounds += 1;
      agent.removeAttribute('call');
    });
    onCleanup(() => observer.disconnect());
    observer.observe(agent, { attributeFilter: ['call'] });
    agent.removeAttribute('call');
    await new Promise((resolve) => setTimeout(resolve)); // comes only after all microtasks
    observer.disconnect();
    expect(rounds).to.be.within(1, 100);
    fixture.sdk.emit({ messageID: 'EventEstablished', ...callFields });
    expect(agent.getAttribute('call')).to.equal('talking');
  });
});
