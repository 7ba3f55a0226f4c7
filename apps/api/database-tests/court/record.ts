import { type IncidentType, typesOfKind } from '@monitor/domain';
import type { Database } from '@monitor/store';

/* What sentences are held to: the incidents as SQL gives them, counted one by one, without any code that made the sentences. */

export interface Row {
  readonly date: string;
  readonly country: string;
  readonly region: string | null;
  readonly type: string;
  readonly dataset: string;
  readonly killed: number | null;
  readonly injured: number | null;
  readonly suicides: number | null;
  /** Weapons with a number, without ammunition. */
  readonly weapons: number;
}

export async function readRows({ connections }: Database): Promise<readonly Row[]> {
  return connections<Row[]>`
    select occurred_on::text as date, country, region, type, slug as dataset, killed, injured, suicides,
      (select coalesce(sum(count), 0)::integer from weapons where incident_id = incidents.id and class <> 'ammunition') as weapons
    from incidents join datasets on datasets.id = dataset_id
    where published`;
}

export type Days = readonly [from: string, to: string];
export type Counted = 'incidents' | 'killed' | 'injured' | 'suicides' | 'weapons';

/** What the reader of a page selected, as far as the court asks for it. */
export interface Selection {
  readonly countries?: readonly string[];
  readonly region?: string;
  readonly kind?: 'violence' | 'weapon_seizure';
  readonly types?: readonly string[];
  readonly datasets?: readonly string[];
}

export const kinds: Readonly<Record<'violence' | 'weapon_seizure', readonly IncidentType[]>> = {
  violence: typesOfKind('violence'),
  weapon_seizure: typesOfKind('weapon_seizure'),
};

const selected = new WeakMap<readonly Row[], Map<string, readonly Row[]>>();

/** The rows of a selection, oldest first. */
export function rowsOf(rows: readonly Row[], selection: Selection, days?: Days): readonly Row[] {
  const known = selected.get(rows) ?? new Map<string, readonly Row[]>();
  selected.set(rows, known);
  const key = JSON.stringify(selection);
  const found = known.get(key) ?? select(rows, selection).toSorted((one, other) => (one.date < other.date ? -1 : 1));
  known.set(key, found);
  return days === undefined ? found : found.filter(({ date }) => date >= days[0] && date <= days[1]);
}

function select(rows: readonly Row[], { countries, region, kind, types, datasets }: Selection): readonly Row[] {
  return rows.filter(
    (row) =>
      (countries === undefined || countries.includes(row.country)) &&
      (region === undefined || row.region === region) &&
      (kind === undefined || kinds[kind].some((type) => type === row.type)) &&
      (types === undefined || types.includes(row.type)) &&
      (datasets === undefined || datasets.includes(row.dataset)),
  );
}

export function countOf(rows: readonly Row[], counted: Counted): number {
  return counted === 'incidents' ? rows.length : rows.reduce((sum, row) => sum + (row[counted] ?? 0), 0);
}

/** Number of days, both ends included. */
export function lengthOf([from, to]: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** The same days of the calendar so many years earlier; a period that ends with a month ends with it there, too. */
export function yearsBefore([from, to]: Days, years: number): Days {
  const shifted = (day: string) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    const last = new Date(Date.UTC(year - years, month, 0)).getUTCDate();
    return iso(new Date(Date.UTC(year - years, month - 1, Math.min(date, last))));
  };
  const after = iso(new Date(Date.parse(to) + 86_400_000));
  return [shifted(from), iso(new Date(Date.parse(shifted(after)) - 86_400_000))];
}

/** The last twelve whole months that end by a day. */
export function lastTwelveMonths(day: string): Days {
  const after = iso(new Date(Date.parse(day) + 86_400_000));
  const first = after.endsWith('-01') ? after : `${day.slice(0, 8)}01`;
  const from = `${Number(first.slice(0, 4)) - 1}${first.slice(4)}`;
  return [from, iso(new Date(Date.parse(first) - 86_400_000))];
}

export function monthOf(start: string): Days {
  const [year, month] = start.split('-').map(Number) as [number, number];
  return [`${start.slice(0, 7)}-01`, iso(new Date(Date.UTC(year, month, 0)))];
}

/** First days of the months of some days. */
export function monthsOf([from, to]: Days): readonly string[] {
  const months: string[] = [];
  for (let start = `${from.slice(0, 7)}-01`; start <= to; start = iso(new Date(Date.parse(monthOf(start)[1]) + 86_400_000)))
    months.push(start);
  return months;
}

/** As many months just before those of some days. */
export function monthsBefore(days: Days): Days {
  const [year, month] = days[0].split('-').map(Number) as [number, number];
  const first = iso(new Date(Date.UTC(year, month - 1 - monthsOf(days).length, 1)));
  return [first, iso(new Date(Date.UTC(year, month - 1, 0)))];
}
