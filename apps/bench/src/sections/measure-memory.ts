import { setTimeout as wait } from 'node:timers/promises';
import type { BenchContext } from '../setting/cleanup.ts';
import { readMetrics, startServer } from '../setting/own-process.ts';

/** Memory of a server process, in bytes. */
export interface ServerMemory {
  readonly snapshot: number;
  /** When it is ready and has come to rest. */
  readonly resident: number;
  /** At most, while it read the incidents. */
  readonly peak: number;
  /** Milliseconds from its start until it answers. */
  readonly start: number;
}

const rest = 3000;

/** Starts the server on a database and asks for its memory. */
export async function measureServerMemory(databaseUrl: string, context: BenchContext): Promise<ServerMemory> {
  const begun = performance.now();
  const server = await startServer({ DATABASE_URL: databaseUrl, DEMO: 'off' }, context);
  const start = performance.now() - begun;
  await wait(rest, undefined, { signal: context.signal });
  const metric = await readMetrics(server.address);
  return {
    snapshot: metric('monitor_cube_bytes'),
    resident: metric('process_resident_memory_bytes'),
    peak: await server.stop(),
    start,
  };
}
