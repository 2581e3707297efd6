import type { RoutesResult } from '../sdk/index.js';
import { loggedIn, rows, SharedQuery } from './query-cache.js';

/** How the agent's calls go out: asked once a session and at each login (section "Query Agent Outbound Routing Rules"). */
export const routesQuery = new SharedQuery((session) => session.queryRoutes(), loggedIn);

interface Named {
  readonly value: string;
  readonly name: string;
}

/** The tenant's rules, and what is set. */
export interface Routes {
  readonly rules: readonly Named[];
  readonly schemes: readonly Named[];
  /** `name` is the alias of the number; may be empty. */
  readonly numbers: readonly Named[];
  readonly rule: string;
  readonly scheme: string;
  readonly number: string;
}

type Row = { readonly [field: string]: unknown; readonly hasSet?: boolean };

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : '';
const isSet = ({ hasSet }: Row): boolean => text(hasSet) === 'true';

/** Flags may be texts, codes numbers; lists may be missing. */
export function routesOf(result: RoutesResult): Routes {
  const named = (list: readonly Row[] | undefined, value: string, name: string): [readonly Named[], string] => {
    const all = rows(list);
    const set = all.find(isSet);
    return [all.map((row) => ({ value: text(row[value]), name: text(row[name]) })), set ? text(set[value]) : ''];
  };
  const [rules, rule] = named(result.explicitRule, 'code', 'name');
  const [schemes, scheme] = named(result.explicitSchema, 'code', 'planName');
  const [numbers, number] = named(result.explicitNumbers, 'number', 'nickName');
  return { rules, rule, schemes, scheme, numbers, number };
}

/** The result after a change that the platform has confirmed. Blank: as before. */
export function withRoute(result: RoutesResult, rule: string, scheme: string, number: string): RoutesResult {
  const set = <R extends Row>(list: readonly R[] | undefined, key: string, chosen: string): R[] =>
    rows(list).map((row) => (chosen === '' ? row : { ...row, hasSet: text(row[key]) === chosen }));
  return {
    ...result,
    explicitRule: set(result.explicitRule, 'code', rule),
    explicitSchema: set(result.explicitSchema, 'code', scheme),
    explicitNumbers: set(result.explicitNumbers, 'number', number),
  };
}
