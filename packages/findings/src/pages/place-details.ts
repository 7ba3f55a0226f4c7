import { countedKey } from '../say/counted-words.ts';
import type { PlaceDetails, Summary } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import { type Filter, harmedPeople, placePrecisions, precisionsWithoutPoint, recordOf } from '@monitor/domain';
import { figureChange } from '../judge/change.ts';
import { datasetsHolding } from '../judge/dataset-coverage.ts';
import { selectsVictims } from '../judge/people-figures.ts';
import { harmedFilters, peopleHarmed, type PeopleCell, peoplePerSquare } from '../judge/people-harmed.ts';
import { partOf, saidCounts } from '../judge/reported.ts';
import { completeness, sourceMix } from '../judge/quality.ts';
import { settlementRows, settlementsNamed } from '../judge/settlement-rows.ts';
import { settlementAddress } from '../place-address.ts';
import { partWords } from '../say/part-words.ts';
import type { Voice } from '../say/voice.ts';
import type { AnswersTo, Page, Question } from './page.ts';
import { pastOf, type PlaceChoices, placeSelection, searchOf } from './place.ts';
import { selectionOf, summary } from './places.ts';

/** As many as the API gives: those of the year before are looked up among them. */
const mostSettlements = 500;

type HarmedQuestions = { readonly [Name in ReturnType<typeof harmedFilters>[number][0]]?: Question<'summary'> };
type DetailsQuestions = HarmedQuestions & {
  readonly found: Question<'places'> | undefined;
  readonly main?: Question<'summary'>;
  readonly past?: Question<'summary'> | undefined;
  readonly either?: Question<'summary'> | undefined;
  readonly seizures?: Question<'summary'> | undefined;
  readonly settlements?: Question<'settlements'> | undefined;
  readonly before?: Question<'settlements'> | undefined;
};
type DetailsAnswers = AnswersTo<DetailsQuestions>;

export const placeDetailsPage: Page<PlaceChoices, DetailsQuestions, PlaceDetails | undefined> = {
  questions(input, known) {
    if (selectionOf(input) === undefined) return undefined;
    const found = searchOf(input.choices);
    const selection = placeSelection(input, known.found);
    if (selection === undefined) return { found };
    const { kinds, place } = selection;
    const { main } = kinds;
    const ranked = (filter: Filter, limit: number): Question<'settlements'> | undefined =>
      place.kind === 'settlement' ? undefined : { settlements: { filter, measure: 'incidents', limit, spread: false } };
    const { comparison } = known.main ?? {};
    const harmed = harmedFilters(main).map(([name, filter]) => [
      name,
      summary(filter, { interval: 'none', facets: ['victim_age'], measures: ['victims'] }),
    ]);
    // As the findings say it: not where the data covers only a part of either period.
    const concerned = datasetsHolding(selection.datasets, main, known.past?.facets);
    const isCompared = (answer: Summary) => 'before' in figureChange(answer, main, 'incidents', concerned);
    return {
      found,
      past: place.kind === 'settlement' ? undefined : pastOf(selection, main),
      main: summary(main, {
        interval: 'none',
        facets: ['weapon', 'legal', 'source', 'place_precision', 'date_precision', 'victim_age', 'relationship'],
        measures: ['victims'],
        hours: true,
      }),
      either: main.source === undefined ? summary({ ...main, source: ['media', 'official'] }, { interval: 'none' }) : undefined,
      seizures: kinds.seizures && summary(kinds.seizures, { interval: 'none', facets: ['traced'], measures: ['weapons'] }),
      settlements: ranked(main, settlementsNamed),
      before:
        comparison?.rule === 'year_earlier' && isCompared(known.main!)
          ? ranked({ ...main, from: comparison.from, to: comparison.to }, mostSettlements)
          : undefined,
      ...(Object.fromEntries(harmed) as HarmedQuestions),
    };
  },

  say(input, answers, voice) {
    const selection = placeSelection(input, answers.found);
    const { main } = answers;
    if (selection === undefined || main === undefined) return undefined;
    const { kinds, place } = selection;
    const name = place.name ?? voice.place(place.code);
    const many = voice.t(countedKey(kinds.counted, 'incidents', 'many'));
    const settlements = settlementsOf(answers, kinds.main, many, name, voice);
    const quality = qualityOf(answers, main, kinds.main, voice);
    return {
      ...(settlements && { settlements }),
      people: peopleOf(main, peopleHarmed(kinds.main, answers), kinds.main, voice),
      ...(quality && { quality }),
    };
  },
};

/** @param many what is counted. @param place name of the place */
function settlementsOf(
  { settlements: now, before }: DetailsAnswers,
  filter: Filter,
  many: string,
  place: string,
  { t, number }: Voice,
): PlaceDetails['settlements'] {
  const all = now && now.inSettlements.amount + now.elsewhere.amount;
  if (!all) return undefined;
  const rows = settlementRows(now, before).map(({ kind, settlement, settlements: count, ...row }) => {
    const bbox = settlement?.bbox ?? undefined;
    const address = settlement && bbox && settlementAddress(settlement);
    return {
      kind,
      label:
        settlement?.name ??
        (kind === 'others'
          ? t(`places.settlements.${count === 0 ? 'othersBefore' : 'others'}`, { count, number: number.count(count) })
          : t('places.settlements.elsewhere')),
      incidents: row.incidents,
      ...(row.before !== undefined && { before: row.before }),
      ...saidCounts({ killed: row.killed, injured: row.injured }),
      ...(address !== undefined && { address }),
      ...(bbox && { query: filterQuery({ ...filter, bbox }) }),
    };
  });
  const [first] = rows;
  const hasBefore = rows.some((row) => row.before !== undefined);
  return {
    reading:
      first?.kind !== 'settlement'
        ? t('places.settlements.none')
        : t(hasBefore ? 'places.settlements.readingBefore' : 'places.settlements.reading', {
            settlement: first.label,
            share: number.share(first.incidents / all),
            many,
            place,
          }),
    rows,
  };
}

/** Fewer people than this make no share. */
const leastPeople = 10;

/** Who was killed or injured, by sex and age: of the people that the filter selects. */
function peopleOf({ totals }: Summary, cells: readonly PeopleCell[], filter: Filter, voice: Voice): PlaceDetails['people'] {
  const { t, number } = voice;
  const sum = (of: (cell: PeopleCell) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  const both = ({ killed, injured }: PeopleCell) => killed + injured;
  const all = sum(both);
  const women = (of: (cell: PeopleCell) => number) => {
    const ofSex = (is: PeopleCell['sex']) => sum(({ sex, ...cell }) => (sex === is ? of({ sex, ...cell }) : 0));
    return partWords(partOf({ yes: ofSex('woman'), no: ofSex('man'), all: sum(of) }), voice);
  };
  const missing = totals.killed + totals.injured - all;
  return {
    reading:
      all === 0
        ? t('places.people.none')
        : all < leastPeople
          ? t('places.people.readingFew')
          : t(peoplePerSquare(all) === 1 ? 'places.people.reading' : 'places.people.readingOfTen', {
              harmed: women(both),
              killed: women(({ killed }) => killed),
            }),
    legend: t('places.people.legend', {
      sex: number.count(sum((cell) => (cell.sex === 'not_reported' ? both(cell) : 0))),
      age: number.count(sum((cell) => (cell.age === 'not_reported' ? both(cell) : 0))),
      all: number.count(all),
    }),
    notes:
      missing > 0
        ? [
            t(`places.people.${selectsVictims(filter) ? 'notSelected' : 'notDescribed'}`, {
              count: missing,
              number: number.count(missing),
            }),
          ]
        : [],
    incidents: totals.incidents,
    // Any incident without the number may have some of these people.
    cells: cells.map((cell) => ({ ...cell, notReported: recordOf(harmedPeople, (name) => totals.notReported[name]) })),
  };
}

/** How exactly the place is known, who reports, and what the records say. */
function qualityOf(
  { either, seizures }: DetailsAnswers,
  main: Summary,
  filter: Filter,
  { t, number }: Voice,
): PlaceDetails['quality'] {
  const { totals, facets } = main;
  const { incidents: all, withoutPoint } = totals;
  if (all === 0) return undefined;
  const count = (precision: string) => facets.place_precision?.find(({ value }) => value === precision)?.incidents ?? 0;
  const official = facets.source?.find(({ value }) => value === 'official')?.incidents ?? 0;
  return {
    reading: t('places.quality.reading', {
      count: all,
      shown: number.count(all - withoutPoint),
      all: number.count(all),
    }),
    ...(withoutPoint > 0 && {
      withoutPoint: {
        text: t('places.quality.withoutPoint', { count: withoutPoint, number: number.count(withoutPoint) }),
        query: filterQuery({ ...filter, place_precision: [...precisionsWithoutPoint] }),
      },
    }),
    incidents: all,
    precision: {
      finding: t('places.quality.exact', { share: number.share(count('exact') / all) }),
      parts: placePrecisions.codes.map((precision) => ({ precision, incidents: count(precision) })),
    },
    ...(either && {
      sources: {
        finding: t('places.quality.official', { share: number.share(official / all) }),
        parts: sourceMix(main, either.totals.incidents),
      },
    }),
    fields: completeness(main, seizures),
  };
}
