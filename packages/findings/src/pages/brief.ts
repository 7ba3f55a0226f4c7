import type { BriefData, BriefFigure, Summary } from '@monitor/contract';
import { briefFigures, filterQuery, sexColumns } from '@monitor/contract/without-schemas';
import {
  calendarPeriodBefore,
  type Filter,
  filterOfLargeSeizures,
  harmedPeople,
  type HarmedPeople,
  isSilent,
  type Period,
  recordOf,
  type Reported,
  reportedOf,
  type SummaryRequest,
  yearsEarlier,
} from '@monitor/domain';
import { population } from '@monitor/geography';
import { type FigureChange, figureChange } from '../judge/change.ts';
import { compareCoverage } from '../judge/compare-coverage.ts';
import { taking, type WithAlike, withParts } from '../judge/compared-within.ts';
import { coverageOfPlaces, type Dataset, datasetsHolding, datasetsInScope, daysWithData } from '../judge/dataset-coverage.ts';
import {
  type BriefScope,
  changeOnPeriodBefore,
  type FigureAnswers,
  isComparable,
  peakOf,
  periodsInARow,
  trendMonths,
  yearlyAmounts,
} from '../judge/brief-figures.ts';
import {
  changedTypes,
  facetOf,
  type PeopleCounts,
  peopleRows,
  peopleSums,
  typeRows,
  typeSums,
  weaponRows,
  weaponsOf,
} from '../judge/brief-rows.ts';
import { rateFinding } from '../judge/brief-rates.ts';
import {
  askedBrief,
  briefFilter,
  briefPeriod,
  type BriefSubject,
  hasData,
  kindFilter,
  yearFilter,
} from '../judge/brief-subject.ts';
import { mapRates, ratesShown } from '../judge/map-rates.ts';
import { withinFamily } from '../judge/notable-changes.ts';
import { answeredRate, dispersionOf } from '../judge/population-rate.ts';
import { isNotReported, recordingSeizures, saidCounts } from '../judge/reported.ts';
import { methodWords, qualityWords, suicidesWords, termsWords } from '../say/brief-method.ts';
import { briefTitle } from '../say/brief-names.ts';
import { pointsWords } from '../say/brief-points.ts';
import {
  peopleReading,
  ratesNotes,
  ratesReading,
  ratesTitle,
  trendWords,
  typesReading,
  weaponsReading,
} from '../say/brief-readings.ts';
import { leadWords, saidVerdict, withoutWords } from '../say/brief-sentences.ts';
import type { Voice } from '../say/voice.ts';
import { familiesOf, familyOfWhole, type KnownFamily } from './families.ts';
import { type AnswersTo, byLocation, type Page, type PageInput, seizuresRecorded } from './page.ts';

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

/** Years before that a figure is shown beside. */
const earlierYears = [1, 2, 3, 4, 5] as const;
type EarlierYear = (typeof earlierYears)[number];

function questions(input: Input, known: KnownFamily & { readonly months?: WithAlike<Summary> } = {}) {
  const subject = subjectOf(input);
  if (subject === undefined) return undefined;
  const { period } = subject;
  type Days = Partial<Period> & Pick<Filter, 'leave_out'>;
  const filterIn = (kind: 'violence' | 'weapon_seizure', { leave_out: parts, ...days }: Days): Filter => ({
    ...kindFilter(kind, subject, days),
    ...(parts && { leave_out: parts }),
  });
  const violence = (days: Days, request: Partial<SummaryRequest> = {}) => summary(filterIn('violence', days), request);
  const seizures = (days: Days, request: Partial<SummaryRequest> = {}) =>
    summary(filterIn('weapon_seizure', days), { measures: ['weapons', 'rounds'], ...request });
  const victims = (sex: 'woman' | 'man' | 'not_reported') =>
    summary({ ...kindFilter('violence', subject, period), victim_sex: [sex] }, { facets: ['victim_age', 'relationship'] });
  const before = calendarPeriodBefore(period);
  // All months up to the end of the period, and what data there is.
  const past = { to: period.to };
  const held = ['dataset', 'country'] as const;
  type Years = Record<`violence${EarlierYear}` | `seizures${EarlierYear}`, ReturnType<typeof summary>>;
  // Periods beside each other are of what is there throughout, which the months tell.
  const { leave_out } = known.months?.alike?.line?.filter ?? {};
  const alike = leave_out && { leave_out };
  const years = Object.fromEntries(
    earlierYears.flatMap((year) => {
      const days = { ...yearsEarlier(period, year), ...alike };
      return [
        [`violence${year}`, violence(days, { facets: ['type'] })],
        [`seizures${year}`, seizures(days, { facets: ['weapon'] })],
      ];
    }),
  ) as Years;
  const beside = {
    before: violence({ ...before, ...alike }),
    seizuresBefore: seizures({ ...before, ...alike }),
    ...years,
    ...(alike && {
      nowAlike: violence({ ...period, ...alike }, { facets: ['type'] }),
      seizuresAlike: seizures({ ...period, ...alike }, { facets: ['weapon'] }),
    }),
  };
  return {
    now: violence(period, { facets: ['type', 'legal', 'weapon', 'source', 'place_precision', 'dataset'], hours: true }),
    months: violence(past, { facets: held, interval: 'month' }),
    seizures: seizures(period, { facets: ['weapon', 'mode', 'traced', 'dataset'] }),
    largeSeizures: summary(filterOfLargeSeizures(briefFilter(subject, period)), { measures: ['weapons'] }),
    seizuresEver: seizures(past, { facets: held }),
    seizuresRecorded,
    ...(known.months === undefined ? ({} as typeof beside) : beside),
    ...familyOfWhole({ filter: kindFilter('violence', subject, period), datasets: input.datasets }, known),
    women: victims('woman'),
    men: victims('man'),
    unknownSex: victims('not_reported'),
    // Of the location, also where the brief is of one of its regions.
    year: summary(yearFilter(subject), { facets: ['country', 'region'] }),
    yearEverywhere: summary(yearFilter({ ...subject, place: { kind: 'all' } }), { facets: ['country'], ...byLocation }),
  };
}
type BriefQuestions = NonNullable<ReturnType<typeof questions>>;

function say(input: Input, answers: AnswersTo<BriefQuestions>, voice: Voice): BriefData {
  const subject = subjectOf(input)!;
  const { period } = subject;
  const yearBefore = yearsEarlier(period, 1);
  const { now, seizures } = answers;
  const inScope = datasetsInScope(subject, input.datasets);
  const isRecorded = hasData(subject, recordingSeizures(inScope, answers.seizuresRecorded));
  const unrecorded = isRecorded ? {} : { unrecorded: voice.t('unrecorded.weapon_seizure') };
  const scopeOf = (kind: 'violence' | 'weapon_seizure', { facets }: Summary): BriefScope => {
    const line = taking('line', answers.months, kindFilter(kind, subject, period), inScope);
    return { period, filter: line.filter, datasets: datasetsHolding(line.datasets, line.filter, facets) };
  };
  // What is beside other periods.
  const [alike, seizuresAlike] = [answers.nowAlike ?? now, answers.seizuresAlike ?? seizures];
  const pointsOfLine = taking('line', answers.months, {}, inScope).answer.series.points;
  const scope = scopeOf('violence', answers.months);
  const ofSeizures = scopeOf('weapon_seizure', answers.seizuresEver);
  const withIncidents = new Set([now, seizures].flatMap((answer) => facetOf(answer, 'dataset').map(({ value }) => value)));
  // Without incidents, those that cover the place: its zeros are theirs.
  const shown = inScope.filter((one) => (withIncidents.size > 0 ? withIncidents.has(one.slug) : hasData(subject, [one])));
  const updated =
    shown
      .flatMap(({ updated_at }) => updated_at ?? [])
      .toSorted()
      .at(-1) ?? null;
  /** Numbers of the year before, where they mean something. */
  const compared = (of: BriefScope) => {
    const isKnown = isComparable(of, yearBefore);
    return <Row extends { readonly before: number | null }>(row: Row) => ({ ...row, before: isKnown ? row.before : null });
  };
  const months = trendMonths(scope, pointsOfLine, monthsShown);
  const peak = peakOf(months, period)?.month;
  const types = typeRows(alike, answers.violence1);
  const coverageOfTypes = () => compareCoverage(scope.datasets, scope.filter, period, yearBefore);
  const changed = changedTypes(types, coverageOfTypes, dispersionOf(alike.totals, 'incidents'));
  const people = peopleRows(now, answers);
  const weapons = weaponRows(seizuresAlike, answers.seizures1);
  const families = familiesOf({ filter: kindFilter('violence', subject, period), datasets: input.datasets }, answers);
  const scopeOfFigure = (figure: BriefFigure) => (figure === 'weapons' ? ofSeizures : scope);
  const onYear = (figure: BriefFigure) => {
    const kind = figure === 'weapons' ? 'weapon_seizure' : 'violence';
    const filter = kindFilter(kind, subject, period);
    const { facets } = figure === 'weapons' ? answers.seizuresEver : answers.months;
    const change = figureChange(wholeOf(figure, answers), filter, figure, datasetsHolding(inScope, filter, facets));
    return withinFamily(change, families, filter, figure);
  };
  return {
    title: briefTitle(subject, voice),
    ...(subject.place.kind !== 'all' && { place: subject.place.code }),
    unit: period.unit,
    period: days(period),
    yearBefore: days(yearBefore),
    query: filterQuery(kindFilter('violence', subject, period)),
    sources: shown.map(({ slug }) => slug),
    updated,
    lead: leadWords(
      period,
      now.totals.incidents,
      onYear('incidents'),
      coverageOfPlaces(kindFilter('violence', subject, period), input.datasets),
      voice,
    ),
    figures: briefFigures.map((figure) =>
      figure === 'weapons' && !isRecorded
        ? { measure: figure, count: null, notReported: 0, years: [], verdicts: [], notes: [], ...unrecorded }
        : saidFigure(scopeOfFigure(figure), figure, answers, onYear(figure), voice),
    ),
    map: saidMap(
      subject,
      datasetsHolding(inScope, kindFilter('violence', subject, period), answers.months.facets),
      answers,
      input,
      voice,
    ),
    points: pointsWords(
      {
        ...answers,
        people: peopleSums(people),
        types: typeRows(now, answers.violence1),
        weapons: weaponRows(seizures, answers.seizures1),
        isRecorded,
      },
      voice,
    ),
    trend: {
      ...trendWords(months, period, voice),
      months: months.map(({ month, incidents, partial, chosen, usual }) => ({
        month,
        incidents,
        partial,
        chosen,
        ...(usual && { usual }),
      })),
      ...(peak !== undefined && { peak }),
    },
    types: {
      reading: typesReading(alike.totals.incidents, changed, voice.date.year(yearBefore.from), voice),
      rows: types.map(compared(scope)).map(saidTypes),
      all: saidTypes(compared(scope)(typeSums(types))),
      ...(isRecorded && {
        seizures: saidTypes(
          compared(ofSeizures)({
            now: seizuresAlike.totals.incidents,
            before: answers.seizures1.totals.incidents,
            ...recordOf(harmedPeople, (name) => reportedOf(seizures.totals, name)),
          }),
        ),
      }),
    },
    periods: {
      reading: suicidesWords(now.totals.suicides, shown, voice),
      columns: periodsInARow(scope, pointsOfLine, periodsShown).map((one) => ({
        ...days(one.period),
        ...recordOf(harmedPeople, (name) => (one.amounts && !isSilent(one.amounts[name]) ? one.amounts[name].count : null)),
        notReported: recordOf(harmedPeople, (name) => one.amounts?.[name].notReported ?? 0),
      })),
    },
    people: {
      reading: peopleReading(people, voice),
      rows: people.map((row) => saidPeople(row, now.totals)),
      all: saidPeople(peopleSums(people), now.totals),
    },
    weapons: {
      reading: unrecorded.unrecorded ?? weaponsReading(seizures, voice),
      ...unrecorded,
      rows: weapons.map(compared(ofSeizures)),
      all: compared(ofSeizures)({ now: weaponsOf(seizuresAlike), before: weaponsOf(answers.seizures1) }),
      query: filterQuery(kindFilter('weapon_seizure', subject, period)),
    },
    method: methodWords(period.unit, shown, voice),
    quality: qualityWords(now, shown, updated, voice),
    publisher: input.publisher,
    terms: termsWords(shown, input.licence, voice),
  };
}

function saidTypes<Row extends Readonly<Record<HarmedPeople, Reported>>>(row: Row) {
  return { ...row, ...saidCounts(recordOf(harmedPeople, (name) => row[name])) };
}

/** People by sex, each with the incidents that do not give the number: any of them may have some of these people. */
function saidPeople<Row extends PeopleCounts>(row: Row, { notReported: { killed, injured } }: Summary['totals']) {
  return { ...row, ...recordOf(sexColumns, (sex) => ({ ...row[sex], notReported: { killed, injured } })) };
}

const days = ({ from, to }: Period): Period => ({ from, to });

/** The answer that a figure is in: weapons are those of seizures. */
function wholeOf(figure: BriefFigure, { now, seizures }: AnswersTo<BriefQuestions>): WithAlike<Summary> {
  return figure === 'weapons' ? seizures : now;
}

/** The same of several periods beside each other. */
function figureAnswers(figure: BriefFigure, answers: AnswersTo<BriefQuestions>): FigureAnswers {
  const now = (figure === 'weapons' ? answers.seizuresAlike : answers.nowAlike) ?? wholeOf(figure, answers);
  return figure === 'weapons'
    ? { now, before: answers.seizuresBefore, earlier: earlierYears.map((year) => answers[`seizures${year}`]) }
    : { now, before: answers.before, earlier: earlierYears.map((year) => answers[`violence${year}`]) };
}

/** @param onYear its change on the year before */
function saidFigure(
  scope: BriefScope,
  figure: BriefFigure,
  answers: AnswersTo<BriefQuestions>,
  onYear: FigureChange,
  voice: Voice,
): BriefData['figures'][number] {
  const beside = figureAnswers(figure, answers);
  const years = yearlyAmounts(scope, beside, figure);
  const onBefore = changeOnPeriodBefore(scope, beside, figure);
  const { totals } = wholeOf(figure, answers);
  return {
    measure: figure,
    count: isNotReported(totals, figure) ? null : (totals[figure] ?? 0),
    notReported: reportedOf(totals, figure).notReported,
    years: years.map(({ period, count = null, ofOne }) => ({ ...days(period), count, ...(ofOne !== undefined && { ofOne }) })),
    verdicts: [onYear, ...(onBefore === undefined ? [] : [onBefore])].map((change) => saidVerdict(change, figure, voice)),
    notes: withoutWords(years, figure, voice),
  };
}

/** Where: the rates of twelve months on a map, and that of the place beside the rate of all. */
function saidMap(
  subject: BriefSubject,
  datasets: readonly Dataset[],
  { year, yearEverywhere }: Pick<AnswersTo<BriefQuestions>, 'year' | 'yearEverywhere'>,
  input: Input,
  voice: Voice,
): BriefData['map'] {
  const filter = yearFilter(subject);
  const query = filterQuery(filter);
  const { from = '', to = '' } = filter;
  const held = daysWithData({ from, to }, coverageOfPlaces(filter, datasets));
  const rates = mapRates(withParts(year, yearEverywhere), filter, datasets, 'incidents');
  if (rates === undefined || rates.locations.length === 0)
    return { title: voice.t('report.map.title.none'), reading: voice.t('report.map.none'), notes: [], query };
  const everywhere = {
    filter: yearFilter({ ...subject, place: { kind: 'all' } }),
    period: yearEverywhere.period,
    datasets: datasetsInScope(subject, input.datasets),
    findPopulation: population,
  };
  const ofAll = answeredRate(everywhere, yearEverywhere, 'incidents');
  return {
    title: ratesTitle(rateFinding(subject.place, rates, ofAll), voice),
    reading: ratesReading(subject, held, rates, ofAll, voice),
    notes: ratesNotes(subject, rates, voice),
    rates: ratesShown(rates),
    query,
  };
}

export const briefPage: Page<unknown, BriefQuestions, BriefData> = { questions, say };
