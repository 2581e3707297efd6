/**
 * The invented company of the sandbox: skill groups, colleagues, breaks and outbound routes. Data
 * only. There is a colleague for nearly every work status, so that lists and transfer targets can
 * be seen in all their states.
 */
import type { PhoneType } from '../../sdk/index.js';
import type { Behavior } from './behavior.js';
import type { WorkStatus } from './work-status.js';

/**
 * Skill groups. `hotline` is the relay number that customers call, `channels` its channels,
 * `waiting` the customers at the start; `weight` and `checkin` are values of the queries. Billing
 * has one channel, because the document forbids transfers to numbers outside there.
 */
export const queues = [
  { code: 'q8001', name: 'Sales', hotline: '4008001001', channels: 30, weight: 3, checkin: 0, waiting: 3 },
  { code: 'q8002', name: 'Support', hotline: '4008001002', channels: 30, weight: 2, checkin: 0, waiting: 6 },
  { code: 'q8003', name: 'Billing', hotline: '4008001003', channels: 1, weight: 1, checkin: 1, waiting: 1 },
] as const;

export type QueueCode = (typeof queues)[number]['code'];

/** Codes of all skill groups. */
export const allQueues: readonly QueueCode[] = queues.map(({ code }) => code);

/**
 * Breaks that an agent may take. The company names the codes 12 to 18 itself; 15 is missing on
 * purpose, because a company need not allow all of them.
 */
export const breaks = [
  { code: '11', name: 'Break' },
  { code: '12', name: 'Training' },
  { code: '13', name: 'Team meeting' },
  { code: '14', name: 'Lunch' },
  { code: '16', name: 'Coaching' },
] as const;

/** Answering methods, all of which every agent may use. */
export const phoneTypes: readonly PhoneType[] = ['webrtc', 'sip', 'pstn'];

/** Extensions are consecutive numbers. There are enough for several pages of results. */
export const FIRST_EXTENSION = 1000;
export const EXTENSION_COUNT = 180;

/** Outbound routes: the rules of the document, and values to choose for the rules 2 and 3. */
export const routeRules = [
  { code: '1', name: 'Company numbers, any' },
  { code: '2', name: 'By scheme' },
  { code: '3', name: 'My numbers' },
] as const;

export const routeSchemes = [
  { code: 'plan-local', planName: 'Local presence' },
  { code: 'plan-campaign', planName: 'Spring campaign' },
] as const;

export const routeNumbers = [
  { number: '01066666666', nickName: 'Head office' },
  { number: '01088888888', nickName: 'Service desk' },
  { number: '02155550199', nickName: 'Shanghai branch' },
] as const;

/** Row of a colleague at the start. */
export interface ColleagueRow {
  readonly agentID: string;
  readonly name: string;
  readonly queues: readonly QueueCode[];
  /** Status at the start. Only a ready colleague can be called. */
  readonly workStatus: WorkStatus;
  /** Reason of the status `occupied` or `locking`. */
  readonly reasonCode?: number;
  /** Default: {@link defaultBehavior}. */
  readonly behavior?: Behavior;
}

/** Behavior of a ready colleague. */
export const defaultBehavior: Behavior = {
  description: 'Answers after two seconds',
  called: { after: 2000, act: 'answers' },
};

/** Agent of the credentials, unless an option names another. */
export const defaultAgent = { agentID: '1005', agentName: 'Mei Lin' } as const;

/** The agent's colleagues. */
export const colleagues: readonly ColleagueRow[] = [
  { agentID: '1001', name: 'Aarav Mehta', queues: ['q8001'], workStatus: 'ready' },
  { agentID: '1002', name: 'Beatriz Costa', queues: ['q8001', 'q8002'], workStatus: 'ready' },
  { agentID: '1003', name: 'Chen Yu', queues: ['q8002'], workStatus: 'talking' },
  { agentID: '1004', name: 'Dana Novak', queues: ['q8002'], workStatus: 'occupied', reasonCode: 14 },
  { agentID: '1006', name: 'Emre Aydin', queues: ['q8003'], workStatus: 'ready' },
  { agentID: '1007', name: 'Fatima Zahra', queues: ['q8001', 'q8003'], workStatus: 'sorting' },
  { agentID: '1008', name: 'Grace Okafor', queues: ['q8002'], workStatus: 'occupied', reasonCode: 2 },
  { agentID: '1009', name: 'Hiro Tanaka', queues: ['q8003'], workStatus: 'offline' },
  { agentID: '1010', name: 'Ines Laurent', queues: ['q8001'], workStatus: 'holding' },
  { agentID: '1011', name: 'Jonas Berg', queues: ['q8002', 'q8003'], workStatus: 'offline' },
  { agentID: '1012', name: 'Kavya Rao', queues: ['q8001'], workStatus: 'locking', reasonCode: 98 },
  { agentID: '1013', name: 'Liu Wei', queues: ['q8002'], workStatus: 'dialing' },
  {
    agentID: '1014',
    name: 'Maya Peled',
    queues: ['q8001'],
    workStatus: 'ready',
    behavior: { description: 'Declines after three seconds', called: { after: 3000, act: 'releases' } },
  },
  {
    agentID: '1015',
    name: 'Nils Aune',
    queues: ['q8002'],
    workStatus: 'ready',
    behavior: { description: 'Never answers: rings out after 30 seconds', called: { after: 30_000, act: 'releases' } },
  },
  {
    agentID: '1016',
    name: 'Olga Ivanova',
    queues: ['q8003'],
    workStatus: 'ready',
    behavior: {
      description: 'Answers after a second, hangs up five seconds later',
      called: { after: 1000, act: 'answers' },
      answered: { after: 5000, act: 'releases' },
    },
  },
];

/** Topics in the business data of inbound calls. */
export const callTopics = ['Delivery', 'Invoice', 'Order change', 'Return', 'Appointment'] as const;
