/** Something that a customer does by themselves. */
export interface CustomerStep {
  /** Milliseconds since the phone began to ring, or since the call was answered. */
  readonly after: number;
  readonly act: 'answers' | 'releases' | 'sends-digits';
  readonly digits?: string;
}

/** What somebody at a phone does by themselves. */
export interface Behavior {
  /** When they are called; `null`: the number doesn't exist, and to call it is refused. */
  readonly called: CustomerStep | null;
  /** Once they have answered, or were answered. */
  readonly answered?: CustomerStep;
}

/** How the customer of a number behaves. */
export interface Customer extends Behavior {
  /** Digits only; in a number that is dialled, spaces, dashes and dots don't count. */
  readonly number: string;
  readonly description: string;
  /** `false`: nothing is heard from them. */
  readonly speaks: boolean;
}

const seconds = 1000;
const answersAfterOneSecond: CustomerStep = { after: 1 * seconds, act: 'answers' };

/** The numbers with a behaviour of their own. Any other number answers after about two seconds, and speaks. */
export const customers = [
  { number: '5550100', description: 'Answers at once', called: { after: 0, act: 'answers' }, speaks: true },
  {
    number: '5550101',
    description: 'Never answers: rings out after 30 seconds',
    called: { after: 30 * seconds, act: 'releases' },
    speaks: true,
  },
  { number: '5550102', description: 'Busy', called: { after: 0.5 * seconds, act: 'releases' }, speaks: true },
  {
    number: '5550103',
    description: 'Declines after 3 seconds',
    called: { after: 3 * seconds, act: 'releases' },
    speaks: true,
  },
  {
    number: '5550104',
    description: 'Answers, hangs up after 5 seconds',
    called: answersAfterOneSecond,
    answered: { after: 5 * seconds, act: 'releases' },
    speaks: true,
  },
  {
    number: '5550105',
    description: 'Answers, sends the digits 1234# after 3 seconds',
    called: answersAfterOneSecond,
    answered: { after: 3 * seconds, act: 'sends-digits', digits: '1234#' },
    speaks: true,
  },
  { number: '5550106', description: 'Answers and only listens', called: answersAfterOneSecond, speaks: false },
  {
    number: '5550107',
    description: 'Answers late, after 15 seconds',
    called: { after: 15 * seconds, act: 'answers' },
    speaks: true,
  },
  { number: '5550108', description: 'Does not exist: the call is refused', called: null, speaks: false },
] as const satisfies readonly Customer[];

const stripPunctuation = (number: string): string => number.replace(/[\s.()\-\u2010-\u2015]/g, '');

/** The behaviour of a number. */
export const customerOf = (number: string): Customer =>
  customers.find((each) => each.number === stripPunctuation(number)) ?? {
    number,
    description: 'Answers after two seconds',
    called: { after: 2 * seconds, act: 'answers' },
    speaks: true,
  };
