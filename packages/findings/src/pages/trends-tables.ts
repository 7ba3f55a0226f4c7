import type { Summary, TrendsTablesData } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import { type Filter, filterOfLargeSeizures, filterOfSeizures, type IncidentType, weaponsOfLargeSeizure } from '@monitor/domain';
import { seizuresRequest } from '../judge/seizures-figures.ts';
import { largeAmong, yearsOf } from '../judge/large-figures.ts';
import { peopleGroups, peopleRequest, rangeOfYears, yearColumns } from '../judge/people-figures.ts';
import type { Voice } from '../say/voice.ts';
import { type AnswersTo, held, type Page, type Question, summaryOf } from './page.ts';
import {
  amountWords,
  coveredYears,
  filtersOf,
  daysText,
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

function questions(input: Input, { allSeizures }: { readonly allSeizures?: Summary } = {}) {
  const filters = filtersOf(input);
  if (filters === undefined) return undefined;
  const { filter } = input;
  const { peopleNow, seizures, seizuresNow, largeNow } = filters;
  const ofWeapons = { measures: ['weapons'] } as const;
  const ofTypes: { readonly [Name in (typeof types)[number]]?: Question<'summary'> } = Object.fromEntries(
    typesOf(peopleNow).map((type) => [type, summaryOf({ ...peopleNow, type: [type] }, peopleRequest)]),
  );
  // Of a year of a series nobody says how much is not reported, so each year is asked for.
  const ofYears: { readonly [Name in `${'all' | 'large'} ${string}`]?: Question<'summary'> } = Object.fromEntries(
    (allSeizures ? yearsOf(allSeizures) : []).flatMap(({ start, days }) => [
      [`all ${start}`, summaryOf(filterOfSeizures({ ...filter, ...days }), ofWeapons)],
      [`large ${start}`, summaryOf(filterOfLargeSeizures({ ...filter, ...days }), ofWeapons)],
    ]),
  );
  return Object.assign(ofYears, {
    people: summaryOf(peopleNow, peopleRequest),
    ...ofTypes,
    seizures: summaryOf(seizuresNow, ofWeapons),
    seizuresHeld: held(seizures),
    allSeizures: summaryOf(seizures, { interval: 'year' }),
    largeNow: summaryOf(largeNow, ofWeapons),
  });
}
type TablesQuestions = NonNullable<ReturnType<typeof questions>>;
type Answers = AnswersTo<TablesQuestions>;

function say(input: Input, answers: Answers, voice: Voice): TrendsTablesData {
  const filters = filtersOf(input)!;
  const large = saidLarge(input, answers, filters, voice);
  return { described: saidDescribed(answers, filters, voice), ...(large && { large }) };
}

function saidDescribed(answers: Answers, { peopleNow, shown: period }: Filters, voice: Voice): TrendsTablesData['described'] {
  const shown = typesOf(peopleNow);
  const groups = peopleGroups(
    shown.map((type) => answers[type]?.facets ?? {}),
    answers.people.facets,
    peopleNow,
  );
  return {
    reading: voice.t('trends.described.reading', { period: voice.date.period(period.from, period.to) }),
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
  { hasSeizures, seizures, largeNow, shown: period }: Filters,
  voice: Voice,
): TrendsTablesData['large'] {
  const { t, number } = voice;
  const { filter } = input;
  const { allSeizures, seizuresHeld } = answers;
  const years = coveredYears(allSeizures, seizures, input, seizuresHeld, voice);
  // Of some of the weapons it is not known how many the others are.
  const isOfSomeWeapons = seizuresRequest.facets.some((name) => seizures[name] !== undefined);
  if (!hasSeizures || years.length === 0 || isOfSomeWeapons) return undefined;
  const starts = years.map(({ point }) => point.start);
  const countsOf = (start: string) => largeAmong(answers[`all ${start}`]!.totals, answers[`large ${start}`]!.totals);
  const found = yearsOf(allSeizures).flatMap((year) =>
    starts.includes(year.start) ? [{ ...year, counts: countsOf(year.start) }] : [],
  );
  const columns = yearColumns(years, ({ start }) => {
    const { large, unknown } = countsOf(start);
    return { value: large, unknown };
  });
  const range = rangeOfYears(columns, years);
  const now = largeAmong(answers.seizures.totals, answers.largeNow.totals);
  return {
    title: rangeTitle('large', range, voice),
    reading: t('trends.large.reading', {
      least: number.count(weaponsOfLargeSeizure),
      period: daysText(years, voice),
    }),
    query: filterQuery(seizures),
    columns,
    years: found.map((year) => ({
      ...year.counts,
      query: filterQuery(filterOfSeizures({ ...filter, ...year.days })),
      largeQuery: filterQuery(filterOfLargeSeizures({ ...filter, ...year.days })),
    })),
    ...(now.seizures > 0 && {
      found: {
        text: [
          t(now.weapons === 0 ? 'trends.large.foundAlone' : 'trends.large.found', {
            period: voice.date.period(period.from, period.to),
            large: number.count(now.large),
            seizures: amountWords('incidents', now.seizures, voice),
            share: number.share(now.large / now.seizures),
            inLarge: number.count(now.inLarge),
            weapons: amountWords('weapons', now.weapons, voice),
            weaponShare: number.share(now.inLarge / now.weapons),
          }),
          ...(now.unknown === 0 ? [] : [t('trends.large.unknown', { count: now.unknown, number: number.count(now.unknown) })]),
        ].join(' '),
        query: filterQuery(largeNow),
      },
    }),
  };
}

export const trendsTables: Page<unknown, TablesQuestions, TrendsTablesData> = { questions, say };
