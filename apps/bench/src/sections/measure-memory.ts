import { setTimeout as wait } from 'node:timers/promises';
import type { BenchContext } from '../setting/cleanup.ts';
import { startServer } from '../setting/own-process.ts';

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
  const metrics = await fetch(`${server.address}/metrics`).then((answer) => answer.text());
  return {
    snapshot: metric(metrics, 'monitor_cube_bytes'),
    resident: metric(metrics, 'process_resident_memory_bytes'),
    peak: await server.stop(),
    start,
  };
}

function metric(text: string, name: string): number {
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
  if (value === undefined) throw new Error(`The server has no metric ${name}.`);
  return Number(value);
}
