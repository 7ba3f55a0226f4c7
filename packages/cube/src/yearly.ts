import {
  byLocationAndYear,
  dateOfDay,
  dayNumber,
  dimensions,
  dimensionsOfField,
  dispersionOfCounts,
  fieldOf,
  fieldOfMeasure,
  type Filter,
  type GatheredAmount,
  isMeasureOfDescribed,
  isSubjectMeasure,
  type Measure,
  peopleOfMeasure,
  without,
  weeksOfYear,
  type YearlyAmounts,
} from '@monitor/domain';
import { type Amounts, amountsOf, amountsOfCombinations } from './amounts.ts';
import { coverage } from './coverage.ts';
import type { Cube } from './cube.ts';
import { lastDay, rowsOfDays } from './cube-rows.ts';
import { TwoLargest } from './day-sums.ts';
import { groupOfNumbers } from './groups.ts';
import { bitmapOfCodes, hasRow, inPortions, intersection, type RowBitmap } from './row-bitmap.ts';
import { daysOf, select } from './select.ts';

/**
 * The incidents of a filter by dataset, location and year, with what measures add up to, in one walk over them.
 * @param found rows that meet `q`; needed where the filter has it
 */
export function yearlyAmounts(cube: Cube, filter: Filter, measures: readonly Measure[], found?: RowBitmap): YearlyAmounts[] {
  if (cube.rows === 0) return [];
  const parts = partsOfRows(cube);
  const counters = measures.map((measure) => counterOf(cube, measure, filter));
  const rows: YearlyAmounts[] = [];
  const { rows: selected, period } = select(cube, filter, found);
  const dated = intersection(cube, [selected, cube.rowFlags.ofWeek], period);
  const covered = coverage(cube, filter);
  const relaxed = counters.map(({ free }) => free && select(cube, free, found).rows);
  for (const year of yearsOf(cube, filter)) {
    const days = rowsOfDays(cube, dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`));
    const range = { start: Math.max(days.start, period.start), end: Math.min(days.end, period.end) };
    if (range.start >= range.end) continue;
    const incidents = new Uint32Array(parts.names.length);
    const tallies = counters.map(() => parts.names.map(() => new Tally()));
    inPortions(selected, range, (some, count) => {
      for (let at = 0; at < count; at++) incidents[parts.of(some[at]!)]! += 1;
      for (const [index, { amounts, unknown }] of counters.entries())
        addRows(tallies[index]!, parts, amounts, unknown, some, count);
    });
    const { from, weeks } = weeksOfYear(year, filter, covered);
    const first = dayNumber(from);
    const byWeek = Array.from({ length: weeks }, (_, week) => {
      const counts = new Uint32Array(parts.names.length);
      inPortions(dated, rowsOfDays(cube, first + 7 * week, first + 7 * week + 6), (some, count) => {
        for (let at = 0; at < count; at++) counts[parts.of(some[at]!)]! += 1;
      });
      return counts;
    });
    for (const [index, { undescribed }] of counters.entries()) {
      const wider = relaxed[index];
      if (undescribed && wider)
        inPortions(wider, range, (some, count) => addRows(tallies[index]!, parts, undefined, undescribed, some, count));
    }
    for (const [part, names] of parts.names.entries()) {
      const amounts = Object.fromEntries(
        measures.map((name, index) => [name, tallies[index]![part]!.amount(name, incidents[part]!)]),
      );
      const isEmpty = incidents[part] === 0 && Object.values(amounts).every(({ notReported }) => notReported === 0);
      if (isEmpty) continue;
      const dispersion = dispersionOfCounts(byWeek.map((counts) => counts[part]!));
      rows.push({ ...names, year, incidents: incidents[part]!, dispersion, amounts });
    }
  }
  return rows.toSorted(byLocationAndYear);
}

/** The calendar years in which the cube can have incidents of a filter. */
function yearsOf(cube: Cube, filter: Filter): number[] {
  const { from, to } = daysOf(filter);
  const [first, last] = [Math.max(from, cube.firstDay), Math.min(to, lastDay(cube))].map((day) =>
    Number(dateOfDay(day).slice(0, 4)),
  );
  return Array.from({ length: Math.max(0, last! - first! + 1) }, (_, index) => first! + index);
}

/** How a measure is counted row by row. */
interface Counter {
  /** Undefined for incidents, which are counted in any case. */
  readonly amounts: Amounts | undefined;
  /** The incidents that leave out the number. */
  readonly unknown: RowBitmap | undefined;
  /** Of people described one by one: incidents that describe none, among those of a filter without what it says of such people. */
  readonly undescribed?: RowBitmap | undefined;
  readonly free?: Filter;
}

function counterOf(cube: Cube, measure: Measure, filter: Filter): Counter {
  if (measure === 'incidents') return { amounts: undefined, unknown: undefined };
  const amounts = amountsOf(cube, measure, filter);
  if (!isSubjectMeasure(measure)) return { amounts, unknown: unknownPeople(cube, measure) };
  const field = fieldOfMeasure(measure)!;
  const group = groupOfNumbers(field);
  if (!isMeasureOfDescribed(measure)) {
    const { unreported } = amountsOfCombinations(cube, measure, filter);
    return { amounts, unknown: bitmapOfCodes(cube, cube.groups[group].codes, unreported, { start: 0, end: cube.rows }) };
  }
  const undescribed = cube.rowFlags.undescribed[group];
  return { amounts, unknown: undefined, undescribed, free: without(filter, ...(dimensionsOfField.get(field) ?? [])) };
}

/** The incidents that do not give a number of people; undefined of incidents themselves. */
function unknownPeople({ rowFlags }: Cube, measure: Measure): RowBitmap | undefined {
  const people = peopleOfMeasure(measure);
  return people && rowFlags.notReported[people];
}

class Tally {
  sum = 0;
  squares = 0;
  notReported = 0;
  readonly largest = new TwoLargest();

  amount(measure: Measure, incidents: number): GatheredAmount {
    if (measure === 'incidents')
      return { sum: incidents, squares: incidents, largest: [Math.min(incidents, 1), incidents > 1 ? 1 : 0], notReported: 0 };
    return { sum: this.sum, squares: this.squares, largest: this.largest.both, notReported: this.notReported };
  }
}

/** The parts of the record, which are datasets in locations, and in which of them a row is. */
interface RowParts {
  readonly names: readonly { readonly dataset: string; readonly country: string }[];
  readonly of: (row: number) => number;
}

function partsOfRows(cube: Cube): RowParts {
  const [places, sources] = [cube.groups[dimensions.country.group], cube.groups[dimensions.dataset.group]];
  const [country, dataset] = [places.fields[fieldOf('country')]!, sources.fields[fieldOf('dataset')]!];
  const [{ codes: placeOf }, { codes: sourceOf }, count] = [places, sources, dataset.values.length];
  return {
    names: country.values.flatMap((code) => dataset.values.map((slug) => ({ dataset: String(slug), country: String(code) }))),
    of: (row) => country.positions[placeOf[row]!]! * count + dataset.positions[sourceOf[row]!]!,
  };
}

/** Adds some rows to the tallies of their parts. */
function addRows(
  tallies: readonly Tally[],
  parts: RowParts,
  amounts: Amounts | undefined,
  unknown: RowBitmap | undefined,
  rows: Uint32Array,
  count: number,
): void {
  for (let at = 0; at < count; at++) {
    const row = rows[at]!;
    if (unknown && hasRow(unknown, row)) tallies[parts.of(row)]!.notReported += 1;
    if (!amounts) continue;
    const number = amounts.numbers[row]!;
    const amount = amounts.ofNumber ? amounts.ofNumber[number]! : number;
    if (amount === 0) continue;
    const tally = tallies[parts.of(row)]!;
    tally.sum += amount;
    tally.squares += amount * amount;
    tally.largest.take(amount);
  }
}
