import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import * as classes from '../../src/classes.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import type { SobotAgent } from '../../elements/sobot-agent/define.js';
import { completeSettings, mountAgent } from '../support/agent-fixture.js';
import { settled } from '../support/element-fixture.js';
import { FakeSdk } from '../support/fake-sdk.js';
import { drawn } from '../support/softphone.js';
import { tree } from '../support/tree.js';

const CUSTOMER = '13512345678';
const OWN = '4008001001';
const THIRD = '13900001111';
const ROUTE = '01066667777';
const MOBILE = '13700002222';
/** Skill groups are often named after their line. */
const LINE = '4009,998_887';
const numbers = [CUSTOMER, OWN, THIRD, ROUTE, MOBILE, LINE];

const call = {
  callID: '',
  callType: 'Inbound',
  otherDN: CUSTOMER,
  otherDNRole: 'Origination',
  thisDN: OWN,
  thisDNRole: 'Destination',
  queueName: `Line ${LINE}`,
  attachedData: { phone: CUSTOMER, order: { mobile: THIRD } },
};
const consult = { callID: 'mask-2', callType: 'Consult', thisDNRole: 'ConsultBy', otherDN: THIRD, thisDN: OWN };

const results: Readonly<Record<string, object>> = {
  queryAgentJoinedQueues: { queues: [{ queueID: 'q1', queueName: `Line ${LINE}`, queueWeight: 1, checkin: 0 }] },
  queryQueues: { queues: [{ queueCode: 'q1', queueName: `Line ${LINE}`, readyMembers: 1 }] },
  queryCountsInQueue: { queues: [{ queueID: 'q1', queueName: `Line ${LINE}`, count: 1 }] },
  queryAgents: { agents: [{ agentID: '1006', agentName: 'Bo', agentState: 1, workStatus: 1, ext: '1001' }] },
  queryPhoneType: { phoneType: 'pstn', bindExt: '1000', bindMobile: MOBILE, agentID: '1005', agentName: 'Ada' },
  queryAgentCanJoinedInfo: {
    queues: [{ queueID: 'q1', queueName: `Line ${LINE}`, queueWeight: 1, checkin: 1 }],
    phoneType: 'pstn',
    bindExt: '1000',
    bindMobile: MOBILE,
  },
  queryRoutes: {
    explicitRule: [{ code: '3', name: 'Mine', hasSet: true }],
    explicitSchema: [{ code: 's', planName: `Scheme ${LINE}`, hasSet: false }],
    explicitNumbers: [{ number: ROUTE, nickName: `Office ${LINE}`, hasSet: true }],
  },
};

type Emit = (messageID: string, fields?: object) => void;

/** A whole shift, in which numbers come up wherever they may. */
const steps: Readonly<Record<string, (emit: Emit, agent: SobotAgent) => unknown>> = {
  'logged out': () => undefined,
  ready: (emit) => emit('EventAgentReady', { agentID: '1005', agentName: 'Ada', bindMobile: MOBILE }),
  'a refused command': (_, agent) => agent.session?.makeCall({ otherDN: THIRD }).catch(() => undefined),
  ringing: (emit) => emit('EventRinging', call),
  talking: (emit) => emit('EventEstablished', call),
  held: (emit) => emit('EventAgentHoldCall', call),
  consulting: (emit) => emit('EventDialing', consult),
  consulted: (emit) => emit('EventEstablished', consult),
  conference: (emit) => emit('EventPartyAdded', { ...call, thirdDN: THIRD, thirdDNRole: 'NewParty' }),
  'wrap-up': (emit) => emit('EventReleased', call),
  'after a missed call': (emit) => {
    emit('EventAgentReady');
    for (const messageID of ['EventRinging', 'EventReleased']) emit(messageID, { ...call, callID: `${call.callID}-3` });
  },
};

const elements = Object.values(classes)
  .map((each) => each as typeof SobotElement)
  .filter((each) => each.prototype instanceof SobotElement && each.tag);

const said = ['title', 'aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'alt'];

/** Every text that an element shows or has at hand, however deep. */
function* textsOf(element: LitElement): Generator<string> {
  for (const each of drawn(element.shadowRoot as ShadowRoot)) {
    for (const node of each.childNodes) if (node.nodeType === Node.TEXT_NODE) yield node.textContent ?? '';
    for (const name of said) yield each.getAttribute(name) ?? '';
    if (each.matches('input, textarea')) yield (each as HTMLInputElement).value;
  }
}

let shifts = 0;

describe('mask-numbers', () => {
  const { open } = window;
  beforeEach(() => (window.open = () => null));
  afterEach(() => {
    window.open = open;
  });

  it('has every element to look at', () => {
    expect(elements.length).to.be.at.least(15);
  });

  for (const element of elements) {
    it(`leaves no number whole in <${element.tag}>`, async () => {
      element.define();
      shifts += 1;
      call.callID = `mask-${shifts}`;
      const sdk = new FakeSdk();
      sdk.all = ({ method, success, error }) =>
        queueMicrotask(() =>
          method.startsWith('query')
            ? success(results[method] ?? { status: 'success' })
            : error({ status: 'error', errorMessage: `${THIRD} is not to be called` }),
        );
      const agent = mountAgent({ ...completeSettings(sdk), agent: `mask-${shifts}`, manual: true, maskNumbers: true });
      agent.partyResolver = (number) => Promise.resolve({ name: `Ada (${number})`, details: { mobile: THIRD } });
      const shown = document.createElement(element.tag) as LitElement;
      for (const [name, value] of [
        ['number', CUSTOMER],
        ['ani', ROUTE],
        ['url', 'https://crm.example/{otherDN}'],
        ['features', 'status dialer queues directory routes network notes log supervisor'],
      ] as const) {
        if (element.tag !== 'sobot-dialer' || name !== 'number') shown.setAttribute(name, value);
      }
      agent.append(shown);
      await agent.start();
      const leaks: string[] = [];
      for (const [step, act] of Object.entries(steps)) {
        void act((messageID, fields = {}) => sdk.emit({ messageID, ...fields }), agent);
        for (let n = 0; n < 3; n += 1) await settled(shown);
        const heard = (await tree()).flatMap(({ name, description, value }) => [name, description, value]);
        for (const text of [...textsOf(shown), ...heard]) {
          const leak = numbers.find((number) => String(text).includes(number.slice(0, -4)));
          if (leak) leaks.push(`${step}: ${text}`);
        }
      }
      agent.stop();
      expect([...new Set(leaks)]).to.deep.equal([]);
    });
  }
});
