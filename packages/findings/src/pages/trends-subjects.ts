import type { ByYear, SeriesPoint, Summary, TrendsSubjectsData } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import { type Filter, filterOfLargeSeizures, filterOfSeizures, type Period, without } from '@monitor/domain';
import { figureChange } from '../judge/change.ts';
import { datasetsHolding, datasetsInScope } from '../judge/dataset-coverage.ts';
import { comparedPeriod } from '../judge/compared-period.ts';
import { filterOfPeople, peopleRequest, peopleRows, rangeOfYears, yearColumns, type YearRange } from '../judge/people-figures.ts';
import { partOf } from '../judge/reported.ts';
import { seizuresRequest, tracedShare, weaponsBy } from '../judge/seizures-figures.ts';
import { stepCoverage, type StepCoverage } from '../judge/step-coverage.ts';
import { unknownValue } from '../judge/trend-split.ts';
import { changeWords } from '../say/change-words.ts';
import { countedAmount } from '../say/counted-words.ts';
import { partWords } from '../say/part-words.ts';
import { inPeriod } from '../say/period-words.ts';
import { namedCoverage } from '../say/trend-words.ts';
import type { Voice } from '../say/voice.ts';
import { type AnswersTo, type Page, type PageInput, summaryOf } from './page.ts';

export type SubjectsInput = Pick<PageInput<unknown>, 'filter' | 'datasets'>;
type Input = SubjectsInput;

/** What is counted under the filter of the page. */
export function filtersOf({ filter, datasets }: Input) {
  const period = comparedPeriod(filter, datasets);
  if (period === undefined) return undefined;
  const people = filterOfPeople(filter);
  const partners: Filter = { ...people, victim_sex: ['woman'], victim_outcome: ['killed'] };
  const accidents: Filter = { ...without(filter, 'subtype'), type: ['accidental_shooting'] };
  return {
    period,
    people,
    peopleNow: { ...people, ...period },
    partners,
    accidents,
    seizures: filterOfSeizures(filter),
    seizuresNow: { ...filterOfSeizures(filter), ...period },
    largeNow: filterOfLargeSeizures({ ...filter, ...period }),
  };
}

export const held = (filter: Filter) => summaryOf(without(filter, 'from', 'to'), { facets: ['dataset', 'country'] });

const byPlace = (filter: Filter, measure: 'victims' | 'suicides') =>
  summaryOf(filter, { facets: ['country'], measures: [measure] });

/** How many people each location of a filter has, most first. */
function placesOf({ facets }: Summary, { country }: Filter, measure: 'victims' | 'suicides'): NonNullable<ByYear['places']> {
  const places = (facets.country ?? []).map(({ value: code, [measure]: count = 0 }) => ({ code, count }));
  return places
    .filter(({ code, count }) => count > 0 && (country?.includes(code) ?? true))
    .toSorted((one, other) => other.count - one.count);
}

/** How those are related to the perpetrator who were killed by a partner, as far as it is known. */
const partnerOrUnknown = ['intimate_partner', unknownValue] as const;

function questions(input: Input) {
  const filters = filtersOf(input);
  if (filters === undefined) return undefined;
  const { people, peopleNow, partners, accidents, seizures, seizuresNow } = filters;
  const bySexAndAge = { facets: ['victim_sex', 'victim_age'], measures: ['victims'] } as const;
  return {
    sexUnknown: summaryOf({ ...partners, victim_sex: [unknownValue], relationship: partnerOrUnknown }, { measures: ['victims'] }),
    partners: summaryOf(partners, { interval: 'year', split: 'relationship', measures: ['victims'] }),
    people: summaryOf(peopleNow, peopleRequest),
    killed: summaryOf({ ...peopleNow, victim_outcome: ['killed'] }, bySexAndAge),
    injured: summaryOf({ ...peopleNow, victim_outcome: ['injured'] }, bySexAndAge),
    partnersByPlace: byPlace({ ...partners, relationship: ['intimate_partner'] }, 'victims'),
    childrenByPlace: byPlace({ ...accidents, victim_age: ['0-18'] }, 'victims'),
    suicidesByPlace: byPlace(people, 'suicides'),
    children: summaryOf(accidents, { interval: 'year', split: 'victim_age', measures: ['victims'] }),
    suicides: summaryOf(people, { interval: 'year', measures: ['suicides'] }),
    peopleHeld: held(people),
    seizures: summaryOf(seizuresNow, seizuresRequest),
    seizuresHeld: held(seizures),
  };
}
type SubjectsQuestions = NonNullable<ReturnType<typeof questions>>;
type Answers = AnswersTo<SubjectsQuestions>;
export type SubjectsFilters = NonNullable<ReturnType<typeof filtersOf>>;
type Filters = SubjectsFilters;

function say(input: Input, answers: Answers, voice: Voice): TrendsSubjectsData {
  const filters = filtersOf(input)!;
  return {
    period: filters.period,
    partners: saidPartners(input, answers, filters, voice),
    children: saidChildren(answers, filters, voice),
    suicides: saidSuicides(input, answers, filters, voice),
    people: saidSexAndAge(answers, filters, voice),
    seizures: saidSeizures(input, answers, filters, voice),
  };
}

/** `to Oct`: how far a year that is not complete goes. */
export function partlyText({ period }: Pick<Summary, 'period'>, { t, date }: Voice): string {
  return period === null ? '' : t('trends.partly', { month: date.shortMonthName(period.to) });
}

export function periodText(period: Period | null, { date }: Voice): string {
  return period === null ? '' : date.period(period.from, period.to);
}

/** Columns of a value, and of what is not reported. */
function columnsOf(answer: Summary, value: string, voice: Voice): ByYear['columns'] {
  const victims = (of: string) =>
    new Map(answer.series.parts?.find((part) => part.value === of)?.points.map((point) => [point.start, point.victims ?? 0]));
  const [known, unknown] = [victims(value), victims(unknownValue)];
  return yearColumns(
    answer.series.points.map(({ start, partial }) => ({
      start,
      partial,
      value: known.get(start) ?? 0,
      unknown: unknown.get(start) ?? 0,
    })),
    partlyText(answer, voice),
  );
}

/** What the data covers of each year of an answer. */
export function coverageOfYears(
  { series }: Summary,
  filter: Filter,
  { datasets }: Input,
  { facets }: Summary,
  voice: Voice,
): StepCoverage[] {
  const concerned = datasetsHolding(datasetsInScope(filter, datasets), filter, facets);
  // Where no dataset ever had such incidents, a year without any says nothing.
  if (concerned.length === 0) return [];
  return stepCoverage(
    series.points.map(({ start }) => start),
    'year',
    namedCoverage(concerned, filter, voice),
  );
}

/** A range by year after its name: `between 3 and 12 a year, 2014–2025`. */
export function rangeTitle(name: 'partners' | 'large', range: YearRange | undefined, { t, number }: Voice): string {
  if (range === undefined) return t(`trends.${name}.title`);
  const { low, high, years } = range;
  const values = { low: number.count(low), high: number.count(high), years: years.join('–') };
  return t(`trends.${name}.${high === 0 ? 'none' : low === high ? 'same' : 'range'}`, values);
}

function saidPartners(
  input: Input,
  { partners: answer, partnersByPlace, peopleHeld, sexUnknown }: Answers,
  filters: Filters,
  voice: Voice,
): ByYear {
  const { t, number } = voice;
  const { partners: filter, people } = filters;
  const leftOut = sexUnknown.totals.victims ?? 0;
  const reading = t('trends.partners.reading', { period: periodText(answer.period, voice) });
  const columns = columnsOf(answer, 'intimate_partner', voice);
  const range = rangeOfYears(columns, coverageOfYears(answer, people, input, peopleHeld, voice));
  return {
    title: rangeTitle('partners', range, voice),
    reading: leftOut === 0 ? reading : t('trends.partners.leftOut', { reading, count: leftOut, number: number.count(leftOut) }),
    query: filterQuery({ ...filter, relationship: partnerOrUnknown }),
    columns,
    places: placesOf(partnersByPlace, filter, 'victims'),
  };
}

function saidChildren({ children: answer, childrenByPlace }: Answers, { accidents }: Filters, voice: Voice): ByYear {
  const { t } = voice;
  const columns = columnsOf(answer, '0-18', voice);
  const sum = (of: (column: ByYear['columns'][number]) => number) => columns.reduce((total, column) => total + of(column), 0);
  const [yes, unknown] = [sum(({ value }) => value), sum((column) => column.unknown)];
  const all = answer.series.points.reduce((total, { victims = 0 }) => total + victims, 0);
  return {
    title:
      all === 0
        ? t('trends.children.title')
        : t('trends.children.found', { period: periodText(answer.period, voice), part: partWords({ yes, unknown, all }, voice) }),
    reading: t('trends.children.reading'),
    query: filterQuery({ ...accidents, victim_age: ['0-18', unknownValue] }),
    columns,
    places: placesOf(childrenByPlace, accidents, 'victims'),
  };
}

/** They are counted separately from people killed. */
function saidSuicides({ datasets }: Input, answers: Answers, { people, peopleNow, period }: Filters, voice: Voice): ByYear {
  const { t, number } = voice;
  const { suicides: answer, suicidesByPlace, people: now, peopleHeld } = answers;
  const concerned = datasetsHolding(datasetsInScope(people, datasets), people, peopleHeld.facets);
  const count = now.totals.suicides;
  const { verdict, before } = changeWords(figureChange(now, peopleNow, 'suicides', concerned), 'suicides', voice);
  return {
    title:
      count === 0 && before === undefined
        ? t('trends.suicides.title')
        : t('trends.suicides.found', {
            amount: t('measure.suicides.amount', { count, number: number.count(count) }),
            when: inPeriod(period, voice),
            verdict,
          }),
    reading: before === undefined ? t('trends.suicides.reading') : t('trends.suicides.readingBefore', { before }),
    query: filterQuery(people),
    columns: yearColumns(
      answer.series.points.map(({ start, partial, suicides: value = 0 }: SeriesPoint) => ({ start, partial, value, unknown: 0 })),
      partlyText(answer, voice),
    ),
    places: placesOf(suicidesByPlace, people, 'suicides'),
  };
}

function saidSexAndAge(answers: Answers, { peopleNow, period }: Filters, voice: Voice): TrendsSubjectsData['people'] {
  const { t, number } = voice;
  const { totals } = answers.people;
  const groups = (['victim_sex', 'victim_age'] as const).map((list) => ({
    list,
    rows: peopleRows(list, [
      { whole: totals.killed, facets: answers.killed.facets },
      { whole: totals.injured, facets: answers.injured.facets },
    ]),
  }));
  const [bySex, byAge] = groups;
  const killedOf = (group: (typeof groups)[number] | undefined, is: string) =>
    group?.rows.find(({ value }) => value === is)?.amounts[0] ?? 0;
  const [men, women] = [killedOf(bySex, 'man'), killedOf(bySex, 'woman')];
  return {
    title:
      totals.killed === 0
        ? t('trends.people.title')
        : t('trends.people.found', {
            part: partWords(partOf({ yes: men, no: women, all: totals.killed }), voice),
            unknown: number.count(killedOf(byAge, unknownValue)),
          }),
    reading: t('trends.people.reading', { period: periodText(period, voice) }),
    query: filterQuery(peopleNow),
    columns: (['killed', 'injured'] as const).map((measure) => {
      const count = totals[measure];
      return { measure, count, amount: t(`measure.${measure}.amount`, { count, number: number.count(count) }) };
    }),
    groups,
  };
}

function saidSeizures(
  { datasets }: Input,
  { seizures: answer, seizuresHeld }: Answers,
  { seizures, seizuresNow: filter, period }: Filters,
  voice: Voice,
): TrendsSubjectsData['seizures'] {
  const { t, number } = voice;
  const { totals } = answer;
  const { weapons = 0 } = totals;
  const traced = tracedShare(answer);
  const [first, second] = totals.clustering.weapons?.largest ?? [0, 0];
  const unknown = totals.notReported.weapons ?? 0;
  const concerned = datasetsHolding(datasetsInScope(seizures, datasets), seizures, seizuresHeld.facets);
  const amountOf = (measure: 'incidents' | 'weapons' | 'rounds') => amountWords(measure, totals[measure] ?? 0, voice);
  const changeOf = (measure: 'incidents' | 'weapons') => {
    const { verdict, before } = changeWords(figureChange(answer, filter, measure, concerned), measure, voice);
    return before === undefined ? verdict : t('changes.reasonBefore', { reason: verdict, before });
  };
  return {
    title: t('trends.seizures.found', { seizures: amountOf('incidents'), weapons: amountOf('weapons') }),
    reading: [
      t('trends.seizures.reading', { period: periodText(period, voice) }),
      t('trends.seizures.changes', {
        seizures: changeOf('incidents'),
        weapons: changeOf('weapons'),
        rounds: amountOf('rounds'),
      }),
    ].join(' '),
    query: filterQuery(filter),
    weapons,
    amount: amountOf('weapons'),
    groups: seizuresRequest.facets
      .map((list) => ({ list, rows: weaponsBy(answer.facets[list]) }))
      .filter(({ rows }) => rows.length > 0),
    ...(traced.all > 0 && {
      traced: {
        title: t('trends.seizures.traced.title', { part: partWords(partOf(traced), voice) }),
        text: t('trends.seizures.traced.text', { count: traced.no, no: number.count(traced.no) }),
      },
    }),
    ...(second > 0 &&
      weapons > 0 && {
        largest: t('trends.seizures.largest', {
          first: number.count(first),
          second: number.count(second),
          share: number.share((first + second) / weapons),
        }),
      }),
    ...(unknown > 0 && { notReported: t('trends.seizures.notReported', { count: unknown, number: number.count(unknown) }) }),
  };
}

/** `1,234 weapon seizures`, `5,366 weapons`. */
export function amountWords(measure: 'incidents' | 'weapons' | 'rounds', count: number, voice: Voice): string {
  if (measure === 'incidents') return countedAmount('weapon_seizure', measure, count, voice);
  return voice.t(`measure.${measure}.amount`, { count, number: voice.number.count(count) });
}

export const trendsSubjects: Page<unknown, SubjectsQuestions, TrendsSubjectsData> = { questions, say };
