/**
 * The customers of the sandbox. A page chooses a scenario by the number that it dials, so a
 * demonstration needs no script: a few numbers have a behavior of their own, and all others answer.
 */
import type { Behavior, BehaviorStep } from './behavior.js';

/** Customer at a number. */
export interface Customer extends Behavior {
  /** Digits only. Spaces, dashes, dots and brackets in a dialed number are ignored. */
  readonly number: string;
  /** `false`: the customer only listens. */
  readonly speaks: boolean;
}

/** One second in milliseconds, the unit of all steps. */
const seconds = 1000;
const answersAfterOneSecond: BehaviorStep = { after: seconds, act: 'answers' };

/** Numbers with a behavior of their own. Any other number answers after two seconds, and speaks. */
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

/** Removes the characters with which numbers are written, dashes of all kinds included. */
const stripPunctuation = (number: string): string => number.replace(/[\s.()\-\u2010-\u2015]/g, '');

/** Finds the customer at a number, however the number is written. */
export const customerOf = (number: string): Customer =>
  customers.find((each) => each.number === stripPunctuation(number)) ?? {
    number,
    description: 'Answers after two seconds',
    called: { after: 2 * seconds, act: 'answers' },
    speaks: true,
  };
