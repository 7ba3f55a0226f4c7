import type { ByYear, FacetValue, PeopleList, SeriesPoint, Summary } from '@monitor/contract';
import { type Filter, kindOf, type Measure, type Period, typesOfKind, without } from '@monitor/domain';
import type { StepCoverage } from './step-coverage.ts';
import { unknownValue, valuesOf } from './trend-split.ts';

/** The incidents in which people are looked at: those of the filter, or violence where it selects seizures, in which hardly anybody is harmed. */
export function filterOfPeople(filter: Filter): Filter {
  return kindOf(filter) === 'weapon_seizure' ? { ...without(filter, 'subtype'), type: typesOfKind('violence') } : filter;
}

/** A filter with some values of its lists, or those of them that it selects already; undefined if it selects none of them. */
export function narrowed(filter: Filter, values: Pick<Filter, VictimList>): Filter | undefined {
  const lists = Object.entries(values).map(([name, wanted]: [string, readonly string[]]) => {
    const selected: readonly string[] | undefined = filter[name as VictimList];
    return [name, wanted.filter((value) => selected?.includes(value) ?? true)] as const;
  });
  return lists.some(([, left]) => left.length === 0) ? undefined : { ...filter, ...Object.fromEntries(lists) };
}

/** Whether a filter is of victims, who are described one by one. */
export function selectsVictims(filter: Filter): boolean {
  return victimLists.some((list) => filter[list] !== undefined);
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
export function peopleRows(
  list: PeopleList,
  outcomes: readonly PeopleOfOutcome[],
): { readonly value: string; readonly amounts: readonly number[] }[] {
  const values = valuesOf(list).filter((value) => value !== unknownValue);
  const known = values.map((value) => ({
    value,
    amounts: outcomes.map(({ facets }) => amountOf(facets[list], value, 'victims')),
  }));
  const rest = outcomes.map(({ whole }, at) => Math.max(0, whole - sumOf(known.map(({ amounts }) => amounts[at] ?? 0))));
  return [...known, { value: unknownValue, amounts: rest }];
}

/** One list of people by type of incident. */
export interface PeopleGroup {
  readonly list: PeopleList;
  readonly role: 'victims' | 'perpetrators';
  readonly rows: readonly { readonly value: string; readonly amounts: readonly number[]; readonly sum: number }[];
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
] as const satisfies readonly (readonly [PeopleList, Measure])[];

const victimLists = ['victim_sex', 'victim_age', 'relationship', 'victim_outcome'] as const satisfies readonly PeopleList[];
type VictimList = (typeof victimLists)[number];

/** What the figures of people of a period are read from, so that they are counted once. */
export const peopleRequest = {
  interval: 'none',
  facets: groupsOfPeople.map(([list]) => list),
  measures: ['victims', 'perpetrators', 'suicides'],
} as const;

/**
 * People who are described, by the values of each list and by type.
 * @param types the facets of the incidents of each type, in the order of the columns
 * @param all those of all incidents; what is of no given type is in a last column
 * @param filter whose own values of a list are shown
 */
export function peopleGroups(types: readonly Summary['facets'][], all: Summary['facets'], filter: Filter): PeopleGroup[] {
  return groupsOfPeople.flatMap(([list, role]) => {
    // A facet counts values that the filter does not select, too.
    const selected: readonly string[] | undefined = filter[list];
    const rows = valuesOf(list)
      .map((value) => ({ value, sum: amountOf(all[list], value, role) }))
      .filter(({ value, sum }) => selected?.includes(value) !== false && sum > 0)
      .map(({ value, sum }) => {
        const ofTypes = types.map((facets) => amountOf(facets[list], value, role));
        return { value, amounts: [...ofTypes, Math.max(0, sum - sumOf(ofTypes))], sum };
      });
    const columns = rows[0]?.amounts.map((_, column) => sumOf(rows.map(({ amounts }) => amounts[column] ?? 0)));
    return columns === undefined ? [] : [{ list, role, rows, sums: [...columns, sumOf(columns)] }];
  });
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, one) => sum + one, 0);
}

/** A year of a series that the data covers. */
export interface CoveredYear<Point = SeriesPoint> {
  readonly point: Point;
  /** Those of its days that are in the period and in the data. */
  readonly days: Period;
  readonly coverage: StepCoverage;
  /** Which days it has, if it is not complete. */
  readonly partly?: string;
}

/** What a chart by year draws: one value solid, and what is not reported hatched above it. */
export function yearColumns<Point extends { readonly start: string }>(
  years: readonly CoveredYear<Point>[],
  amountsOf: (point: Point) => { readonly value: number; readonly unknown: number },
): ByYear['columns'] {
  return years.map(({ point, partly }) => ({
    label: point.start.slice(0, 4),
    ...amountsOf(point),
    ...(partly !== undefined && { partly }),
  }));
}

/** The least and the most that there can be in a year: what is not reported may belong to it. */
export interface YearRange {
  readonly low: number;
  readonly high: number;
  /** The first and the last year of those it is of. */
  readonly years: readonly [string, string];
}

/**
 * The range of the latest whole years that the same data covers; undefined if there are fewer than two of them.
 * @param years one for each column
 */
export function rangeOfYears(columns: ByYear['columns'], years: readonly Pick<CoveredYear, 'coverage'>[]): YearRange | undefined {
  const coverage = years.map((year) => year.coverage);
  const first = coverage.findLastIndex(({ key }) => key !== coverage.at(-1)?.key) + 1;
  const whole = columns.filter(({ partly }, at) => at >= first && partly === undefined && coverage[at]?.cut === false);
  const [one, last] = [whole[0], whole.at(-1)];
  if (one === undefined || last === undefined || whole.length < 2) return undefined;
  return {
    low: Math.min(...whole.map(({ value }) => value)),
    high: Math.max(...whole.map(({ value, unknown }) => value + unknown)),
    years: [one.label, last.label],
  };
}
