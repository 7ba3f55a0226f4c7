import { type Voice } from '@monitor/findings';
import { expect } from 'vitest';
import { type Body, type Near, nearest, textOf } from './near.ts';
import { agree, endsOf, isInterval, numberIn, numbersIn, ratioIn } from './numbers-in-texts.ts';
import {
  amountOf,
  type Counted,
  countOf,
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
  /** What else was asked for. */
  readonly more?: Readonly<Record<string, string>>;
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
 * the silence before the first or after the last incident of a location more often than once in a thousand.
 */
export function covered({ rows, selection: { countries, region, datasets } }: Pick<Court, 'rows' | 'selection'>): Days {
  const places = countries ?? (region === undefined ? undefined : [region.slice(0, 2)]);
  const inPlaces = rowsOf(rows, { ...(places && { countries: places }), ...(datasets && { datasets }) });
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
  const found: Days = [sorted[0] ?? '9999-12-31', sorted.at(-1) ?? '0001-01-01'];
  coverages.set(inPlaces, found);
  return found;
}
const coverages = new WeakMap<readonly Row[], Days>();

/** The days that a page without a period is of: those of its places, or of all if there is none about them. */
export function daysHeld({ rows, selection }: Pick<Court, 'rows' | 'selection'>): Days {
  const days = covered({ rows, selection });
  return days[0] <= days[1] ? days : covered({ rows, selection: {} });
}

/**
 * The days of which a page tells the change: those asked for or, on pages without a period, the last twelve months of the data about its
 * places. That of all places has the same days for each of them.
 */
export function periodOf({ asked, page, rows, selection }: Court): Days {
  return asked ?? lastTwelveMonths(daysHeld({ rows, selection: page === 'places' ? {} : selection })[1]);
}

/** `in 2025`, `on 29 Feb 2024`, `from 5 Mar 2019 to 17 Sept 2019`. */
export function whenOf({ voice: { date } }: Court, [from, to]: Days): string {
  if (from === to) return `on ${date.day(from)}`;
  const isOfMonths = from.endsWith('-01') && monthOf(to)[1] === to;
  return isOfMonths ? `in ${date.period(from, to)}` : `from ${date.day(from)} to ${date.day(to)}`;
}

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

export function subjectOf({ key = '', near, court }: Pick<Said, 'near' | 'court'> & Partial<Pick<Said, 'key'>>): Subject {
  const named = nearest(near, 'measure', 'of') ?? court.measure;
  const measure = named === 'rate' ? court.measure : (named as Counted);
  const query = nearest(near, 'query');
  if (typeof query !== 'string') {
    const isOfAll = ['explore', 'map', 'place-time'].includes(court.page);
    return { selection: court.selection, days: court.asked ?? (isOfAll ? daysHeld(court) : periodOf(court)), measure };
  }
  // The weapons of a brief are those of seizures.
  const selection =
    court.page === 'brief' && measure === 'weapons' ? { ...court.selection, kind: 'weapon_seizure' as const } : selectionOf(query);
  const given = new URLSearchParams(query);
  const [from, to] = [given.get('from'), given.get('to')];
  const days = from !== null && to !== null ? ([from, to] as const) : periodOf({ ...court, selection });
  // A list of what victims are counts those who are described one by one; what is said of all beside it does not.
  const isOfParts = key.startsWith('trends.splitTitle') || nearest(near, 'rows') !== undefined;
  const isSplit =
    isOfParts && court.more?.split?.startsWith('victim_') && court.selection.rest === `victim_outcome=${court.measure}`;
  const isOfVictims =
    court.page === 'trends' && given.has('victim_outcome') && (isSplit || !/victim_outcome=/.test(court.selection.rest ?? ''));
  return { selection, days, measure: isOfVictims ? 'victims' : measure };
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

export const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0);

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

/* Parts. */

/** A part of people or things in words: those who are known to be, those who may be as well, and all. */
export const partNumbers = (yes: number, no: number, all: number): readonly number[] => {
  const unknown = Math.max(0, all - yes - no);
  if (all === 0) return [];
  if (unknown === 0) return [yes, all];
  return unknown >= all ? [all] : [yes, yes + unknown, all, unknown];
};
