import { type Filter, type TileAddress, tileRules } from '@monitor/domain';
import type { BenchContext } from '../setting/cleanup.ts';
import { connect, type Connection, copyOut } from '../setting/connect.ts';
import { allConditions, setTraitsColumns } from './facet-part.ts';
import { engineNames } from './summary-engines.ts';
import type { TileEngine } from './tile-engines.ts';

export interface PostgisServer {
  readonly version: string;
  /** Each incident a feature, which is what tile servers run as they come. */
  readonly points: TileEngine;
  /** Gathered into the cells that the product draws. */
  readonly cells: TileEngine;
  remove(): Promise<void>;
}

const schema = `monitor_bench_${process.pid}`;
const columns = ['public_id', 'occurred_on', 'country', 'type', 'weapon_traits', 'killed', 'injured', 'lon', 'lat', 'search_text'];

/** Loads the points of the incidents into a schema of its own on a PostGIS server, with the indexes that its tiles need. */
export async function preparePostgis(url: string, incidentsUrl: string, context: BenchContext): Promise<PostgisServer> {
  const { cleanup } = context;
  const { sql, close } = connect(url, cleanup);
  await sql`create extension if not exists postgis`;
  await sql`create extension if not exists pg_trgm`;
  await sql.unsafe(`create schema ${schema}`);
  const drop = cleanup.add(async () => {
    await sql.unsafe(`drop schema ${schema} cascade`);
  });
  await sql.unsafe(`create table ${schema}.read (public_id text, occurred_on date, country text, type text, weapon_traits integer,
    killed integer, injured integer, lon double precision, lat double precision, search_text text)`);
  const into = await sql.unsafe(`copy ${schema}.read from stdin`).writable();
  await copyOut(incidentsUrl, `select ${columns.join(', ')} from incidents where lon is not null`, { into }, context);
  const table = `${schema}.incidents`;
  await sql.unsafe(`create table ${table} as
    select *, st_transform(st_setsrid(st_makepoint(lon, lat), 4326), 3857) as geometry from ${schema}.read order by occurred_on`);
  await sql.unsafe(`drop table ${schema}.read`);
  await sql.unsafe(`create table ${schema}.set_traits (${setTraitsColumns})`);
  const traits = await sql.unsafe(`copy ${schema}.set_traits from stdin`).writable();
  await copyOut(incidentsUrl, 'select * from set_traits', { into: traits }, context);
  await sql.unsafe(`create index on ${table} using gist (geometry)`);
  await sql.unsafe(`create index on ${table} (occurred_on)`);
  await sql.unsafe(`create index on ${table} using gin (search_text gin_trgm_ops)`);
  await sql.unsafe(`vacuum (analyze) ${table}`);
  const [{ version } = { version: '' }] = await sql<{ version: string }[]>`
    select 'PostGIS ' || postgis_lib_version() || ' on PostgreSQL ' || current_setting('server_version') as version`;
  return {
    version,
    points: postgisEngine(sql, engineNames.postgisPoints, (filter, tile) => pointsStatement(table, filter, tile)),
    cells: postgisEngine(sql, engineNames.postgisCells, (filter, tile) => cellsStatement(table, filter, tile)),
    async remove() {
      await drop();
      await close();
    },
  };
}

function postgisEngine(sql: Connection, name: string, statement: (filter: Filter, tile: TileAddress) => string): TileEngine {
  return {
    name,
    async draw(filter, tile) {
      const [row] = await sql.unsafe<{ bytes: Buffer | null; incidents: number | null }[]>(statement(filter, tile));
      return { bytes: row?.bytes ?? Buffer.alloc(0), ...(row?.incidents != null && { incidents: row.incidents }) };
    },
  };
}

const envelope = ({ z, x, y }: TileAddress) => `st_tileenvelope(${z}, ${x}, ${y})`;
const { extent, finestPart } = tileRules;

function pointsStatement(table: string, filter: Filter, tile: TileAddress): string {
  return `select st_asmvt(tile, 'incidents', ${extent}, 'geometry') as bytes, null::bigint as incidents
    from (
      select st_asmvtgeom(geometry, ${envelope(tile)}, ${extent}, 64, true) as geometry, public_id as id, type, killed, injured,
        occurred_on::text as occurred_on
      from ${table}
      where geometry && ${envelope(tile)} and ${allConditions(filter, `${schema}.set_traits`)}
    ) as tile`;
}

function cellsStatement(table: string, filter: Filter, tile: TileAddress): string {
  const part = (axis: 'x' | 'y', from: string) =>
    `floor((st_${axis}(geometry) - st_${axis}min(${envelope(tile)})) * ${extent / finestPart} / ${from})::integer`;
  const width = `(st_xmax(${envelope(tile)}) - st_xmin(${envelope(tile)}))`;
  return `select st_asmvt(tile, 'cells', ${extent}, 'geometry') as bytes, sum(tile.count)::bigint as incidents
    from (
      select st_asmvtgeom(st_setsrid(st_makepoint(avg(st_x(geometry)), avg(st_y(geometry))), 3857), ${envelope(tile)}, ${extent}, 64, true)
          as geometry,
        country, count(*)::integer as count, sum(killed)::integer as killed, sum(injured)::integer as injured
      from ${table}
      where geometry && ${envelope(tile)} and ${allConditions(filter, `${schema}.set_traits`)}
      group by ${part('x', width)}, ${part('y', width)}, country
    ) as tile`;
}
