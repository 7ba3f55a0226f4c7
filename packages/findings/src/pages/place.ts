import { countedKey, figureKey } from '../say/counted-words.ts';
import type { PlaceData, PlaceFigures, PlaceList, Summary } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import {
  dateOfDay,
  dayNumber,
  type Filter,
  filterOfLargeSeizures,
  intervalStart,
  type IsoDate,
  isSilent,
  type Period,
  reportedOf,
} from '@monitor/domain';
import { regions } from '@monitor/geography';
import { taking } from '../judge/compared-within.ts';
import { datasetsHolding, isAlone, isCovered, overlapOf, syntheticShare } from '../judge/dataset-coverage.ts';
import { funnelOf } from '../judge/funnel.ts';
import { isNarrowed, kindFilters } from '../judge/kinds-of-filter.ts';
import { countsReason, mapRates, ratesShown } from '../judge/map-rates.ts';
import { findingRows, type FindingRow, type PlaceAnswers } from '../judge/place-findings.ts';
import { yearsOf } from '../judge/population-rate.ts';
import { recordingSeizures, saidCounts } from '../judge/reported.ts';
import { fewForRate, regionRates } from '../judge/region-rates.ts';
import { placeOf, readPlaceAddress } from '../place-address.ts';
import { noDataText } from '../say/no-data.ts';
import { averageWords, funnelText, highestRegionText, leadText, typesText } from '../say/place-words.ts';
import { countsText, noRateText } from '../say/rate-words.ts';
import { saidChange } from '../say/page-verdicts.ts';
import { saidSteps, trendLegend, trendLegendText, trendReadingText } from '../say/trend-words.ts';
import type { Voice } from '../say/voice.ts';
import { weekFindingText, weekNotes, weekReadingText } from '../say/week-words.ts';
import { familiesOf, type FamilyQuestions, familyQuestions } from './families.ts';
import { byLocation, type Page, type PageInput, type Question, seizuresRecorded } from './page.ts';
import { selectionOf, summary } from './places.ts';

export interface PlaceChoices {
  /** The address of the place. */
  readonly place: string;
}

/** As many as the API takes of a search, and gives. */
const mostWords = 5;
const mostSettlements = 50;

/** The search for the settlement that an address names; undefined if it names another kind of place. */
export function searchOf({ place }: PlaceChoices): Question<'places'> | undefined {
  const read = readPlaceAddress(place);
  if (read?.kind !== 'settlement') return undefined;
  return { places: { text: read.name.split('-').slice(0, mostWords).join(' '), limit: mostSettlements } };
}

/** What the page of a place is of; undefined without data, and where no such place is found. */
export function placeSelection(input: PageInput<PlaceChoices>, found: PlaceList | undefined) {
  const place = placeOf(input.choices.place, found?.places ?? []);
  const selection = place && selectionOf(input, place);
  if (place === undefined || selection === undefined) return undefined;
  const filter: Filter = { ...selection.filter, ...place.filter };
  const kinds = kindFilters(filter);
  return { ...selection, everywhere: { ...selection.filter, type: kinds.main.type }, filter, place, kinds };
}

/** Asks for months of earlier years, and which datasets and locations hold any of them. @param filter of the place */
export function pastOf(selection: NonNullable<ReturnType<typeof placeSelection>>, filter: Filter): Question<'summary'> | undefined {
  const months = periodOfPast(selection.filter.to ?? selection.coverage.to, selection.coverage);
  return months && summary({ ...filter, ...months }, { facets: ['dataset', 'country'], measures: ['weapons'] });
}

type PlaceQuestions = {
  readonly found: Question<'places'> | undefined;
  readonly main?: Question<'summary'>;
  readonly past?: Question<'summary'> | undefined;
  readonly seizures?: Question<'summary'> | undefined;
  readonly pastSeizures?: Question<'summary'> | undefined;
  readonly large?: Question<'summary'> | undefined;
  readonly everywhere?: Question<'summary'>;
  readonly seizuresRecorded?: Question<'summary'>;
} & { readonly [Name in keyof FamilyQuestions]?: Question<'summary'> };

export const placePage: Page<PlaceChoices, PlaceQuestions, PlaceData | undefined> = {
  questions(input, known) {
    if (selectionOf(input) === undefined) return undefined;
    const found = searchOf(input.choices);
    const selection = placeSelection(input, known.found);
    if (selection === undefined) return { found };
    const { kinds } = selection;
    return {
      found,
      main: summary(kinds.main, { interval: 'none', facets: ['type', 'weapon'], measures: ['weapons'], hours: true }),
      past: pastOf(selection, kinds.main),
      seizures: kinds.beside && summary(kinds.beside, { interval: 'none', measures: ['weapons'] }),
      pastSeizures: kinds.beside && pastOf(selection, kinds.beside),
      large: kinds.seizures && summary(filterOfLargeSeizures(kinds.seizures), { interval: 'none' }),
      everywhere: summary(selection.everywhere, { interval: 'none', facets: ['country', 'region', 'type'], ...byLocation }),
      seizuresRecorded,
      ...familyQuestions({ filter: kinds.main, datasets: input.datasets }, known),
    };
  },

  say(input, { found, main, past, seizures, pastSeizures, large, everywhere, seizuresRecorded: ever, ...ofFamily }, voice) {
    const selection = placeSelection(input, found);
    if (selection === undefined || main === undefined || everywhere === undefined) return undefined;
    const { coverage, filter, place, kinds, datasets } = selection;
    const concerned = datasetsHolding(datasets, filter, past?.facets);
    const covered = isCovered(place.country, null, datasets) ? coverage : undefined;
    const name = place.name ?? voice.place(place.code);
    const { from, to } = filter;
    const period = main.period ?? (from !== undefined && to !== undefined ? { from, to } : null);
    // A period without a first or last day that lies outside all data has no days that the answer could name.
    const shown = period && covered && overlapOf(covered, period);
    const data = {
      coverage,
      query: filterQuery(filter),
      // The days that there are figures of.
      period: shown ?? period,
      counted: kinds.counted,
      sources: concerned.map(({ slug }) => slug),
      synthetic: syntheticShare(concerned),
      place: { kind: place.kind, address: place.address, name, code: place.code, country: place.country },
    };
    if (period === null || !shown) return { ...data, lead: noDataText([name], period ?? { from, to }, covered, voice) };
    const isRecorded = ever === undefined || isCovered(place.country, period, recordingSeizures(datasets, ever));
    const answers: PlaceAnswers = {
      place,
      filter,
      kinds,
      main: { filter: kinds.main, answer: main, past },
      seizures: kinds.beside && seizures && isRecorded ? { filter: kinds.beside, answer: seizures, past: pastSeizures } : undefined,
      large: kinds.seizures && large && { filter: filterOfLargeSeizures(kinds.seizures), answer: large },
      everywhere: { filter: selection.everywhere, answer: everywhere },
      datasets,
      concerned,
      families: familiesOf({ filter: kinds.main, datasets: input.datasets }, ofFamily),
    };
    const rows = findingRows(answers);
    const whole = place.kind === 'location' ? undefined : voice.place(place.country);
    return {
      ...data,
      lead:
        rows[0] === undefined
          ? ''
          : leadText(
              { kind: kinds.counted, isNarrowed: isNarrowed(kinds.main), place: name, whole, period, covered: shown, row: rows[0] },
              voice,
            ),
      figures: figuresOf(answers, rows, { name, whole }, voice),
    };
  },
};

/** Months that the usual range of three years needs: those and five years before. */
const monthsOfPast = 96;

/** Whole months up to the end of the one that a day lies in, and no day before the data; undefined if the data begins later. */
function periodOfPast(to: IsoDate, covered: Period): Period | undefined {
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))];
  const monthOf = (months: number) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const after = year * 12 + month;
  const from = monthOf(after - monthsOfPast);
  const held = intervalStart(covered.from, 'month');
  const last = dateOfDay(dayNumber(monthOf(after)) - 1);
  return held > last ? undefined : { from: from > held ? from : held, to: last };
}

/** @param names of the place, and of the location that a region is compared with */
function figuresOf(
  answers: PlaceAnswers,
  rows: readonly FindingRow[],
  { name, whole }: { readonly name: string; readonly whole: string | undefined },
  voice: Voice,
): PlaceFigures {
  const { t, number } = voice;
  const { place, main, seizures, everywhere } = answers;
  const { hours, period } = main.answer;
  const ofSeizures = seizures?.answer.totals.incidents ?? 0;
  const isAmongNone = isAlone(place.country, answers.filter, period, answers.datasets);
  const isSettlement = place.kind === 'settlement';
  const hasRegions = !isSettlement && regions.some(({ jurisdiction }) => jurisdiction === place.country);
  const map = hasRegions ? mapOf(answers, voice) : undefined;
  const second = [
    typesText(main.answer, main.filter, voice),
    ofSeizures === 0 ? undefined : t('places.second.seizures', { count: ofSeizures, number: number.count(ofSeizures) }),
  ];
  return {
    second: second.filter((one) => one !== undefined).join(' '),
    findings: rows.map((row) => saidFinding(row, whole, isAmongNone && place.kind === 'location', voice)),
    ...(map && { map }),
    ...(hasRegions && { regions: regionsOf(answers, voice) }),
    ...(hours &&
      hours.known > 0 && {
        hours: {
          title: weekFindingText(hours, period, voice),
          reading: weekReadingText(hours, period, voice),
          notes: weekNotes(hours, voice),
          hours,
        },
      }),
    months: monthsOf(answers, voice),
    types: typesOf(main.answer, main.filter, isAmongNone ? undefined : everywhere.answer, voice),
    weapons: weaponsOf(main.filter, main.answer, voice),
    ...(!isSettlement && { funnel: saidFunnel(answers, voice) }),
    incidentQuery: filterQuery(main.filter),
    notes: notesOf(answers, rows, name, voice),
  };
}

/** @param isAmongNone whether there is no other location to compare with */
function saidFinding(
  row: FindingRow,
  whole: string | undefined,
  isAmongNone: boolean,
  voice: Voice,
): PlaceFigures['findings'][number] {
  const { name, kind, measure, filter, amount, change, years, comparison, large } = row;
  const { verdict, ...average } = averageWords(comparison, whole, voice);
  return {
    name,
    measure,
    count: isSilent(amount) ? null : amount.count,
    notReported: amount.notReported,
    label: voice.t(figureKey(kind, measure), { count: amount.count }),
    query: filterQuery(filter),
    change: saidChange(change, measure, voice),
    ...(years && { years }),
    average: {
      ...(verdict !== undefined && { verdict }),
      ...average,
      ...(isAmongNone && { alone: true }),
      ...(comparison.kind === 'compared' && {
        rate: { rate: comparison.rate, low: comparison.low, high: comparison.high, average: comparison.average },
      }),
    },
    ...(large && { large: { count: large.count, query: filterQuery(large.filter) } }),
  };
}

/** The rates of the regions of the location. Undefined if there are none, as of people of one sex. */
function mapOf({ place, everywhere, datasets }: PlaceAnswers, voice: Voice): PlaceFigures['map'] {
  const filter = { ...everywhere.filter, country: [place.country] };
  const rates = mapRates(everywhere.answer, filter, datasets, 'incidents');
  if (rates === undefined) return undefined;
  const own = regionRates(everywhere.answer, everywhere.filter, datasets, place.country).rates;
  const why = countsReason(rates);
  return {
    reading: why === undefined ? highestRegionText(own, voice) : countsText(why, voice),
    rates: ratesShown(rates),
    query: filterQuery(filter),
  };
}

function regionsOf({ place, kinds, everywhere, datasets }: PlaceAnswers, voice: Voice): PlaceFigures['regions'] {
  const { t, number, place: nameOf } = voice;
  const { none, rates: all, whole, elsewhere } = regionRates(everywhere.answer, everywhere.filter, datasets, place.country);
  const name = nameOf(place.country);
  // Without a single rate, what is counted is shown, and the map beside says why.
  const hasRates = all.some(({ rate }) => rate !== undefined);
  const rates = none === undefined && !hasRates ? all.filter(({ events }) => events > 0) : all;
  const few = rates.filter(({ events, rate }) => rate && events < fewForRate).length;
  const without = new Map<string, string[]>();
  for (const { code, why } of hasRates ? rates : []) {
    if (why === undefined) continue;
    const reason = noRateText(why, voice);
    without.set(reason, [...(without.get(reason) ?? []), nameOf(code)]);
  }
  return {
    reading:
      none !== undefined
        ? noRateText({ kind: none }, voice, 'long')
        : !hasRates && all.length > 0
          ? t('places.regions.some', {
              number: number.count(rates.length),
              all: number.count(all.length),
              place: name,
              many: t(countedKey(kinds.counted, 'incidents', 'many')),
            })
          : whole === undefined
            ? noRateText({ kind: 'no_population' }, voice, 'long')
            : t('places.regions.reading', { place: name, rate: number.rate(whole) }),
    rates: rates.map(({ code, events, rate, why }) => ({
      code,
      events,
      ...(rate && { rate: { rate: rate.rate, low: rate.low, high: rate.high } }),
      ...(why && { why: noRateText(why, voice) }),
    })),
    ...(whole !== undefined && hasRates && { reference: whole }),
    notes: [
      ...(elsewhere > 0 ? [t('places.regions.elsewhere', { count: elsewhere, number: number.count(elsewhere), place: name })] : []),
      // Of a filter that has no rate at all, the sentence above says why.
      ...[...without].map(([reason, places]) => t('places.regions.without', { places, reason })),
      ...(few > 0 ? [t('places.regions.few', { count: few, least: fewForRate })] : []),
    ],
  };
}

/** Months that are shown. */
const lastMonths = 36;

/** The last months, beside the usual range of earlier years. */
function monthsOf({ main, filter, concerned }: PlaceAnswers, voice: Voice): PlaceFigures['months'] {
  const line = main.past && taking('line', main.past, filter, concerned);
  const points = line?.answer.series.points ?? [];
  const everything = main.past?.series.points.slice(-lastMonths);
  const steps = line ? saidSteps(points.slice(-lastMonths), 'month', 'incidents', points, line, voice, everything) : [];
  const reading = steps.length === 0 ? undefined : trendReadingText(steps, 'month', voice);
  return {
    ...(reading !== undefined && { reading }),
    steps,
    legend: trendLegend(steps, false, voice),
    legendText: trendLegendText(steps, false, voice),
  };
}

/** The share of each type, beside that of all places together, if there are others. */
function typesOf(answer: Summary, { type: chosen }: Filter, all: Summary | undefined, voice: Voice): PlaceFigures['types'] {
  const elsewhere = new Map(all?.facets.type?.map(({ value, incidents }) => [value, incidents]));
  const everything = [...elsewhere.values()].reduce((sum, incidents) => sum + incidents, 0);
  const reading = typesText(answer, { type: chosen }, voice);
  return {
    ...(reading !== undefined && { reading }),
    rows: (answer.facets.type ?? [])
      .filter(({ value }) => chosen?.some((type) => type === value) ?? true)
      .toSorted((one, other) => other.incidents - one.incidents)
      .map(({ value, incidents, ...figures }) => ({
        type: value,
        incidents,
        ...saidCounts({ killed: reportedOf({ incidents, ...figures }, 'killed') }),
        share: incidents === 0 ? 0 : incidents / answer.totals.incidents,
        ...(everything > 0 && { usual: (elsewhere.get(value) ?? 0) / everything }),
      })),
  };
}

const unknown = 'not_reported';

/** Incidents by weapon, and those in which none is reported as the last row. */
function weaponsOf(filter: Filter, { totals, facets }: Summary, { t, number, label }: Voice): PlaceFigures['weapons'] {
  const all = totals.incidents;
  const counted = (facets.weapon ?? [])
    .filter(({ value }) => filter.weapon?.some((one) => one === value) ?? true)
    .toSorted((one, other) => other.incidents - one.incidents);
  const rows = [...counted.filter(({ value }) => value !== unknown), ...counted.filter(({ value }) => value === unknown)];
  const [first] = rows;
  return {
    reading:
      first === undefined || first.value === unknown || all === 0
        ? t('places.weapons.none')
        : t('places.weapons.reading', {
            weapon: label('weapon_class', first.value),
            number: number.count(first.incidents),
            all: number.count(all),
            share: number.share(first.incidents / all),
          }),
    rows: rows.map(({ value, incidents }) => ({ weapon: value, incidents })),
  };
}

function saidFunnel({ place, everywhere, datasets }: PlaceAnswers, voice: Voice): PlaceFigures['funnel'] {
  const found = funnelOf(place, everywhere.answer, everywhere.filter, datasets);
  if (found.kind === 'alone') return { reading: voice.t('places.funnel.alone') };
  if (found.kind !== 'funnel')
    return { reading: voice.t('places.average.notCompared', { reason: noRateText(found, voice, 'long') }) };
  const { kind: _, isClear, ...plot } = found;
  return { reading: funnelText(plot.places, isClear, voice), plot };
}

function notesOf({ place }: PlaceAnswers, rows: readonly FindingRow[], name: string, { t, place: nameOf }: Voice): string[] {
  const compared = rows.map(({ comparison }) => comparison).find((one) => one.kind === 'compared');
  return [
    ...(compared === undefined
      ? []
      : [
          t(`places.notes.rates.${place.kind === 'location' ? 'all' : 'one'}`, {
            source: compared.source,
            years: yearsOf(compared),
            place: nameOf(place.country),
          }),
        ]),
    ...(place.kind === 'settlement' ? [t('places.notes.area', { place: name })] : []),
  ];
}
