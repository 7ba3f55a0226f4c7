import type { BriefPage, DatasetList } from '@monitor/contract';
import { filterQuery } from '@monitor/contract';
import { type CalendarPeriod, calendarPeriodText, type Filter, parseCalendarPeriod } from '@monitor/domain';
import { jurisdiction, jurisdictions, region } from '@monitor/geography';
import { UsageError } from '../command-context.ts';

/** One brief to make. */
export interface ChosenBrief {
  /** `all`, or the code of a location or region. */
  readonly place: string;
  /** The query string of its page. */
  readonly query: string;
}

/** The month, quarter or year of `--period`. @throws UsageError for anything else */
export function readPeriod(text: string): CalendarPeriod {
  const period = parseCalendarPeriod(text);
  if (period !== undefined) return period;
  throw new UsageError(`--period must be a month (2026-09), a quarter (2026-Q3) or a year (2025), not "${text}".`);
}

/** All locations together, then each one separately. */
const every = 'every';
const all = 'all';

/** The places of `--place`, by code. @throws UsageError for a code that does not exist */
export function readPlaces(text: string): readonly string[] {
  const places = [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== '');
  if (places.length === 0) throw new UsageError('--place is empty. Give all, every, or codes such as RS,XK,RS-20.');
  const wrong = places.find((place) => place !== all && place !== every && !isPlace(place));
  if (wrong === undefined) return places;
  throw new UsageError(`--place: there is no location or region "${wrong}". Give all, every, or codes such as RS,XK,RS-20.`);
}

function isPlace(code: string): boolean {
  return jurisdictions.some((one) => one.code === code) || region(code) !== undefined;
}

/**
 * The briefs to make: `every` stands for all locations together and for each that has incidents in the period.
 * @param ask answers a path of the API
 * @throws UsageError where the data does not reach into the period, or a place has no data in it
 */
export async function chooseBriefs(
  places: readonly string[],
  period: CalendarPeriod,
  ask: <Answer>(path: string) => Promise<Answer>,
): Promise<ChosenBrief[]> {
  const { datasets } = await ask<DatasetList>('/datasets');
  const from = datasets.flatMap((one) => one.from ?? []).toSorted()[0];
  const to = datasets
    .flatMap((one) => one.to ?? [])
    .toSorted()
    .at(-1);
  if (from === undefined || to === undefined)
    throw new UsageError('There is no data yet. Import some first: see "monitor import --help".');
  if (period.to < from || period.from > to)
    throw new UsageError(`There is no data in ${calendarPeriodText(period)}. The data covers ${from} to ${to}.`);
  const known = [...new Set(datasets.flatMap(({ countries }) => countries))].toSorted();
  const briefs: ChosenBrief[] = [];
  for (const place of places.flatMap((one) => (one === every ? [all, ...known] : [one]))) {
    const query = filterQuery(filterOf(place, period));
    const { data } = await ask<BriefPage>(`/pages/brief?${query}`);
    const incidents = data?.figures.find(({ measure }) => measure === 'incidents')?.count ?? 0;
    if (incidents === 0 && places.includes(every)) continue;
    if (data === null) throw new UsageError(reasonForNone(place, period, known));
    briefs.push({ place, query });
  }
  return briefs;
}

function reasonForNone(place: string, period: CalendarPeriod, known: readonly string[]): string {
  if (place === all) return `There is no data in ${calendarPeriodText(period)}.`;
  const name = `${(jurisdiction(place) ?? region(place))?.name ?? place} (${place})`;
  return known.includes(place.slice(0, 2))
    ? `There is no data for ${name} in ${calendarPeriodText(period)}.`
    : `There is no data for ${name}. There is data for ${known.join(', ')}.`;
}

function filterOf(place: string, { from, to }: CalendarPeriod): Filter {
  return { from, to, ...(place === all ? {} : { [place.includes('-') ? 'region' : 'country']: [place] }) };
}
