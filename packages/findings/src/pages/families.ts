import type { Summary } from '@monitor/contract';
import { hasArea, extraMeasures, type Filter, type Period, without } from '@monitor/domain';
import { comparedPeriod, ofAllKinds } from '../judge/compared-period.ts';
import { datasetsHolding, datasetsInScope } from '../judge/dataset-coverage.ts';
import {
  type ChangeFamilies,
  changeFamilies,
  type ComparedFilter,
  comparedFilters,
  comparedMeasures,
} from '../judge/notable-changes.ts';
import { type AnswersTo, byLocation, type PageInput, summaryOf } from './page.ts';

type Input = Pick<PageInput<unknown>, 'filter' | 'datasets'>;

/** The period that is compared, and what: violence and seizures at once where the filter selects all of one of them. */
export function comparedOf({ filter, datasets }: Input): { readonly period: Period; readonly compared: Filter } | undefined {
  const period = comparedPeriod(filter, datasets);
  return period && { period, compared: { ...ofAllKinds(filter), ...period } };
}

/** What a location is compared among: all locations, chosen or not; of an area, those in it. */
function family(input: Input): readonly ComparedFilter[] | undefined {
  const found = comparedOf(input);
  if (found === undefined) return undefined;
  const { compared } = found;
  const isOfArea = compared.region !== undefined || hasArea(compared);
  return comparedFilters(isOfArea ? compared : without(compared, 'country'));
}

/** Asks for the comparisons of all locations, which are one family on each page. */
export function familyQuestions(input: Input) {
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
  return {
    first: byPlace(first!),
    ...(second && { second: byPlace(second) }),
    everFirst: ever(first!),
    ...(second && { everSecond: ever(second) }),
  };
}
export type FamilyQuestions = NonNullable<ReturnType<typeof familyQuestions>>;

/** The same where a change of the whole filter has a family: of one location, or of all together. */
export function familyOfWhole(input: Input) {
  const { country, region } = input.filter;
  const isOfArea = region !== undefined || hasArea(input.filter);
  return isOfArea || (country !== undefined && country.length > 1) ? undefined : familyQuestions(input);
}

/** What the comparisons of all locations come to; undefined if they were not asked for. */
export function familiesOf(
  input: Input,
  { first, second, everFirst, everSecond }: Partial<AnswersTo<FamilyQuestions>>,
): ChangeFamilies | undefined {
  const kinds = family(input);
  if (kinds === undefined || first === undefined || everFirst === undefined) return undefined;
  const answers: readonly (readonly [Summary | undefined, Summary | undefined])[] = [
    [first, everFirst],
    [second, everSecond],
  ];
  return changeFamilies(
    kinds.flatMap((kind, at) => {
      const [summary, ever] = answers[at] ?? [];
      if (summary === undefined || ever === undefined) return [];
      const inScope = datasetsInScope(kind.filter, input.datasets);
      return [{ ...kind, summary, datasets: datasetsHolding(inScope, kind.filter, ever.facets) }];
    }),
  );
}
