import type { ByYear, Summary, TrendsSubjectsData } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import {
  type Filter,
  filterOfLargeSeizures,
  filterOfSeizures,
  type IncidentType,
  kindOf,
  locationCoverage,
  noneReported,
  type Period,
  reportedOf,
  without,
} from '@monitor/domain';
import { figureChange } from '../judge/change.ts';
import {
  coverageOf,
  coverageOfPlaces,
  datasetsHolding,
  datasetsInScope,
  daysWithData,
  namedLocations,
  overlapOf,
} from '../judge/dataset-coverage.ts';
import { comparedPeriod } from '../judge/compared-period.ts';
import {
  type CoveredYear,
  filterOfPeople,
  narrowed,
  peopleRequest,
  peopleRows,
  rangeOfYears,
  selectsVictims,
  yearColumns,
  type YearRange,
} from '../judge/people-figures.ts';
import { isNotReported, partOf, saidCounts } from '../judge/reported.ts';
import { seizuresRequest, tracedShare, weaponsBy } from '../judge/seizures-figures.ts';
import { stepCoverage } from '../judge/step-coverage.ts';
import { unknownValue } from '../judge/trend-split.ts';
import { afterColon, changeWords } from '../say/change-words.ts';
import { countedAmount } from '../say/counted-words.ts';
import { partWords } from '../say/part-words.ts';
import { inPeriod } from '../say/period-words.ts';
import { namedCoverage } from '../say/trend-words.ts';
import type { Voice } from '../say/voice.ts';
import { type AnswersTo, held, type Page, type PageInput, summaryOf } from './page.ts';

export type SubjectsInput = Pick<PageInput<unknown>, 'filter' | 'datasets'>;
type Input = SubjectsInput;

/** What is counted under the filter of the page. */
export function filtersOf({ filter, datasets }: Input) {
  const period = comparedPeriod(filter, datasets);
  if (period === undefined) return undefined;
  const people = filterOfPeople(filter);
  return {
    period,
    // A period that nobody chose is said as far as there is data of it.
    shown: filter.from === undefined ? daysWithData(period, coverageOfPlaces(filter, datasets)) : period,
    people,
    peopleNow: { ...people, ...period },
    partners: partnersOf(people),
    accidents: isShown(filter, 'accidental_shooting') ? accidentsOf(filter) : undefined,
    hasSeizures: isShown(filter, 'weapon_seizure'),
    seizures: filterOfSeizures(filter),
    seizuresNow: { ...filterOfSeizures(filter), ...period },
    largeNow: filterOfLargeSeizures({ ...filter, ...period }),
  };
}

/** Whether a type has its section: where whole kinds are selected, one beside the other, or the type itself. */
function isShown(filter: Filter, type: IncidentType): boolean {
  const kind = kindOf(filter);
  if (kind === 'all' || kind === 'violence' || kind === 'weapon_seizure') return true;
  return filter.subtype === undefined && filter.type?.includes(type) === true;
}

/** Women killed, where the filter can select partners among those who killed them. */
function partnersOf(people: Filter): Filter | undefined {
  const women = narrowed(people, { victim_sex: ['woman'], victim_outcome: ['killed'] });
  return people.relationship?.includes('intimate_partner') === false ? undefined : women;
}

/** Victims of accidental shootings, where the filter can select children among them. */
function accidentsOf(filter: Filter): Filter | undefined {
  if (filter.victim_age?.includes('0-18') === false) return undefined;
  return { ...without(filter, 'subtype'), type: ['accidental_shooting'] };
}

const byPlace = (filter: Filter, measure: 'victims' | 'suicides') =>
  summaryOf(filter, { facets: ['country'], measures: [measure] });

/** How many people each location of a filter has, most first. */
function placesOf(
  { facets }: Summary,
  { country, region }: Filter,
  measure: 'victims' | 'suicides',
): NonNullable<ByYear['places']> {
  // What a region has is not what its location has.
  if (region !== undefined) return [];
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
  const { people, peopleNow, partners, accidents, hasSeizures, seizures, seizuresNow } = filters;
  const bySexAndAge = { facets: ['victim_sex', 'victim_age'], measures: ['victims'] } as const;
  const killed = narrowed(peopleNow, { victim_outcome: ['killed'] });
  const injured = narrowed(peopleNow, { victim_outcome: ['injured'] });
  const sexUnknown = narrowed(people, {
    victim_sex: [unknownValue],
    victim_outcome: ['killed'],
    relationship: partnerOrUnknown,
  });
  return {
    people: summaryOf(peopleNow, peopleRequest),
    ...(killed && { killed: summaryOf(killed, bySexAndAge) }),
    ...(injured && { injured: summaryOf(injured, bySexAndAge) }),
    ...(partners && {
      partners: summaryOf(partners, { interval: 'year', split: 'relationship', measures: ['victims'] }),
      partnersByPlace: byPlace({ ...partners, relationship: ['intimate_partner'] }, 'victims'),
      ...(sexUnknown && { sexUnknown: summaryOf(sexUnknown, { measures: ['victims'] }) }),
    }),
    ...(accidents && {
      children: summaryOf(accidents, { interval: 'year', split: 'victim_age', measures: ['victims'] }),
      childrenByPlace: byPlace({ ...accidents, victim_age: ['0-18'] }, 'victims'),
    }),
    suicides: summaryOf(people, { interval: 'year', measures: ['suicides'] }),
    suicidesByPlace: byPlace(people, 'suicides'),
    suicidesHeld: summaryOf(people.dataset ? { dataset: people.dataset } : {}, { facets: ['dataset'], measures: ['suicides'] }),
    peopleHeld: held(people),
    ...(hasSeizures && { seizures: summaryOf(seizuresNow, seizuresRequest), seizuresHeld: held(seizures) }),
  };
}
type SubjectsQuestions = NonNullable<ReturnType<typeof questions>>;
type Answers = AnswersTo<SubjectsQuestions>;
export type SubjectsFilters = NonNullable<ReturnType<typeof filtersOf>>;
type Filters = SubjectsFilters;

function say(input: Input, answers: Answers, voice: Voice): TrendsSubjectsData {
  const filters = filtersOf(input)!;
  const partners = saidPartners(input, answers, filters, voice);
  const children = saidChildren(input, answers, filters, voice);
  const suicides = saidSuicides(input, answers, filters, voice);
  const people = saidSexAndAge(input, answers, filters, voice);
  const seizures = saidSeizures(input, answers, filters, voice);
  return {
    period: filters.shown,
    ...(partners && { partners }),
    ...(children && { children }),
    ...(suicides && { suicides }),
    ...(people && { people }),
    ...(seizures && { seizures }),
  };
}

/** All days of some years. */
export function daysText(years: readonly CoveredYear[], { date }: Voice): string {
  return date.period(years[0]!.days.from, years.at(-1)!.days.to);
}

/** Of a page about seizures, that people are those of violence. */
function ofViolence({ filter }: Input, { t }: Voice): readonly string[] {
  return kindOf(filter) === 'weapon_seizure' ? [t('trends.ofViolence')] : [];
}

/** The years of an answer that the data covers: its steps, and what is known of each. */
export function coveredYears(
  { series, period }: Summary,
  filter: Filter,
  { datasets }: Input,
  { facets }: Summary,
  voice: Voice,
): readonly CoveredYear[] {
  const inScope = datasetsInScope(filter, datasets);
  const concerned = datasetsHolding(inScope, filter, facets);
  const named = namedLocations(filter);
  const own = inScope.flatMap(locationCoverage).filter(({ country }) => named?.includes(country) ?? true);
  // Where no dataset ever had such incidents, a year without any says nothing.
  if (concerned.length === 0 || period === null) return [];
  const coverage = stepCoverage(
    series.points.map(({ start }) => start),
    'year',
    namedCoverage(concerned, filter, voice),
  );
  return series.points.flatMap((point, at): CoveredYear[] => {
    const year = { from: point.start, to: `${point.start.slice(0, 4)}-12-31` };
    const shown = overlapOf(year, period);
    // Within a year the data can end, and begin again later.
    const days = shown && coverageOf(own.flatMap((one) => overlapOf(one, shown) ?? []));
    if (days === undefined || coverage[at]?.key === '') return [];
    const isWhole = days.from === year.from && days.to === year.to;
    return [{ point, days, coverage: coverage[at]!, ...(!isWhole && { partly: partlyText(days, voice) }) }];
  });
}

/** `to Oct`, `from Jul`, `Jul–Oct`, `29 Feb`: the days of a year that is not complete. */
function partlyText({ from, to }: Period, { t, date }: Voice): string {
  const [first, last] = [date.shortMonthName(from), date.shortMonthName(to)];
  if (from === to) return date.dayAndMonth(from);
  if (from.endsWith('-01-01')) return t('trends.partly.to', { month: last });
  if (to.endsWith('-12-31')) return t('trends.partly.from', { month: first });
  return first === last ? first : t('trends.partly.between', { first, last });
}

/** The numbers of a value by year, and of what is not reported. */
function columnsOf(answer: Summary, value: string, years: readonly CoveredYear[]): ByYear['columns'] {
  const victims = (of: string) =>
    new Map(answer.series.parts?.find((part) => part.value === of)?.points.map((point) => [point.start, point.victims ?? 0]));
  const [known, unknown] = [victims(value), victims(unknownValue)];
  return yearColumns(years, ({ start }) => ({ value: known.get(start) ?? 0, unknown: unknown.get(start) ?? 0 }));
}

/** What is hatched and pale, where anything is. */
function marksText(columns: ByYear['columns'], hatched: string, { t }: Voice): readonly string[] {
  return [
    ...(columns.some(({ unknown }) => unknown > 0) ? [hatched] : []),
    ...(columns.some(({ partly }) => partly !== undefined) ? [t('trends.pale')] : []),
  ];
}

/** A range by year after its name: `between 3 and 12 a year, 2014–2025`. */
export function rangeTitle(name: 'partners' | 'large', range: YearRange | undefined, { t, number }: Voice): string {
  if (range === undefined) return t(`trends.${name}.title`);
  const { low, high, years } = range;
  const values = { low: number.count(low), high: number.count(high), years: years.join('–') };
  return t(`trends.${name}.${high === 0 ? 'none' : low === high ? 'same' : 'range'}`, values);
}

function saidPartners(input: Input, answers: Answers, { partners: filter, people }: Filters, voice: Voice): ByYear | undefined {
  const { t, number } = voice;
  const { partners: answer, partnersByPlace, peopleHeld, sexUnknown } = answers;
  if (filter === undefined || answer === undefined || partnersByPlace === undefined) return undefined;
  const years = coveredYears(answer, people, input, peopleHeld, voice);
  if (years.length === 0) return undefined;
  // Where the sex of nobody killed is reported, that no woman is on record says nothing.
  const isKnown =
    (answer.totals.victims ?? 0) > 0 || answers.killed?.facets.victim_sex?.some(({ value }) => value !== unknownValue);
  if (answers.people.totals.killed > 0 && !isKnown) return undefined;
  const leftOut = sexUnknown?.totals.victims ?? 0;
  const columns = columnsOf(answer, 'intimate_partner', years);
  return {
    title: rangeTitle('partners', rangeOfYears(columns, years), voice),
    reading: [
      t('trends.partners.reading', { period: daysText(years, voice) }),
      ...marksText(columns, t('trends.partners.hatched'), voice),
      ...(leftOut === 0 ? [] : [t('trends.partners.leftOut', { count: leftOut, number: number.count(leftOut) })]),
      ...ofViolence(input, voice),
    ].join(' '),
    query: filterQuery(narrowed(filter, { relationship: partnerOrUnknown })!),
    columns,
    places: placesOf(partnersByPlace, filter, 'victims'),
  };
}

function saidChildren(input: Input, answers: Answers, { accidents, people }: Filters, voice: Voice): ByYear | undefined {
  const { t } = voice;
  const { children: answer, childrenByPlace, peopleHeld } = answers;
  if (accidents === undefined || answer === undefined || childrenByPlace === undefined) return undefined;
  const years = coveredYears(answer, people, input, peopleHeld, voice);
  if (years.length === 0) return undefined;
  const columns = columnsOf(answer, '0-18', years);
  const sum = (of: (column: ByYear['columns'][number]) => number) => columns.reduce((total, column) => total + of(column), 0);
  const [yes, unknown] = [sum(({ value }) => value), sum((column) => column.unknown)];
  const all = answer.series.points.reduce((total, { victims = 0 }) => total + victims, 0);
  // Where nobody is described in any such incident, there may be children among those who were harmed.
  if (all === 0 && answer.totals.incidents > 0) return undefined;
  return {
    title:
      // Of ages that are selected there is no share of all.
      all === 0 || accidents.victim_age !== undefined
        ? t('trends.children.title')
        : t('trends.children.found', { period: daysText(years, voice), part: partWords({ yes, unknown, all }, voice) }),
    reading: [t('trends.children.reading'), ...marksText(columns, t('trends.children.hatched'), voice)].join(' '),
    query: filterQuery(narrowed(accidents, { victim_age: ['0-18', unknownValue] })!),
    columns,
    places: placesOf(childrenByPlace, accidents, 'victims'),
  };
}

/** They are counted separately from people killed. */
function saidSuicides(
  input: Input,
  answers: Answers,
  { people, peopleNow, shown: period }: Filters,
  voice: Voice,
): ByYear | undefined {
  const { t, number } = voice;
  const { suicides: answer, suicidesByPlace, people: now, peopleHeld, suicidesHeld } = answers;
  const years = coveredYears(answer, people, input, peopleHeld, voice);
  if (years.length === 0) return undefined;
  const concerned = datasetsHolding(datasetsInScope(people, input.datasets), people, peopleHeld.facets);
  // Hardly any source says that there were none: a dataset that has none at all does not record them.
  const recording = suicidesHeld.facets.dataset?.filter(({ suicides = 0 }) => suicides > 0).map(({ value }) => value);
  if (!concerned.some(({ slug }) => recording?.includes(slug))) return undefined;
  const count = now.totals.suicides;
  const { verdict, before } = changeWords(figureChange(now, peopleNow, 'suicides', concerned), 'suicides', voice);
  const values = {
    amount: t('measure.suicides.amount', { count, number: number.count(count) }),
    when: inPeriod(period, voice),
    verdict,
  };
  const columns = yearColumns(years, ({ suicides: value = 0 }) => ({ value, unknown: 0 }));
  return {
    title:
      before !== undefined
        ? t('trends.suicides.found', values)
        : t(count === 0 ? 'trends.suicides.title' : 'trends.suicides.counted', values),
    reading: [
      t('trends.suicides.reading'),
      before === undefined ? t('trends.suicides.notCompared', { verdict }) : t('trends.suicides.compared', { before }),
      ...marksText(columns, '', voice),
      ...ofViolence(input, voice),
    ].join(' '),
    query: filterQuery(people),
    columns,
    places: placesOf(suicidesByPlace, people, 'suicides'),
  };
}

function saidSexAndAge(
  input: Input,
  answers: Answers,
  { peopleNow, shown: period }: Filters,
  voice: Voice,
): TrendsSubjectsData['people'] {
  const { t, number, date } = voice;
  const { totals } = answers.people;
  // A filter of victims selects people who are described, and not all who were harmed in the same incidents.
  const isOfVictims = selectsVictims(peopleNow);
  const columns = (['killed', 'injured'] as const).flatMap((measure) => {
    const answer = answers[measure];
    if (answer === undefined || isNotReported(totals, measure)) return [];
    // Victims who are described are all counted.
    const { notReported } = isOfVictims ? noneReported : reportedOf(totals, measure);
    const whole = isOfVictims ? (answer.totals.victims ?? 0) : totals[measure];
    return [{ measure, whole, notReported, facets: answer.facets }];
  });
  // The values of a list that is selected have no share of all.
  const lists = (['victim_sex', 'victim_age'] as const).filter((list) => peopleNow[list] === undefined);
  if (lists.length === 0 || columns.every(({ whole }) => whole === 0)) return undefined;
  const groups = lists.map((list) => ({ list, rows: peopleRows(list, columns) }));
  const killed = columns.findIndex(({ measure, whole }) => measure === 'killed' && whole > 0);
  const killedOf = (of: (typeof lists)[number], is: string) =>
    groups.find(({ list }) => list === of)?.rows.find(({ value }) => value === is)?.amounts[killed] ?? 0;
  const ageUnknown = killedOf('victim_age', unknownValue);
  const harmed = columns.map(({ measure }) => t(`measure.${measure}.label`, { count: 2 }));
  const values = { harmed, lists: lists.map((list) => t(`trends.people.by.${list}`)) };
  const [men, women] = [killedOf('victim_sex', 'man'), killedOf('victim_sex', 'woman')];
  const hatched = isOfVictims ? 'trends.people.hatchedOfVictims' : 'trends.people.hatched';
  return {
    title:
      killed < 0 || !lists.includes('victim_sex')
        ? t('trends.people.title', values)
        : [
            t('trends.people.found', {
              part: partWords(partOf({ yes: men, no: women, all: columns[killed]!.whole }), voice),
            }),
            ...(ageUnknown === 0 ? [] : [t('trends.people.ageUnknown', { number: number.count(ageUnknown) })]),
          ].join('. '),
    reading: [
      t('trends.people.reading', { ...values, period: date.period(period.from, period.to) }),
      ...(isOfVictims ? [t('trends.people.ofVictims')] : []),
      ...(groups.some(({ rows }) => rows.at(-1)?.amounts.some((amount) => amount > 0)) ? [t(hatched)] : []),
      ...ofViolence(input, voice),
    ].join(' '),
    query: filterQuery(peopleNow),
    columns: columns.map(({ measure, whole: count, notReported }) => ({
      measure,
      count,
      notReported,
      amount: t(`measure.${measure}.amount`, { count, number: number.count(count) }),
    })),
    groups,
  };
}

function saidSeizures(
  { datasets }: Input,
  { seizures: answer, seizuresHeld }: Answers,
  { seizures, seizuresNow: filter, shown: period }: Filters,
  voice: Voice,
): TrendsSubjectsData['seizures'] {
  const { t, number, date } = voice;
  if (answer === undefined || seizuresHeld === undefined || answer.totals.incidents === 0) return undefined;
  const { totals } = answer;
  const { weapons = 0, rounds = 0 } = totals;
  const traced = tracedShare(answer);
  const [first, second] = totals.clustering.weapons?.largest ?? [0, 0];
  const unknown = totals.notReported.weapons ?? 0;
  const concerned = datasetsHolding(datasetsInScope(seizures, datasets), seizures, seizuresHeld.facets);
  const amountOf = (measure: 'incidents' | 'weapons' | 'rounds') => amountWords(measure, totals[measure] ?? 0, voice);
  const changeOf = (measure: 'incidents' | 'weapons') => {
    const { verdict, before } = changeWords(figureChange(answer, filter, measure, concerned), measure, voice);
    const reason = afterColon(verdict);
    return before === undefined ? reason : t('changes.reasonBefore', { reason, before });
  };
  const [changed, weaponsChanged] = [changeOf('incidents'), changeOf('weapons')];
  const isUnknown = isNotReported(totals, 'weapons');
  return {
    title: t(isUnknown ? 'trends.seizures.notCounted' : 'trends.seizures.found', {
      seizures: amountOf('incidents'),
      weapons: amountOf('weapons'),
    }),
    reading: [
      t(isUnknown ? 'trends.seizures.readingOfNone' : 'trends.seizures.reading', { period: date.period(period.from, period.to) }),
      changed === weaponsChanged
        ? t('trends.seizures.notChanged', { reason: changed })
        : t('trends.seizures.changes', { seizures: changed, weapons: weaponsChanged }),
      // Of none it is not known whether they are just not reported.
      ...(rounds === 0 ? [] : [t('trends.seizures.rounds', { rounds: amountOf('rounds') })]),
    ].join(' '),
    query: filterQuery(filter),
    weapons,
    weaponsNotReported: unknown,
    amount: amountOf('weapons'),
    groups: seizuresRequest.facets
      .map((list) => ({
        list,
        rows: weaponsBy(answer.facets[list], filter[list]).map(({ value, weapons: of }) => ({
          value,
          ...saidCounts({ weapons: of }),
        })),
      }))
      .filter(({ rows }) => rows.length > 0),
    ...(traced.all > 0 &&
      filter.traced === undefined && {
        traced: {
          title: t('trends.seizures.traced.title', { part: partWords(partOf(traced), voice) }),
          ...(traced.no > 0 && { text: t('trends.seizures.traced.text', { count: traced.no, no: number.count(traced.no) }) }),
        },
      }),
    // Of two seizures nobody needs to be told that they have all.
    ...(second > 0 &&
      first + second < weapons && {
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
