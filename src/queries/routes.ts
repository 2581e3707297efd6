/**
 * The outbound routes of the agent, from the result of "Query Agent Outbound Routing Rules". Flags
 * may arrive as texts, and codes as numbers, so both are read as texts.
 */
import type { RoutesResult } from '../sdk/index.js';
import { rows } from './query-cache.js';

/** A value of a command, and its name for the agent. */
interface NamedValue {
  readonly value: string;
  readonly name: string;
}

/** The rules of the company, and the selected ones. A selection is empty where none is set. */
export interface Routes {
  /** The rules: 1 random from the company's numbers, 2 by a scheme, 3 the agent's own number. */
  readonly rules: readonly NamedValue[];
  /** The schemes for rule 2. */
  readonly schemes: readonly NamedValue[];
  /** The numbers for rule 3. `name` is the alias of the number; may be empty. */
  readonly numbers: readonly NamedValue[];
  readonly rule: string;
  readonly scheme: string;
  readonly number: string;
}

/** A row of any of the three lists. `hasSet` marks the selected one. */
type RouteRow = { readonly [field: string]: unknown; readonly hasSet?: boolean };

/** Returns a code, number or flag as text; empty for anything else. */
const toText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : '';
/** Whether a row is the selected one. The flag may be a text. */
const isSet = ({ hasSet }: RouteRow): boolean => toText(hasSet) === 'true';

/** Converts a result. Lists may be missing. */
export function routesOf(result: RoutesResult): Routes {
  const readList = (
    list: readonly RouteRow[] | undefined,
    value: string,
    name: string,
  ): [readonly NamedValue[], string] => {
    const all = rows(list);
    const selected = all.find(isSet);
    return [
      all.map((row) => ({ value: toText(row[value]), name: toText(row[name]) })),
      selected ? toText(selected[value]) : '',
    ];
  };
  const [rules, rule] = readList(result.explicitRule, 'code', 'name');
  const [schemes, scheme] = readList(result.explicitSchema, 'code', 'planName');
  const [numbers, number] = readList(result.explicitNumbers, 'number', 'nickName');
  return { rules, rule, schemes, scheme, numbers, number };
}

/**
 * Returns the result after a change that the platform has confirmed, so that it needn't be queried
 * again. An empty argument leaves its list as it is.
 * @param rule the code of the selected rule
 * @param scheme the code of the selected scheme
 * @param number the selected number
 */
export function withRoute(result: RoutesResult, rule: string, scheme: string, number: string): RoutesResult {
  const select = <R extends RouteRow>(list: readonly R[] | undefined, key: string, chosen: string): R[] =>
    rows(list).map((row) => (chosen === '' ? row : { ...row, hasSet: toText(row[key]) === chosen }));
  return {
    ...result,
    explicitRule: select(result.explicitRule, 'code', rule),
    explicitSchema: select(result.explicitSchema, 'code', scheme),
    explicitNumbers: select(result.explicitNumbers, 'number', number),
  };
}
