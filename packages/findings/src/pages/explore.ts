import type { Against, ExploreData, ExploreSide, ExploreTrend, IntervalChoice, Summary } from '@monitor/contract';
import { comparedFilter, differingNames, filterQuery, openLists } from '@monitor/contract/without-schemas';
import {
  type CountedKind,
  countedKind,
  type DimensionName,
  extraMeasures,
  type Filter,
  kindOf,
  type Measure,
  type Period,
  type SummaryRequest,
  typesOfKind,
  without,
  withoutPlace,
} from '@monitor/domain';
import { population } from '@monitor/geography';
import { figureChange } from '../judge/change.ts';
import { taking, type WithAlike, withParts } from '../judge/compared-within.ts';
import { compareSides, type Side, type SidesComparison } from '../judge/compare-sides.ts';
import {
  coverageOfFilter,
  coverageOfPlaces,
  type Dataset,
  datasetsHolding,
  datasetsInScope,
  daysOf,
  syntheticShare,
} from '../judge/dataset-coverage.ts';
import { chartsOf, type ExploreChart, type ExplorePart, isBarList } from '../judge/explore-charts.ts';
import { keyMeasures } from '../judge/key-measures.ts';
import { askedInterval, shownSeries } from '../judge/shown-series.ts';
import { withinFamily } from '../judge/notable-changes.ts';
import { trendParts } from '../judge/trend-parts.ts';
import { isNotReported } from '../judge/reported.ts';
import { unusualSteps, withoutContext } from '../judge/trend-steps.ts';
import { answeredRate, type RatedDimension } from '../judge/population-rate.ts';
import { findingWords } from '../say/change-words.ts';
import { countedKey } from '../say/counted-words.ts';
import { noDataOf } from '../say/no-data.ts';
import { keyFigure, rateFigure, datasetNotes } from '../say/key-figures.ts';
import { countBars, isRated, rateBars } from '../say/page-bars.ts';
import { sideName, sidePlace, sidesFinding } from '../say/sides-words.ts';
import { partsReadingText, saidSteps, trendLegend, trendLegendText, trendReadingText } from '../say/trend-words.ts';
import type { Voice } from '../say/voice.ts';
import { familiesOf, familyOfWhole, type KnownFamily } from './families.ts';
import { type AnswersTo, byLocation, type Page, type PageInput, summaryOf } from './page.ts';

export interface ExploreChoices {
  readonly measure: Measure;
  readonly interval: IntervalChoice;
  /** What is other in the selection that the filter is compared with. */
  readonly against: Against | undefined;
  readonly chart: ExplorePart;
  /** The lists of places whose rates are shown. */
  readonly rates: readonly RatedDimension[];
}
type Input = PageInput<ExploreChoices>;

function questions({ filter, choices, datasets }: Input, known: KnownFamily = {}) {
  const other = comparedFilter({ filter, against: choices.against });
  const sides = other === undefined ? [filter] : [filter, other];
  const measures = extraMeasures({ measures: sides.flatMap((side) => keyMeasures(side, choices.measure)) });
  const ofSide = (side: Filter, beside?: Filter) => {
    const { summary } = summaryOf(side, { ...requestOf(side, choices, datasets), measures });
    return { summary: { ...summary, beside } };
  };
  const ever = (side: Filter) =>
    summaryOf(without(side, 'from', 'to'), {
      interval: 'month',
      facets: ['dataset', 'country'],
      measures: extraMeasures({ measures: [choices.measure] }),
    });
  const drawn = chartsDrawn(choices);
  const hasRates = choices.chart === 'map' || choices.rates.some((list) => drawn.includes(list));
  // Of all locations, since lists of places have those that are not selected, too.
  const locations = (side: Filter, beside?: Filter) => {
    const { summary } = summaryOf(withoutPlace(side), { ...byLocation, measures });
    return { summary: { ...summary, beside } };
  };
  return {
    a: ofSide(filter, other),
    ...(hasRates && { locations: locations(filter, other) }),
    ever: ever(filter),
    // A rate is of violence, unless the reader chose otherwise.
    ...(other === undefined &&
      choices.measure === 'incidents' &&
      kindOf(filter) === 'all' && { violence: summaryOf(violenceOf(filter), { facets: ['country', 'outcome'] }) }),
    ...(other && { b: ofSide(other, filter), everOfB: ever(other), ...(hasRates && { locationsOfB: locations(other, filter) }) }),
    ...(other === undefined && filter.from !== undefined && familyOfWhole({ filter, datasets }, known)),
  };
}

const violenceOf = (filter: Filter): Filter => ({ ...filter, type: typesOfKind('violence') });
type ExploreQuestions = ReturnType<typeof questions>;

/** Locations that lines are drawn of side by side, at most; nobody could distinguish more. */
const mostLines = 6;

/** The longest period whose running total is drawn day by day. */
const mostDaily = 1100;

function chartsDrawn({ measure, chart }: Pick<ExploreChoices, 'measure' | 'chart'>): readonly ExploreChart[] {
  if (chart === 'map' || chart === 'figures') return [];
  return chart === 'all' ? chartsOf(measure) : [chart];
}

/** What is asked of a side for what is drawn of it. */
function requestOf(filter: Filter, { measure, interval, against, chart }: ExploreChoices, datasets: readonly Dataset[]) {
  const coverage = coverageOfFilter(filter, datasets);
  const [from, to] = [filter.from ?? coverage?.from, filter.to ?? coverage?.to];
  const period = from === undefined || to === undefined ? undefined : { from, to };
  const drawn = chartsDrawn({ measure, chart });
  const ofScreen: readonly DimensionName[] = chart === 'all' ? openLists : [];
  const { country } = filter;
  const isSplit = against === undefined && country !== undefined && country.length > 1 && country.length <= mostLines;
  return {
    // Totals that run from the first day can be compared on any day.
    interval: against === undefined ? askedInterval(interval, period) : isDaily(period) ? 'day' : 'month',
    facets: [
      ...new Set<DimensionName>([
        ...ofScreen,
        ...drawn.filter(isBarList),
        ...(chart === 'map' ? (['region'] as const) : []),
        'dataset',
        'country',
      ]),
    ],
    hours: drawn.includes('week'),
    ...(isSplit && drawn.includes('trend') && { split: 'country' }),
  } satisfies Partial<SummaryRequest>;
}

function isDaily(period: Period | undefined): boolean {
  return period !== undefined && daysOf(period) <= mostDaily;
}

function say(input: Input, answers: AnswersTo<ExploreQuestions>, voice: Voice): ExploreData {
  const { filter, choices, datasets } = input;
  const { measure, against, chart } = choices;
  const other = comparedFilter({ filter, against });
  const ofA = withParts(answers.a, answers.locations);
  const ofB = answers.b && withParts(answers.b, answers.locationsOfB);
  const a: Side = sideOf(filter, ofA, answers.ever, datasets);
  const b = other && ofB && answers.everOfB && sideOf(other, ofB, answers.everOfB, datasets);
  const compare = b && ((one: Measure) => compareSides(a, b, one, population));
  const noted = datasetNotes(sourcesOf(answers.a, datasetsInScope(filter, datasets)), voice);
  const datasetTitle = (slug: string) => datasets.find((one) => one.slug === slug)?.title ?? slug;
  const names = differingNames(against ?? {});
  const wording = { voice, datasetTitle };
  const nameOf = (side: 'a' | 'b', of: Filter) => sideName(side, of, names, wording);
  const placeOf = (side: 'a' | 'b', of: Filter) => sidePlace(side, of, names, wording);
  const families = familiesOf(input, answers);
  const change = (one: Measure) => withinFamily(figureChange(answers.a, filter, one, a.datasets), families, filter, one);
  const { points } = answers.ever.series;
  const kind = countedKind(filter, ...(b ? [b.filter] : []));
  const noData = b ? undefined : noDataOf(filter, datasets, voice);
  const rated = answers.violence ? { filter: violenceOf(filter), answer: answers.violence } : { filter, answer: answers.a };
  return {
    sides: [saidSide(a, nameOf('a', filter), datasets), ...(b ? [saidSide(b, nameOf('b', other), datasets)] : [])],
    measure,
    ...(points[0] && { months: { from: points[0].start, counts: points.map((point) => point[measure] ?? 0) } }),
    finding:
      compare && b
        ? saidSides(compare(measure), measure, { a: placeOf('a', filter), b: placeOf('b', b.filter) }, voice)
        : findingOf(answers.a.totals, kind, measure, change(measure), noData, voice),
    ...(noData !== undefined && { noData }),
    figures: [
      ...keyMeasures(filter, measure).map((one) =>
        keyFigure(
          one,
          kind,
          answers.a,
          compare ? { comparison: compare(one) } : noData === undefined ? { change: change(one) } : 'no_data',
          voice,
        ),
      ),
      rateFigure(
        voice.t(countedKey(countedKind(rated.filter), measure, 'many')),
        answeredRate(
          { filter: rated.filter, period: answers.a.period, datasets, findPopulation: population },
          rated.answer,
          measure,
        ),
        compare?.(measure),
        voice,
      ),
    ],
    ...(noted !== undefined && { datasetNotes: noted }),
    charts: Object.fromEntries(
      chartsDrawn(choices)
        .filter(isBarList)
        .map((list) => {
          const bars = { a, b, comparison: compare?.(measure), measure, datasets, noData, violence: answers.violence };
          return [
            list,
            {
              counts: countBars(list, bars, voice),
              ...(isRated(list) && choices.rates.includes(list) && { rates: rateBars(list, bars, voice) }),
            },
          ];
        }),
    ),
    ...(b === undefined &&
      (chart === 'all' || chart === 'trend') && { trend: trendOf(choices, a, datasets, answers, noData, voice) }),
  };
}

/** A selection: beside another one, what can be compared with it. */
function sideOf(own: Filter, whole: WithAlike<Summary>, ever: Summary, all: readonly Dataset[]): Side {
  const { answer, filter, datasets } = taking('beside', whole, own, all);
  return { filter, summary: answer, datasets: datasetsHolding(datasetsInScope(filter, datasets), filter, ever.facets) };
}

function sourcesOf({ facets }: Summary, inScope: readonly Dataset[]): readonly Dataset[] {
  const counted = new Set(facets.dataset?.map(({ value }) => value));
  return inScope.filter(({ slug }) => counted.has(slug));
}

function saidSide({ filter, summary: found, datasets: held }: Side, name: string, datasets: readonly Dataset[]): ExploreSide {
  // What else stands beside it is what sentences are made of.
  const { alike: { ranked } = {}, ...summary } = found as WithAlike<Summary>;
  const coverage = coverageOfPlaces(filter, datasets);
  const inScope = datasetsInScope(filter, datasets);
  const sources = sourcesOf(summary, inScope);
  return {
    query: filterQuery(filter),
    name,
    summary,
    ...(ranked && { ranked: { query: filterQuery(ranked.filter), summary: ranked.answer } }),
    sources: sources.map(({ slug }) => slug),
    held: held.map(({ slug }) => slug),
    // Where no incident is shown, those that were searched.
    synthetic: syntheticShare(sources.length > 0 ? sources : inScope),
    ...(coverage && { coverage }),
  };
}

function saidSides(
  comparison: SidesComparison,
  measure: Measure,
  names: { readonly a: string; readonly b: string },
  voice: Voice,
): ExploreData['finding'] {
  const { lead, detail, isClear } = sidesFinding(comparison, measure, names, voice);
  return { text: lead, detail, isClear };
}

/** How the chosen measure changed, in one sentence above all figures. */
function findingOf(
  totals: Summary['totals'],
  kind: CountedKind,
  measure: Measure,
  change: ReturnType<typeof figureChange>,
  noData: string | undefined,
  voice: Voice,
): ExploreData['finding'] {
  if (totals.incidents === 0) return { text: noData ?? voice.t('summary.finding.none'), isClear: false };
  return findingWords(change, kind, measure, totals[measure] ?? 0, voice);
}

/** Months outside the usual range that are offered, at most. */
const mostUnusual = 4;

function trendOf(
  { measure, interval: chosen }: ExploreChoices,
  { filter }: Pick<Side, 'filter'>,
  all: readonly Dataset[],
  answers: AnswersTo<ExploreQuestions>,
  noData: string | undefined,
  voice: Voice,
): ExploreTrend {
  const whole = shownSeries(answers.a, chosen, measure);
  const line = taking('line', answers.a, filter, all);
  // In the steps of the whole.
  const { interval, points, parts: series } = shownSeries({ ...answers.a, series: line.answer.series }, chosen, measure);
  const past = taking('line', answers.ever, filter, all).answer.series.points;
  const own = {
    filter: line.filter,
    datasets: datasetsHolding(datasetsInScope(line.filter, line.datasets), filter, answers.ever.facets),
  };
  const steps = noData === undefined ? saidSteps(points, interval, measure, past, own, voice, whole.points) : [];
  const parts = trendParts(series, measure, steps).map((part) => ({ ...part, name: voice.place(part.value) }));
  const isSplit = parts.length > 1;
  // Beside lines of several locations, what belongs to the line of all would be taken for theirs.
  const drawn = isSplit ? steps.map(withoutContext) : steps;
  const silent = isNotReported(answers.a.totals, measure)
    ? voice.t('summary.finding.notReported', { many: voice.t(`measure.${measure}.many`) })
    : undefined;
  const reading =
    noData ?? silent ?? (isSplit ? partsReadingText(parts, measure, interval, voice) : trendReadingText(steps, interval, voice));
  return {
    interval,
    steps: drawn,
    parts: isSplit ? parts : [],
    ...(reading !== undefined && { reading }),
    legend: trendLegend(drawn, isSplit, voice),
    legendText: trendLegendText(drawn, isSplit, voice),
    unusual:
      interval !== 'month' || isSplit
        ? []
        : unusualSteps(steps)
            .toSorted((one, another) => another.count - one.count)
            .slice(0, mostUnusual)
            .map(({ start }) => start),
  };
}

export const explorePage: Page<ExploreChoices, ExploreQuestions, ExploreData> = { questions, say };
