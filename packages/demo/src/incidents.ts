import { dayNumber, type IncidentDraft, type IsoDate, isIsoDate } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';
import { type MonitoredCode, monthlyVariation, placeShares } from './assumed-levels.ts';
import { firstDate, quartersUntil } from './calendar.ts';
import { type DailyCounts, fixedCounts, freeCounts } from './daily-counts.ts';
import { drawDraft } from './draft.ts';
import { type NotableEvent, notableDraft, notableEventsUntil } from './notable-events.ts';
import { type DayPlan, planQuarter, type QuarterRates } from './quarter-plan.ts';
import { type Random, seededRandom } from './random.ts';
import { reportingDates } from './sources.ts';
import { type Weighted, weighted } from './weighted.ts';
import { settlementsByCode } from './whereabouts.ts';

/** The request: `DemoOptions` of the package's index, which says what each means. */
export interface Request {
  readonly until: IsoDate;
  readonly seed: number;
  readonly rows?: number;
}

/** Throws `RangeError` on a last day that is no date or too early, and on rows that are not a whole number from 0 on. */
export function checkRequest({ until, rows }: Omit<Request, 'seed'>): void {
  if (!isIsoDate(until) || until < firstDate)
    throw new RangeError(`the last day must be a date from ${firstDate} on, not "${until}"`);
  if (rows !== undefined && !(Number.isSafeInteger(rows) && rows >= 0)) {
    throw new RangeError(`rows must be a whole number from 0 on, not ${rows}`);
  }
}

/** All days up to the last, with the casualty rates of their quarter. */
function* daysUntil(until: IsoDate): Generator<{ readonly day: DayPlan; readonly rates: QuarterRates }> {
  for (const quarter of quartersUntil(until)) {
    const { days, rates } = planQuarter(quarter);
    for (const day of days) if (day.date <= until) yield { day, rates };
  }
}

function expectedUntil(until: IsoDate): number {
  let sum = 0;
  for (const { day } of daysUntil(until)) sum += day.expected;
  return sum;
}

/** The number behind `expectedIncidents`, which says what it promises. */
export function expectedCount({ until, rows }: Omit<Request, 'seed'>): number {
  return rows ?? Math.round(expectedUntil(until)) + notableEventsUntil(until).length;
}

/** The places' shares of one month, varied a little around their level. */
function placesOfMonth(random: Random): Weighted<MonitoredCode> {
  const shares = Object.entries(placeShares) as [MonitoredCode, number][];
  return weighted(shares.map(([code, share]) => [code, share * random.logNormal(monthlyVariation)] as const));
}

function countsFor(random: Random, { until, rows }: Request, notable: number): DailyCounts {
  return rows === undefined ? freeCounts(random) : fixedCounts(random, rows - notable, expectedUntil(until));
}

/** The generator behind `demoIncidents`, which says what it promises. */
export function* drawIncidents(gazetteer: Gazetteer, request: Request): Generator<IncidentDraft> {
  const { until, seed, rows } = request;
  const random = seededRandom(seed);
  const settlements = settlementsByCode(gazetteer);
  const notable: readonly NotableEvent[] = notableEventsUntil(until).slice(0, rows);
  const counts = countsFor(random, request, notable.length);
  const lastDay = dayNumber(until);
  let number = 0;
  const nextKey = () => `demo-${String((number += 1)).padStart(6, '0')}`;
  let places = placesOfMonth(random);
  for (const { day, rates } of daysUntil(until)) {
    if (day.dayOfMonth === 1) places = placesOfMonth(random);
    const ofDay = { random, gazetteer, settlements, day, rates, dates: reportingDates(day.day, lastDay) };
    for (const event of notable) if (event.date === day.date) yield notableDraft(event, gazetteer, nextKey());
    const count = counts.next(day.expected);
    for (let drawn = 0; drawn < count; drawn += 1) yield drawDraft(ofDay, nextKey(), places.draw(random));
  }
}
