import { expect } from '@open-wc/testing';
import '../../elements/sobot-call-controls/define.js';
import '../../elements/sobot-incoming-call/define.js';
import '../../elements/sobot-wrap-up/define.js';
import { resize, settled } from '../support/element-fixture.js';
import { centre, press } from '../support/press.js';
import { drawn, controlName } from '../support/softphone.js';
import { createSoftphone, type SoftphoneFixture } from '../support/softphone-fixture.js';

/** What stands in the page: a softphone in a layout, or elements of one's own. */
const pages = {
  panel: 'panel',
  bar: 'bar',
  floating: 'floating',
  'controls alone': ['sobot-call-controls'],
  'incoming call, controls and wrap-up': ['sobot-incoming-call', 'sobot-call-controls', 'sobot-wrap-up'],
} as const;

const kinds = ['mouse', 'touch', 'enter'] as const;

interface Presses {
  readonly name: 'Answer' | 'Hang up';
  /** The messages before the first press, and those that follow it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly command: string;
}

const presses: readonly Presses[] = [
  { name: 'Answer', before: ['EventRinging'], after: ['EventEstablished'], command: 'answer' },
  { name: 'Hang up', before: ['EventRinging', 'EventEstablished'], after: ['EventReleased'], command: 'hangup' },
];

async function createPage(content: (typeof pages)[keyof typeof pages]): Promise<SoftphoneFixture> {
  await resize(1100, 800);
  const fixture = createSoftphone(typeof content === 'string' ? content : 'panel');
  if (typeof content !== 'string') fixture.softphone.replaceWith(...content.map((tag) => document.createElement(tag)));
  await fixture.login();
  return fixture;
}

const commandsOf = ({ sdk }: SoftphoneFixture): string[] =>
  sdk.sent.map(({ method }) => method).filter((name) => !/^(query|init|login)/.test(name));

async function rendered({ agent }: SoftphoneFixture): Promise<void> {
  for (const child of agent.children) for (let n = 0; n < 3; n += 1) await settled(child as never);
}

function button({ agent }: SoftphoneFixture, name: string): HTMLElement {
  const found = [...drawn(agent)].find((each) => each.matches('button') && controlName(each) === name);
  if (!found) throw new Error(`There is no button "${name}".`);
  return found;
}

describe('The second press of a double click', () => {
  beforeEach(() => press.mouse({ x: 1, y: 1 }, performance.now()));

  for (const [page, content] of Object.entries(pages)) {
    for (const { name, before, after, command } of presses) {
      for (const kind of kinds) {
        it(`on ${name} does nothing by ${kind}: ${page}`, async () => {
          const fixture = await createPage(content);
          fixture.call(...before);
          await rendered(fixture);
          const first = button(fixture, name);
          const point = centre(first);
          first.focus();
          // Counted from the first press: on a busy machine, drawing takes longer than a double click.
          const at = performance.now();
          await press[kind](point, at);
          fixture.call(...after);
          await rendered(fixture);
          for (const later of [120, 300, 450]) await press[kind](point, at + later);
          expect(commandsOf(fixture)).to.deep.equal([command]);
        });
      }
    }
  }

  const another = { callID: 'c2', callType: 'Inbound', otherDN: '139' };
  for (const kind of kinds) {
    it(`on Decline does not decline the call that rang beside it, by ${kind}`, async () => {
      const fixture = await createPage('panel');
      fixture.call('EventRinging');
      fixture.emit('EventRinging', another);
      await rendered(fixture);
      const decline = button(fixture, 'Decline');
      decline.focus();
      const at = performance.now();
      await press[kind](centre(decline), at);
      fixture.call('EventReleased');
      await rendered(fixture);
      expect(fixture.agent.state.call?.id).to.equal('c2');
      for (const later of [120, 300, 450]) await press[kind](centre(button(fixture, 'Decline')), at + later);
      expect(commandsOf(fixture)).to.deep.equal(['rejectCall']);
    });

    it(`on Hang up does not end the call that waited on hold, by ${kind}`, async () => {
      const fixture = await createPage('panel');
      fixture.call('EventRinging', 'EventEstablished');
      fixture.emit('EventEstablished', another);
      await rendered(fixture);
      const hangUp = button(fixture, 'Hang up');
      hangUp.focus();
      const point = centre(hangUp);
      const at = performance.now();
      await press[kind](point, at);
      fixture.emit('EventReleased', another);
      await rendered(fixture);
      expect(fixture.agent.state.call?.id).to.equal('c1');
      for (const later of [120, 300, 450]) await press[kind](point, at + later);
      expect(commandsOf(fixture)).to.deep.equal(['hangup']);
    });
  }

  it('is the first one of another button after a moment', async () => {
    const fixture = await createPage('panel');
    fixture.call('EventRinging');
    await rendered(fixture);
    await press.mouse(centre(button(fixture, 'Answer')), performance.now());
    fixture.call('EventEstablished');
    await rendered(fixture);
    await press.mouse(centre(button(fixture, 'Mute')), performance.now() + 20);
    await press.mouse(centre(button(fixture, 'Hang up')), performance.now() + 3000);
    expect(commandsOf(fixture)).to.deep.equal(['answer', 'muteCall', 'hangup']);
  });

  for (const name of ['Hold', 'Mute'] as const) {
    it(`works ${name}, which takes turns at its place`, async () => {
      const fixture = await createPage('panel');
      fixture.call('EventRinging', 'EventEstablished');
      await rendered(fixture);
      const point = centre(button(fixture, name));
      const now = performance.now() + 3000;
      await press.mouse(point, now);
      fixture.call(name === 'Hold' ? 'EventAgentHoldCall' : 'EventAgentMute');
      await rendered(fixture);
      await press.mouse(point, now + 200);
      expect(commandsOf(fixture)).to.have.length(2);
    });
  }
});
