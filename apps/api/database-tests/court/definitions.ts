import type { Voice } from '@monitor/findings';
import { population, regionPopulation } from '@monitor/geography';
import { expect } from 'vitest';
import { type Body, type Near, nearest, textOf } from './near.ts';
import {
  amountOf,
  countOf,
  type Counted,
  type Days,
  lastTwelveMonths,
  lengthOf,
  monthOf,
  monthsBefore,
  monthsOf,
  type Row,
  rowsOf,
  type Selection,
  selectionOf,
  yearsBefore,
} from './record.ts';

/* Plain definitions, which claims are made of. */

export type Values = Readonly<Record<string, unknown>>;

/** What was said: a message with its values. */
export interface Statement {
  readonly key: string;
  readonly values: Values;
  readonly text: string;
}

/** A page in court: what its reader asked, and the record. */
export interface Court {
  readonly page:
    | 'home'
    | 'explore'
    | 'sides'
    | 'map'
    | 'trends'
    | 'trends-places'
    | 'trends-subjects'
    | 'trends-tables'
    | 'places'
    | 'place'
    | 'place-details'
    | 'place-time'
    | 'signals'
    | 'indicators'
    | 'brief';
  readonly rows: readonly Row[];
  readonly selection: Selection;
  /** The days that the reader asked for. */
  readonly asked: Days | undefined;
  readonly measure: Counted;
  readonly voice: Voice;
  readonly statements: readonly Statement[];
  readonly body: Body;
}

/** A message in court, and where on the page it is said. */
export interface Said extends Statement {
  /** Its position among the statements of the page. */
  readonly at: number;
  readonly near: Near;
  readonly court: Court;
  /** True if the same text was said of different values, of which only those that it shows are known. */
  readonly isAmbiguous: boolean;
}

/** What must hold for messages to be said. */
export interface Claim {
  /** In one sentence of plain English. */
  readonly says: string;
  /** Keys; `{more,fewer}` stands for either, `*` for whatever follows. */
  readonly of: readonly string[];
  /** Fails where it does not hold. */
  readonly holds: (said: Said) => void;
}

type Expected = Readonly<Record<string, number | string | readonly number[] | undefined>>;

/** Claims by the keys that they are of, before the colon, and their sentence: they fail where they do not hold, or return what values must be. */
export const claimed = (table: Readonly<Record<string, (said: Said) => Expected | void>>): readonly Claim[] =>
  Object.entries(table).map(([text, holds]) => {
    const [keys = '', says = 'Its values are what the record has of what they name.'] = text.split(/: (.*)/);
    return { says, of: keys.split(' '), holds: (said) => isExpected(said, holds(said)) };
  });

function isExpected({ values, isAmbiguous, court }: Said, expected: Expected | void): void {
  // An expectation that held is returned as well.
  if (expected?.constructor !== Object) return;
  for (const [name, value] of Object.entries(expected)) {
    if (value === undefined || (isAmbiguous && values[name] === undefined)) continue;
    try {
      agree(values[name], value, court.voice);
    } catch (error) {
      throw new Error(`${name} is ${JSON.stringify(values[name])} and not ${JSON.stringify(value)}`, { cause: error });
    }
  }
}

/* Periods and counts. */

/** From the first to the last of some rows. */
export const spanOf = (rows: readonly Row[]): Days => [rows[0]?.date ?? '9999', rows.at(-1)?.date ?? '0000'];

/**
 * The first and last day that the datasets cover of the selected places: those of their incidents, and the ends of a dataset where chance leaves
 * the silence before the first or after the last incident of a location more often than once in a thousand. Of places without data, those of all.
 */
export function covered({ rows, selection: { countries, region, datasets } }: Pick<Court, 'rows' | 'selection'>): Days {
  const places = countries ?? (region === undefined ? undefined : [region.slice(0, 2)]);
  const inPlaces = rowsOf(rows, { ...(places && { countries: places }), ...(datasets && { datasets }) });
  if (places !== undefined && inPlaces.length === 0) return covered({ rows, selection: { ...(datasets && { datasets }) } });
  const known = coverages.get(inPlaces);
  if (known !== undefined) return known;
  const all = [...new Set(inPlaces.map(({ dataset }) => dataset))].flatMap((slug) => {
    const [begin, end] = spanOf(rowsOf(rows, { datasets: [slug] }));
    return [...new Set(inPlaces.map(({ country }) => country))].flatMap((code) => {
      const own = rowsOf(rows, { datasets: [slug], countries: [code] });
      if (own.length === 0) return [];
      const [first, last] = spanOf(own);
      const days = lengthOf([first, last]);
      const isChance = (silence: number) => (days / (days + silence)) ** (own.length - 1) >= 0.001;
      return [isChance(lengthOf([begin, first]) - 1) ? begin : first, isChance(lengthOf([last, end]) - 1) ? end : last];
    });
  });
  const sorted = all.toSorted();
  const found: Days = [sorted[0]!, sorted.at(-1)!];
  coverages.set(inPlaces, found);
  return found;
}
const coverages = new WeakMap<readonly Row[], Days>();

/** The days of which a page tells the change: those asked for or, on pages without a period, the last twelve months of the data. */
export function periodOf(court: Court): Days {
  // A page of places has the same days for all of them.
  const { rows, selection } = court;
  return court.asked ?? lastTwelveMonths(covered({ rows, selection: court.page.startsWith('place') ? {} : selection })[1]);
}

/** `in 2025`, `on 29 Feb 2024`. */
export const whenOf = ({ voice }: Court, [from, to]: Days) => `${from === to ? 'on' : 'in'} ${voice.date.period(from, to)}`;

/** The same days of as few years before as it takes for the two periods to share none. */
export function earlierOf(days: Days): Days {
  let years = 1;
  while (yearsBefore(days, years)[1] >= days[0]) years++;
  return yearsBefore(days, years);
}

export const counted = (court: Court, days: Days, selection = court.selection, measure = court.measure) =>
  countOf(rowsOf(court.rows, selection, days), measure, selection.rest);

/** What a sentence is about: the incidents of the row or figure that it stands in, or those that the page is of. */
export interface Subject {
  readonly selection: Selection;
  readonly days: Days;
  readonly measure: Counted;
}

export function subjectOf({ near, court }: Pick<Said, 'near' | 'court'>): Subject {
  const named = nearest(near, 'measure', 'of') ?? court.measure;
  const measure = named === 'rate' ? court.measure : (named as Counted);
  const query = nearest(near, 'query');
  if (typeof query !== 'string') {
    const isOfAll = ['explore', 'map', 'place-time'].includes(court.page);
    return { selection: court.selection, days: court.asked ?? (isOfAll ? covered(court) : periodOf(court)), measure };
  }
  // The weapons of a brief are those of seizures.
  const selection =
    court.page === 'brief' && measure === 'weapons' ? { ...court.selection, kind: 'weapon_seizure' as const } : selectionOf(query);
  const given = new URLSearchParams(query);
  const [from, to] = [given.get('from'), given.get('to')];
  const days = from !== null && to !== null ? ([from, to] as const) : periodOf({ ...court, selection });
  // A list of what victims are counts those who are described one by one.
  return { selection, days, measure: court.page === 'trends' && given.has('victim_outcome') ? 'victims' : measure };
}

/** The incidents that a sentence is about. */
export function rowsNear(said: Said): readonly Row[] {
  const { selection, days } = subjectOf(said);
  return rowsOf(said.court.rows, selection, days);
}

/** Two counts of periods, and how the later differs per day. */
export function change(
  court: Court,
  selection = court.selection,
  measure = court.measure,
  days = periodOf(court),
  earlier = earlierOf(days),
) {
  const [a, b] = [days, earlier].map((one) =>
    rowsOf(court.rows, selection, one).map((row) => amountOf(row, measure, selection.rest)),
  );
  return { earlier, ...differenceOf(a!, b!, lengthOf(days), lengthOf(earlier)) };
}

const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0);

/** How the sums of what incidents have differ per day or per person, and the variance of its logarithm if they happen at random. */
export function differenceOf(later: readonly number[], earlier: readonly number[], exposure: number, earlierExposure: number) {
  const [a, b] = [sum(later), sum(earlier)];
  const squares = (some: readonly number[]) => sum(some.map((one) => one ** 2));
  const variance = squares(later) / a ** 2 + squares(earlier) / b ** 2;
  return { a, b, difference: a / exposure / (b / earlierExposure) - 1, variance };
}
export type Difference = ReturnType<typeof differenceOf>;

/** Whether two sums differ by more than chance: what is called clear must, and what is not may not by far, even where it comes in waves. */
export function isClear(isCalledClear: boolean, { difference, variance }: Difference): void {
  const distance = Math.abs(Math.log(1 + difference)) / Math.sqrt(variance);
  if (isCalledClear) expect(distance).toBeGreaterThan(1.9);
  else expect(distance).toBeLessThan(1.96 * 2.5);
}

/** How many times as much as of single events the counts of weeks vary, over the year up to the end of a period at least. */
export function dispersionOf({ rows }: Pick<Court, 'rows'>, selection: Selection, days: Days): number {
  const day = 86_400_000;
  const end = Date.parse(days[1]);
  const first = Math.min(Date.parse(days[0]), end - 51 * 7 * day);
  const weeks = Array.from({ length: Math.floor((end - first) / day / 7) + 1 }, () => 0);
  for (const { date } of rowsOf(rows, selection, [iso(end - (weeks.length * 7 - 1) * day), days[1]]))
    weeks[Math.floor((end - Date.parse(date)) / day / 7)]! += 1;
  const pairs = weeks.slice(1).map((count, at) => [count, weeks[at]!] as const);
  const [squares, sums] = [sum(pairs.map(([one, other]) => (one - other) ** 2)), sum(pairs.map(([one, other]) => one + other))];
  return sums === 0 ? 1 : Math.max(1, squares / sums);
}

/** Neither number is below ten; yet fewer than ten single events would be as uncertain as one of them, since incidents come in waves. */
export function isTooUneven(court: Court, both: readonly number[], selection: Selection, days: Days): void {
  expect(Math.min(...both)).toBeGreaterThanOrEqual(10);
  expect(Math.min(...both)).toBeLessThan(10 * 2.5 * dispersionOf(court, selection, days));
}

/** Whether one or two incidents have at least a fifth of the people or weapons of one of the sides: what each of its incidents has. */
export function isHeavy(sides: readonly (readonly number[])[]): boolean {
  return sides.some((sizes) => sum(sizes.toSorted((one, other) => other - one).slice(0, 2)) >= 0.2 * sum(sizes));
}

/** Such incidents leave a number of people or weapons as uncertain as fewer than ten single ones, or not many more in waves. */
export function restsOnFew(court: Court, both: readonly (readonly number[])[], selection: Selection, days: Days): void {
  expect(isHeavy(both)).toBe(true);
  const alone = both.map((sizes) => sum(sizes) ** 2 / Math.max(1, sum(sizes.map((size) => size ** 2))));
  expect(Math.min(...alone)).toBeLessThan(10 * 2.5 * dispersionOf(court, selection, days));
}

/** The change of what a sentence is about. A page that names another period beside it compares with that one. */
export function changeNear(said: Said) {
  const { selection, days, measure } = subjectOf(said);
  const { court, near } = said;
  const detail = `${textOf(nearest(near, 'detail') ?? '')} ${textOf(said.values.baseline ?? '')} ${textOf(said.values.period ?? '')}`;
  const isPreceding =
    /previous/.test(detail) || (court.page === 'brief' && detail.includes(court.voice.date.period(...monthsBefore(days))));
  return change(court, selection, measure, days, isPreceding ? precedingOf(days) : earlierOf(days));
}

/** As long a period just before; whole months have as many whole months before them. */
function precedingOf(days: Days): Days {
  const after = isoAfter(days[1]);
  if (days[0].endsWith('-01') && after.endsWith('-01')) return monthsBefore(days);
  const before = Date.parse(days[0]) - 86_400_000;
  return [iso(before - (lengthOf(days) - 1) * 86_400_000), iso(before)];
}
export const iso = (moment: number) => new Date(moment).toISOString().slice(0, 10);
export const isoAfter = (day: string) => iso(Date.parse(day) + 86_400_000);

export const named = <Value>(values: readonly Value[], nameOf: (value: Value) => string, name: unknown): Value => {
  const found = values.find((value) => nameOf(value) === name);
  if (found === undefined) throw new Error(`Nobody is called ${textOf(name)}`);
  return found;
};
export const codesOf = (rows: readonly Row[]) => [
  ...new Set(rows.flatMap(({ country, region }) => [country, ...(region === null ? [] : [region])])),
];
export const placeOf = ({ rows, voice }: Court, name: unknown) => named(codesOf(rows), voice.place, name);
export const monthNamed = (court: Court, name: unknown) => named(monthsOf(covered(court)), court.voice.date.month, name);
export function withoutPlaces({ kind, types, datasets, rest }: Selection): Selection {
  return { ...(kind && { kind }), ...(types && { types }), ...(datasets && { datasets }), ...(rest !== undefined && { rest }) };
}
export const inPlace = (selection: Selection, code: string): Selection =>
  code.includes('-') ? { ...withoutPlaces(selection), region: code } : { ...withoutPlaces(selection), countries: [code] };

/* Numbers in texts. */

export const numberIn = (text: unknown) => Number.parseFloat(textOf(text).replaceAll(',', ''));
/** All numbers of a text but percentages. */
export const numbersIn = (text: unknown) =>
  [...textOf(text).matchAll(/[<>]?\d[\d,]*(?:\.\d+)?%?/g)].flatMap(([one]) => (one.endsWith('%') ? [] : numberIn(one)));

export const isAbout = (text: unknown, value: number, tolerance = 0.06) =>
  expect(Math.abs(numberIn(text) - value)).toBeLessThanOrEqual(tolerance * value + 0.06);

/** A percentage with a sign or a word as a ratio: `−22%` and `22% fewer` are 0.78. */
export function ratioIn(text: unknown): number {
  const size = Number.parseFloat(textOf(text).replace(/[^\d.]/g, '')) / 100;
  if (/no difference/.test(textOf(text))) return 1;
  return 1 + (/^[−-]|fewer/.test(textOf(text)) ? -size : size);
}

/** What a number is written as: the same number, percentage, or about the same rate. */
export function agree(text: unknown, expected: number | string | readonly number[], { number }: Voice): void {
  if (typeof text === 'number' || typeof expected === 'string') expect(text).toBe(expected);
  else if (typeof expected !== 'number') expect(numbersIn(text)).toEqual(expected);
  else if (textOf(text).endsWith('%')) expect([number.share(expected), number.signedPercent(expected)]).toContain(text);
  else if (Number.isInteger(expected)) expect(numberIn(text)).toBe(expected);
  else isRate(text, expected);
}

/** A number with decimals, to within its last one and a fiftieth of it. */
export function isRate(text: unknown, expected: number): void {
  const decimals = /\.(\d+)/.exec(textOf(text))?.[1]?.length ?? 0;
  expect(Math.abs(numberIn(text) - expected)).toBeLessThanOrEqual(0.51 * 10 ** -decimals + 0.02 * Math.abs(expected));
}

/* Intervals. */

/** The ends of the interval of a ratio, as values give them; undefined if they give none. */
export function endsOf({ low, high, first, second, interval }: Values, kind?: string): readonly [number, number] | undefined {
  const sign = (text: unknown) => (kind === 'fewer' ? `−${textOf(text)}` : text);
  if (first !== undefined) return [ratioIn(sign(first)), ratioIn(sign(second))];
  if (low !== undefined) return [ratioIn(low), ratioIn(high)];
  if (typeof interval !== 'string') return undefined;
  const [one = '', other = ''] = interval.split(' to ');
  return [ratioIn(/fewer|more/.test(one) ? one : `${one} ${/fewer/.test(other) ? 'fewer' : 'more'}`), ratioIn(other)];
}

/** Percentages are written without decimals. */
const rounding = 0.0051;

/**
 * That an interval of a ratio of two counts holds it, is as long on either side (on the log scale), and no shorter than that of two counts
 * of single events (Poisson), nor many times longer.
 */
export function isInterval(
  [low, high]: readonly [number, number],
  { difference, variance }: Pick<Difference, 'difference' | 'variance'>,
  most = 3,
): void {
  const ratio = 1 + difference;
  expect(low).toBeLessThanOrEqual(ratio + rounding);
  expect(high).toBeGreaterThanOrEqual(ratio - rounding);
  const bound = (text: number) => Math.max(1e-6, text);
  const slack = rounding / bound(low) + rounding / bound(high);
  const width = Math.log(bound(high) / bound(low));
  const plain = 2 * 1.96 * Math.sqrt(variance);
  expect(width).toBeGreaterThan(0.97 * plain - slack);
  expect(width).toBeLessThan(most * plain + slack);
  expect(Math.abs(Math.log(bound(low)) + Math.log(bound(high)) - 2 * Math.log(ratio))).toBeLessThan(0.08 * width + 3 * slack);
}

/** To within a point: the data may lack some of the last days of a period, which a rate per day then leaves out. */
const isPercent = (text: unknown, difference: number) =>
  expect(Math.abs(ratioIn(text) - 1 - difference)).toBeLessThan(0.011 + 0.011 * Math.abs(difference));

/** What a message about a change says of two counts: the counts, the difference, its direction and its interval. */
export function saysChange({ key, values }: Said, found: Difference): void {
  const { a, b, difference } = found;
  const kind = /(more|fewer|unclear)$/.exec(key)?.[1];
  for (const name of ['amount', 'number']) if (values[name] !== undefined) expect(numberIn(values[name])).toBe(a);
  for (const name of ['before', 'earlier']) if (/\d/.test(textOf(values[name] ?? ''))) expect(numbersIn(values[name])[0]).toBe(b);
  if (kind === 'more' || kind === 'fewer') {
    expect(difference > 0 ? 'more' : 'fewer').toBe(kind);
    if (values.percent !== undefined) isPercent(values.percent, Math.abs(difference));
  }
  if (values.difference !== undefined) isPercent(values.difference, difference);
  const ends = endsOf(values, kind);
  if (kind !== undefined && Math.min(a, b) > 0) isClear(kind !== 'unclear', found);
  if (ends === undefined) return;
  isInterval(ends, found);
  if (ends[0] <= 1 && ends[1] >= 1) expect(kind === 'more' || kind === 'fewer').toBe(false);
  else if (kind === 'unclear') {
    // It is clear on its own, but chance makes one of forty comparisons differ as much.
    const [low, high] = ends.map((end) => Math.log(Math.max(1e-6, end))) as [number, number];
    expect((2 * 1.96 * Math.abs(Math.log(1 + difference))) / (high - low)).toBeLessThan(3.4);
  }
}

/* Rates. */

/** People times days of a place, from the people of each year. */
/** The years of the population figures that the days with data of a place ask for. */
export function populationYears(court: Pick<Court, 'rows'>, code: string, days: Days): number[] {
  const [first, last] = covered({ ...court, selection: { countries: [code.split('-')[0]!] } });
  const [from, to] = [days[0] > first ? days[0] : first, days[1] < last ? days[1] : last].map((day) => Number(day.slice(0, 4)));
  const years = Array.from({ length: to! - from! + 1 }, (_, at) => from! + at);
  return years.map((year) => (code.includes('-') ? regionPopulation : population)(code, year)!.year);
}

export function personDays(court: Pick<Court, 'rows'>, code: string, days: Days): number {
  const [country] = code.split('-');
  const [first, last] = covered({ ...court, selection: { countries: [country!] } });
  const [from, to] = [days[0] > first ? days[0] : first, days[1] < last ? days[1] : last];
  let personDaysSoFar = 0;
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const inYear: Days = [from > `${year}-01-01` ? from : `${year}-01-01`, to < `${year}-12-31` ? to : `${year}-12-31`];
    const people = (code.includes('-') ? regionPopulation : population)(code, year);
    // That of a later year would be taken for it.
    if (people === undefined || people.year > year) return 0;
    personDaysSoFar += people.people * lengthOf(inYear);
  }
  return personDaysSoFar;
}

const perYear = 100_000 * 365.25;

/** Per 100,000 people and year. */
export function rateOf(court: Court, code: string, days: Days, selection = court.selection, measure = court.measure): number {
  return (counted(court, days, inPlace(selection, code), measure) / personDays(court, code, days)) * perYear;
}

/** The same of several places together. */
export function rateOfAll(court: Court, codes: readonly string[], days: Days, selection: Selection, measure: Counted): number {
  const sumOf = (of: (code: string) => number) => sum(codes.map(of));
  const people = sumOf((code) => personDays(court, code, days));
  return (sumOf((code) => counted(court, days, inPlace(selection, code), measure)) / people) * perYear;
}

/** The locations that have data in a period. */
export function locationsIn({ rows }: Pick<Court, 'rows'>, [from, to]: Days): readonly string[] {
  return [...new Set(rows.map(({ country }) => country))].filter((code) => {
    const [first, last] = covered({ rows, selection: { countries: [code] } });
    return first <= to && last >= from;
  });
}

/** That the interval of a rate holds it, and is no shorter than chance alone makes that of a count, nor many times longer. */
export function isRateInterval(low: unknown, rate: number, high: unknown, events: number): void {
  const [from, to] = [numberIn(low), numberIn(high)];
  expect([from, to]).toEqual([Math.min(from, to), Math.max(from, to)]);
  const slack = 0.06 + 0.02 * rate;
  expect(from).toBeLessThanOrEqual(rate + slack);
  expect(to).toBeGreaterThanOrEqual(rate - slack);
  const plain = events === 0 ? 0 : (3.6 * rate) / Math.sqrt(events);
  expect(to - from).toBeGreaterThan(0.9 * plain - 2 * slack);
  if (events > 0) expect(to - from).toBeLessThan(6 * plain + 2 * slack);
}

/* Months. */

/** The months that a chart shows, and those of them that are whole and alike. */
export function wholeMonths(court: Court, last?: number): readonly string[] {
  const [first, end] = covered(court);
  const [from, to] = court.asked ?? (court.page === 'place' ? periodOf(court) : [first, end]);
  // The page of a place shows whole months.
  const until = court.page === 'place' ? monthOf(to)[1] : to;
  const shown = [court.page === 'place' ? first : from, until] as const;
  const months = monthsOf(shown);
  return (last === undefined ? months : months.slice(-last)).filter((start) => {
    const [a, b] = monthOf(start);
    const isKnown = a >= first && b <= end && coveredBy(court, [a, b]) !== undefined;
    return isKnown && (court.page === 'place' || a >= from) && b <= until;
  });
}
export const shownMonths = (court: Court) => wholeMonths(court, court.page === 'place' ? 36 : undefined);
export const inMonth = (court: Court, start: string) => counted(court, monthOf(start));

/** The datasets that cover a month of the selected places; undefined if one begins or ends within it. */
function coveredBy(court: Court, [from, to]: Days): string | undefined {
  const spans = [...new Set(court.rows.map(({ dataset }) => dataset))].map((slug) => {
    const { countries, region, kind } = court.selection;
    const of = rowsOf(court.rows, {
      ...(countries && { countries }),
      ...(region && { countries: [region.slice(0, 2)] }),
      ...(kind && { kind }),
      datasets: [slug],
    });
    const [first, last] = spanOf(of.length === 0 ? of : rowsOf(court.rows, { datasets: [slug] }));
    return { slug, first, last };
  });
  const inside = spans.filter(({ first, last }) => first <= to && last >= from);
  return inside.some(({ first, last }) => first > from || last < to) ? undefined : inside.map(({ slug }) => slug).join();
}
/** The same month of up to five years before that the same data covers. */
export const before = (court: Court, start: string) => {
  const data = coveredBy(court, monthOf(start));
  const [first] = covered(court);
  return [1, 2, 3, 4, 5]
    .map((years) => yearsBefore(monthOf(start), years))
    .filter((days) => days[0] >= first && coveredBy(court, days) === data);
};
export const rangeOf = (court: Court, start: string) => before(court, start).map((days) => counted(court, days));

/** Months with a range at the end of a chart, at most twelve. */
export const ranged = (court: Court) =>
  shownMonths(court)
    .filter((start) => before(court, start).length >= 2)
    .slice(-12);

/* Parts. */

/** A part of people or things in words: those who are known to be, those who may be as well, and all. */
export const partNumbers = (yes: number, no: number, all: number): readonly number[] => {
  const unknown = Math.max(0, all - yes - no);
  if (all === 0) return [];
  if (unknown === 0) return [yes, all];
  return unknown >= all ? [all] : [yes, yes + unknown, all, unknown];
};
