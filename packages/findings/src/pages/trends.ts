import type { DrawnPart, IntervalChoice, SeriesPoint, SeriesSplit, Summary, TrendsData, Unit } from '@monitor/contract';
import { filterQuery, openLists } from '@monitor/contract/without-schemas';
import {
  countedKind,
  dimensions,
  extraMeasures,
  type Filter,
  intervalStart,
  type Measure,
  type Period,
  readableInterval,
  without,
} from '@monitor/domain';
import { population, regionPopulation } from '@monitor/geography';
import { figureChange, wholeMonths } from '../judge/change.ts';
import {
  coverageOfPlaces,
  datasetsHolding,
  datasetsInScope,
  daysOf,
  meantDays,
  overlapOf,
  syntheticShare,
} from '../judge/dataset-coverage.ts';
import { comparedPeriod } from '../judge/compared-period.ts';
import { askedInterval, shownSeries } from '../judge/shown-series.ts';
import { averageLevels, isMarked, provisionalFrom, trendLevels } from '../judge/trend-levels.ts';
import { isOfArea, withinFamily } from '../judge/notable-changes.ts';
import { splitParts, splitRequest, type SplitRequest, unknownValue, valuesOf } from '../judge/trend-split.ts';
import { isUnevenTrend, type JudgedStep, trendSteps, withoutContext } from '../judge/trend-steps.ts';
import { taking } from '../judge/compared-within.ts';
import { leastDays, type RateInput } from '../judge/population-rate.ts';
import { datasetNotes } from '../say/key-figures.ts';
import { countedKey } from '../say/counted-words.ts';
import { amountText, drawnLevels, levelsNote, lineEnds, saidPeak } from '../say/long-trend-words.ts';
import { splitChanges } from '../judge/split-changes.ts';
import { inPeriod } from '../say/period-words.ts';
import { selectsVictims } from '../judge/people-figures.ts';
import { noRateText } from '../say/rate-words.ts';
import { splitTitle, splitVerdicts } from '../say/split-words.ts';
import { inPlaces, trendLead, trendTitle } from '../say/trend-title.ts';
import { namedCoverage, sayChanges, trendLegend, trendLegendText } from '../say/trend-words.ts';
import { noDataOf } from '../say/no-data.ts';
import { isNotReported } from '../judge/reported.ts';
import type { Voice } from '../say/voice.ts';
import { seriesRates, type SeriesRates } from '../judge/series-rate.ts';
import { type AnswersTo, byLocation, type Page, type PageInput, summaryOf } from './page.ts';
import { familiesOf, familyOfWhole, familyQuestions, type KnownFamily } from './families.ts';

export interface TrendsChoices {
  readonly measure: Measure;
  readonly interval: IntervalChoice;
  readonly unit: Unit;
  readonly split: SeriesSplit;
}
type Input = PageInput<TrendsChoices>;

/**
 * The steps that are chosen. Where none are, of parts years if there are at least three, since their lines would be a tangle, and of rates
 * such as are long enough for one.
 */
function chosenInterval({ interval, split, unit }: TrendsChoices, period: Period): IntervalChoice {
  if (interval !== 'auto') return interval;
  if (split !== 'none' && Number(period.to.slice(0, 4)) >= Number(period.from.slice(0, 4)) + 2) return 'year';
  return unit === 'rate' && daysOf(period) >= leastDays && readableInterval(period.from, period.to) !== 'year' ? 'quarter' : 'auto';
}

function questions({ filter, choices, datasets }: Input, known: KnownFamily = {}) {
  const { measure, split } = choices;
  const period = meantDays(filter, datasets);
  if (period === undefined) return undefined;
  const interval = askedInterval(chosenInterval(choices, period), period);
  const measures = extraMeasures({ measures: [measure] });
  const parts = splitRequest(filter, measure, split);
  return {
    now: summaryOf(filter, { interval, facets: [...openLists, 'dataset'], measures }),
    past: summaryOf(without(filter, 'from', 'to'), { interval: 'month', facets: ['dataset', 'country'], measures }),
    year: summaryOf({ ...filter, ...comparedPeriod(filter, datasets) }, { measures }),
    ...(parts && {
      parts: summaryOf(parts.filter, {
        interval,
        split: parts.dimension,
        measures: extraMeasures({ measures: [parts.measure] }),
      }),
      partsNow: summaryOf(
        { ...parts.filter, ...comparedPeriod(filter, datasets) },
        { split: parts.dimension, partTotals: true, measures: extraMeasures({ measures: [parts.measure, ...describedOf(parts)] }) },
      ),
      ...(split === 'region' && {
        locations: summaryOf({ ...parts.filter, ...comparedPeriod(filter, datasets) }, { ...byLocation, measures }),
      }),
    }),
    ...(split === 'country' ? familyQuestions : familyOfWhole)({ filter, datasets }, known),
  };
}
/** Of incidents by their victims, those that describe none are in no part. */
const describedOf = ({ dimension, measure }: SplitRequest): readonly Measure[] =>
  measure === 'incidents' && dimensions[dimension].subject === 'victim' ? ['victims'] : [];

type TrendsQuestions = NonNullable<ReturnType<typeof questions>>;

function say(input: Input, answers: AnswersTo<TrendsQuestions>, voice: Voice): TrendsData {
  const { filter, choices, datasets } = input;
  const { measure, unit: chosenUnit } = choices;
  const { t, date } = voice;
  const { now, year } = answers;
  const inScope = datasetsInScope(filter, datasets);
  const concerned = datasetsHolding(inScope, filter, answers.past.facets);
  const counted = new Set(now.facets.dataset?.map(({ value }) => value));
  const shown = inScope.filter(({ slug }) => counted.has(slug));
  const coverage = coverageOfPlaces(filter, datasets)!;
  const chosen = now.period === null ? choices.interval : chosenInterval(choices, now.period);
  const noData = noDataOf(filter, datasets, voice);
  const line = taking('line', now, filter, datasets);
  // In the steps of the whole.
  const shownPoints = shownSeries({ ...now, series: line.answer.series }, chosen, measure);
  const everything = shownSeries(now, chosen, measure).points;
  const past = taking('line', answers.past, filter, datasets).answer;
  // After the end of the data there is nothing to draw.
  const isInData = ({ start }: { readonly start: string }) => noData === undefined && start <= coverage.to;
  const series = { ...shownPoints, points: shownPoints.points.filter(isInData) };
  const { interval } = series;
  const days = meantDays(filter, datasets)!;
  const recent = comparedPeriod(filter, datasets);
  const compared = recent ?? days;
  // What the data does not cover is not zero, and has no change.
  const isCovered = recent !== undefined && overlapOf(recent, coverage) !== undefined;
  const isToEnd = days.to >= coverage.to;
  const rated: RateInput = { filter: line.filter, period: days, datasets: line.datasets, findPopulation: population };
  const rates = seriesRates(series.points, interval, measure, rated);
  const unit = rates.kind === 'rates' ? chosenUnit : 'count';
  // Where counts have shorter steps of themselves, rates would have long ones.
  const isRefused =
    rates.kind !== 'rates' && (rates.kind !== 'short_steps' || choices.interval !== 'auto' || chosenUnit === 'rate');
  const isShown = (point: { readonly start: string }, at: number) =>
    isInData(point) && (unit === 'count' || rates.kind !== 'rates' || rates.rates[at] !== null);
  const points = series.points.filter(isShown);
  const all = trendSteps(
    unit === 'rate' ? withRates(series.points, measure, rates) : series.points,
    interval,
    measure,
    unit === 'rate'
      ? withRates(past.series.points, measure, seriesRates(past.series.points, 'month', measure, { ...rated, period: null }))
      : past.series.points,
    // A rate is of the people of every place with data, even of those that have no such incident.
    namedCoverage(datasetsInScope(line.filter, unit === 'rate' ? inScope : concerned), line.filter, voice),
    unit === 'rate' ? [] : everything,
  );
  const lastDay = shown
    .flatMap(({ to }) => to ?? [])
    .toSorted()
    .at(-1);
  const latest = shown.filter(({ to }) => to === lastDay).map(({ updated_at }) => updated_at);
  const provisional = provisionalFrom(all, interval, latest);
  const found = trendLevels(all, interval, provisional);
  const levels = found.filter(isMarked);
  // A later change that is not sure makes the last level unsure.
  const level = found.at(-1) === levels.at(-1) ? levels.at(-1) : undefined;

  const split = splitRequest(filter, measure, choices.split);
  const parts =
    split === undefined || answers.parts === undefined || recent === undefined
      ? []
      : partsOf(
          split,
          shownSeries({ ...now, series: taking('line', answers.parts, filter, datasets).answer.series }, chosen, measure),
          {
            points,
            isShown,
            steps: all,
            measure,
            rated: unit === 'rate' ? rated : undefined,
            voice,
          },
        );
  const isSplit = parts.length > 0;
  const lastStep = all.at(-1);
  const steps = sayChanges(isSplit ? all.map(withoutContext) : all, voice);
  const peak = isSplit ? undefined : saidPeak(all, { interval, unit, isToEnd }, voice);
  const kind = countedKind(filter);
  const where = inPlaces(filter.region ?? filter.country, voice);
  const name = t(countedKey(kind, measure, 'name'));
  const what = unit === 'rate' ? t('summary.rate.label', { many: name }) : t(`chart.trend.title.${interval}`, { measure: name });
  const families = familiesOf(input, answers);
  const ofWhole = figureChange(year, { ...filter, ...compared }, measure, concerned);
  const change = isCovered ? withinFamily(ofWhole, families, filter, measure) : undefined;
  // The data of some places or datasets can have ended years ago, or be shorter.
  const isLastYear = filter.from === undefined && compared.to === comparedPeriod({}, datasets)?.to && wholeMonths(compared) === 12;
  const when = isLastYear ? t('trends.lastYear') : inPeriod(compared, voice);
  const noted = datasetNotes(shown, voice);
  const note = isSplit ? undefined : levelsNote(found, unit, voice);
  const many = t(countedKey(kind, measure, 'many'));
  const partsNow = answers.partsNow && taking('compared', answers.partsNow, filter, datasets).answer;
  const told =
    split === undefined || answers.partsNow === undefined || partsNow === undefined || !isCovered
      ? undefined
      : {
          request: split,
          changes: splitChanges(
            split,
            compared,
            { answer: answers.partsNow, ofLocations: answers.locations ?? answers.partsNow },
            concerned,
            families?.single,
          ),
          unit,
          measure: split.measure,
          name,
          many,
          period: compared,
          when,
          all: {
            count: partsNow.totals[split.measure] ?? 0,
            change: withinFamily(
              figureChange(answers.partsNow, { ...split.filter, ...compared }, split.measure, concerned),
              families,
              split.filter,
              split.measure,
            ),
            filter: { ...split.filter, ...compared },
          },
          isUneven: isUnevenTrend(
            all.filter(({ start }) => start >= intervalStart(compared.from, interval) && start <= compared.to),
          ),
          // With a filter of victims, these are no incidents of it.
          undescribed: describedOf(split).length > 0 && !selectsVictims(filter) ? (partsNow.totals.notReported.victims ?? 0) : 0,
        };
  const verdicts = told && splitVerdicts(told, voice);
  return {
    query: filterQuery(filter),
    coverage,
    ...(now.period && { period: now.period }),
    incidents: now.totals.incidents,
    ...(noData !== undefined && { noData }),
    sources: shown.map(({ slug }) => slug),
    // Where no incident is shown, those that were searched.
    synthetic: syntheticShare(shown.length > 0 ? shown : inScope),
    facets: Object.fromEntries(openLists.map((list) => [list, now.facets[list] ?? []])),
    title:
      isSplit && told && verdicts
        ? splitTitle(told, voice)
        : trendTitle({ change, level, name, many, where, when, isToEnd }, voice),
    reading:
      noData !== undefined
        ? what
        : trendLead(
            {
              what,
              where: isEverywhere(filter) ? t('trends.everywhere') : where.trim(),
              period: now.period ?? days,
              change: verdicts ? undefined : change,
              compared,
              count: taking('compared', year, filter, datasets).answer.totals[measure] ?? 0,
              measure,
              kind,
              levels: averageLevels(found, all, compared).map((one) => ({ ...one, amount: amountText(one.mean, unit, voice) })),
            },
            voice,
          ),
    what,
    notes: [
      ...(note === undefined ? [] : [note]),
      ...(noted === undefined ? [] : [noted]),
      ...(provisional === undefined ? [] : [t('trends.provisional', { from: date.step(provisional, interval) })]),
    ],
    measure,
    split: choices.split,
    interval,
    unit,
    // Of several locations, it says which to leave out.
    ...(isRefused && { noRate: noRateText(rates, voice, 'parts' in rates ? 'long' : 'short') }),
    steps,
    legend: trendLegend(steps, isSplit, voice),
    legendText: trendLegendText(steps, isSplit, voice),
    levels: isSplit ? [] : drawnLevels(levels, voice),
    ...(provisional !== undefined && { provisionalFrom: provisional }),
    ends: isSplit ? [] : lineEnds(all, interval, unit, voice),
    ...(peak && { peak }),
    addsUp: split?.addsUp === true,
    parts,
    ...(isSplit &&
      lastStep?.partial === true &&
      now.period && {
        unfinished: t(`trends.unfinished.${unit}`, {
          period: date.period(lastStep.start < now.period.from ? now.period.from : lastStep.start, now.period.to),
        }),
      }),
    ...(verdicts && { verdicts }),
  };
}

/** Whether a filter is of no place, and of no incidents that were chosen one by one. */
function isEverywhere(filter: Filter): boolean {
  return filter.id === undefined && filter.country === undefined && !isOfArea(filter);
}

/** Points with rates in place of counts, without those that have none. */
function withRates(points: readonly SeriesPoint[], measure: Measure, rates: SeriesRates): SeriesPoint[] {
  if (rates.kind !== 'rates') return [];
  return points.flatMap((point, index) => {
    const rate = rates.rates[index];
    return rate === null || rate === undefined ? [] : [{ ...point, [measure]: rate }];
  });
}

/** What the parts of a series are drawn with. */
interface Whole {
  readonly points: readonly SeriesPoint[];
  readonly isShown: (step: { readonly start: string }, at: number) => boolean;
  readonly steps: readonly JudgedStep[];
  readonly measure: Measure;
  /** Undefined if counts are shown. */
  readonly rated: RateInput | undefined;
  readonly voice: Voice;
}

function partsOf(split: SplitRequest, { parts = [], interval }: Summary['series'], whole: Whole): DrawnPart[] {
  const { points, isShown, steps, rated, voice } = whole;
  const isCovered = (index: number) => steps[index]?.covered === true;
  // Whether what belongs to no value is just what is not reported.
  const rest = valuesOf(split.dimension).includes(unknownValue) ? 'trends.unreported' : 'trends.others';
  const isRateOfPlaces = rated !== undefined && (split.dimension === 'country' || split.dimension === 'region');
  // Incidents of no place have no people to be divided by.
  const shown = parts.map((part) => ({ ...part, points: part.points.filter(isShown) }));
  const silent = new Set(
    shown.flatMap(({ value, points: own }) =>
      own.flatMap((point) => (isNotReported(point, split.measure) ? `${value} ${point.start}` : [])),
    ),
  );
  const isKnown = (value: string, index: number) => isCovered(index) && !silent.has(`${value} ${points[index]!.start}`);
  const found = splitParts(shown, split, whole).filter(({ value }) => !isRateOfPlaces || value !== unknownValue);
  return found.map(({ value, amounts: counts }) => {
    const amounts = (rated === undefined ? counts : ratesOf(value, counts, rated)).map((amount, index) =>
      isKnown(value, index) ? amount : null,
    );
    return {
      value,
      name: value === unknownValue ? voice.t(rest) : voice.value(split.dimension, value),
      amounts,
      end: amountText(amounts.findLast((amount) => amount !== null) ?? 0, rated === undefined ? 'count' : 'rate', voice),
    };
  });

  function ratesOf(value: string, counts: readonly number[], input: RateInput): readonly (number | null)[] {
    const { dimension } = split;
    const ofPart = points.map((point, index) => ({ ...point, incidents: counts[index] ?? 0 }));
    const rates =
      dimension === 'region'
        ? seriesRates(ofPart, interval, 'incidents', { ...input, findPopulation: regionPopulation }, [value], dimension)
        : seriesRates(ofPart, interval, 'incidents', input, dimension === 'country' ? [value] : undefined);
    return rates.kind === 'rates' ? counts.map((_, index) => rates.rates[index] ?? null) : counts.map(() => null);
  }
}

export const trendsPage: Page<TrendsChoices, TrendsQuestions, TrendsData> = { questions, say };
