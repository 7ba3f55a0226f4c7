import type { TrendsTablesData } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import { type Filter, filterOfLargeSeizures, filterOfSeizures, type IncidentType, weaponsOfLargeSeizure } from '@monitor/domain';
import { filterOfNumberedSeizures, filterOfSeizuresOfWeapons, largeYears } from '../judge/large-figures.ts';
import { peopleGroups, peopleRequest, rangeOfYears, yearColumns } from '../judge/people-figures.ts';
import type { Voice } from '../say/voice.ts';
import { type AnswersTo, type Page, type Question, summaryOf } from './page.ts';
import {
  amountWords,
  coverageOfYears,
  filtersOf,
  held,
  partlyText,
  periodText,
  rangeTitle,
  type SubjectsFilters as Filters,
  type SubjectsInput as Input,
} from './trends-subjects.ts';

/** The types with a column of their own: domestic violence first. All others are in one. */
const types = [
  'domestic_violence',
  'criminal_context',
  'public_dispute',
  'undetermined_shooting',
] as const satisfies readonly IncidentType[];

/** Those of them that a filter selects; none if it selects parts of types. */
function typesOf({ type, subtype }: Filter): readonly (typeof types)[number][] {
  return subtype === undefined ? types.filter((one) => type?.includes(one) ?? true) : [];
}

function questions(input: Input) {
  const filters = filtersOf(input);
  if (filters === undefined) return undefined;
  const { filter } = input;
  const { peopleNow, seizures, seizuresNow, largeNow } = filters;
  const byYear = { interval: 'year', measures: ['weapons'] } as const;
  const ofWeapons = filterOfSeizuresOfWeapons(filter);
  const numbered = filterOfNumberedSeizures(filter);
  const ofTypes: { readonly [Name in (typeof types)[number]]?: Question<'summary'> } = Object.fromEntries(
    typesOf(peopleNow).map((type) => [type, summaryOf({ ...peopleNow, type: [type] }, peopleRequest)]),
  );
  return {
    people: summaryOf(peopleNow, peopleRequest),
    ...ofTypes,
    seizures: summaryOf(seizuresNow, { measures: ['weapons'] }),
    seizuresHeld: held(seizures),
    allSeizures: summaryOf(seizures, byYear),
    large: summaryOf(filterOfLargeSeizures(filter), byYear),
    ...(ofWeapons && { ofWeapons: summaryOf(ofWeapons, { interval: 'year' }) }),
    ...(numbered && { numbered: summaryOf(numbered, { interval: 'year' }) }),
    largeNow: summaryOf(largeNow, { measures: ['weapons'] }),
  };
}
type TablesQuestions = NonNullable<ReturnType<typeof questions>>;
type Answers = AnswersTo<TablesQuestions>;

function say(input: Input, answers: Answers, voice: Voice): TrendsTablesData {
  const filters = filtersOf(input)!;
  return {
    described: saidDescribed(answers, filters, voice),
    large: saidLarge(input, answers, filters, voice),
  };
}

function saidDescribed(answers: Answers, { peopleNow, period }: Filters, voice: Voice): TrendsTablesData['described'] {
  const shown = typesOf(peopleNow);
  const groups = peopleGroups(
    shown.map((type) => answers[type]?.facets ?? {}),
    answers.people.facets,
    peopleNow,
  );
  return {
    reading: voice.t('trends.described.reading', { period: periodText(period, voice) }),
    query: filterQuery(peopleNow),
    types: shown,
    groups: groups.map(({ rows, ...group }) => ({
      ...group,
      rows: rows.map((row) => ({ ...row, query: filterQuery({ ...peopleNow, [group.list]: [row.value] }) })),
    })),
  };
}

/** Large seizures year by year beside all seizures, and those of the period. */
function saidLarge(
  input: Input,
  answers: Answers,
  { seizures, largeNow, period }: Filters,
  voice: Voice,
): TrendsTablesData['large'] {
  const { t, number } = voice;
  const { filter } = input;
  const { allSeizures, large: inLarge, ofWeapons, numbered, seizuresHeld } = answers;
  const found = largeYears({ all: allSeizures, large: inLarge, ofWeapons, numbered });
  const columns = yearColumns(
    found.map(({ start, partial, counts }) => ({ start, partial, value: counts.large, unknown: counts.unknown })),
    partlyText(allSeizures, voice),
  );
  const range = rangeOfYears(columns, coverageOfYears(allSeizures, seizures, input, seizuresHeld, voice));
  const [all, ofLarge] = [answers.seizures.totals, answers.largeNow.totals];
  const { weapons: weaponsNow = 0 } = all;
  const { weapons: inLargeNow = 0 } = ofLarge;
  const unknownNow = (all.notReported.weapons ?? 0) - (ofLarge.notReported.weapons ?? 0);
  return {
    title: rangeTitle('large', range, voice),
    reading: t('trends.large.reading', {
      least: number.count(weaponsOfLargeSeizure),
      period: periodText(allSeizures.period, voice),
    }),
    query: filterQuery(seizures),
    columns,
    years: found.map((year) => ({
      ...year.counts,
      query: filterQuery(filterOfSeizures({ ...filter, ...year.days })),
      largeQuery: filterQuery(filterOfLargeSeizures({ ...filter, ...year.days })),
    })),
    ...(all.incidents > 0 && {
      found: {
        text: [
          t('trends.large.found', {
            period: periodText(period, voice),
            large: number.count(ofLarge.incidents),
            seizures: amountWords('incidents', all.incidents, voice),
            share: number.share(ofLarge.incidents / all.incidents),
            inLarge: number.count(inLargeNow),
            weapons: amountWords('weapons', weaponsNow, voice),
            weaponShare: weaponsNow === 0 ? '–' : number.share(inLargeNow / weaponsNow),
          }),
          ...(unknownNow === 0 ? [] : [t('trends.large.unknown', { count: unknownNow, number: number.count(unknownNow) })]),
        ].join(' '),
        query: filterQuery(largeNow),
      },
    }),
  };
}

export const trendsTables: Page<unknown, TablesQuestions, TrendsTablesData> = { questions, say };
