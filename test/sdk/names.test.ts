import { expect } from '@open-wc/testing';
import fc from '../support/fast-check.js';
import {
  commandNames,
  commandSections,
  domEventName,
  events,
  kebab,
  kitEventNames,
  type DomEventName,
  type Kebab,
} from '../../src/sdk/index.js';
import { vendorMethods } from '../support/vendor-methods.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile where the two types differ. */
const same = <A, B>(_: Same<A, B>): void => undefined;

describe('names of DOM events', () => {
  const examples = [
    ['EventRinging', 'sobot-ringing'],
    ['EventAgentReady', 'sobot-agent-ready'],
    ['EventJanusLatency', 'sobot-janus-latency'],
    ['RequestAgentLogout', 'sobot-request-agent-logout'],
    ['EventSomethingNew2', 'sobot-something-new2'],
    ['EventDelayCallAfterWork', 'sobot-delay-call-after-work'],
    ['completeACWToBusy', 'sobot-complete-acw-to-busy'],
    ['EventACWStarted', 'sobot-acw-started'],
    ['EventV2Call', 'sobot-v2-call'],
    ['Event', 'sobot-event-event'],
    ['EventError', 'sobot-event-error'],
    ['EventCommand', 'sobot-event-command'],
    ['EventStateChange', 'sobot-event-state-change'],
    ['PhaseChange', 'sobot-event-phase-change'],
  ] as const;

  for (const [messageID, name] of examples) {
    it(`${messageID} -> ${name}`, () => {
      expect(domEventName(messageID)).to.equal(name);
      expect(domEventName(messageID), 'asked again').to.equal(name);
    });
  }

  it('are the same to the compiler', () => {
    same<DomEventName<'EventRinging'>, 'sobot-ringing'>(true);
    same<DomEventName<'EventAgentReady'>, 'sobot-agent-ready'>(true);
    same<DomEventName<'EventJanusLatency'>, 'sobot-janus-latency'>(true);
    same<DomEventName<'RequestAgentLogout'>, 'sobot-request-agent-logout'>(true);
    same<DomEventName<'EventSomethingNew2'>, 'sobot-something-new2'>(true);
    same<DomEventName<'EventACWStarted'>, 'sobot-acw-started'>(true);
    same<DomEventName<'Event'>, 'sobot-event-event'>(true);
    same<DomEventName<'EventError'>, 'sobot-event-error'>(true);
    same<Kebab<'completeACWToBusy'>, 'complete-acw-to-busy'>(true);
    same<Kebab<'delayACW'>, 'delay-acw'>(true);
    same<Kebab<'V2Call'>, 'v2-call'>(true);
    same<Kebab<'Foo_Bar'>, 'foo_bar'>(true);
    same<Kebab<''>, ''>(true);
    const typed: DomEventName<'EventJanusLatency'> = 'sobot-janus-latency';
    expect(domEventName('EventJanusLatency')).to.equal(typed);
  });

  it('of all known messages differ, and from the names of the kit', () => {
    const names = Object.keys(events).map(domEventName);
    expect(new Set(names).size).to.equal(names.length);
    const kit = new Set(kitEventNames.map((name) => `sobot-${name}`));
    expect(names.filter((name) => kit.has(name))).to.deep.equal([]);
  });

  it('are lower case, and never one of the kit, whatever the message is called', () => {
    const kit = new Set(kitEventNames.map((name) => `sobot-${name}`));
    const word = fc.string({ unit: fc.constantFrom(...'aBcDZ09xE'), maxLength: 12 });
    const kitWord = fc
      .constantFrom(...kitEventNames)
      .map((name) => name.replace(/(^|-)(.)/g, (_all, _dash, letter: string) => letter.toUpperCase()));
    fc.assert(
      fc.property(fc.constantFrom('', 'Event', 'Request'), fc.oneof(word, kitWord), (prefix, rest) => {
        const name = domEventName(prefix + rest);
        expect(name).to.match(/^sobot-[a-z0-9-]*$/);
        expect(kit.has(name)).to.equal(false);
      }),
    );
  });

  it('lose nothing but case and dashes, and stay when they are kebab case already', () => {
    const camel = fc.string({ unit: fc.constantFrom(...'abcXYZ019'), maxLength: 16 });
    fc.assert(
      fc.property(camel, (text) => {
        const name = kebab(text);
        expect(name.replaceAll('-', '')).to.equal(text.toLowerCase());
        expect(name).not.to.match(/--|^-|-$/);
        expect(kebab(name)).to.equal(name);
      }),
    );
  });
});

describe('verbs of invoker commands', () => {
  it('are the kebab case of the methods', () => {
    expect(commandNames.map((name) => `--${kebab(name)}`)).to.deep.equal([
      ...['--login', '--logout', '--not-ready', '--ready', '--reset-logout', '--query-states', '--query-phone-type'],
      ...['--query-unused-exts', '--query-agent-joined-queues', '--query-agent-login-info'],
      ...['--query-agent-can-joined-info', '--make-call', '--reject-call', '--answer', '--hangup', '--hold-call'],
      ...['--retrieve-call', '--mute-call', '--unmute', '--single-transfer', '--initiate-consult', '--cancel-consult'],
      ...['--retrieve-consult', '--consult-transfer', '--consult-conference', '--send-satisfy', '--delay-acw'],
      ...['--complete-acw', '--complete-acw-to-busy', '--send-dtmf', '--query-routes', '--set-route'],
      ...['--query-queues', '--query-agents', '--force-logout', '--force-busy', '--force-ready'],
      '--query-counts-in-queue',
    ]);
  });

  it('come from the 38 methods of the document, each with its section', () => {
    expect(commandNames.map((name) => [name, commandSections[name]])).to.deep.equal(vendorMethods);
    expect(commandNames).to.have.length(38);
  });
});
