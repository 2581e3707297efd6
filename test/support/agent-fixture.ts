import '../../elements/sobot-agent/define.js';
import type { SobotAgent } from '../../elements/sobot-agent/define.js';
import { callFields } from './call-fields.js';
import { onCleanup } from './cleanup.js';
import { EventRecorder } from './event-recorder.js';
import { FakeSdk } from './fake-sdk.js';
import { Time } from './time.js';

export const TOKEN = 'secret-token-7f3a';

/** Attributes and properties of an agent, by the property's name. */
export type AgentSettings = Partial<SobotAgent>;

/** The settings of an agent that can start. */
export const completeSettings = (sdk: FakeSdk): AgentSettings => ({
  sdk: sdk.api,
  companyId: 'company',
  agent: '1005',
  token: TOKEN,
});

const register = (agent: SobotAgent): SobotAgent => {
  onCleanup(() => {
    agent.stop();
    agent.remove();
  });
  return agent;
};

/** Puts an agent into the page as a framework does: creates it, sets its properties, inserts it. */
export function mountAgent(settings: AgentSettings = {}, parent: Node = document.body): SobotAgent {
  const agent = Object.assign(document.createElement('sobot-agent'), settings);
  parent.appendChild(agent);
  return register(agent);
}

/** Puts an agent into the page as the page's HTML does. */
export function mountMarkup(attributes: string): SobotAgent {
  const range = document.createRange();
  const agent = range.createContextualFragment(`<sobot-agent ${attributes}></sobot-agent>`).firstElementChild;
  document.body.append(agent as Node);
  return register(agent as SobotAgent);
}

/** Everything around an agent: the SDK that it uses, the page's events, the clock. All of it ends with the test. */
export class AgentTools {
  readonly sdk = new FakeSdk();
  readonly events: EventRecorder;
  readonly time = new Time();

  constructor(...furtherEvents: string[]) {
    this.events = new EventRecorder(...furtherEvents);
  }

  /** The parameters that the SDK was initialized with first. */
  get initParams(): Readonly<Record<string, unknown>> {
    return this.sdk.inits[0]?.params ?? {};
  }
}

/** An agent in the page and the tools around it. */
export class AgentFixture extends AgentTools {
  readonly agent: SobotAgent;

  constructor(settings: AgentSettings = {}) {
    super('sobot-ringing', 'sobot-agent-ready');
    this.agent = mountAgent({ ...completeSettings(this.sdk), ...settings });
  }

  /** Sends messages about one call. */
  emitCall(...messageIDs: string[]): void {
    for (const messageID of messageIDs) this.sdk.emit({ messageID, ...callFields });
  }

  /** Lets a caller ring and the agent answer. */
  establishCall(): void {
    this.emitCall('EventRinging', 'EventEstablished');
  }
}

/** Creates an SDK, a record of events and a clock for a test that makes its own agent. */
export const createAgentTools = (...furtherEvents: string[]): AgentTools => new AgentTools(...furtherEvents);

/** Creates an agent that has everything to start, so it does unless it is `manual`. */
export const createAgent = (settings?: AgentSettings): AgentFixture => new AgentFixture(settings);

/** Creates an agent that is ready. Events until then are not in the record. */
export async function createReadyAgent(settings?: AgentSettings): Promise<AgentFixture> {
  const fixture = createAgent(settings);
  await untilPhase(fixture.agent, 'ready');
  fixture.events.clear();
  return fixture;
}

/** Resolves with the next event of a type that reaches the target. */
export const nextEvent = <K extends keyof GlobalEventHandlersEventMap>(
  type: K,
  target: EventTarget = window,
): Promise<GlobalEventHandlersEventMap[K]> =>
  new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as GlobalEventHandlersEventMap[K]), { once: true });
  });

/** Resolves when the agent is in a phase. */
export async function untilPhase(agent: SobotAgent, phase: string): Promise<void> {
  while (agent.phase !== phase) await nextEvent('sobot-phase-change', agent);
}
