import { filterQuery } from '@monitor/contract';
import type { TileAddress } from '@monitor/domain';
import { distinctFilter } from '../filters.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { startServer } from '../setting/own-process.ts';
import { runLoad } from '../setting/run-load.ts';
import { count, kilobytes, medianAndSlow, type Report, type Row } from '../report.ts';
import { timingOf } from '../timing.ts';

const seconds = 5;
const manyConnections = 200;

/** Summary and tile requests per second, the same one again and again and all of them unlike. Throws where a request fails. */
export async function measureHttp(databaseUrl: string, tile: TileAddress, context: BenchContext): Promise<Report> {
  const server = await startServer({ DATABASE_URL: databaseUrl, DEMO: 'off' }, context);
  const summary = (query: string) => `/api/v1/summary?${query}`;
  const tiles = (query: string) => `/api/v1/tiles/${tile.z}/${tile.x}/${tile.y}.mvt?${query}`;
  let asked = 0;
  const unlike = (path: (query: string) => string) => () => path(filterQuery(distinctFilter((asked += 1))));
  const rows: Row[] = [];
  for (const [name, path] of [
    ['summary, the same again', () => summary('')],
    ['summary, all unlike', unlike(summary)],
    ['tile, the same again', () => tiles('')],
    ['tile, all unlike', unlike(tiles)],
  ] as const)
    for (const connections of [1, manyConnections]) {
      context.tell(`  ${name}, connections: ${connections}`);
      rows.push(await measureLoad(server.address, { name, connections, path }, context.signal));
    }
  await server.stop();
  return { tables: [{ rows }] };
}

async function measureLoad(
  address: string,
  { name, connections, path }: { name: string; connections: number; path: () => string },
  signal: AbortSignal,
): Promise<Row> {
  const { durations, refused, failed, bytes, ...measured } = await runLoad(address, { connections, seconds, path }, signal);
  if (failed > 0) throw new Error(`${name}: ${failed} requests failed.`);
  return {
    request: name,
    connections: count(connections),
    'answers per second': count(durations.length / measured.seconds),
    // A client may ask again later, and is told when.
    'refused per second': count([...refused.values()].reduce((sum, one) => sum + one.count, 0) / measured.seconds),
    time: medianAndSlow(timingOf(durations)),
    'mean answer': kilobytes(bytes / Math.max(1, durations.length)),
  };
}
