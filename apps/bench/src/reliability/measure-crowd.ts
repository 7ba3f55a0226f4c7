import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@monitor/built-in-server/free-port';
import { filterQuery } from '@monitor/contract';
import { crossingPolygon, distinctFilter } from '../filters.ts';
import { tilePaths } from '../sections/measure-endpoints.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { OwnProduct } from '../setting/own-product.ts';
import { readMetrics } from '../setting/read-metrics.ts';
import { isRefusal } from '../setting/refusals.ts';
import { type LoadResult, type Refused, runLoad } from '../setting/run-load.ts';
import { makeTemporaryFolder } from '../setting/temporary-folder.ts';
import { longestOf, percentileOf } from '../timing.ts';
import { Newcomer } from './newcomer.ts';

/** What a crowd of clients got that all send one kind of request at once. Times in milliseconds. */
export interface CrowdKind {
  readonly name: string;
  readonly isDownload: boolean;
  /** A second. */
  readonly answered: number;
  readonly refused: number;
  /** Of those that were answered. */
  readonly median: number;
  readonly slow: number;
  readonly slowest: number;
  /** What was refused, by code: clients may come back later. */
  readonly refusals: Readonly<Record<string, Pick<Refused, 'retryAfter' | 'latest'>>>;
  /** Answers that were neither the data nor such a refusal. */
  readonly failed: number;
  /** Delay of the event loop: 99th percentile and longest. */
  readonly delay: { readonly high: number; readonly longest: number };
  /** Health checks of somebody who comes new. */
  readonly health: Health;
  /** Those at the operator's own address. */
  readonly operatorHealth: Pick<Health, 'longest'>;
  /** Bytes of memory of the server: before, at the end, and once it is at rest again where that was waited for. */
  readonly memory: { readonly before: number; readonly after: number; readonly later: number | undefined };
}

interface Health {
  readonly median: number;
  /** 95th percentile. */
  readonly slow: number;
  readonly longest: number;
}

export interface CrowdMeasurement {
  readonly incidents: number;
  readonly kinds: readonly CrowdKind[];
  /** Somebody who downloads at a usual pace beside the crowd, and comes back when he is told to. */
  readonly download: { readonly tries: number; readonly milliseconds: number; readonly bytes: number };
}

export const clients = 200;
export const crowdTimes = {
  /** Seconds of a crowd that requests one kind. */
  usual: 10,
  /** All kinds at once. */
  mixed: 300,
  /** A download takes longer, and its turn is waited for. */
  download: 30,
  /** Seconds after which the server is at rest: it has given back what it needed for the requests before. */
  rest: 60,
  /** How often each kind is asked for before the crowd comes: code is compiled and caches are made only once. */
  before: 3,
} as const;
const warmUp = 3;
/** Milliseconds after which somebody who wants a file counts as shut out. */
const patience = 600_000;

interface Requests {
  readonly name: string;
  readonly path: (number: number) => string;
  readonly isDownload?: boolean;
  readonly isMixed?: boolean;
}

const unlike = (path: string) => (number: number) => `${path}?${filterQuery(distinctFilter(number))}`;
const polygon = (path: string) => (number: number) => `${path}?${filterQuery(crossingPolygon(number))}`;
const tile = tilePaths[2]!;

/** One download of a year. */
function yearPath(number: number): string {
  const from = Date.UTC(2016, 0, 1 + (number % 3000));
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return `/api/v1/incidents.csv?from=${day(from)}&to=${day(from + 364 * 86_400_000)}`;
}

const ofOneKind: readonly Requests[] = [
  { name: 'summary, the same again', path: () => '/api/v1/summary' },
  { name: 'summary, all unlike', path: unlike('/api/v1/summary') },
  { name: 'tile, all unlike', path: unlike(tile) },
  { name: 'summary of a polygon', path: polygon('/api/v1/summary') },
  { name: 'list, all unlike', path: unlike('/api/v1/incidents') },
  { name: 'list of a polygon', path: polygon('/api/v1/incidents') },
  { name: 'page, all unlike', path: unlike('/trends') },
  { name: 'CSV of a year', path: yearPath, isDownload: true },
];

const countries = ['RS', 'AL', 'BA', 'ME', 'MK', 'XK', 'MD'];
const ofOthers: readonly ((number: number) => string)[] = [
  ...['/api/v1/points', '/api/v1/hexagons', '/api/v1/settlements', '/api/v1/incidents.geojson', '/explore', '/places/RS'].map(
    unlike,
  ),
  (number) => `/api/v1/indicators?country=${countries[number % countries.length]}`,
  () => '/api/v1/signals',
];

/** As people come: all these at once. */
const paths = [...ofOneKind.map(({ path }) => path), ...ofOthers];
const crowds: readonly Requests[] = [
  { name: `${paths.length} kinds at once`, path: (number) => paths[number % paths.length]!(number), isMixed: true },
  ...ofOneKind,
];

/** Loads so many made-up incidents and has a crowd of clients request one kind of answer after the other. */
export async function measureCrowd(incidents: number, context: BenchContext): Promise<CrowdMeasurement> {
  const { signal, tell } = context;
  const folder = await makeTemporaryFolder(context.cleanup);
  const operator = `127.0.0.1:${await freePort()}`;
  const product = new OwnProduct(folder.path, context, { TRUST_PROXY: '1', OPERATOR_ADDRESS: operator });
  await product.start();
  tell(`  ${incidents.toLocaleString('en')} incidents: making them up and loading them`);
  await product.command('demo', '--rows', String(incidents)).succeeds(signal);
  while ((await product.counts())?.counted !== incidents) await wait(500, undefined, { signal });
  const kinds: CrowdKind[] = [];
  // Over all kinds, so that none finds what is known from another.
  let number = 0;
  tell('  asking for each kind before the crowd comes, and waiting until the server is at rest');
  for (let times = 0; times < crowdTimes.before; times += 1) {
    for (const path of paths) await (await fetch(product.address + path((number += 1)), { signal })).arrayBuffer();
  }
  await wait(crowdTimes.rest * 1000, undefined, { signal });
  let download: Promise<CrowdMeasurement['download']> | undefined;
  for (const requests of crowds) {
    tell(`  ${clients} clients: ${requests.name}`);
    if (requests.isDownload) download = downloadOnce(product.address, signal);
    // It is waited for when the crowd has left.
    download?.catch(() => undefined);
    kinds.push(await measureKind(product.address, `http://${operator}`, requests, () => (number += 1), signal));
  }
  const found = await download!;
  await product.stop();
  await folder.remove();
  return { incidents, kinds, download: found };
}

async function measureKind(
  address: string,
  operator: string,
  { name, path, isDownload = false, isMixed = false }: Requests,
  nextNumber: () => number,
  signal: AbortSignal,
): Promise<CrowdKind> {
  const newcomers: Newcomer[] = [];
  const load = {
    connections: clients,
    seconds: isMixed ? crowdTimes.mixed : isDownload ? crowdTimes.download : crowdTimes.usual,
    warmUp,
    path: () => path(nextNumber()),
    ofManyClients: true,
  };
  const memory = async () => (await readMetrics(operator))('process_resident_memory_bytes');
  const before = await memory();
  const result = await runLoad(address, load, signal, () => {
    newcomers.push(new Newcomer(address), new Newcomer(operator));
    // Each look at the metrics starts the delays of the event loop again.
    void readMetrics(operator);
  });
  const metric = await readMetrics(operator);
  await Promise.all(newcomers.map((newcomer) => newcomer.leave()));
  const [health, operatorHealth] = newcomers.map(({ durations }) => healthOf(durations));
  const after = metric('process_resident_memory_bytes');
  if (isMixed) await wait(crowdTimes.rest * 1000, undefined, { signal });
  const { durations, refused } = result;
  return {
    name,
    isDownload,
    answered: durations.length / result.seconds,
    refused: countOf(refused, isRefusal) / result.seconds,
    median: percentileOf(durations, 0.5),
    slow: percentileOf(durations, 0.95),
    slowest: percentileOf(durations, 0.99),
    refusals: Object.fromEntries([...refused].filter(([code]) => isRefusal(code))),
    failed: result.failed + countOf(refused, (code) => !isRefusal(code)),
    delay: {
      high: metric('nodejs_eventloop_lag_p99_seconds') * 1000,
      longest: metric('nodejs_eventloop_lag_max_seconds') * 1000,
    },
    health: health!,
    operatorHealth: operatorHealth!,
    memory: { before, after, later: isMixed ? await memory() : undefined },
  };
}

function healthOf(durations: readonly number[]): Health {
  return { median: percentileOf(durations, 0.5), slow: percentileOf(durations, 0.95), longest: longestOf(durations) };
}

function countOf(refused: LoadResult['refused'], which: (code: string) => boolean): number {
  return [...refused].reduce((sum, [code, { count }]) => sum + (which(code) ? count : 0), 0);
}

/** Throws where no file has come within a long while. */
async function downloadOnce(address: string, signal: AbortSignal): Promise<CrowdMeasurement['download']> {
  await wait(warmUp * 1000, undefined, { signal });
  const begun = performance.now();
  for (let tries = 1; performance.now() - begun < patience; tries += 1) {
    const answer = await fetch(address + yearPath(0), { signal, headers: { 'X-Forwarded-For': '198.51.100.2' } });
    if (answer.ok) {
      const { byteLength } = await answer.arrayBuffer();
      return { tries, milliseconds: performance.now() - begun, bytes: byteLength };
    }
    await wait(Number(answer.headers.get('retry-after') ?? 0) * 1000, undefined, { signal });
  }
  throw new Error('A client of usual pace got no file.');
}
