import { type IncidentType, typesOfKind } from '@monitor/domain';
import type { Database } from '@monitor/store';

/* What sentences are held to: the incidents as SQL gives them, counted one by one, without any code that made the sentences. */

export interface Row {
  readonly date: string;
  /** Its last day, of several. */
  readonly until: string | null;
  readonly country: string;
  readonly region: string | null;
  readonly place: string | null;
  readonly type: string;
  readonly dataset: string;
  /** Of the dataset. */
  readonly title: string;
  /** The part of its locations that the dataset covers. */
  readonly covers: string | null;
  readonly killed: number | null;
  readonly injured: number | null;
  readonly suicides: number | null;
  readonly threatened: number | null;
  /** Weapons with a number, without ammunition. */
  readonly weapons: number;
  readonly place_precision: string;
  readonly date_precision: string;
  readonly lon: number | null;
  readonly lat: number | null;
  /** The hour of a day that is known to the day. */
  readonly hour: number | null;
  readonly minute: number | null;
  readonly part_of_day: string | null;
  readonly sources: readonly string[];
  readonly people: readonly Person[];
  /** Each lot of weapons, or one of which nothing is reported. */
  readonly lots: readonly Lot[];
}
export interface Person {
  readonly role: 'victim' | 'perpetrator';
  readonly sex: string;
  readonly age: string;
  readonly outcome: string;
  readonly relationship: string;
}
export interface Lot {
  readonly class: string;
  readonly count: number | null;
  readonly legal: string;
  readonly mode: string | null;
  readonly traced: string;
}

export async function readRows({ connections }: Database): Promise<readonly Row[]> {
  return connections<Row[]>`
    select occurred_on::text as date, occurred_until::text as until, country, region, place, type, slug as dataset, title, covers, killed, injured, suicides, threatened,
      place_precision, date_precision, lon, lat, part_of_day,
      case when date_precision = 'day' then left(local_time, 2)::integer end as hour,
      case when date_precision = 'day' then right(local_time, 2)::integer end as minute,
      (select coalesce(sum(count), 0)::integer from weapons where incident_id = incidents.id and class not in ('ammunition', 'bladed')) as weapons,
      (select coalesce(jsonb_agg(distinct kind), '[]') from sources where incident_id = incidents.id) as sources,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'role', role, 'sex', sex, 'age', age_band, 'outcome', outcome, 'relationship', relationship
        )), '[]') from people where incident_id = incidents.id) as people,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'class', class, 'count', count, 'legal', legal, 'mode', mode, 'traced', traced
        )), '[{"class": "not_reported", "count": null, "legal": "not_reported", "mode": null, "traced": "not_reported"}]')
        from weapons where incident_id = incidents.id) as lots
    from incidents join datasets on datasets.id = dataset_id
    where published`;
}

export type Days = readonly [from: string, to: string];
export type Counted = 'incidents' | 'killed' | 'injured' | 'suicides' | 'weapons' | 'rounds' | 'victims' | 'perpetrators';

/** What the reader of a page selected, as far as the court asks for it. */
export interface Selection {
  readonly countries?: readonly string[];
  readonly region?: string;
  readonly kind?: 'violence' | 'weapon_seizure';
  readonly types?: readonly string[];
  readonly datasets?: readonly string[];
  /** What else is asked of an incident, as in an address. */
  readonly rest?: string;
}

export const kinds: Readonly<Record<'violence' | 'weapon_seizure', readonly IncidentType[]>> = {
  violence: typesOfKind('violence'),
  weapon_seizure: typesOfKind('weapon_seizure'),
};

/** What an address selects, but for its days. */
export function selectionOf(query: string): Selection {
  const given = new URLSearchParams(query);
  const list = (name: string) => given.get(name)?.split(',');
  const [countries, types, datasets, region] = [list('country'), list('type'), list('dataset'), list('region')?.[0]];
  for (const name of ['country', 'type', 'dataset', 'region', 'from', 'to']) given.delete(name);
  const rest = given.toString();
  return {
    ...(countries && { countries }),
    // A group of types has a name of its own.
    ...(types && { types: types.flatMap((one) => (one === 'violence' ? kinds.violence : one)) }),
    ...(datasets && { datasets }),
    ...(region !== undefined && { region }),
    ...(rest !== '' && { rest }),
  };
}

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

function select(rows: readonly Row[], { countries, region, kind, types, datasets, rest }: Selection): readonly Row[] {
  return rows.filter(
    (row) =>
      (countries === undefined || countries.includes(row.country)) &&
      (region === undefined || row.region === region) &&
      (kind === undefined || kinds[kind].some((type) => type === row.type)) &&
      (types === undefined || types.includes(row.type)) &&
      (datasets === undefined || datasets.includes(row.dataset)) &&
      (rest === undefined || meets(row, rest)),
  );
}

const ofVictims = { victim_sex: 'sex', victim_age: 'age', victim_outcome: 'outcome', relationship: 'relationship' } as const;
const ofPerpetrators = { perpetrator_sex: 'sex', perpetrator_age: 'age' } as const;
const ofLots = { weapon: 'class', legal: 'legal', mode: 'mode', traced: 'traced' } as const;

/** What one and the same person or lot of weapons must be. */
function isMeant<One>(one: One, names: Readonly<Record<string, keyof One>>, given: URLSearchParams): boolean {
  return Object.entries(names).every(
    ([name, field]) => !given.has(name) || given.get(name)!.split(',').includes(String(one[field])),
  );
}
const isGiven = (names: object, given: URLSearchParams) => Object.keys(names).some((name) => given.has(name));

/** The victims, perpetrators and lots of weapons of a row that the rest of an address means. */
export function meant(row: Row, rest = '') {
  const given = new URLSearchParams(rest);
  return {
    victims: row.people.filter((one) => one.role === 'victim' && isMeant(one, ofVictims, given)),
    perpetrators: row.people.filter((one) => one.role === 'perpetrator' && isMeant(one, ofPerpetrators, given)),
    lots: row.lots.filter((one) => isMeant(one, ofLots, given)),
  };
}

/** What happened to people; nobody is known to be harmed where both numbers are nought. */
function outcomesOf({ killed, injured, threatened, suicides }: Row): readonly string[] {
  const happened = Object.entries({ killed, injured, threatened, suicide: suicides }).flatMap(([name, count]) =>
    count ? [name] : [],
  );
  if (happened.length > 0) return happened;
  return [killed === 0 && injured === 0 ? 'none' : 'not_reported'];
}

function meets(row: Row, rest: string): boolean {
  const given = new URLSearchParams(rest);
  const { victims, perpetrators, lots } = meant(row, rest);
  const has = (name: string, values: readonly string[]) =>
    !given.has(name) ||
    given
      .get(name)!
      .split(',')
      .some((one) => values.includes(one));
  const [west, south, east, north] = given.get('bbox')?.split(',').map(Number) ?? [];
  const isIn = (at: number | null, low = -Infinity, high = Infinity) => at !== null && at >= low && at <= high;
  return (
    (!isGiven(ofVictims, given) || victims.length > 0) &&
    (!isGiven(ofPerpetrators, given) || perpetrators.length > 0) &&
    (!isGiven(ofLots, given) || lots.length > 0) &&
    has('outcome', outcomesOf(row)) &&
    has('place_precision', [row.place_precision]) &&
    has('date_precision', [row.date_precision]) &&
    has('source', row.sources) &&
    !(given.get('leave_out')?.split(',') ?? []).includes(`${row.dataset}/${row.country}`) &&
    (!given.has('min_weapons') || row.weapons >= Number(given.get('min_weapons'))) &&
    (!given.has('bbox') || (isIn(row.lon, west, east) && isIn(row.lat, south, north)))
  );
}

/** Whether a lot is one of the weapons that are counted, or of the rounds. */
export function isCountedIn({ class: code }: Pick<Lot, 'class'>, isRounds: boolean): boolean {
  return isRounds ? code === 'ammunition' : code !== 'ammunition' && code !== 'bladed';
}

/** @param rest of the address, of which people and weapons are counted one by one */
export function countOf(rows: readonly Row[], counted: Counted, rest?: string): number {
  return rows.reduce((sum, row) => sum + amountOf(row, counted, rest), 0);
}

export function amountOf(row: Row, counted: Counted, rest?: string): number {
  switch (counted) {
    case 'incidents':
      return 1;
    case 'victims':
    case 'perpetrators':
      return meant(row, rest)[counted].length;
    case 'weapons':
    case 'rounds':
      return meant(row, rest)
        .lots.filter((lot) => isCountedIn(lot, counted === 'rounds'))
        .reduce((sum, { count }) => sum + (count ?? 0), 0);
    default:
      return row[counted] ?? 0;
  }
}

/** The datasets with rows in some days that begin or end within the steps of them, which have so many letters of a date: years, or months. */
export function datasetsCut(rows: readonly Row[], selection: Selection, days: Days, letters = 7): readonly string[] {
  const [from, to] = days.map((day) => day.slice(0, letters)) as [string, string];
  const slugs = [...new Set(rowsOf(rows, selection, days).map(({ dataset }) => dataset))];
  return slugs.filter((slug) => {
    const held = rowsOf(rows, { datasets: [slug] }).map(({ date }) => date.slice(0, letters));
    return held[0]! > from || held.at(-1)! < to;
  });
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
