import { foldText, remembering } from '@monitor/domain';
import { isHome, jurisdiction, jurisdictions, type Point, regions } from '@monitor/geography';
import { type Gazetteer, isOnlyCentre, type Location } from '@monitor/geography/gazetteer';
import { jurisdictionCode } from '@monitor/geography/world';
import { inFewRegions } from '../few-regions.ts';
import { StrayPoints } from '../place/stray-points.ts';
import { splitCoordinates } from '../generic/read-incident-row.ts';
import { type Column, degrees, isCategorical, nameFit, share } from './columns.ts';
import { type Draft, percent } from './draft.ts';

/** Points that are looked up, of those that a file has. */
const mostPoints = 300;

/** A point of a row of the sample. */
interface RowPoint extends Point {
  readonly row: number;
}

/** Coordinates, and with them the points of the first rows. */
export function findPoints(draft: Draft, gazetteer: Gazetteer): RowPoint[] {
  const isDegrees = (column: Column, most: number) =>
    share(column, (text) => Math.abs(degrees(text)) <= most) > 0.9 && share(column, (text) => /\d[.,]\d/.test(text)) > 0.5;
  const lat = draft.best((one) => (isDegrees(one, 90) ? nameFit(one, 'lat') : 0));
  const lon = draft.best((one) => (one !== lat && isDegrees(one, 180) ? nameFit(one, 'lon') : 0));
  if (lat && lon) {
    const points = lat.cells.map((text, row) => ({ lat: degrees(text ?? ''), lon: degrees(lon.cells[row] ?? '') }));
    const [x, y] = isSwapped(draft, points, gazetteer) ? [lat, lon] : [lon, lat];
    const isNumber = (text: string) => !Number.isNaN(degrees(text));
    const reason =
      x === lon
        ? 'numbers of degrees'
        : 'numbers of degrees. The names are swapped: only so, most points are on land, or where their rows say';
    draft.field('lon', [x], x.name, reason, share(x, isNumber));
    draft.field('lat', [y], y.name, reason, share(y, isNumber));
    return rowPoints(points, x === lat);
  }
  const pointOf = (text: string): Point => {
    const parts = splitCoordinates(text, 'lat_lon');
    return { lon: degrees(parts.lon), lat: degrees(parts.lat) };
  };
  const isPair = (text: string) => /\d[.,]\d+[^\d.]+\d+[.,]\d/.test(text) && isPoint(pointOf(text), 180);
  const pair = draft.best((one) => (share(one, isPair) > 0.9 ? 1 + nameFit(one, 'coordinates') : 0));
  if (!pair) return [];
  const points = pair.cells.map((text) => (text === null || !isPair(text) ? { lon: Number.NaN, lat: Number.NaN } : pointOf(text)));
  const isLonFirst = ![...pair.values.keys()].some((text) => text.includes('(')) && isSwapped(draft, points, gazetteer);
  const value = isLonFirst ? { column: pair.name, order: 'lon_lat' } : pair.name;
  const order = isLonFirst ? 'longitude' : 'latitude';
  draft.field('coordinates', [pair], value, `two numbers in one text, ${order} first`, share(pair, isPair));
  return rowPoints(points, isLonFirst);
}

function rowPoints(points: readonly Point[], isTurned: boolean): RowPoint[] {
  return points.map((point, row) => ({ ...(isTurned ? swapped(point) : point), row })).filter((point) => isPoint(point));
}

const swapped = ({ lon, lat }: Point): Point => ({ lon: lat, lat: lon });
const isPoint = ({ lon, lat }: Point, mostLat = 90): boolean =>
  Math.abs(lon) <= 180 && Math.abs(lat) <= mostLat && !(lon === 0 && lat === 0);

function lookedUp(points: readonly Point[]): Point[] {
  const step = Math.max(1, Math.floor(points.length / mostPoints));
  return points.filter((_, index) => index % step === 0);
}

/** Where most points are, and how many of those that are in a location, which most must be. */
function whereMost(points: readonly Point[], gazetteer: Gazetteer): { code: string | undefined; share: number } {
  const looked = lookedUp(points);
  const counts = new Map<string, number>();
  for (const { lon, lat } of looked) {
    const code = gazetteer.locate(lon, lat)?.jurisdiction;
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [code, count = 0] = [...counts].toSorted(([, one], [, two]) => two - one)[0] ?? [];
  const located = [...counts.values()].reduce((sum, one) => sum + one, 0);
  return { code, share: located * 2 < looked.length ? 0 : count / located };
}

/**
 * Whether latitude and longitude are swapped: more points are then where their rows say, or, if rows say nothing, most points are on land
 * only then.
 * @param points of each row, NaN if it has none
 */
function isSwapped(draft: Draft, points: readonly Point[], gazetteer: Gazetteer): boolean {
  const filled = points.flatMap((point, row) => (Number.isNaN(point.lon + point.lat) ? [] : [{ point, row }]));
  const step = Math.max(1, Math.floor(filled.length / mostPoints));
  const some = filled.filter((_, index) => index % step === 0);
  const [named, other] = [(point: Point) => point, swapped].map((turn) => {
    let [land, right] = [0, 0];
    for (const { point, row } of some) {
      const at = turn(point);
      const location = isPoint(at) ? gazetteer.locate(at.lon, at.lat) : undefined;
      if (location) land += 1;
      if (location && isWhereSaid(draft, row, at, location, gazetteer)) right += 1;
    }
    return { land: land / some.length, right };
  }) as [{ land: number; right: number }, { land: number; right: number }];
  return named.right + other.right > 0 ? other.right > named.right : named.land < 0.5 && other.land > 0.8;
}

/** Whether a point is in the location, the region or the settlement of its row. */
function isWhereSaid(
  draft: Draft,
  row: number,
  at: Point,
  { jurisdiction: code, region }: Location,
  gazetteer: Gazetteer,
): boolean {
  const said = (field: 'country' | 'region' | 'place', isMeant: (text: string) => boolean) =>
    draft.columns.some((one) => nameFit(one, field) > 0 && /\p{L}{2}/u.test(one.cells[row] ?? '') && isMeant(one.cells[row] ?? ''));
  return (
    said('country', (text) => jurisdictionCode(text) === code) ||
    said('region', (text) => region !== null && gazetteer.findRegion(text, code) === region) ||
    said('place', (text) => gazetteer.findPlace(text, { jurisdiction: code, near: at }) !== undefined)
  );
}

/** The location of each row, as far as columns, points or names say it. */
export function findCountry(draft: Draft, points: readonly Point[], gazetteer: Gazetteer): (string | undefined)[] {
  const isLocation = (text: string) => text.length > 1 && jurisdictionCode(text) !== undefined;
  const column = draft.best((one) => (share(one, isLocation) > 0.9 ? nameFit(one, 'country') : 0));
  if (column) {
    draft.field('country', [column], column.name, 'names or codes of locations', share(column, isLocation));
    return column.cells.map((text) => (text === null ? undefined : jurisdictionCode(text)));
  }
  const all = (code: string | undefined) => Array.from({ length: draft.rows }, () => code);
  if (points.length > draft.rows / 2) {
    const { code, share: most } = whereMost(points, gazetteer);
    if (code === undefined || most <= 0.9) return all(undefined);
    const reason = `${percent(most)} of the points are in ${nameOf(code)}. This is for rows without a point`;
    draft.field('country', [], { default: code }, reason);
    return all(code);
  }
  const [first, second] = locationsOfNames(draft, gazetteer);
  if (first && first.share >= 0.5) {
    const { code } = first;
    draft.field('country', [], { value: code }, `${percent(first.share)} of the names of places are in ${nameOf(code)}`);
    const isClose = second !== undefined && second.share > first.share * 0.9;
    draft.ask(['incident', 'country'], `are all rows in ${nameOf(code)}${isClose ? `, and not in ${nameOf(second.code)}` : ''}?`);
    return all(code);
  }
  draft.incident.country = 'country';
  draft.ask(
    ['incident', 'country'],
    'where was it? Write the column, or { value: RS } if all rows are in one location ("monitor countries" lists them).',
  );
  return all(undefined);
}

const nameOf = (code: string) => jurisdiction(code)?.name ?? code;

/** Names of a column that are looked up, the most frequent first. */
const mostNames = 150;

/** Names but those of the centre of a region, such as "Merkez", which are in any. */
function namesOf({ values }: Column): [string, number][] {
  return [...values]
    .filter(([text]) => /\p{L}{2}/u.test(text) && text.length < 60 && !isOnlyCentre(text))
    .toSorted(([, one], [, two]) => two - one)
    .slice(0, mostNames);
}

/** The locations that know most of the names of places and regions, the best first. */
function locationsOfNames(draft: Draft, gazetteer: Gazetteer): (Known & { code: string })[] {
  const columns = draft.columns.filter(
    (one) => draft.isFree(one) && (nameFit(one, 'place') > 0 || nameFit(one, 'region') > 0) && namesOf(one).length > 0,
  );
  const scored = (codes: readonly string[]) =>
    codes.map((code) => ({ code, ...best(columns.map((column) => namesKnown(column, code, gazetteer))) }));
  const ranked = (found: readonly (Known & { code: string })[]) =>
    found.toSorted((one, two) => Math.round(20 * two.share) - Math.round(20 * one.share) || two.people - one.people).slice(0, 2);
  // What is around is there already. To read all of the world takes two seconds.
  const nearby = scored(jurisdictions.map(({ code }) => code).filter(isHome));
  if (nearby.some(({ share: of }) => of > 0.7)) return ranked(nearby);
  return ranked([...nearby, ...scored(likelyLocations(columns).filter((code) => !isHome(code)))]);
}

interface Known {
  /** Of the rows. */
  readonly share: number;
  /** The more, the larger the settlements are. */
  readonly people: number;
}

/** How many names of a column a location knows. */
function namesKnown(column: Column, code: string, gazetteer: Gazetteer): Known {
  let [rows, all, people] = [0, 0, 0];
  for (const [name, count] of namesOf(column)) {
    const place = gazetteer.findPlace(name, { jurisdiction: code });
    all += count;
    if (place || gazetteer.findRegion(name, code) !== undefined) rows += count;
    people += Math.log10(10 + (place?.population ?? 0)) * count;
  }
  return { share: rows / all, people };
}

function best(found: readonly Known[]): Known {
  return { share: Math.max(0, ...found.map(({ share: of }) => of)), people: Math.max(0, ...found.map(({ people }) => people)) };
}

/** Those that have regions of these names, by the short list of all regions; if there are none, those where one of their scripts is usual. */
function likelyLocations(columns: readonly Column[]): string[] {
  const names = columns.map((column) => namesOf(column).map(([name]) => foldText(name)));
  const own = new Map(jurisdictions.map(({ code }) => [code, new Set<string>()]));
  for (const { code, jurisdiction: of, name } of regions) for (const one of [name, code.slice(3)]) own.get(of)?.add(foldText(one));
  const hasMost = (code: string) => names.some((some) => some.filter((name) => own.get(code)?.has(name)).length > some.length / 2);
  const likely = [...own.keys()].filter(hasMost);
  if (likely.length > 0) return likely;
  const isWritten = (code: string) => {
    const { script = 'Latn' } = new Intl.Locale(`und-${code}`).maximize();
    return names.some((some) => some.some((name) => new RegExp(`\\p{Script=${scripts[script] ?? script}}`, 'u').test(name)));
  };
  return [...own.keys()].filter(isWritten);
}

/** Scripts of names that are written in several. */
const scripts: Readonly<Record<string, string>> = { Jpan: 'Han', Kore: 'Hangul', Hans: 'Han', Hant: 'Han' };

/** Region and settlement. @param countries of the rows */
export function findPlaces(draft: Draft, countries: readonly (string | undefined)[], gazetteer: Gazetteer): void {
  const found = (column: Column, look: (name: string, code: string) => unknown): number => {
    let [rows, all] = [0, 0];
    for (const [name, count] of namesOf(column)) {
      const code = countries[column.cells.indexOf(name)];
      all += count;
      if (code !== undefined && look(name, code) !== undefined) rows += count;
    }
    return all === 0 ? 0 : rows / all;
  };
  const isRegion = (name: string, code: string) => gazetteer.findRegion(name, code);
  const isPlace = (name: string, code: string) => gazetteer.findPlace(name, { jurisdiction: code });
  const region = draft.best((one) => {
    const named = nameFit(one, 'region');
    if (named === 0 && !isCategorical(one)) return 0;
    const of = found(one, isRegion);
    // A settlement can have the name of its region.
    const isMeant = named > 0 ? of > 0.8 : of > 0.95 && one.values.size > 2 && found(one, isPlace) < of;
    return isMeant ? of + named : 0;
  });
  if (region) draft.field('region', [region], region.name, 'names or codes of regions', found(region, isRegion));
  const place = draft.best((one) => {
    // What is around a list of incidents is mostly a place.
    const named = nameFit(one, 'place') || (one.isAround ? nameFit(one, 'name') : 0);
    const of = named > 0 ? found(one, isPlace) : 0;
    return of > 0.5 ? named + 2 * of : 0;
  });
  if (!place) return;
  const of = found(place, isPlace) * (1 - share(place, isOnlyCentre));
  draft.field('place', [place], place.name, 'names of settlements', of);
  if (of < 0.95)
    draft.ask(
      ['incident', 'place'],
      'which settlements are the others? The gazetteer does not have all names: see "places" in docs/importing.md.',
    );
}

/** Asks about points in no location, and notes their rows. */
export function askForStrays(draft: Draft, points: readonly RowPoint[], gazetteer: Gazetteer): void {
  const strays = new StrayPoints();
  const isLocated = remembering(
    ({ lon, lat }: Point) => gazetteer.locate(lon, lat) !== undefined,
    ({ lon, lat }) => `${lon} ${lat}`,
  );
  for (const point of points) {
    const isFound = isLocated(point);
    strays.add(point, isFound);
    if (!isFound) draft.strayRows.add(point.row);
  }
  if (!strays.found) return;
  const { points: count, hints } = strays.found;
  const words = hints.map(
    ({ text, points: some, from, to }) =>
      ` In ${some} of them, ${text}: ${to} would be among the other points, and ${from} is not.`,
  );
  draft.ask(
    ['incident'],
    `can you correct ${count} of ${points.length} points in the file? They are in no location, such as one at sea more than 50 km from land, and the import leaves them out.${words.join('')}`,
  );
}

/** Asks what the data covers, if its rows are in few regions of a location: those of the points or, without points, of the names. */
export function askForPart(
  draft: Draft,
  points: readonly Point[],
  countries: readonly (string | undefined)[],
  gazetteer: Gazetteer,
): void {
  const counts = new Map<string | null, number>();
  const add = (region: string | null | undefined, count = 1) =>
    counts.set(region ?? null, (counts.get(region ?? null) ?? 0) + count);
  const { region, place } = draft.incident;
  const column = draft.columns.find(({ name }) => name === (region ?? place));
  if (points.length > 0) for (const { lon, lat } of lookedUp(points)) add(gazetteer.locate(lon, lat)?.region);
  else if (column)
    for (const [name, count] of namesOf(column)) {
      const code = countries[column.cells.indexOf(name)];
      if (code === undefined) continue;
      add(region ? gazetteer.findRegion(name, code) : gazetteer.findPlace(name, { jurisdiction: code })?.region, count);
    }
  for (const { name, incidents, regions: found, allRegions } of inFewRegions(counts))
    draft.ask(
      ['dataset', 'licence'],
      `is the data about a part of its location only? All ${incidents} rows that were looked up lie in ${found} of ${allRegions} regions (${name}). If so, say which without the "#", or rates will be too low:`,
      'covers: my city',
    );
}
