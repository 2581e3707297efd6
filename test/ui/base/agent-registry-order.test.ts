import { expect } from '@open-wc/testing';
import { SobotAgent } from '../../../elements/sobot-agent/sobot-agent.js';
import { Probe } from '../../support/probe.js';
import { until } from '../../support/until.js';
import { turn } from '../../support/session.js';

/** Tags can be defined only once: each case has tags of its own, and only the agent's is looked at. */
let serial = 0;

type Step = 'define agent' | 'define probe' | 'insert agent' | 'insert probe';

const steps: readonly Step[] = ['define agent', 'define probe', 'insert agent', 'insert probe'];

function* permutations<T>(of: readonly T[]): Generator<readonly T[]> {
  if (of.length === 0) yield [];
  for (const [index, first] of of.entries()) {
    for (const rest of permutations([...of.slice(0, index), ...of.slice(index + 1)])) yield [first, ...rest];
  }
}

const phoneOf = (element: Probe): unknown => (element as unknown as { agentHost: unknown }).agentHost;

/** Where the element stands, and whether it names its agent. */
const relations = ['ancestor', 'for', 'for, out of a shadow root', 'only one'] as const;

type Relation = (typeof relations)[number];

/** One page with an agent and an element, of tags that nobody has defined yet. */
class Scene {
  readonly agentTag = `x-agent-${(serial += 1)}`;
  readonly probeTag = `x-probe-${serial}`;
  readonly place = document.createElement('div');
  readonly agent = document.createElement(this.agentTag);
  readonly probe = document.createElement(this.probeTag) as Probe;

  constructor(private readonly relation: Relation) {
    document.body.append(this.place);
    this.agent.id = `id-${serial}`;
    this.agent.setAttribute('manual', '');
    if (relation.startsWith('for')) this.probe.setAttribute('for', this.agent.id);
  }

  do(step: Step): void {
    switch (step) {
      case 'define agent':
        class Agent extends SobotAgent {}
        return customElements.define(this.agentTag, Agent);
      case 'define probe':
        class Here extends Probe {}
        return customElements.define(this.probeTag, Here);
      case 'insert agent':
        this.place.prepend(this.agent);
        if (this.relation === 'ancestor' && this.probe.isConnected) this.agent.append(this.probe);
        return undefined;
      case 'insert probe':
        if (this.relation === 'ancestor' && this.agent.isConnected) this.agent.append(this.probe);
        else if (this.relation.includes('shadow')) this.#host().append(this.probe);
        else this.place.append(this.probe);
        return undefined;
    }
  }

  #host(): ShadowRoot {
    const host = document.createElement('div');
    this.place.append(host);
    return host.attachShadow({ mode: 'closed' });
  }
}

describe('An element finds its agent in every order', () => {
  let scene: Scene;
  afterEach(() => scene.place.remove());

  for (const relation of relations) {
    describe(`by ${relation}`, () => {
      for (const order of permutations(steps)) {
        for (const pause of [false, true]) {
          it(`${order.join(', ')}${pause ? ', each in a task of its own' : ''}`, async () => {
            scene = new Scene(relation);
            for (const step of order) {
              scene.do(step);
              if (pause) await turn();
            }
            await turn();
            expect(scene.probe.found).to.equal(scene.agent.id);
          });
        }
      }
    });
  }

  it('markup that is parsed after the definitions, in one piece', async () => {
    scene = new Scene('ancestor');
    scene.do('define agent');
    scene.do('define probe');
    scene.place.append(
      document
        .createRange()
        .createContextualFragment(
          `<${scene.agentTag} id="m" manual><p><${scene.probeTag}></${scene.probeTag}></p></${scene.agentTag}>`,
        ),
    );
    await turn();
    expect((scene.place.querySelector(scene.probeTag) as Probe).found).to.equal('m');
  });
});

describe('An element that looks for its agent', () => {
  let place: HTMLElement;

  before(() => {
    SobotAgent.define();
    Probe.define();
  });
  beforeEach(() => {
    place = document.body.appendChild(document.createElement('div'));
  });
  afterEach(() => place.remove());

  const agent = (id: string): SobotAgent => Object.assign(document.createElement('sobot-agent'), { id, manual: true });
  const probe = (): Probe => document.createElement('sobot-probe');

  it('never asks another one first where a framework sets "for" as a property', async () => {
    const found: (string | null)[] = [];
    const element = probe();
    Object.defineProperty(element, 'renderConnected', {
      value: () => found.push(element.found),
    });
    element.htmlFor = 'b';
    place.append(agent('a'));
    place.firstElementChild?.append(element);
    place.append(agent('b'));
    await turn();
    expect(found).to.deep.equal(['b']);
  });

  it('is drawn once where it is moved within its agent', async () => {
    const a = agent('a');
    const element = probe();
    place.append(a);
    a.append(element);
    await turn();
    const { renders } = element;
    for (let n = 0; n < 5; n += 1) a.prepend(element);
    await turn();
    expect(element.found).to.equal('a');
    expect(element.renders).to.be.at.most(renders + 1);
  });

  it('follows an id from one agent to another', async () => {
    const [a, b] = [agent('x'), agent('y')];
    const element = probe();
    element.setAttribute('for', 'x');
    place.append(a, b, element);
    await turn();
    expect(phoneOf(element)).to.equal(a);
    a.id = 'z';
    b.id = 'x';
    await turn();
    expect(phoneOf(element)).to.equal(b);
    b.removeAttribute('id');
    await turn();
    expect(phoneOf(element)).to.equal(null);
  });

  it('falls back to its ancestor when "for" is taken away', async () => {
    const [a, b] = [agent('a'), agent('b')];
    const element = probe();
    element.setAttribute('for', 'b');
    a.append(element);
    place.append(a, b);
    await turn();
    expect(element.found).to.equal('b');
    element.removeAttribute('for');
    await turn();
    expect(element.found).to.equal('a');
  });

  it('counts agents in shadow roots as the document’s', async () => {
    const host = place.appendChild(document.createElement('div'));
    host.attachShadow({ mode: 'closed' }).append(agent('deep'));
    const element = place.appendChild(probe());
    await turn();
    expect(element.found).to.equal('deep');
    const late = probe();
    place.append(agent('second'), late);
    await turn();
    expect([element.found, late.found]).to.deep.equal(['deep', null]);
  });

  it('is slotted into a component that has an agent inside', async () => {
    const host = place.appendChild(document.createElement('div'));
    const inside = agent('inside');
    inside.append(document.createElement('slot'));
    host.attachShadow({ mode: 'open' }).append(inside);
    place.append(agent('other'));
    const element = host.appendChild(probe());
    await turn();
    expect(element.found).to.equal('inside');
  });

  it('survives the removal of its agent and its return', async () => {
    const a = agent('a');
    const element = place.appendChild(probe());
    place.append(a);
    await turn();
    a.remove();
    await turn();
    expect(element.found).to.equal(null);
    place.append(a);
    await turn();
    expect(element.found).to.equal('a');
  });

  it('belongs to none of two documents by chance', async () => {
    const iframe = place.appendChild(document.createElement('iframe'));
    (iframe.contentDocument as Document).body.append(agent('inside'));
    const element = place.appendChild(probe());
    await turn();
    expect(element.found).to.equal(null);
  });

  it('says that there is none only after a moment, again after it has lost one, and takes it back', async () => {
    const text = (): string => element.shadowRoot?.textContent ?? '';
    const a = agent('a');
    const element = place.appendChild(probe());
    await turn();
    expect(text()).to.equal('');
    place.append(a);
    await until(() => text().includes('none'), 'the first draw');
    a.remove();
    await turn();
    expect(text()).to.not.contain('No phone here');
    await until(() => text().includes('No phone here'), 'the notice');
    await expect(element).to.be.accessible();
    place.append(a);
    await until(() => !text().includes('No phone here'), 'the agent');
  });

  it('asks as the context protocol asks, so that another copy of the kit may answer', async () => {
    const asked: { context: unknown; subscribe: unknown; composed: boolean; bubbles: boolean }[] = [];
    place.addEventListener('context-request', (event) => {
      const { context, subscribe } = event as unknown as { context: unknown; subscribe: unknown };
      asked.push({ context, subscribe, composed: event.composed, bubbles: event.bubbles });
    });
    place.append(probe());
    await turn();
    const context = Symbol.for('sobot-elements.phone.1');
    expect(asked).to.deep.equal([{ context, subscribe: true, composed: true, bubbles: true }]);
  });
});
