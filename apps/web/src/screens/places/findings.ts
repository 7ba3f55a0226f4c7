import type { Summary } from '@monitor/contract';
import { type Filter, type Measure, type Period, without } from '@monitor/domain';
import {
  type Dataset,
  dispersionOf,
  type FigureChange,
  figureChange,
  isNotReported,
  placeRate,
  type PopulationRate,
  populationRate,
  wholeMonths,
  withoutRate,
} from '@monitor/findings';
import { population, regionPopulation } from '@monitor/geography';
import { leastEvents } from '@monitor/statistics';
import type { PlaceAnswers } from './use-place-answers.ts';

/** What a row of the findings counts. */
export type FindingName = 'violence' | 'incidents' | 'killed' | 'injured' | 'seizures' | 'weapons';

/** One figure of a place, beside its own past and the average of the places around it. */
export interface FindingRow {
  readonly name: FindingName;
  readonly measure: Measure;
  /** Selects what it counts. */
  readonly filter: Filter;
  readonly count: number;
  /** True where there are incidents and none says the number. */
  readonly isNotReported: boolean;
  readonly change: FigureChange;
  /** The same months of up to six years, oldest first; undefined where the period is not of whole months, or of more than twelve. */
  readonly years: readonly YearCount[] | undefined;
  readonly comparison: AverageComparison;
  /** Of seizures, the large ones among them. */
  readonly large?: { readonly filter: Filter; readonly count: number };
}

export interface YearCount {
  /** Of its last day. */
  readonly year: number;
  /** Null where the data does not cover all of it. */
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
      readonly lastYear: number;
    }
  | { readonly kind: 'seizures' }
  | { readonly kind: 'unreported' }
  | Exclude<PopulationRate, { readonly kind: 'rate' }>;

/** Years that are shown beside each other. */
const mostYears = 6;

/** The figures of a place; undefined until the answers are there. */
export function findingRows(answers: PlaceAnswers): FindingRow[] | undefined {
  const { main, seizures, large, past, pastSeizures, datasets, concerned } = answers;
  if (main.answer === undefined || datasets === undefined || (seizures !== undefined && seizures.answer === undefined))
    return undefined;
  const ofMain = main.answer;
  const rowsOf = (
    filter: Filter,
    answer: Summary,
    history: Summary | undefined,
    names: readonly (readonly [FindingName, Measure])[],
  ) =>
    names.map(([name, measure]): FindingRow => {
      const isSeizure = name === 'seizures' || name === 'weapons';
      return {
        name,
        measure,
        filter,
        count: answer.totals[measure] ?? 0,
        isNotReported: isNotReported(answer.totals, measure),
        change: figureChange(answer, filter, measure, concerned),
        years: history && answer.period ? yearCounts(history.series.points, answer.period, measure) : undefined,
        comparison: isSeizure ? { kind: 'seizures' } : averageComparison(answers, answer, measure, datasets),
        ...(name === 'seizures' && large?.answer && { large: { filter: large.filter, count: large.answer.totals.incidents } }),
      };
    });
  const mainNames: readonly (readonly [FindingName, Measure])[] =
    main.name === 'seizures'
      ? [
          ['seizures', 'incidents'],
          ['weapons', 'weapons'],
        ]
      : [
          [main.name, 'incidents'],
          ['killed', 'killed'],
          ['injured', 'injured'],
        ];
  return [
    ...rowsOf(main.filter, ofMain, past, mainNames),
    ...(seizures?.answer === undefined
      ? []
      : rowsOf(seizures.filter, seizures.answer, pastSeizures, [
          ['seizures', 'incidents'],
          ['weapons', 'weapons'],
        ])),
  ];
}

/**
 * What was counted in a period and in the same months of the years before it.
 * @param points months without a gap, oldest first
 */
export function yearCounts(points: Summary['series']['points'], period: Period, measure: Measure): YearCount[] | undefined {
  const months = wholeMonths(period);
  if (months === undefined || months > 12) return undefined;
  const first = points.findIndex(({ start }) => start === period.from);
  if (first < 0) return undefined;
  const counts = Array.from({ length: mostYears }, (_, index) => {
    const back = mostYears - 1 - index;
    const from = first - 12 * back;
    const of = from < 0 ? [] : points.slice(from, from + months);
    const isWhole = of.length === months && of.every(({ partial }) => !partial);
    return {
      year: Number(period.to.slice(0, 4)) - back,
      count: isWhole ? of.reduce((sum, point) => sum + (point[measure] ?? 0), 0) : null,
    };
  });
  // Years before the data are left out; the period itself always stays.
  return counts.slice(
    Math.max(
      0,
      counts.findIndex(({ count }, index) => count !== null || index === mostYears - 1),
    ),
  );
}

/** What the place is compared with: all locations or, of a region, its location. */
export function wholeFilter({ place, everywhere }: Pick<PlaceAnswers, 'place' | 'everywhere'>): Filter {
  return place.kind === 'location' ? everywhere.filter : { ...everywhere.filter, country: [place.country] };
}

function averageComparison(
  answers: PlaceAnswers,
  answer: Summary,
  measure: Measure,
  datasets: readonly Dataset[],
): AverageComparison {
  const { place, filter, everywhere } = answers;
  const { period, totals } = answer;
  const events = totals[measure] ?? 0;
  const none = withoutRate({ filter: without(filter, 'country', 'region'), period });
  if (none !== undefined) return { kind: none };
  if (isNotReported(totals, measure)) return { kind: 'unreported' };
  const findPopulation = place.kind === 'region' ? regionPopulation : population;
  const own = placeRate({ filter, period, datasets, findPopulation }, place.code, events, dispersionOf(totals, measure));
  if ('kind' in own) return own;
  if (events > 0 && events < leastEvents) return { kind: 'too_few' };
  if (everywhere.answer === undefined) return { kind: 'no_days' };
  const whole = populationRate(
    { filter: wholeFilter(answers), period, datasets, findPopulation: population },
    everywhere.answer.facets.country ?? [],
    measure,
  );
  if (whole.kind !== 'rate') return whole;
  if (whole.rate === 0) return { kind: 'too_few' };
  const { rate, low, high, source, lastYear } = own;
  const verdict = high < whole.rate ? 'below' : low > whole.rate ? 'above' : 'unclear';
  const ratio = [low / whole.rate, rate / whole.rate, high / whole.rate] as const;
  return { kind: 'compared', rate, low, high, average: whole.rate, ratio, verdict, source, lastYear };
}
