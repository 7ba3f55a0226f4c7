import type { FacetValue, Summary } from '@monitor/contract';
import { type DimensionName, dimensions, type Filter, kindOf, type Measure, typesOfKind, without } from '@monitor/domain';
import type { BarRow } from '../../charts/row-bars.tsx';
import type { YearColumn } from '../../charts/year-columns.tsx';

/** The lists of people whose values are counted. */
export type PeopleDimension =
  | 'victim_sex'
  | 'victim_age'
  | 'relationship'
  | 'victim_outcome'
  | 'perpetrator_sex'
  | 'perpetrator_age';

const unreported = 'not_reported';

/** The incidents in which people are looked at: those of the filter, or violence where it selects seizures, in which hardly anybody is harmed. */
export function filterOfPeople(filter: Filter): Filter {
  return kindOf(filter) === 'weapon_seizure' ? { ...without(filter, 'subtype'), type: typesOfKind('violence') } : filter;
}

/** Codes of a list in the order of its vocabulary, not reported last. */
export function codesOf(dimension: DimensionName): readonly string[] {
  const { values } = dimensions[dimension];
  if (values instanceof RegExp) return [];
  const codes: readonly string[] = values.codes;
  return [...codes.filter((code) => code !== unreported), ...codes.filter((code) => code === unreported)];
}

/** What a facet counts of one value. */
function amountOf(facet: readonly FacetValue[] | undefined, value: string, measure: Measure): number {
  return facet?.find((one) => one.value === value)?.[measure] ?? 0;
}

/** People of one outcome: the number on record, and those described by the values of lists. */
export interface PeopleOfOutcome {
  /** The number on record. */
  readonly whole: number;
  readonly facets: Summary['facets'];
}

/**
 * Rows of one list, each with a number for each outcome. Not reported are those described without it and those who are not described at all, so
 * that the rows add up to the number on record.
 */
export function peopleRows(dimension: PeopleDimension, outcomes: readonly PeopleOfOutcome[]): BarRow[] {
  const codes = codesOf(dimension).filter((code) => code !== unreported);
  const known = codes.map((code) => ({
    key: `${dimension} ${code}`,
    label: code,
    amounts: outcomes.map(({ facets }) => amountOf(facets[dimension], code, 'victims')),
  }));
  const rest = outcomes.map(({ whole }, at) => Math.max(0, whole - sumOf(known.map(({ amounts }) => amounts[at] ?? 0))));
  return [...known, { key: `${dimension} ${unreported}`, label: unreported, amounts: rest, isUnknown: true }];
}

/** One list of people by type of incident. */
export interface PeopleGroup {
  readonly dimension: PeopleDimension;
  readonly role: 'victims' | 'perpetrators';
  readonly rows: readonly { readonly code: string; readonly amounts: readonly number[]; readonly sum: number }[];
  /** Of the columns, and of all. */
  readonly sums: readonly number[];
}

const groupsOfPeople = [
  ['victim_sex', 'victims'],
  ['victim_age', 'victims'],
  ['relationship', 'victims'],
  ['victim_outcome', 'victims'],
  ['perpetrator_sex', 'perpetrators'],
  ['perpetrator_age', 'perpetrators'],
] as const satisfies readonly (readonly [PeopleDimension, Measure])[];

/** What the figures of people of a period are read from, so that they are counted once. */
export const peopleRequest = {
  interval: 'none',
  facets: groupsOfPeople.map(([dimension]) => dimension),
  measures: ['victims', 'perpetrators'],
} as const;

/**
 * People who are described, by the values of each list and by type.
 * @param types the facets of the incidents of each type, in the order of the columns
 * @param all those of all incidents; what is of no given type is in a last column
 * @param filter whose own values of a list are shown
 */
export function peopleGroups(types: readonly Summary['facets'][], all: Summary['facets'], filter: Filter): PeopleGroup[] {
  return groupsOfPeople.flatMap(([dimension, role]) => {
    // A facet counts values that the filter does not select, too.
    const selected: readonly string[] | undefined = filter[dimension];
    const rows = codesOf(dimension)
      .map((code) => ({ code, sum: amountOf(all[dimension], code, role) }))
      .filter(({ code, sum }) => selected?.includes(code) !== false && sum > 0)
      .map(({ code, sum }) => {
        const ofTypes = types.map((facets) => amountOf(facets[dimension], code, role));
        return { code, amounts: [...ofTypes, Math.max(0, sum - sumOf(ofTypes))], sum };
      });
    const columns = rows[0]?.amounts.map((_, column) => sumOf(rows.map(({ amounts }) => amounts[column] ?? 0)));
    return columns === undefined ? [] : [{ dimension, role, rows, sums: [...columns, sumOf(columns)] }];
  });
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, one) => sum + one, 0);
}

/** What a chart by year draws of a series: one value solid, and what is not reported hatched above it. */
export function yearColumns(
  known: readonly { readonly start: string; readonly partial: boolean; readonly amount: number }[],
  unknown: readonly number[],
  partly: string,
): YearColumn[] {
  return known.map(({ start, partial, amount }, at) => ({
    label: start.slice(0, 4),
    value: amount,
    unknown: unknown[at] ?? 0,
    ...(partial && { partly }),
  }));
}

/** The lowest and the highest of whole years; undefined where there are fewer than two. */
export function rangeOfYears(columns: readonly YearColumn[]): { readonly low: number; readonly high: number } | undefined {
  const whole = columns.filter(({ partly }) => partly === undefined).map(({ value }) => value);
  return whole.length < 2 ? undefined : { low: Math.min(...whole), high: Math.max(...whole) };
}
