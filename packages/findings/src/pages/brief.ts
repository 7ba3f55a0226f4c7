import type { BriefData, BriefFigure } from '@monitor/contract';
import { briefFigures, filterQuery } from '@monitor/contract/without-schemas';
import {
  calendarPeriodBefore,
  type Filter,
  filterOfLargeSeizures,
  type Period,
  type SummaryRequest,
  yearsEarlier,
} from '@monitor/domain';
import { population } from '@monitor/geography';
import { figureChange } from '../judge/change.ts';
import { compareCoverage } from '../judge/compare-coverage.ts';
import { datasetsHolding, datasetsInScope } from '../judge/dataset-coverage.ts';
import {
  type BriefScope,
  changeOnPeriodBefore,
  type FigureAnswers,
  peakOf,
  periodsInARow,
  trendMonths,
  yearlyAmounts,
} from '../judge/brief-figures.ts';
import { changedTypes, facetOf, peopleRows, peopleSums, sumsOf, typeRows, weaponRows } from '../judge/brief-rows.ts';
import { askedBrief, briefFilter, briefPeriod, type BriefSubject, hasData, yearFilter } from '../judge/brief-subject.ts';
import { mapRates, ratesShown } from '../judge/map-rates.ts';
import { dispersionOf, populationRate } from '../judge/population-rate.ts';
import { isNotReported } from '../judge/reported.ts';
import { methodWords, qualityWords, suicidesWords, termsWords } from '../say/brief-method.ts';
import { briefTitle } from '../say/brief-names.ts';
import { pointsWords } from '../say/brief-points.ts';
import { peopleReading, ratesReading, trendReading, typesReading, weaponsReading } from '../say/brief-readings.ts';
import { leadWords, saidVerdict } from '../say/brief-sentences.ts';
import type { Voice } from '../say/voice.ts';
import type { AnswersTo, Page, PageInput } from './page.ts';

/** Years that a figure is shown and ranked among. */
const yearsShown = 6;
/** Months of the trend. */
const monthsShown = 36;
/** Months, quarters or years of the chart of people. */
const periodsShown = 8;

type Input = Pick<PageInput<unknown>, 'filter' | 'datasets' | 'publisher' | 'licence'>;

/** Undefined if there is no data of the place in the period. */
function subjectOf({ filter, datasets }: Input): BriefSubject | undefined {
  const asked = askedBrief(filter);
  const period = briefPeriod(asked, datasets);
  const subject = period && { place: asked.place, dataset: asked.dataset, period };
  return subject && hasData(subject, datasets) ? subject : undefined;
}

const summary = (filter: Filter, request: Partial<SummaryRequest> = {}) => ({
  summary: { filter, request: { interval: 'none' as const, facets: [], ...request } },
});

function questions(input: Input) {
  const subject = subjectOf(input);
  if (subject === undefined) return undefined;
  const { period } = subject;
  const at = (days: Partial<Period>) => briefFilter(subject, days);
  const seizures = (days: Partial<Period>, request: Partial<SummaryRequest> = {}) =>
    summary({ ...at(days), type: ['weapon_seizure'] }, { measures: ['weapons', 'rounds'], ...request });
  const victims = (sex: 'woman' | 'man' | 'not_reported') =>
    summary({ ...at(period), victim_sex: [sex] }, { facets: ['victim_age', 'relationship'] });
  const before = calendarPeriodBefore(period);
  const yearBefore = yearsEarlier(period, 1);
  // All months up to the end of the period, and what data there is.
  const past = { to: period.to };
  return {
    now: summary(at(period), { facets: ['type', 'legal', 'weapon', 'source', 'place_precision', 'dataset'], hours: true }),
    before: summary(at(before)),
    yearBefore: summary(at(yearBefore), { facets: ['type'] }),
    months: summary(at(past), { facets: ['dataset', 'country'], interval: 'month' }),
    seizures: seizures(period, { facets: ['weapon', 'mode', 'traced'] }),
    largeSeizures: summary(filterOfLargeSeizures(at(period)), { measures: ['weapons'] }),
    seizuresBefore: seizures(before),
    seizuresYearBefore: seizures(yearBefore, { facets: ['weapon'] }),
    seizuresByMonth: seizures(past, { interval: 'month' }),
    women: victims('woman'),
    men: victims('man'),
    unknownSex: victims('not_reported'),
    // Of the location, also where the brief is of one of its regions.
    year: summary(yearFilter(subject), { facets: ['country', 'region'] }),
    yearEverywhere: summary(yearFilter({ ...subject, place: { kind: 'all' } }), { facets: ['country'] }),
  };
}
type BriefQuestions = NonNullable<ReturnType<typeof questions>>;

/** Years from that of the first month to that of a period, both counted. */
function yearsSince(first: string | undefined, { from }: Period): number {
  return first === undefined ? 1 : Math.max(1, Number(from.slice(0, 4)) - Number(first.slice(0, 4)) + 1);
}

function say(input: Input, answers: AnswersTo<BriefQuestions>, voice: Voice): BriefData {
  const subject = subjectOf(input)!;
  const { period } = subject;
  const yearBefore = yearsEarlier(period, 1);
  const filter = briefFilter(subject, period);
  const { now, seizures, seizuresYearBefore } = answers;
  const inScope = datasetsInScope(subject, input.datasets);
  const datasets = datasetsHolding(inScope, filter, answers.months.facets);
  const withIncidents = new Set(facetOf(now, 'dataset').map(({ value }) => value));
  const shown = inScope.filter(({ slug }) => withIncidents.has(slug));
  const updated =
    shown
      .flatMap(({ updated_at }) => updated_at ?? [])
      .toSorted()
      .at(-1) ?? null;
  const scope: BriefScope = { period, filter, datasets };
  const coverage = compareCoverage(datasets, filter, period, yearBefore);
  /** Numbers of the year before, where they mean something. */
  const compared = <Row extends { readonly before: number }>(row: Row) => ({
    ...row,
    before: coverage.kind === 'comparable' ? row.before : null,
  });
  const months = trendMonths(scope, answers.months.series.points, monthsShown);
  const peak = peakOf(months)?.month;
  const types = typeRows(now, answers.yearBefore);
  const changed = changedTypes(types, coverage, dispersionOf(now.totals, 'incidents'));
  const people = peopleRows(now, answers);
  const weapons = weaponRows(seizures, seizuresYearBefore);
  return {
    title: briefTitle(subject, voice),
    ...(subject.place.kind !== 'all' && { place: subject.place.code }),
    unit: period.unit,
    period: days(period),
    yearBefore: days(yearBefore),
    query: filterQuery(filter),
    sources: shown.map(({ slug }) => slug),
    updated,
    lead: leadWords(
      subject,
      now.totals.incidents,
      yearlyAmounts(scope, answers.months.series.points, yearsSince(answers.months.series.points[0]?.start, period)),
      figureChange(now, filter, 'incidents', datasets),
      voice,
    ),
    figures: briefFigures.map((figure) => saidFigure(scope, figure, figureAnswers(figure, answers), voice)),
    map: saidMap(subject, scope, answers, input, voice),
    points: pointsWords({ ...answers, people: peopleSums(people), weapons }, voice),
    trend: {
      reading: trendReading(months, voice),
      months: months.map(({ usual, ...month }) => ({ ...month, ...(usual && { usual }) })),
      ...(peak !== undefined && { peak }),
    },
    types: {
      reading: typesReading(types, now.totals.incidents, changed, voice.date.year(yearBefore.from), voice),
      rows: types.map(compared),
      all: compared(sumsOf(types, 'now', 'before', 'killed', 'injured')),
    },
    periods: {
      reading: suicidesWords(now.totals.suicides, shown, voice),
      columns: periodsInARow(scope, answers.months.series.points, periodsShown).map((one) => ({
        ...days(one.period),
        killed: one.amounts?.killed ?? null,
        injured: one.amounts?.injured ?? null,
      })),
    },
    people: { reading: peopleReading(people, voice), rows: people, all: peopleSums(people) },
    weapons: {
      reading: weaponsReading(seizures, voice),
      rows: weapons.map(compared),
      all: compared(sumsOf(weapons, 'now', 'before')),
      query: filterQuery({ ...filter, type: ['weapon_seizure'] }),
    },
    method: methodWords(period.unit, shown, voice),
    quality: qualityWords(now, shown, updated, voice),
    publisher: input.publisher,
    terms: termsWords(shown, input.licence, voice),
  };
}

const days = ({ from, to }: Period): Period => ({ from, to });

/** The answers that a figure is in: weapons are those of seizures. */
function figureAnswers(figure: BriefFigure, answers: AnswersTo<BriefQuestions>): FigureAnswers {
  return figure === 'weapons'
    ? { now: answers.seizures, before: answers.seizuresBefore, months: answers.seizuresByMonth }
    : answers;
}

function saidFigure(scope: BriefScope, figure: BriefFigure, answers: FigureAnswers, voice: Voice): BriefData['figures'][number] {
  const { period, filter, datasets } = scope;
  const { now, months } = answers;
  const onYear = figureChange(now, filter, figure, datasets);
  const onBefore = changeOnPeriodBefore(scope, answers, figure);
  return {
    measure: figure,
    count: isNotReported(now.totals, figure) ? null : (now.totals[figure] ?? 0),
    years: yearlyAmounts(scope, months.series.points, yearsShown).map((one) => ({
      ...days(one.period),
      count: one.amounts?.[figure] ?? null,
    })),
    verdicts: [
      saidVerdict(onYear, figure, yearsEarlier(period, 1), voice),
      ...(onBefore === undefined ? [] : [saidVerdict(onBefore, figure, calendarPeriodBefore(period), voice)]),
    ],
  };
}

/** Where: the rates of twelve months on a map, and that of the place beside the rate of all. */
function saidMap(
  subject: BriefSubject,
  { datasets }: BriefScope,
  { year, yearEverywhere }: Pick<AnswersTo<BriefQuestions>, 'year' | 'yearEverywhere'>,
  input: Input,
  voice: Voice,
): BriefData['map'] {
  const filter = yearFilter(subject);
  const query = filterQuery(filter);
  const rates = mapRates(year, filter, datasets, 'incidents');
  if (rates === undefined || rates.locations.length === 0) return { reading: voice.t('report.map.none'), query };
  const everywhere = {
    filter: yearFilter({ ...subject, place: { kind: 'all' } }),
    period: yearEverywhere.period,
    datasets: datasetsInScope(subject, input.datasets),
    findPopulation: population,
  };
  const ofAll = populationRate(everywhere, facetOf(yearEverywhere, 'country'), 'incidents');
  return { reading: ratesReading(subject, filter, rates, ofAll, voice), rates: ratesShown(rates), query };
}

export const briefPage: Page<unknown, BriefQuestions, BriefData> = { questions, say };
