import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Slope, slopeOf } from '@monitor/statistics';
import { addressesOf } from '../sections/measure-endpoints.ts';
import { writeArchiveFile } from '../sections/write-archive-file.ts';
import { type BenchContext, makeTemporaryFolder } from '../setting/cleanup.ts';
import { OwnProduct } from '../setting/own-product.ts';
import { readMetrics } from '../setting/own-process.ts';
import { isRefusal, problemCodeOf } from '../setting/run-load.ts';
import { longestOf, medianOf, type Timing, timingOf } from '../timing.ts';
import { atMost, count, decimals, megabytes, milliseconds, most, percent, type Report, type Row, seconds } from '../report.ts';
import { type SoakRequests, soakRequests } from './soak-requests.ts';
import { readFile } from 'node:fs/promises';

/** Answers of one kind, in milliseconds. */
interface SoakKind {
  readonly kind: string;
  readonly timing: Timing;
  readonly longest: number;
  /** What the product allows. */
  readonly limit: number;
}

/** Memory in bytes, event-loop delay in milliseconds since the sample before. */
export interface SoakSample {
  /** Minutes since the beginning. */
  readonly at: number;
  readonly server: number;
  readonly heap: number;
  readonly postgres: number;
  readonly pages: number;
  readonly delay: { readonly high: number; readonly longest: number };
  /** Threads of the whole machine that run or wait for a core, mean of the last minute. */
  readonly load: number;
}

/** Each memory that is watched, and what it is called. */
const memories = {
  server: 'the server, resident',
  heap: 'of it, JavaScript objects of the main thread',
  postgres: 'PostgreSQL, what its processes have of their own',
  pages: 'pages of data that these share, within what they reserve at the start',
} as const;
type SoakMemory = keyof typeof memories;

/** Minutes; a shorter soak settles in a sixth of its time. */
const settling = 10;
const sampleEvery = 10_000;
const importEvery = 120_000;
/** Incidents that each import adds. */
const importedEach = 20;
/** Means that the growth is taken from. Neighbouring samples depend on each other; these hardly do. */
const stretches = 10;
/** Means that are shown. */
const looks = 6;
const identifiers = 200;

/**
 * Has the product answer every kind of request at a steady pace on its demonstration data, while a few incidents are imported now and then,
 * and watches its memory. Throws where the system is not Linux.
 */
export async function measureSoak(minutes: number, context: BenchContext): Promise<Report> {
  const folder = await makeTemporaryFolder(context.cleanup);
  const product = new OwnProduct(folder.path, context, { DEMO: 'on', TRUST_PROXY: '1' });
  await product.start();
  const soak = new Soak(product, minutes, context);
  const before = (await product.counts())?.counted ?? Number.NaN;
  const requests = soakRequests(await soakAddresses(product.address, context.signal));
  context.tell(`  ${requests.reduce((sum, { aMinute }) => sum + aMinute, 0)} requests a minute`);
  const [samples, imports, ...kinds] = await Promise.all([
    soak.watch(),
    soak.importFiles(folder.path),
    ...requests.map((one, client) => soak.request(one, `203.0.113.${client + 1}`)),
  ]);
  const after = (await product.counts())?.counted ?? Number.NaN;
  await product.stop();
  await folder.remove();
  const settled = Math.min(settling, minutes / 6);
  const answers = kinds.flat();
  const nearest = most(answers, ({ longest, limit }) => longest / limit)!;
  const memory = memoryOverTime(samples, minutes, settled);
  return {
    targets: [
      ...atMost(`growth of memory per hour: ${memories.server}`, memory.growth('server'), 0.05, percent),
      ...atMost(`growth of memory per hour: ${memories.postgres}`, memory.growth('postgres'), 0.05, percent),
      ...atMost(`longest answer as a part of its limit (${nearest.kind})`, nearest.longest / nearest.limit, 1, percent),
      ...atMost('answers that are neither the data nor a refusal that says when to try again', soak.failures.length, 0),
      ...atMost('imported incidents that the numbers lack', before + imports * importedEach - after, 0),
    ],
    tables: [
      { rows: memory.rows },
      { rows: busyRows(samples) },
      {
        rows: answers.map(({ kind, timing, longest, limit }) => ({
          request: kind,
          answers: count(timing.count),
          median: milliseconds(timing.median),
          '95th percentile': milliseconds(timing.slow),
          longest: milliseconds(longest),
          limit: seconds(limit),
        })),
      },
      {
        rows: [
          { beside: 'minutes', number: count(minutes) },
          { beside: 'incidents at the beginning', number: count(before) },
          { beside: `imports of ${importedEach} incidents`, number: count(imports) },
          ...[...soak.refused].map(([code, number]) => ({ beside: `refused: \`${code}\``, number: count(number) })),
        ],
      },
      { rows: soak.failures.map((failure) => ({ 'not answered as it should be': failure })) },
    ],
  };
}

async function soakAddresses(address: string, signal: AbortSignal) {
  const read = async (path: string) => (await (await fetch(address + path, { signal })).json()) as never;
  const { items }: { items: { id: string }[] } = await read(`/api/v1/incidents?limit=${identifiers}`);
  const { datasets }: { datasets: { slug: string }[] } = await read('/api/v1/datasets');
  return addressesOf(
    items.map(({ id }) => id),
    datasets[0]!.slug,
  );
}

class Soak {
  readonly refused = new Map<string, number>();
  readonly failures: string[] = [];
  readonly #product: OwnProduct;
  readonly #context: BenchContext;
  readonly #begun = performance.now();
  readonly #length: number;

  constructor(product: OwnProduct, minutes: number, context: BenchContext) {
    this.#product = product;
    this.#length = minutes * 60_000;
    this.#context = context;
  }

  /** Sends requests of one kind at their pace, each when the one before is answered. */
  async request({ kind, aMinute, limit, beginningLimit, addressOf }: SoakRequests, client: string): Promise<SoakKind[]> {
    const begun: number[] = [];
    const whole: number[] = [];
    // Otherwise all kinds would come at once each time.
    const pace = this.#everySoOften(60_000 / aMinute, Math.random());
    for await (const number of pace) {
      const path = addressOf(number);
      const start = performance.now();
      try {
        const answer = await fetch(this.#product.address + path, { headers: { 'X-Forwarded-For': client } });
        const beginning = performance.now() - start;
        if (!answer.ok) this.#notAnswered(path, answer.status, await answer.text());
        else {
          await answer.body?.pipeTo(new WritableStream());
          begun.push(beginning);
          whole.push(performance.now() - start);
        }
      } catch (error) {
        this.#fail(`${path}: ${String(error)}`);
      }
    }
    const of = (durations: readonly number[], allowed: number, what = ''): SoakKind => ({
      kind: `${kind}${what}`,
      timing: timingOf(durations),
      longest: longestOf(durations),
      limit: allowed,
    });
    return [...(beginningLimit === undefined ? [] : [of(begun, beginningLimit, ', first byte')]), of(whole, limit)];
  }

  /** Imports a few new incidents every other minute. Gives how many imports there were. */
  async importFiles(folder: string): Promise<number> {
    let imports = 0;
    for await (const number of this.#everySoOften(importEvery, 0.5)) {
      const file = join(folder, 'made-up.csv');
      await writeArchiveFile(file, (number + 1) * importedEach, this.#context.signal);
      const command = this.#product.command('import', file, '--format', 'gva', '--dataset', 'soak');
      try {
        await command.succeeds(this.#context.signal);
        imports += 1;
      } catch {
        this.#context.signal.throwIfAborted();
        this.#fail(`import: ${command.printed.trim()}`);
      }
    }
    return imports;
  }

  async watch(): Promise<SoakSample[]> {
    const samples: SoakSample[] = [];
    for await (const number of this.#everySoOften(sampleEvery, 1)) {
      try {
        const sample = await this.#sample();
        samples.push(sample);
        if (number % 6 === 0)
          this.#context.tell(
            `  minute ${sample.at.toFixed(0)}: server ${megabytes(sample.server)}, PostgreSQL ${megabytes(sample.postgres)}`,
          );
      } catch (error) {
        this.#fail(`sample: ${String(error)}`);
      }
    }
    return samples;
  }

  async #sample(): Promise<SoakSample> {
    const metric = await readMetrics(this.#product.address);
    const { own, shared } = await postgresMemory(await this.#product.postmaster());
    return {
      at: (performance.now() - this.#begun) / 60_000,
      server: metric('process_resident_memory_bytes'),
      heap: metric('nodejs_heap_size_used_bytes'),
      postgres: own,
      pages: shared,
      delay: {
        high: metric('nodejs_eventloop_lag_p99_seconds') * 1000,
        longest: metric('nodejs_eventloop_lag_max_seconds') * 1000,
      },
      load: loadavg()[0]!,
    };
  }

  #notAnswered(path: string, status: number, text: string): void {
    const code = problemCodeOf(text);
    if (code !== undefined && isRefusal(code)) this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
    else this.#fail(`${path}: ${status} ${code ?? ''}`);
  }

  #fail(line: string): void {
    this.failures.push(line);
    this.#context.tell(`  ${line}`);
  }

  /** Numbers from 0 on, each in its time or as soon as what is done with it has ended, until the end. @param first part of the interval before the first */
  async *#everySoOften(interval: number, first: number): AsyncGenerator<number, void, undefined> {
    let due = this.#begun + first * interval;
    for (let number = 0; ; number += 1) {
      if (Math.max(due, performance.now()) > this.#begun + this.#length) return;
      // Without the signal, to which each of the many waits would add a listener.
      if (due > performance.now()) await wait(due - performance.now());
      this.#context.signal.throwIfAborted();
      yield number;
      due = Math.max(due + interval, performance.now());
    }
  }
}

/** Bytes per hour from some minute on. */
export function growthOf(samples: readonly SoakSample[], memory: SoakMemory, settled: number): Slope {
  const late = samples.filter(({ at }) => at >= settled);
  const length = late.length / stretches;
  const means = Array.from({ length: stretches }, (_, number) => {
    const stretch = late.slice(Math.round(number * length), Math.round((number + 1) * length));
    const meanOf = (value: (sample: SoakSample) => number) => stretch.reduce((sum, one) => sum + value(one), 0) / stretch.length;
    return { x: meanOf(({ at }) => at) / 60, y: meanOf((sample) => sample[memory]) };
  });
  return slopeOf(means.filter(({ x }) => Number.isFinite(x)));
}

/** Mean memory of the last minute of each of equal parts of the time, and its growth. */
function memoryOverTime(samples: readonly SoakSample[], minutes: number, settled: number) {
  const meanBefore = (end: number, memory: SoakMemory) => {
    const minute = samples.filter(({ at }) => at > end - 1 && at <= end);
    return minute.reduce((sum, sample) => sum + sample[memory], 0) / minute.length;
  };
  const ends = Array.from({ length: looks }, (_, look) => ((look + 1) * minutes) / looks);
  const rows = (Object.keys(memories) as SoakMemory[]).map((memory): Row => {
    const { perUnit, low, high } = growthOf(samples, memory, settled);
    return {
      'mean memory': memories[memory],
      ...Object.fromEntries(ends.map((end) => [`minute ${count(end)}`, megabytes(meanBefore(end, memory))])),
      most: megabytes(longestOf(samples.map((sample) => sample[memory]))),
      'growth per hour': megabytes(perUnit),
      '95% interval': `${megabytes(low)} to ${megabytes(high)}`,
    };
  });
  /** A part of what it was when it had settled. */
  const growth = (memory: SoakMemory) => growthOf(samples, memory, settled).perUnit / meanBefore(settled + 1, memory);
  return { rows, growth };
}

/** How busy the server and the machine were. */
function busyRows(samples: readonly SoakSample[]): Row[] {
  const row = (what: string, value: (sample: SoakSample) => number, written: (value: number) => string) => {
    const values = samples.map(value);
    return { 'in each ten seconds': what, median: written(medianOf(values)), most: written(longestOf(values)) };
  };
  return [
    row("delay of the server's event loop, 99th percentile", ({ delay }) => delay.high, milliseconds),
    row("delay of the server's event loop, longest", ({ delay }) => delay.longest, milliseconds),
    row('threads of the whole machine that ran or waited for a core', ({ load }) => load, decimals),
  ];
}

/** Bytes of memory of PostgreSQL's processes. */
interface PostgresMemory {
  /** What each has for itself, together with its programs. */
  readonly own: number;
  /** Of what they share, which is reserved at the start and fills with pages of data, that which has been filled. */
  readonly shared: number;
}

/**
 * What PostgreSQL's processes use. Throws where the system is not Linux.
 * @param postmaster identifier of the first of them
 */
async function postgresMemory(postmaster: number): Promise<PostgresMemory> {
  const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  const sizes = await Promise.all([postmaster, ...children.trim().split(' ').map(Number)].map(sharesOf));
  return {
    own: sizes.reduce((sum, { own }) => sum + own, 0),
    shared: sizes.reduce((sum, { shared }) => sum + shared, 0),
  };
}

/** The process's share of each page, so that the sum over all of them counts it once. */
async function sharesOf(process: number): Promise<PostgresMemory> {
  // It may have ended since it was listed.
  const text = await readFile(`/proc/${process}/smaps_rollup`, 'utf8').catch(() => '');
  const bytesOf = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0) * 1024;
  const shared = bytesOf('Pss_Shmem');
  return { own: bytesOf('Pss') - shared, shared };
}
