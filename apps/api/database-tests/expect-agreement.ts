import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect } from 'vitest';
import { filterQuery, type IncidentList, type Summary } from '@monitor/contract';
import { dimensionNames, type Filter, type TileAddress } from '@monitor/domain';
import type { Api } from '../src/services.ts';
import { type CsvRow, rowsOf } from './csv-rows.ts';

interface Sums {
  readonly incidents: number;
  readonly killed: number;
  readonly injured: number;
}
const nothing: Sums = { incidents: 0, killed: 0, injured: 0 };

/** Asks the app about a filter; throws where the answer is an error. */
export async function ask(app: Api, path: string, filter: Filter, more = '') {
  const url = `${path}?${[filterQuery(filter), more].filter(Boolean).join('&')}`;
  const response = await app.inject(url);
  if (![200, 204].includes(response.statusCode)) throw new Error(`${url}: ${response.body.slice(0, 500)}`);
  return response;
}

/**
 * Holds list, summary, series, facets, hours of the week, download and the tiles of all zooms up to the given one to the same numbers.
 * Of several apps, each with an engine of its own over one database, every summary and every tile must be the same, and the first
 * gives list and download. Returns how many incidents the filter selects.
 */
export async function expectAgreement(apps: readonly [Api, ...Api[]], filter: Filter, zoom: number): Promise<number> {
  const list = (await ask(apps[0], '/api/v1/incidents', filter, 'limit=1')).json<IncidentList>();
  const { totals, series, facets, hours } = await requestFromAll(apps, (app) => readSummary(app, filter));
  const rows = rowsOf((await ask(apps[0], '/api/v1/incidents.csv', filter)).body);
  const withPoint = rows.filter(({ lon }) => lon !== '');

  const { incidents, killed, injured } = totals;
  expect(list.total).toBe(incidents);
  expect(sumRows(rows)).toEqual({ incidents, killed, injured });
  expect(series.points.reduce(add, nothing)).toEqual({ incidents, killed, injured });
  if (!filter.urbanity) expect((facets.urbanity ?? []).reduce(add, nothing)).toEqual({ incidents, killed, injured });
  const withTime = rows.filter(({ local_time, date_precision }) => local_time !== '' && date_precision === 'day');
  expect(hours?.incidents.flat().reduce((sum, count) => sum + count)).toBe(withTime.length);
  expect(rows.length - withPoint.length).toBe(totals.withoutPoint);
  const named = new Set<unknown>();
  expect(await sumTiles(apps, filter, zoom, { z: 0, x: 0, y: 0 }, named)).toEqual(sumRows(withPoint));
  const known = new Set<unknown>(withPoint.map(({ id }) => id));
  expect([...named].filter((id) => !known.has(id))).toEqual([]);
  return incidents;
}

/** What all apps say, which must be the same. */
async function requestFromAll<Answer>(apps: readonly [Api, ...Api[]], request: (app: Api) => Promise<Answer>): Promise<Answer> {
  const [first, ...others] = await Promise.all(apps.map(request));
  for (const other of others) expect(other).toEqual(first);
  return first as Answer;
}

async function readSummary(app: Api, filter: Filter): Promise<Summary> {
  return (await ask(app, '/api/v1/summary', filter, `facets=${dimensionNames.join(',')}&hours=1`)).json<Summary>();
}

/** Only the three figures of what may have more, so that sums can be compared. */
function add(one: Sums, other: Sums): Sums {
  return { incidents: one.incidents + other.incidents, killed: one.killed + other.killed, injured: one.injured + other.injured };
}

function sumRows(rows: readonly CsvRow[]): Sums {
  return rows
    .map(({ killed, injured }) => ({ incidents: 1, killed: Number(killed), injured: Number(injured) }))
    .reduce(add, nothing);
}

/**
 * What a tile holds, which must be what the four tiles under it hold, down to the given zoom.
 * @param named takes the identifiers of the incidents that a tile shows one by one
 */
async function sumTiles(
  apps: readonly [Api, ...Api[]],
  filter: Filter,
  zoom: number,
  { z, x, y }: TileAddress,
  named: Set<unknown>,
): Promise<Sums> {
  const features = await requestFromAll(apps, (app) => readTile(app, filter, { z, x, y }));
  for (const { id } of features) if (id !== undefined) named.add(id);
  const own = features
    .map(({ count = 1, killed, injured }) => ({ incidents: Number(count), killed: Number(killed), injured: Number(injured) }))
    .reduce(add, nothing);
  if (z >= zoom || own === nothing) return own;
  let below = nothing;
  for (const [column, row] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const)
    below = add(below, await sumTiles(apps, filter, zoom, { z: z + 1, x: 2 * x + column, y: 2 * y + row }, named));
  expect(below).toEqual(own);
  return own;
}

/** What a tile says of its features, in an order of its own. Bounds are left out: those of the cube are wider than the incidents. */
async function readTile(app: Api, filter: Filter, { z, x, y }: TileAddress): Promise<Record<string, unknown>[]> {
  const { statusCode, rawPayload } = await ask(app, `/api/v1/tiles/${z}/${x}/${y}.mvt`, filter);
  if (statusCode === 204) return [];
  const layers = Object.values(new VectorTile(new PbfReader(rawPayload)).layers);
  return layers
    .flatMap((layer) => Array.from({ length: layer.length }, (_, index) => layer.feature(index).properties))
    .map((properties) => Object.entries(properties).filter(([name]) => name !== 'bounds'))
    .map((said) => said.toSorted(([one], [other]) => (one < other ? -1 : 1)))
    .map((said) => ({ said, order: JSON.stringify(said) }))
    .toSorted((one, other) => (one.order < other.order ? -1 : 1))
    .map(({ said }) => Object.fromEntries(said));
}
