import { type Filter, type FilterName, filterNames, formerNames, without } from '@monitor/domain';
import { canonicalPairs, type FilterProblem, filterQuery, type KnownCodes, parseFilter } from './filter-query.ts';

/**
 * What is other in the selection that one is compared with (B, where the filter of a query is A): the values of the constraints that
 * differ, null if B has no such constraint. All else is as in A, and follows it. First and last day are one constraint.
 */
export type Against = { readonly [Name in FilterName]?: Filter[Name] | null };

/** Characters of the longest text that is read: the longest address that a server takes, less what A may need. */
export const longestAgainst = 4000;

/**
 * Reads what differs from its text, the canonical text of a filter in which a name without a value says that B has no such constraint.
 * Never throws: what is valid is in `against`, undefined if nothing is left, and `problems` says what was dropped.
 * @param known codes of locations and regions
 */
export function readAgainst(
  text: string,
  known: KnownCodes,
): { readonly against: Against | undefined; readonly problems: readonly FilterProblem[] } {
  const pairs = [...new URLSearchParams(text)];
  const { filter, problems } = parseFilter(pairs, [], known);
  // A name that is given twice counts the first time.
  const first = new Map(pairs.toReversed().map(([given, value]) => [formerNames.get(given) ?? given, value]));
  const absent = filterNames.filter((name) => first.get(name) === '');
  const found: Against = withWholePeriod({ ...filter, ...Object.fromEntries(absent.map((name) => [name, null])) });
  // In the order of the names, however they were given.
  const against: Against = Object.fromEntries(differingNames(found).map((name) => [name, found[name]]));
  return { against: differingNames(against).length === 0 ? undefined : against, problems };
}

/** The period of B is its own or that of A: the first day of one and the last of the other could be the wrong way round. */
function withWholePeriod(against: Against): Against {
  const { from, to } = against;
  return from === undefined && to === undefined ? against : { ...against, from: from ?? null, to: to ?? null };
}

/** The text that reads back as the same. Empty if nothing differs. */
export function writeAgainst(against: Against): string {
  const given = Object.fromEntries(Object.entries(against).filter(([, value]) => value !== null)) as Filter;
  const absent = differingNames(against).filter((name) => against[name] === null);
  return [...canonicalPairs(given), ...absent.map((name) => [name, ''] as const)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&');
}

/** The names of the constraints that differ. */
export function differingNames(against: Against): readonly FilterName[] {
  return filterNames.filter((name) => against[name] !== undefined);
}

/** The filter of B. */
export function filterAgainst(filter: Filter, against: Against): Filter {
  const given = Object.entries(against).filter(([, value]) => value !== null && value !== undefined);
  return { ...without(filter, ...differingNames(against)), ...Object.fromEntries(given) };
}

/**
 * What is other in B than in A.
 * @param kept names that stay what differs even where both now have the same value
 */
export function differenceOf(filter: Filter, other: Filter, kept: readonly FilterName[] = []): Against {
  const text = (one: Filter, name: FilterName) => canonicalPairs(one).find(([found]) => found === name)?.[1];
  const names = filterNames.filter((name) => kept.includes(name) || text(filter, name) !== text(other, name));
  return withWholePeriod(Object.fromEntries(names.map((name) => [name, other[name] ?? null])));
}

/** The incidents of a file: those of a filter and, where it is compared with another, those of the other as well. */
export interface Selection {
  readonly filter: Filter;
  readonly against?: Against | undefined;
}

/** The filter of B; undefined if nothing is compared. */
export function comparedFilter({ filter, against }: Selection): Filter | undefined {
  return against && filterAgainst(filter, against);
}

/** The canonical query text of a selection, for addresses of the API and of Explore alike. */
export function selectionQuery({ filter, against }: Selection): string {
  const compared = against === undefined ? [] : [`against=${encodeURIComponent(writeAgainst(against))}`];
  return [filterQuery(filter), ...compared].filter((part) => part !== '').join('&');
}

/** The sides of a comparison that select an incident. */
export const sideCodes = ['A', 'B', 'A;B'] as const;
export type SideCode = (typeof sideCodes)[number];
