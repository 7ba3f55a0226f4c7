import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { filterQuery } from '@monitor/contract';
import type { TileAddress } from '@monitor/domain';
import { distinctFilter } from '../filters.ts';
import { type BenchContext, makeTemporaryFolder } from '../setting/cleanup.ts';
import { OwnProcess, startServer } from '../setting/own-process.ts';
import { atMost, milliseconds, type Report, seconds } from '../report.ts';
import { longestOf, timingOf } from '../timing.ts';
import { writeArchiveFile } from './write-archive-file.ts';

const imported = 60_000;
/** Milliseconds of asking before anything is measured, and after the snapshot has followed. */
const warmUp = 5_000;
const restTime = 3_000;
/** Milliseconds between requests: a person who drags and types, not a load test. */
const pause = 40;

/**
 * Sends one request after the other, no two alike: while files are imported and the snapshot follows, and then at rest for just as
 * long, since the longest of many waits is longer than the longest of few.
 */
export async function measureImportWait(databaseUrl: string, tile: TileAddress, context: BenchContext): Promise<Report> {
  const { signal, cleanup, tell } = context;
  const folder = await makeTemporaryFolder(cleanup);
  const file = await writeArchiveFile(join(folder.path, 'made-up.csv'), imported, signal);
  const server = await startServer({ DATABASE_URL: databaseUrl, DEMO: 'off' }, context);
  const asker = new Asker(server.address, tile, signal);
  // The first answers of a server are slower than all that follow.
  await asker.askFor(warmUp);
  asker.takeDurations();

  tell(`  requests while ${imported.toLocaleString('en')} incidents are imported`);
  const before = asker.version;
  const command = new OwnProcess('cli/dist/main.js', ['import', file, '--format', 'gva', '--dataset', 'meanwhile'], {
    DATABASE_URL: databaseUrl,
  });
  const stop = cleanup.add(() => command.stop());
  const begun = performance.now();
  let ended = 0;
  const importing = command.succeeds(signal).finally(() => (ended = performance.now()));
  let hasFailed = false;
  importing.catch(() => (hasFailed = true));
  await asker.askUntil(() => hasFailed || (ended > 0 && asker.version > before));
  const fresh = performance.now();
  await importing;
  await asker.askFor(restTime);
  const during = asker.takeDurations();

  tell('  requests at rest, for just as long');
  await asker.askFor(performance.now() - begun);
  const quiet = asker.takeDurations();

  await stop();
  await server.stop();
  await folder.remove();
  const waiting = [...quiet].map(([kind, durations]) => ({ kind, quiet: durations, during: during.get(kind) ?? [] }));
  // The longest wait during an import beside the longest at rest, for the kind of request where they differ most.
  const longer = waiting.map((one) => longestOf(one.during) - longestOf(one.quiet));
  const figures = (durations: readonly number[], when: string) => {
    const { median, slow } = timingOf(durations);
    return {
      [when]: milliseconds(median),
      [`${when}, 95th percentile`]: milliseconds(slow),
      [`${when}, longest`]: milliseconds(longestOf(durations)),
    };
  };
  const target = `longest extra wait of a request during an import of ${imported.toLocaleString('en')} incidents`;
  return {
    targets: atMost(target, Math.max(0, ...longer), 50, milliseconds),
    tables: [
      { rows: waiting.map((one) => ({ request: one.kind, ...figures(one.quiet, 'idle'), ...figures(one.during, 'during') })) },
      {
        rows: [
          { 'the import': 'time', took: seconds(ended - begun) },
          { 'the import': 'from its end to answers of the new version', took: seconds(Math.max(0, fresh - ended)) },
        ],
      },
    ],
  };
}

/** Requests figures, tiles, text searches and lists in turn. Throws where a request fails. */
class Asker {
  readonly #address: string;
  readonly #tile: TileAddress;
  readonly #signal: AbortSignal;
  #durations = new Map<string, number[]>();
  #turn = 0;
  /** Version of the data that the last figures were of. */
  version = 0;

  constructor(address: string, tile: TileAddress, signal: AbortSignal) {
    this.#address = address;
    this.#tile = tile;
    this.#signal = signal;
  }

  async askFor(duration: number): Promise<void> {
    const end = performance.now() + duration;
    await this.askUntil(() => performance.now() >= end);
  }

  async askUntil(enough: () => boolean): Promise<void> {
    while (!enough()) {
      for (const [kind, path] of this.#requests(unlikeFilterQuery((this.#turn += 1)))) await this.#ask(kind, path);
      await wait(pause, undefined, { signal: this.#signal });
    }
  }

  /** The durations since they were taken last, by kind of request. */
  takeDurations(): Map<string, number[]> {
    const taken = this.#durations;
    this.#durations = new Map();
    return taken;
  }

  #requests(query: string): [kind: string, path: string][] {
    const { z, x, y } = this.#tile;
    // The number makes each text one that has not been looked up before.
    const text = `${words[this.#turn % words.length]} ${this.#turn}`;
    return [
      ['summary', `/api/v1/summary?${query}`],
      ['tile', `/api/v1/tiles/${z}/${x}/${y}.mvt?${query}`],
      ['summary of a text', `/api/v1/summary?q=${encodeURIComponent(text)}`],
      ['list', `/api/v1/incidents?${query}`],
    ];
  }

  async #ask(kind: string, path: string): Promise<void> {
    const start = performance.now();
    const answer = await fetch(`${this.#address}${path}`, { signal: this.#signal });
    await answer.arrayBuffer();
    const duration = performance.now() - start;
    if (answer.status !== 200 && answer.status !== 204) throw new Error(`${path} was answered with ${answer.status}.`);
    this.#durations.set(kind, [...(this.#durations.get(kind) ?? []), duration]);
    if (kind === 'summary') this.version = Number(answer.headers.get('dataset-version'));
  }
}

const words = ['Šabac', 'Niš', 'Bar', 'Peja', 'Bihać', 'Durrës', 'Ohrid', 'Cahul'];

function unlikeFilterQuery(turn: number): string {
  return filterQuery(distinctFilter(turn));
}
