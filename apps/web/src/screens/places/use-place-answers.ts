import type { Summary } from '@monitor/contract';
import {
  dateOfDay,
  dayNumber,
  type DimensionName,
  type Filter,
  filterOfLargeSeizures,
  intervalStart,
  type IsoDate,
  type Period,
  withoutPlace,
} from '@monitor/domain';
import {
  coverageOf,
  coveredPeriods,
  type Dataset,
  datasetsHolding,
  datasetsInScope,
  lastTwelveMonths,
  type SyntheticShare,
  syntheticShare,
} from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSummary } from '../../answers/use-summary.ts';
import { queries } from '../../api/queries.ts';
import type { Place } from '../../filter/use-place.ts';
import { kindFilters } from './kinds-of-filter.ts';

/** What the page of a place is drawn from: the answers to a few filters, which are all of one place, period and selection. */
export interface PlaceAnswers {
  readonly place: Place;
  /** The place, the period and what else the address selects. */
  readonly filter: Filter;
  readonly period: Period | undefined;
  /** Days that the data covers. */
  readonly coverage: Period | undefined;
  /** Days that it covers of the location of the place. */
  readonly covered: Period | undefined;
  /** What most of the page is about: violence, or what the address selects of it; seizures where it selects nothing else. */
  readonly main: {
    readonly filter: Filter;
    readonly name: 'violence' | 'incidents' | 'seizures';
    readonly answer: Summary | undefined;
  };
  readonly seizures: { readonly filter: Filter; readonly answer: Summary | undefined } | undefined;
  /** The large ones among the seizures; undefined where the address selects no seizures. */
  readonly large: { readonly filter: Filter; readonly answer: Summary | undefined } | undefined;
  /** Months up to the end of the period, of what the page is about and of seizures. */
  readonly past: Summary | undefined;
  readonly pastSeizures: Summary | undefined;
  /** The same selection and period in all places. */
  readonly everywhere: { readonly filter: Filter; readonly answer: Summary | undefined };
  readonly datasets: readonly Dataset[] | undefined;
  /** Those that can hold incidents of the place: what they cover decides what can be compared. */
  readonly concerned: readonly Dataset[];
  readonly synthetic: SyntheticShare;
  /** True while any of the answers is of an earlier filter: together they are of no selection at all. */
  readonly outdated: boolean;
  /** Why there are no figures. */
  readonly error: Error | null;
}

const facets: readonly DimensionName[] = [
  'type',
  'weapon',
  'legal',
  'source',
  'place_precision',
  'date_precision',
  'victim_age',
  'relationship',
];

/** Months that the usual range of three years needs: those and five years before. */
const monthsOfPast = 96;

/** The answers for a place, the filter of the address being known. */
export function usePlaceAnswers(place: Place, addressFilter: Filter): PlaceAnswers {
  const { data: list, error: listError } = useQuery(queries.datasets());
  const datasets = list?.datasets;
  const rest = useMemo(() => withoutPlace(addressFilter), [addressFilter]);
  const coverage = useMemo(() => datasets && coverageOf(datasetsInScope(rest, datasets)), [datasets, rest]);
  const chosen = useMemo(() => withPeriod(rest, coverage), [rest, coverage]);
  const filter = useMemo(() => ({ ...chosen, ...place.filter }), [chosen, place]);
  const kinds = useMemo(() => kindFilters(filter), [filter]);
  const ready = coverage !== undefined;
  const mainFilter = kinds.violence ?? kinds.seizures ?? filter;
  const seizureFilter = kinds.violence === undefined ? undefined : kinds.seizures;
  const everywhereFilter = useMemo((): Filter => ({ ...chosen, type: mainFilter.type }), [chosen, mainFilter]);
  const covered = useMemo(() => datasets && placeCoverage(place, rest, datasets), [datasets, place, rest]);
  const pastPeriod = useMemo(
    () => coverage && periodOfPast(chosen.to ?? coverage.to, covered ?? coverage),
    [coverage, covered, chosen],
  );
  const ofPast = (one: Filter | undefined) =>
    one === undefined || pastPeriod === undefined ? undefined : { ...one, ...pastPeriod };
  const asked = (one: Filter | undefined) => (ready ? one : undefined);

  const main = useSummary(asked(mainFilter), { facets, measures: ['victims', 'weapons'], hours: true });
  const seizures = useSummary(asked(seizureFilter), { facets: ['weapon', 'traced'], measures: ['weapons'], interval: 'none' });
  const largeFilter = kinds.seizures && filterOfLargeSeizures(kinds.seizures);
  const large = useSummary(asked(largeFilter), { interval: 'none' });
  const past = useSummary(ofPast(mainFilter), { facets: ['dataset', 'country'], measures: ['weapons'] });
  const pastSeizures = useSummary(ofPast(seizureFilter), { measures: ['weapons'] });
  const everywhere = useSummary(asked(everywhereFilter), { facets: ['country', 'region', 'type'], interval: 'none' });
  const inScope = datasets === undefined ? [] : datasetsInScope(filter, datasets);
  const concerned = datasetsHolding(inScope, filter, past.data?.facets);
  return {
    place,
    filter,
    coverage,
    covered,
    period:
      main.data?.period ??
      (chosen.from !== undefined && chosen.to !== undefined ? { from: chosen.from, to: chosen.to } : undefined),
    main: {
      filter: mainFilter,
      name: kinds.violence === undefined ? 'seizures' : kinds.narrowed ? 'incidents' : 'violence',
      answer: main.data,
    },
    seizures: seizureFilter && { filter: seizureFilter, answer: seizures.data },
    large: largeFilter && { filter: largeFilter, answer: large.data },
    past: past.data,
    pastSeizures: pastSeizures.data,
    everywhere: { filter: everywhereFilter, answer: everywhere.data },
    datasets,
    concerned,
    synthetic: syntheticShare(concerned),
    outdated:
      [main, past, everywhere].some(isOutdated) ||
      (seizureFilter !== undefined && [seizures, pastSeizures].some(isOutdated)) ||
      (largeFilter !== undefined && large.outdated),
    error: listError ?? main.error ?? seizures.error ?? past.error ?? everywhere.error,
  };
}

function isOutdated({ outdated }: { readonly outdated: boolean }): boolean {
  return outdated;
}

/** The filter with the last twelve whole months of the data where it has no period. */
export function withPeriod(filter: Filter, coverage: Period | undefined): Filter {
  if (coverage === undefined || filter.from !== undefined || filter.to !== undefined) return filter;
  return { ...filter, ...lastTwelveMonths(coverage) };
}

/** The days that the data covers of the location of a place. */
function placeCoverage({ country }: Place, filter: Filter, datasets: readonly Dataset[]): Period | undefined {
  const periods = coveredPeriods(country, datasetsInScope(filter, datasets));
  const [first, last] = [periods[0], periods.at(-1)];
  return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
}

/** Whole months up to the end of the one that a day lies in, and no day before the data; undefined where the data begins later. */
function periodOfPast(to: IsoDate, covered: Period): Period | undefined {
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))];
  const monthOf = (months: number) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const after = year * 12 + month;
  const from = monthOf(after - monthsOfPast);
  const held = intervalStart(covered.from, 'month');
  const last = dateOfDay(dayNumber(monthOf(after)) - 1);
  return held > last ? undefined : { from: from > held ? from : held, to: last };
}
