import type { RoutesResult } from '../sdk/index.js';
import { rows } from './query-cache.js';

interface NamedValue {
  readonly value: string;
  readonly name: string;
}

/** The tenant's rules, and what is set. */
export interface Routes {
  readonly rules: readonly NamedValue[];
  readonly schemes: readonly NamedValue[];
  /** `name` is the alias of the number; may be empty. */
  readonly numbers: readonly NamedValue[];
  readonly rule: string;
  readonly scheme: string;
  readonly number: string;
}

type RouteRow = { readonly [field: string]: unknown; readonly hasSet?: boolean };

const toText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : '';
const isSet = ({ hasSet }: RouteRow): boolean => toText(hasSet) === 'true';

/** Flags may be texts, codes numbers; lists may be missing. */
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

/** The result after a change that the platform has confirmed. Blank: as before. */
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
