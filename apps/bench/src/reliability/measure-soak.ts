import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Slope, slopeOf } from '@monitor/statistics';
import { addressesOf } from '../sections/measure-endpoints.ts';
import { writeArchiveFile } from '../sections/write-archive-file.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { OwnProduct } from '../setting/own-product.ts';
import { postgresMemory } from '../setting/postgres-memory.ts';
import { readMetrics } from '../setting/read-metrics.ts';
import { isRefusal, problemCodeOf } from '../setting/refusals.ts';
import { makeTemporaryFolder } from '../setting/temporary-folder.ts';
import { longestOf, medianOf, type Timing, timingOf } from '../timing.ts';
import { megabytes } from '../document/figures.ts';
import { type SoakRequests, soakRequests } from './soak-requests.ts';

/** Answers of one kind, in milliseconds. */
export interface SoakKind {
  readonly kind: string;
  readonly timing: Timing;
  readonly longest: number;
  /** What the product allows. */
  readonly limit: number;
  /** Whether the times are until the first byte of a download. */
  readonly ofBeginning: boolean;
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

export interface SoakMeasurement {
  readonly minutes: number;
  /** Minutes after which memory is to be flat. */
  readonly settled: number;
  readonly incidents: { readonly before: number; readonly imported: number; readonly after: number };
  readonly imports: number;
  readonly kinds: readonly SoakKind[];
  /** Requests that were told to come back later, by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** All else that was not answered as it should be, a line for each. */
  readonly failures: readonly string[];
  readonly memory: Readonly<Record<SoakMemory, MemoryOverTime>>;
  /** Bytes from which on the memory is to be flat: the mean of the minute after it has settled. */
  readonly flat: Readonly<Record<'server' | 'postgres', number>>;
  /** Delay of the event loop in each ten seconds, in milliseconds: 99th percentile, and longest. */
  readonly delay: { readonly high: Spread; readonly longest: Spread };
  /** Threads of the whole machine that run or wait for a core. */
  readonly load: Spread;
}

export const soakMemories = ['server', 'heap', 'postgres', 'pages'] as const;
export type SoakMemory = (typeof soakMemories)[number];

/** In bytes. */
interface MemoryOverTime {
  /** Mean of the last minute of each of equal parts of the time. */
  readonly means: readonly number[];
  readonly most: number;
  /** An hour, once settled. */
  readonly growth: Slope;
}

export interface Spread {
  readonly median: number;
  readonly most: number;
}

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
export async function measureSoak(minutes: number, context: BenchContext): Promise<SoakMeasurement> {
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
  return {
    minutes,
    settled,
    incidents: { before, imported: imports * importedEach, after },
    imports,
    kinds: kinds.flat(),
    refused: Object.fromEntries(soak.refused),
    failures: soak.failures,
    ...soakFigures(samples, minutes, settled),
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
    const of = (durations: readonly number[], most: number, ofBeginning: boolean): SoakKind => ({
      kind: ofBeginning ? `${kind}, first byte` : kind,
      timing: timingOf(durations),
      longest: longestOf(durations),
      limit: most,
      ofBeginning,
    });
    return [...(beginningLimit === undefined ? [] : [of(begun, beginningLimit, true)]), of(whole, limit, false)];
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

/** Memory over time, and how busy the server was. */
export function soakFigures(
  samples: readonly SoakSample[],
  minutes: number,
  settled: number,
): Pick<SoakMeasurement, 'memory' | 'flat' | 'delay' | 'load'> {
  const spreadOf = (value: (sample: SoakSample) => number): Spread => {
    const values = samples.map(value);
    return { median: medianOf(values), most: longestOf(values) };
  };
  const meanBefore = (end: number, memory: SoakMemory) => {
    const minute = samples.filter(({ at }) => at > end - 1 && at <= end);
    return minute.reduce((sum, sample) => sum + sample[memory], 0) / minute.length;
  };
  const memoryOf = (memory: SoakMemory): MemoryOverTime => ({
    means: Array.from({ length: looks }, (_, look) => meanBefore(((look + 1) * minutes) / looks, memory)),
    most: longestOf(samples.map((sample) => sample[memory])),
    growth: growthOf(samples, memory, settled),
  });
  return {
    memory: { server: memoryOf('server'), heap: memoryOf('heap'), postgres: memoryOf('postgres'), pages: memoryOf('pages') },
    flat: { server: meanBefore(settled + 1, 'server'), postgres: meanBefore(settled + 1, 'postgres') },
    delay: { high: spreadOf(({ delay }) => delay.high), longest: spreadOf(({ delay }) => delay.longest) },
    load: spreadOf(({ load }) => load),
  };
}
