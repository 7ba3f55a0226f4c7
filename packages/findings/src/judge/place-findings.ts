import type { FindingName, Summary } from '@monitor/contract';
import {
  type CountedKind,
  type Filter,
  isSilent,
  type Measure,
  type Period,
  type Reported,
  reportedOf,
  reportedTogether,
  stepPeriod,
  without,
} from '@monitor/domain';
import { population, regionPopulation } from '@monitor/geography';
import { leastEvents } from '@monitor/statistics';
import { type FigureChange, figureChange, wholeMonths } from './change.ts';
import { compareCoverage } from './compare-coverage.ts';
import { taking, type WithAlike } from './compared-within.ts';
import { type Dataset, isAlone } from './dataset-coverage.ts';
import { type ChangeFamilies, withinFamily } from './notable-changes.ts';
import type { KindFilters } from './kinds-of-filter.ts';
import type { Place } from '../place-address.ts';
import { dispersionOfPlace, placeRate, type PopulationRate, populationRate, withoutRate } from './population-rate.ts';
import { isNotReported } from './reported.ts';

/** The incidents of a filter, and their months up to the end of the period. */
interface Counted {
  readonly filter: Filter;
  readonly answer: WithAlike<Summary>;
  readonly past: WithAlike<Summary> | undefined;
}

/** The answers about one place: of one period and selection. */
export interface PlaceAnswers {
  readonly place: Place;
  /** The place, the period and what else is selected. */
  readonly filter: Filter;
  readonly kinds: Pick<KindFilters, 'counted' | 'isOfViolence'>;
  readonly main: Counted;
  readonly seizures: Counted | undefined;
  /** The large ones among the seizures. */
  readonly large: Omit<Counted, 'past'> | undefined;
  /** The same selection and period in all places. */
  readonly everywhere: Omit<Counted, 'past'>;
  readonly datasets: readonly Dataset[];
  /** Those that can hold incidents of the place: what they cover decides what can be compared. */
  readonly concerned: readonly Dataset[];
  /** The comparisons that changes are judged among. */
  readonly families?: ChangeFamilies | undefined;
}

/** One figure of a place, beside its own past and the average of the places around it. */
export interface FindingRow {
  readonly name: FindingName;
  readonly kind: CountedKind;
  readonly measure: Measure;
  /** Selects what it counts. */
  readonly filter: Filter;
  readonly amount: Reported;
  readonly change: FigureChange;
  /** The same months of up to six years, oldest first; undefined if the period is not of whole months, or of more than twelve. */
  readonly years: readonly YearCount[] | undefined;
  readonly comparison: AverageComparison;
  /** Of seizures, the large ones among them. */
  readonly large?: { readonly filter: Filter; readonly count: number };
}

interface YearCount {
  /** Of its last day. */
  readonly year: number;
  /** Null if the data does not cover all of it, or if it is not reported. */
  readonly count: number | null;
}

/** A rate beside the average of all places. Ratios are to that average. */
export type AverageComparison =
  | {
      readonly kind: 'compared';
      readonly rate: number;
      readonly low: number;
      readonly high: number;
      readonly average: number;
      readonly ratio: readonly [low: number, value: number, high: number];
      readonly verdict: 'below' | 'above' | 'unclear';
      readonly source: string;
      readonly firstYear: number;
      readonly lastYear: number;
    }
  /** The data is about no other location, and nothing is compared with itself. */
  | { readonly kind: 'alone'; readonly rate: number; readonly low: number; readonly high: number }
  | { readonly kind: 'not_violence' }
  | { readonly kind: 'unreported' }
  /** Of what the place is compared with there are too few, also where the place itself has none. */
  | { readonly kind: 'few_in_whole' }
  | Exclude<PopulationRate, { readonly kind: 'rate' }>;

/** Years that are shown beside each other. */
const mostYears = 6;

const ofViolence = ['incidents', 'killed', 'injured'] as const;
const ofWeapons = ['incidents', 'weapons'] as const;

/** The figures of a place. */
export function findingRows(answers: PlaceAnswers): FindingRow[] {
  const { kinds, main, seizures, large, datasets, concerned, families } = answers;
  /** Months, and whether the data covers a year of them as it covers the period: else its number differs for that reason alone. */
  const lineOf = (past: WithAlike<Summary>, own: Filter, period: Period, measure: Measure) => {
    const { answer, filter, datasets: held } = taking('line', past, own, concerned);
    const isAlike = (year: Period) => compareCoverage(held, filter, period, year).kind !== 'uneven_data';
    return [answer.series.points, period, measure, isAlike] as const;
  };
  const rowsOf = ({ filter, answer, past }: Counted, kind: CountedKind, isOfViolence: boolean) =>
    (isOfViolence ? ofViolence : ofWeapons).map((measure): FindingRow => {
      return {
        name: measure === 'incidents' ? kind : measure,
        kind,
        measure,
        filter,
        amount: reportedOf(answer.totals, measure),
        change: withinFamily(figureChange(answer, filter, measure, concerned), families, filter, measure),
        years:
          past && answer.period && !isNotReported(answer.totals, measure)
            ? yearCounts(...lineOf(past, filter, answer.period, measure))
            : undefined,
        comparison: isOfViolence ? averageComparison(answers, answer, measure, datasets) : { kind: 'not_violence' },
        ...(!isOfViolence &&
          measure === 'incidents' &&
          large && { large: { filter: large.filter, count: large.answer.totals.incidents } }),
      };
    });
  return [
    ...rowsOf(main, kinds.counted, kinds.isOfViolence),
    ...(seizures === undefined ? [] : rowsOf(seizures, 'weapon_seizure', false)),
  ];
}

/**
 * What was counted in a period and in the same months of the years before it.
 * @param points months without a gap, oldest first
 * @param isAlike whether the data covers a year as it covers the period
 */
export function yearCounts(
  points: Summary['series']['points'],
  period: Period,
  measure: Measure,
  isAlike: (year: Period) => boolean = () => true,
): YearCount[] | undefined {
  const months = wholeMonths(period);
  if (months === undefined || months > 12) return undefined;
  const first = points.findIndex(({ start }) => start === period.from);
  if (first < 0) return undefined;
  const counts = Array.from({ length: mostYears }, (_, index) => {
    const back = mostYears - 1 - index;
    const from = first - 12 * back;
    const of = from < 0 ? [] : points.slice(from, from + months);
    const isWhole = of.length === months && of.every(({ partial }) => !partial) && (back === 0 || isAlike(stepsOf(of)));
    return {
      year: Number(period.to.slice(0, 4)) - back,
      count: isWhole ? countOf(reportedTogether(of.map((point) => reportedOf(point, measure)))) : null,
    };
  });
  // Years that the data does not reach are left out; the period itself always stays.
  return counts.slice(
    Math.max(
      0,
      counts.findIndex(({ count }, index) => count !== null || index === mostYears - 1),
    ),
  );
}

/** Null if it is not reported. */
function countOf(amount: Reported): number | null {
  return isSilent(amount) ? null : amount.count;
}

/** The days of some months. */
function stepsOf(months: Summary['series']['points']): Period {
  return { from: months[0]!.start, to: stepPeriod(months.at(-1)!.start, 'month').to };
}

/** What the place is compared with: all locations or, of a region, its location. */
function wholeFilter({ place, everywhere }: Pick<PlaceAnswers, 'place' | 'everywhere'>): Filter {
  return place.kind === 'location' ? everywhere.filter : { ...everywhere.filter, country: [place.country] };
}

function averageComparison(
  answers: PlaceAnswers,
  whole: WithAlike<Summary>,
  measure: Measure,
  all: readonly Dataset[],
): AverageComparison {
  const { place } = answers;
  const { answer, filter, datasets } = taking('ranked', whole, answers.filter, all);
  const average = taking('ranked', answers.everywhere.answer, wholeFilter(answers), all);
  const { period, totals } = answer;
  const events = totals[measure] ?? 0;
  const none = withoutRate({ filter: without(filter, 'country', 'region'), period });
  if (none !== undefined) return { kind: none };
  if (isNotReported(totals, measure)) return { kind: 'unreported' };
  const findPopulation = place.kind === 'region' ? regionPopulation : population;
  const own = placeRate(
    { filter, period, datasets, findPopulation },
    place.code,
    events,
    dispersionOfPlace(average.answer, measure, place.code),
  );
  if ('kind' in own) return own;
  if (events > 0 && events < leastEvents) return { kind: 'too_few' };
  const { rate, low, high, source, firstYear, lastYear } = own;
  if (place.kind === 'location' && isAlone(place.code, wholeFilter(answers), period, all))
    return { kind: 'alone', rate, low, high };
  const ofAll = populationRate(
    { filter: average.filter, period, datasets: average.datasets, findPopulation: population },
    average.answer.facets.country ?? [],
    measure,
  );
  if (ofAll.kind === 'too_few' || (ofAll.kind === 'rate' && ofAll.rate === 0)) return { kind: 'few_in_whole' };
  if (ofAll.kind !== 'rate') return ofAll;
  const verdict = high < ofAll.rate ? 'below' : low > ofAll.rate ? 'above' : 'unclear';
  const ratio = [low / ofAll.rate, rate / ofAll.rate, high / ofAll.rate] as const;
  return { kind: 'compared', rate, low, high, average: ofAll.rate, ratio, verdict, source, firstYear, lastYear };
}
