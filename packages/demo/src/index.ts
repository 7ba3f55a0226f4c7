import { type Dataset, dayNumber, type IncidentDraft, type IsoDate, isIsoDate } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';
import { drawDraft } from './draft.ts';
import { notableDraft, notableEventsUntil } from './notable-events.ts';
import { daysUntil, firstDate } from './plan.ts';
import { type Random, seededRandom } from './random.ts';
import { reportingDates } from './sources.ts';
import { monitoredCodes, placesOfMonth, settlementsOf } from './whereabouts.ts';

export { firstDate };
export { type Random, seededRandom } from './random.ts';

/** The dataset that made-up incidents belong to. */
export const demoDataset: Dataset = {
  slug: 'demo',
  title: 'Synthetic demonstration data',
  description: 'Made-up incidents, calibrated to published totals. Not a record of real events.',
  synthetic: true,
  killed_includes_suicides: false,
  public_identifiers: true,
  licence: 'CC0-1.0',
  licence_url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: 'Open Armed Violence Monitor, synthetic data',
  url: null,
};

export interface DemoOptions {
  /** Last day, included; not before `firstDate`. */
  readonly until: IsoDate;
  /** The same seed gives the same incidents. Its low 32 bits count. */
  readonly seed: number;
  /** How many incidents; by default what the calibration gives, about 38,000 from 2014 to 2025 and 3,150 in each later year. */
  readonly rows?: number;
}

/**
 * Made-up incidents for the seven monitored places, oldest first, on real settlements.
 *
 * The same seed and last day give the same drafts byte for byte. Without `rows` a later last day only adds incidents at
 * the end, and those before it stay as they were. Memory does not grow with the number of rows. Throws `RangeError` on a
 * last day that is not a date or lies before 2014, and on rows that are not a whole number from 0 on.
 */
export function demoIncidents(gazetteer: Gazetteer, options: DemoOptions): Generator<IncidentDraft> {
  checkOptions(options);
  return drawIncidents(gazetteer, options);
}

/** About how many incidents those options give, exactly where `rows` says so; throws the same errors. */
export function expectedIncidents(options: Omit<DemoOptions, 'seed'>): number {
  checkOptions(options);
  return options.rows ?? Math.round(expectedUntil(options.until)) + notableEventsUntil(options.until).length;
}

function checkOptions({ until, rows }: Omit<DemoOptions, 'seed'>): void {
  if (!isIsoDate(until) || until < firstDate)
    throw new RangeError(`the last day must be a date from ${firstDate} on, not "${until}"`);
  if (rows !== undefined && !(Number.isSafeInteger(rows) && rows >= 0))
    throw new RangeError(`rows must be a whole number from 0 on, not ${rows}`);
}

function expectedUntil(until: IsoDate, waves?: Random): number {
  let sum = 0;
  for (const { expected } of daysUntil(until, waves)) sum += expected;
  return sum;
}

function* drawIncidents(gazetteer: Gazetteer, { until, seed, rows }: DemoOptions): Generator<IncidentDraft> {
  const random = seededRandom(seed);
  // A stream of their own, so that each day has the same whatever is drawn beside it.
  const waves = () => seededRandom(Math.imul(seed, 0x9e3779b1));
  const settlements = new Map(monitoredCodes.map((code) => [code, settlementsOf(code, gazetteer)]));
  const notable = notableEventsUntil(until).slice(0, rows);
  const countOf = rows === undefined ? random.poisson : fixedCounts(random, rows - notable.length, expectedUntil(until, waves()));
  const lastDay = dayNumber(until);
  let number = 0;
  const nextKey = () => `demo-${String((number += 1)).padStart(6, '0')}`;
  let placeOf = placesOfMonth(random);
  for (const day of daysUntil(until, waves())) {
    if (day.dayOfMonth === 1) placeOf = placesOfMonth(random);
    const dates = reportingDates(day.day, lastDay);
    for (const event of notable) if (event.date === day.date) yield notableDraft(event, gazetteer, nextKey());
    const count = countOf(day.expected);
    for (let drawn = 0; drawn < count; drawn += 1) {
      const key = nextKey();
      const place = placeOf(random);
      yield drawDraft({ random, gazetteer, day, dates, key, country: place, settlements: settlements.get(place) });
    }
  }
}

/**
 * Numbers of days, asked once for each day in order, that add up to exactly this many rows and follow what is expected: each day takes
 * its binomial part of what is left, which makes the whole a multinomial draw without keeping it in memory.
 * @param expectedInAll sum of the expected numbers of all days that will be requested
 */
export function fixedCounts(random: Random, rows: number, expectedInAll: number): (expected: number) => number {
  let rowsLeft = rows;
  let expectedLeft = expectedInAll;
  return (expected) => {
    // Rounding may leave a trace of expectation after the last day; the last day takes all.
    const isLast = expectedLeft - expected <= 1e-6 * expected;
    const count = isLast ? rowsLeft : random.binomial(rowsLeft, expected / expectedLeft);
    rowsLeft -= count;
    expectedLeft -= expected;
    return count;
  };
}
