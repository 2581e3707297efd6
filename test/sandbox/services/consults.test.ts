import { asked, C, consulted, playSequences, T, toThird, trio, X, type Sequence } from '../support/three-parties.js';

const x = `this ${X}`;
const t = `this ${T}`;

const onHold = `EventAgentHoldCall, c1, Inbound, ${x} Destination, other ${C} Origination`;
const back = `EventAgentRetrieveCall, c1, Inbound, ${x} Destination, other ${C} Origination`;
const asking = `${x} ConsultBy, other ${T} Destination, third ${C} Origination`;
const consultedParty = `${t} Destination, other ${X} ConsultBy, third ${C} Origination`;
const consultOver = {
  phone: [`EventReleased, c2, Consult, ${asking}`, back],
  third: [`EventReleased, c2, Consult, ${consultedParty}`],
};

const sequences: Record<string, Sequence> = {
  initiateConsult: {
    before: trio,
    act: ({ client }) => void client.get('initiateConsult', toThird),
    phone: [onHold, `EventDialing, c2, Consult, ${asking}`],
    third: [`EventRinging, c2, Consult, ${consultedParty}`],
    work: ['holding', 'calling'],
  },
  'the third party answers': {
    before: asked,
    act: ({ third }) => void third.get('answer'),
    phone: [`EventEstablished, c2, Consult, ${asking}`],
    third: [`EventEstablished, c2, Consult, ${consultedParty}`],
    work: ['holding', 'talking'],
  },
  'the third party declines': {
    before: asked,
    act: ({ third }) => void third.get('rejectCall'),
    ...consultOver,
    work: ['talking', 'ready'],
  },
  'the third party doesn’t answer': {
    before: asked,
    act: ({ clock }) => clock.advance(30_000),
    ...consultOver,
    work: ['talking', 'ready'],
  },
  'the third party hangs up': {
    before: consulted,
    act: ({ third }) => void third.get('hangup'),
    ...consultOver,
    work: ['talking', 'sorting'],
  },
  cancelConsult: {
    before: asked,
    act: ({ client }) => void client.get('cancelConsult'),
    ...consultOver,
    work: ['talking', 'ready'],
  },
  retrieveConsult: {
    before: consulted,
    act: ({ client }) => void client.get('retrieveConsult'),
    ...consultOver,
    work: ['talking', 'sorting'],
  },
  consultTransfer: {
    before: consulted,
    act: ({ client }) => void client.get('consultTransfer'),
    phone: [
      `EventReleased, c2, Consult, ${x} ConsultBy, other ${T} Destination`,
      `EventReleased, c1, Inbound, ${x} TransferBy, other ${C} Origination, third ${T} TransferTo`,
    ],
    third: [`EventPartyChanged, c2, Inbound, ${t} TransferTo, other ${C} Origination, third ${X} TransferBy`],
    work: ['sorting', 'talking'],
  },
  consultConference: {
    before: consulted,
    act: ({ client }) => void client.get('consultConference'),
    phone: [back, `EventPartyAdded, c1, Inbound, ${x} AddedBy, other ${C} Origination, third ${T} NewParty`],
    third: [`EventPartyAdded, c2, Inbound, ${t} NewParty, other ${X} AddedBy, third ${C} Origination`],
    work: ['talking', 'talking'],
  },
  'the customer hangs up during a consultation': {
    before: consulted,
    act: ({ centre, c1 }) => void centre.customerHangsUp(String(c1)),
    phone: [`EventReleased, c1, Inbound, ${x} Destination, other ${C} Origination`],
    third: [],
    work: ['talking', 'talking'],
  },
  'the customer hangs up before the third party answers': {
    before: asked,
    act: ({ centre }) => void centre.customerHangsUp(),
    phone: [`EventReleased, c1, Inbound, ${x} Destination, other ${C} Origination`],
    third: [],
    work: ['dialing', 'calling'],
  },
  'the survey during a consultation': {
    before: consulted,
    act: ({ client }) => void client.get('sendSatisfy'),
    phone: [
      `EventReleased, c2, Consult, ${x} ConsultBy, other ${T} Destination`,
      `EventReleased, c1, Inbound, ${x} Destination, other ${C} Origination`,
    ],
    third: [`EventReleased, c2, Consult, ${t} Destination, other ${X} ConsultBy`],
    work: ['sorting', 'sorting'],
  },
  'the customer and then the third party hang up: after-call work begins with the last leg': {
    before: consulted,
    act: ({ centre, third }) => {
      centre.customerHangsUp();
      third.get('hangup');
    },
    phone: [
      `EventReleased, c1, Inbound, ${x} Destination, other ${C} Origination`,
      `EventReleased, c2, Consult, ${x} ConsultBy, other ${T} Destination`,
    ],
    third: [`EventReleased, c2, Consult, ${t} Destination, other ${X} ConsultBy`],
    work: ['sorting', 'sorting'],
  },
  'hangup during a consultation': {
    before: consulted,
    act: ({ client }) => void client.get('hangup'),
    phone: [
      `EventReleased, c2, Consult, ${x} ConsultBy, other ${T} Destination`,
      `EventReleased, c1, Inbound, ${x} Destination, other ${C} Origination`,
    ],
    third: [`EventReleased, c2, Consult, ${t} Destination, other ${X} ConsultBy`],
    work: ['sorting', 'sorting'],
  },
};
playSequences('sandbox: a consultation', sequences);
