import { type Interval, type IsoDate, isSubjectMeasure, type Measure } from '@monitor/domain';
import { coverageParts, type RateInput, seriesRates, type SeriesRates } from '@monitor/findings';
import { population } from '@monitor/geography';
import { useMemo } from 'react';
import type { SeriesPoint } from '@monitor/contract';
import type { Answers } from '../../answers/use-answers.ts';
import { useSummary } from '../../answers/use-summary.ts';
import type { ChartTable } from '../../figures/chart-table.ts';
import type { DrawnPart, LongTrendChartProps } from '../../charts/long-trend-chart.tsx';
import { drawnBreaks, endBlocks, partEnds, peakOf, provisionalFrom, type Unit } from '../../charts/long-trend-words.ts';
import type { MultiplesProps } from '../../charts/small-multiples.tsx';
import { type TrendStep, trendSteps } from '../../charts/trend-data.ts';
import { type TrendLevel, trendLevels } from '../../charts/trend-levels.ts';
import { splitParts, splitRequest, type SplitRequest, unknownValue } from '../../charts/trend-split.ts';
import { trendTable } from '../../charts/trend-words.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { incidentTypeOf, incidentTypeTokens } from '../../styles/incident-type-tokens.ts';
import { codesOf } from './people-figures.ts';

/** Lines that can be told apart, at most. */
const mostLines = 6;

/** The chosen trend as it is drawn. */
export interface Trend {
  readonly steps: readonly TrendStep[];
  /** The steps with what is drawn of them: no average and no range beside parts. */
  readonly drawn: readonly TrendStep[];
  readonly interval: Interval;
  readonly unit: Unit;
  readonly isSplit: boolean;
  readonly canStack: boolean;
  /** Why there is no rate; undefined where there is one. */
  readonly rateReason: string | undefined;
  readonly provisional: IsoDate | undefined;
  /** Changes of the level whose date is known well enough to be marked. */
  readonly levels: readonly TrendLevel[];
  /** The last of them, where nothing came after it. */
  readonly level: TrendLevel | undefined;
  readonly parts: readonly DrawnPart[];
  /** The parts as small charts, where these are chosen. */
  readonly multiples: MultiplesProps | undefined;
  readonly table: ChartTable;
  readonly chart: Omit<LongTrendChartProps, 'steps' | 'title' | 'width'>;
}

/** The trend that the address chooses, from the answers to it. */
export function useTrend(answers: Answers): Trend {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { view } = useExplore();
  const { measure, filterOfFigures: filter, series, past, datasets, datasetsConcerned, datasetsShown } = answers;
  const period = answers.summary.data?.period ?? null;
  const interval = series?.interval ?? 'month';
  const request = splitRequest(filter, measure, view.split);
  const split = useSummary(series === undefined ? undefined : request?.filter, {
    interval,
    split: request?.dimension,
    measures: request === undefined || !isSubjectMeasure(request.measure) ? [] : [request.measure],
  });
  const input = useMemo(
    (): RateInput | undefined => datasets && { filter, period, datasets, findPopulation: population },
    [filter, period, datasets],
  );
  const rates = useMemo(
    () => (input === undefined || series === undefined ? undefined : seriesRates(series.points, interval, measure, input)),
    [series, interval, measure, input],
  );
  const unit: Unit = view.unit === 'rate' && rates?.kind === 'rates' ? 'rate' : 'count';
  const steps = useMemo(() => {
    if (series === undefined) return [];
    const coverage = coverageParts(datasetsConcerned, filter, (dataset, country) =>
      t('summary.placeInDataset', { place: terms.place(country), title: dataset }),
    );
    const pastRates =
      unit === 'rate' && past !== undefined && input !== undefined
        ? asPoints(past, measure, seriesRates(past, 'month', measure, { ...input, period: null }))
        : past;
    const points = unit === 'rate' ? asPoints(series.points, measure, rates) : series.points;
    return trendSteps(points, interval, measure, pastRates, coverage);
  }, [series, interval, measure, past, datasetsConcerned, filter, unit, rates, input, terms, t]);
  const allParts =
    request === undefined || split.data?.series.parts === undefined || split.outdated || series === undefined
      ? []
      : splitParts(split.data.series.parts, request, { points: series.points, measure }).map(({ value, amounts }): DrawnPart => ({
          value,
          name:
            value === unknownValue
              ? t(hasUnreported(request) ? 'trends.unreported' : 'trends.others')
              : terms.value(request.dimension, value),
          amounts: drawnAmounts(amounts, value, request),
          isUnknown: value === unknownValue,
          colour: colourOf(request, value),
        }));
  const isSplit = allParts.length > 0;
  const canStack = request?.addsUp === true;
  const show = isSplit ? (view.show === 'stacked' && canStack ? 'stacked' : 'lines') : 'total';
  const parts = show === 'lines' ? linesOf(allParts) : allParts;
  const drawn = isSplit
    ? steps.map((step) => ({ ...step, range: null, average: null, yearBefore: null, rangeYears: null }))
    : steps;
  const lastDay = datasetsShown
    .flatMap(({ to }) => to ?? [])
    .toSorted()
    .at(-1);
  const latest = datasetsShown.filter(({ to }) => to === lastDay).map(({ updated_at: moment }) => moment);
  const provisional = provisionalFrom(steps, interval, latest);
  const found = useMemo(() => trendLevels(steps, interval, provisional), [steps, interval, provisional]);
  const levels = found.filter(isDated);
  const highest = peakOf(steps);
  // Their words would be on top of each other.
  const peak =
    highest !== undefined && levels.some(({ start }) => Math.abs(monthsBetween(start, highest.start)) < 18) ? undefined : highest;
  return {
    steps,
    drawn,
    interval,
    unit,
    isSplit,
    canStack,
    rateReason: rates === undefined || rates.kind === 'rates' ? undefined : t(`summary.rate.none.${rates.kind}.short`),
    provisional,
    levels,
    // A later change whose date is not known makes the last level unsure.
    level: found.at(-1) === levels.at(-1) ? levels.at(-1) : undefined,
    parts: allParts,
    multiples:
      isSplit && view.show === 'multiples'
        ? {
            multiples: allParts.map(({ value, name, amounts }) => {
              const last = amounts.findLast((amount) => amount !== null) ?? 0;
              const end = unit === 'rate' ? format.number.rate(last) : format.number.count(last);
              return { key: value, name, amounts, end, isPartial: false };
            }),
            first: format.date.year(steps[0]?.start ?? ''),
            last: format.date.year(steps.at(-1)?.start ?? ''),
          }
        : undefined,
    table: trendTable(
      drawn,
      allParts.map(({ value, name, amounts }) => ({ value, name, counts: amounts })),
      interval,
      measure,
      t,
      format,
      unit,
    ),
    chart: {
      parts,
      show,
      interval,
      measure,
      unit,
      breaks: show === 'total' ? drawnBreaks(levels, unit, t, format) : [],
      provisionalFrom: provisional,
      ends: show === 'total' ? endBlocks(steps, interval, unit, t, format) : partEnds(parts, show, unit, format),
      peak: peak && {
        ...peak,
        title: t('trends.peak', { step: format.date.step(peak.start, interval) }),
        detail: t(`trends.peakDetail.${interval}`, { since: format.date.year(steps[0]?.start ?? peak.start) }),
      },
    },
  };

  /** The amounts of a part in the unit that is shown; null where a step is not whole or has no population. */
  function drawnAmounts(amounts: readonly number[], value: string, of: SplitRequest): (number | null)[] {
    const isWhole = (index: number) => steps[index]?.covered === true && !steps[index].partial;
    if (unit === 'count' || input === undefined || series === undefined)
      return amounts.map((amount, index) => (isWhole(index) ? amount : null));
    const points = series.points.map((point, index) => ({ ...point, incidents: amounts[index] ?? 0 }));
    const ofPlace = of.dimension === 'country' || of.dimension === 'region';
    const ofPart =
      ofPlace && value !== unknownValue
        ? seriesRates(points, interval, 'incidents', input, [value], of.dimension === 'region' ? 'region' : 'country')
        : seriesRates(points, interval, 'incidents', input);
    return amounts.map((_, index) => (isWhole(index) && ofPart.kind === 'rates' ? (ofPart.rates[index] ?? null) : null));
  }
}

/** A change is marked where its date is known to within so many months. */
const mostMonths = 12;

function isDated({ earliest, latest }: TrendLevel): boolean {
  return monthsBetween(earliest, latest) <= mostMonths;
}

function monthsBetween(one: IsoDate, other: IsoDate): number {
  return (Number(other.slice(0, 4)) - Number(one.slice(0, 4))) * 12 + Number(other.slice(5, 7)) - Number(one.slice(5, 7));
}

/** Points with rates in place of counts, without those that have none. */
function asPoints(points: readonly SeriesPoint[], measure: Measure, rates: SeriesRates | undefined): SeriesPoint[] {
  if (rates?.kind !== 'rates') return [];
  return points.flatMap((point, index) => {
    const rate = rates.rates[index];
    return rate === null || rate === undefined ? [] : [{ ...point, [measure]: rate }];
  });
}

/** Those that can be told apart as lines: the largest, and what is not reported. */
function linesOf(parts: readonly DrawnPart[]): DrawnPart[] {
  const known = parts.filter(({ isUnknown }) => !isUnknown).slice(0, mostLines);
  return [...known, ...parts.filter(({ isUnknown }) => isUnknown)];
}

/** Whether what belongs to no value is just what is not reported. */
function hasUnreported({ dimension }: SplitRequest): boolean {
  return codesOf(dimension).includes(unknownValue);
}

/** Types have their colours, and people killed and injured theirs; nothing else has one. */
function colourOf({ dimension }: SplitRequest, value: string): string | undefined {
  if (dimension === 'type') return `var(${incidentTypeTokens[incidentTypeOf(value)]})`;
  if (dimension !== 'outcome') return undefined;
  return value === 'killed' ? 'var(--red)' : value === 'injured' ? 'var(--amber)' : undefined;
}
