import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { freePort } from '@monitor/built-in-server/free-port';
import { filterQuery } from '@monitor/contract';
import { crossingPolygon, distinctFilter } from '../filters.ts';
import { tilePaths } from '../sections/measure-endpoints.ts';
import { type BenchContext, makeTemporaryFolder } from '../setting/cleanup.ts';
import { OwnProduct } from '../setting/own-product.ts';
import { readMetrics } from '../setting/own-process.ts';
import { isRefusal, type Refused, runLoad } from '../setting/run-load.ts';
import { atMost, count, decimals, megabytes, milliseconds, most, type Report, type Row, seconds } from '../report.ts';
import { longestOf, percentileOf } from '../timing.ts';

/** What a crowd of clients got that all send one kind of request at once. Times in milliseconds. */
interface CrowdKind {
  readonly name: string;
  readonly isDownload: boolean;
  /** Of those that were answered. */
  readonly durations: readonly number[];
  readonly seconds: number;
  /** What was refused, by code: clients may come back later. */
  readonly refusals: readonly (readonly [code: string, Refused])[];
  /** Answers that were neither the data nor such a refusal. */
  readonly failed: number;
  /** Delay of the event loop: 99th percentile and longest. */
  readonly delay: { readonly high: number; readonly longest: number };
  /** Health checks of somebody who comes new, and those at the operator's own address. */
  readonly health: readonly number[];
  readonly operatorHealth: readonly number[];
  /** Bytes of memory of the server: before, at the end, and once it is at rest again where that was waited for. */
  readonly memory: { readonly before: number; readonly after: number; readonly later: number | undefined };
}

const clients = 200;
const crowdTimes = {
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
export async function measureCrowd(incidents: number, context: BenchContext): Promise<Report> {
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
  let download: Promise<Row> | undefined;
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
  return crowdReport(incidents, kinds, found);
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
  const after = metric('process_resident_memory_bytes');
  if (isMixed) await wait(crowdTimes.rest * 1000, undefined, { signal });
  const { durations, refused } = result;
  return {
    name,
    isDownload,
    durations,
    seconds: result.seconds,
    refusals: [...refused].filter(([code]) => isRefusal(code)),
    failed: result.failed + [...refused].reduce((sum, [code, one]) => sum + (isRefusal(code) ? 0 : one.count), 0),
    delay: {
      high: metric('nodejs_eventloop_lag_p99_seconds') * 1000,
      longest: metric('nodejs_eventloop_lag_max_seconds') * 1000,
    },
    health: newcomers[0]!.durations,
    operatorHealth: newcomers[1]!.durations,
    memory: { before, after, later: isMixed ? await memory() : undefined },
  };
}

/** Somebody who checks the health of the server while others keep it busy. */
class Newcomer {
  readonly #thread: Worker;
  /** Milliseconds of each check; infinite where it failed. */
  readonly durations: number[] = [];

  constructor(address: string) {
    this.#thread = new Worker(new URL('./newcomer-thread.js', import.meta.url), { workerData: address });
    this.#thread.on('message', (duration: number) => this.durations.push(duration));
  }

  /** Waits for the check that is going on. */
  async leave(): Promise<void> {
    await once(this.#thread, 'message');
    await this.#thread.terminate();
  }
}

/** Milliseconds until the latest refusal; 0 if nothing was refused. */
const latestRefusal = ({ refusals }: CrowdKind) => longestOf([0, ...refusals.map(([, { latest }]) => latest)]);
const slow = (durations: readonly number[]) => percentileOf(durations, 0.95);

function crowdReport(incidents: number, kinds: readonly CrowdKind[], download: Row): Report {
  const of = `${count(incidents)} incidents, `;
  // A download takes as long as its file, so it is not judged by its time.
  const late = most(
    kinds.filter(({ isDownload }) => !isDownload),
    ({ durations }) => slow(durations),
  )!;
  const slowHealth = most(kinds, ({ health }) => slow(health))!;
  const longHealth = most(kinds, ({ health }) => longestOf(health))!;
  const operator = longestOf(kinds.flatMap(({ operatorHealth }) => operatorHealth));
  const failed = kinds.reduce((sum, kind) => sum + kind.failed, 0);
  return {
    targets: [
      ...atMost(`${of}95th percentile of answers, slowest kind (${late.name})`, slow(late.durations), 250, milliseconds),
      ...atMost(
        `${of}95th percentile of a newcomer's health checks (${slowHealth.name})`,
        slow(slowHealth.health),
        100,
        milliseconds,
      ),
      ...atMost(`${of}longest health check of a newcomer (${longHealth.name})`, longestOf(longHealth.health), 300, milliseconds),
      ...atMost(`${of}longest health check at the operator's address`, operator, 300, milliseconds),
      ...atMost(`${of}latest refusal`, longestOf(kinds.map(latestRefusal)), 2000, milliseconds),
      ...kinds.flatMap(({ name, memory: { before, later } }) =>
        atMost(`${of}memory a minute after ${name}, of that before`, later && later / before, 1.25, decimals),
      ),
      ...atMost(`${of}answers that are neither the data nor a refusal that says when to try again`, failed, 0),
    ],
    tables: [
      { title: `${count(incidents)} incidents`, rows: kinds.map(rowOf) },
      {
        rows: kinds.flatMap(({ name, refusals }) =>
          refusals.map(([code, { retryAfter }]) => ({
            refused: name,
            code: `\`${code}\``,
            'try again after': `${retryAfter ?? '–'} s`,
          })),
        ),
      },
      { rows: [{ '': 'a file at usual pace while others download', ...download }] },
    ],
  };
}

function rowOf(kind: CrowdKind): Row {
  const { durations, refusals, delay, health, operatorHealth, memory } = kind;
  const refused = refusals.reduce((sum, [, one]) => sum + one.count, 0);
  return {
    request: kind.name,
    'answered per second': decimals(durations.length / kind.seconds),
    'refused per second': decimals(refused / kind.seconds),
    median: milliseconds(percentileOf(durations, 0.5)),
    '95th percentile': milliseconds(slow(durations)),
    '99th percentile': milliseconds(percentileOf(durations, 0.99)),
    'event-loop delay, 99th percentile': milliseconds(delay.high),
    'delay, longest': milliseconds(delay.longest),
    'latest refusal': refused === 0 ? '–' : milliseconds(latestRefusal(kind)),
    "newcomer's health check, median": milliseconds(percentileOf(health, 0.5)),
    'health check, 95th percentile': milliseconds(slow(health)),
    'health check, longest': milliseconds(longestOf(health)),
    "the operator's, longest": milliseconds(longestOf(operatorHealth)),
    'memory before': megabytes(memory.before),
    after: megabytes(memory.after),
    'a minute later': memory.later === undefined ? '–' : megabytes(memory.later),
  };
}

/** Throws where no file has come within a long while. */
async function downloadOnce(address: string, signal: AbortSignal): Promise<Row> {
  await wait(warmUp * 1000, undefined, { signal });
  const begun = performance.now();
  for (let tries = 1; performance.now() - begun < patience; tries += 1) {
    const answer = await fetch(address + yearPath(0), { signal, headers: { 'X-Forwarded-For': '198.51.100.2' } });
    if (answer.ok) {
      const { byteLength } = await answer.arrayBuffer();
      return { 'got at try': count(tries), after: seconds(performance.now() - begun), size: megabytes(byteLength) };
    }
    await wait(Number(answer.headers.get('retry-after') ?? 0) * 1000, undefined, { signal });
  }
  throw new Error('A client of usual pace got no file.');
}
