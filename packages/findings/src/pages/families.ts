import type { Summary } from '@monitor/contract';
import { hasArea, extraMeasures, type Filter, kindOf, type Period, without, withoutPlace } from '@monitor/domain';
import { comparedPeriod, ofAllKinds } from '../judge/compared-period.ts';
import { taking, type WithAlike } from '../judge/compared-within.ts';
import { datasetsHolding, datasetsInScope } from '../judge/dataset-coverage.ts';
import {
  type ChangeFamilies,
  changeFamilies,
  type ComparedFilter,
  comparedFilters,
  comparedKindOf,
  comparedMeasures,
  isOfArea,
  isOfSeveral,
} from '../judge/notable-changes.ts';
import { judgedRegions, regionRows } from '../judge/region-rows.ts';
import { type AnswersTo, byLocation, type PageInput, summaryOf } from './page.ts';

type Input = Pick<PageInput<unknown>, 'filter' | 'datasets'>;

/** The period that is compared, and what: violence and seizures at once where the filter selects all of one of them. */
export function comparedOf({ filter, datasets }: Input): { readonly period: Period; readonly compared: Filter } | undefined {
  const period = comparedPeriod(filter, datasets);
  return period && { period, compared: { ...ofAllKinds(filter), ...period } };
}

/** What a location is compared among: all locations, chosen or not; of an area, those in it, and what changed in all of it. */
function family(input: Input): readonly ComparedFilter[] | undefined {
  const found = comparedOf(input);
  if (found === undefined) return undefined;
  const { compared } = found;
  return comparedFilters(isOfArea(compared) ? compared : without(compared, 'country'));
}

/** The one region of a filter, of which a kind of incident is compared among all regions. */
function regionOf({ filter }: Input): string | undefined {
  const [region, another] = filter.region ?? [];
  const isWhole = kindOf(filter) !== 'all' && !hasArea(filter);
  return isWhole && another === undefined ? region : undefined;
}

/** The answer that another question of a family depends on. */
export interface KnownFamily {
  readonly regions?: WithAlike<Summary> | undefined;
}

/**
 * Asks for the comparisons of all locations, which are one family on each page, and of all regions for the change of one.
 * @param known answers that there are
 */
export function familyQuestions(input: Input, known: KnownFamily = {}) {
  const kinds = family(input);
  if (kinds === undefined) return undefined;
  const [first, second] = kinds;
  const byPlace = ({ filter, kind }: ComparedFilter) =>
    summaryOf(filter, {
      measures: extraMeasures({ measures: comparedMeasures[kind] }),
      ...byLocation,
    });
  // Which datasets and locations bear on the comparison, whatever the day.
  const ever = (compared: ComparedFilter) => summaryOf(without(compared.filter, 'from', 'to'), { facets: ['dataset', 'country'] });
  const ofRegions = (days: Period, own = input.filter) =>
    summaryOf({ ...withoutPlace(own), ...days }, { facets: ['country', 'region'] });
  const { from, to } = first!.filter as Period;
  const earlier = known.regions?.comparison;
  const both = known.regions && taking('compared', known.regions, input.filter, input.datasets).filter;
  return {
    first: byPlace(first!),
    ...(second && { second: byPlace(second) }),
    everFirst: ever(first!),
    ...(second && { everSecond: ever(second) }),
    ...(regionOf(input) !== undefined && { regions: ofRegions({ from, to }) }),
    ...(earlier && { regionsBefore: ofRegions({ from: earlier.from, to: earlier.to }, both) }),
  };
}
export type FamilyQuestions = NonNullable<ReturnType<typeof familyQuestions>>;

/** The same where a change of the whole filter has a family: not of several locations together. */
export function familyOfWhole(...[input, known]: Parameters<typeof familyQuestions>) {
  return isOfSeveral(input.filter) ? undefined : familyQuestions(input, known);
}

/** What the comparisons of all locations and regions come to; undefined if they were not asked for. */
export function familiesOf(
  input: Input,
  { first, second, everFirst, everSecond, regions, regionsBefore }: Partial<AnswersTo<FamilyQuestions>>,
): ChangeFamilies | undefined {
  const kinds = family(input);
  if (kinds === undefined || first === undefined || everFirst === undefined) return undefined;
  const answers: readonly (readonly [WithAlike<Summary> | undefined, Summary | undefined])[] = [
    [first, everFirst],
    [second, everSecond],
  ];
  const changes = changeFamilies(
    kinds.flatMap((kind, at) => {
      const [summary, ever] = answers[at] ?? [];
      if (summary === undefined || ever === undefined) return [];
      const inScope = datasetsInScope(kind.filter, input.datasets);
      return [{ ...kind, summary, datasets: datasetsHolding(inScope, kind.filter, ever.facets) }];
    }),
  );
  if (regions === undefined) return changes;
  const filter = withoutPlace(input.filter);
  const datasets = datasetsInScope(filter, input.datasets);
  const main = { filter: { ...filter, ...regions.period }, answer: regions };
  const rows = regionRows({ main, seizures: undefined, past: regions, datasets, concerned: datasets }, regionsBefore);
  return { ...changes, region: { kind: comparedKindOf(filter), change: judgedRegions(rows).get(regionOf(input)!) } };
}
