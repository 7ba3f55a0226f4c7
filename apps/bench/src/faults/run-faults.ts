import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Summary } from '@monitor/contract';
import { chapterText, seconds } from '../document/table.ts';
import { describeMachine } from '../document/machine.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { OwnProcess } from '../setting/own-process.ts';
import { makeTemporaryFolder } from '../setting/temporary-folder.ts';
import { timingOf } from '../timing.ts';

/** Incidents at the beginning; each import after a fault adds some. */
const incidents = 2_000;
const added = 10;
/** Incidents of an import that is to be killed half-way. */
const large = 50_000;
/** Milliseconds after which something counts as lost. */
const patience = 180_000;

/** The product on a folder of its own, with its built-in PostgreSQL. */
class Product {
  readonly folder: string;
  readonly #context: BenchContext;
  #server: OwnProcess | undefined;
  #address = '';

  constructor(folder: string, context: BenchContext) {
    this.folder = folder;
    this.#context = context;
  }

  async start(): Promise<void> {
    const environment = { HOST: '127.0.0.1', PORT: '0', RATE_LIMIT: 'off', DEMO: 'off', ...this.#environment };
    const server = new OwnProcess('api/dist/main.js', [], environment);
    this.#server = server;
    this.#context.cleanup.add(() => server.stop());
    [, this.#address = ''] = await server.says(/ready at (http:\/\/\S+)/, this.#context.signal);
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  /** Ends the server by force. */
  async kill(): Promise<void> {
    await this.#server?.kill();
  }

  async postmaster(): Promise<number> {
    const text = await readFile(join(this.folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
    return Number(text.split('\n')[0]);
  }

  /** Begins to load made-up incidents, whose number includes those that are there already. */
  import(rows: number): OwnProcess {
    const command = new OwnProcess('cli/dist/main.js', ['demo', '--rows', String(rows)], this.#environment);
    this.#context.cleanup.add(() => command.stop());
    return command;
  }

  /** Incidents that the list and the numbers have; undefined where one of them does not answer. */
  async counts(): Promise<{ readonly listed: number; readonly counted: number } | undefined> {
    try {
      const [list, summary] = await Promise.all(
        ['incidents?limit=1', 'summary?facets=none'].map((path) =>
          fetch(`${this.#address}/api/v1/${path}`, { signal: AbortSignal.timeout(10_000) }),
        ),
      );
      if (list?.status !== 200 || summary?.status !== 200) return undefined;
      const { total } = (await list.json()) as { total: number };
      return { listed: total, counted: ((await summary.json()) as Summary).totals.incidents };
    } catch {
      return undefined;
    }
  }

  get #environment(): Readonly<Record<string, string>> {
    return { DATABASE_URL: '', DATA_FOLDER: this.folder };
  }
}

interface Fault {
  readonly name: string;
  /** Does it, and returns when everything that is to be ended by hand has ended; what was down may still be. */
  readonly strike: (product: Product, context: BenchContext) => Promise<void>;
}

async function killPostmaster(product: Product, signal: 'SIGKILL' | 'SIGSTOP' = 'SIGKILL'): Promise<void> {
  const before = await product.postmaster();
  process.kill(before, signal);
  await until(async () => ![before, 0].includes(await product.postmaster()));
}

/** Runs something while a large import writes. */
async function underImport(
  product: Product,
  { signal }: BenchContext,
  strike: (importing: OwnProcess) => Promise<void>,
): Promise<void> {
  const importing = product.import(large);
  await importing.says(/ generating/, signal);
  await strike(importing);
  await until(async () => !importing.running);
}

const faults: readonly Fault[] = [
  { name: 'PostgreSQL is killed', strike: (product) => killPostmaster(product) },
  { name: 'PostgreSQL no longer responds', strike: (product) => killPostmaster(product, 'SIGSTOP') },
  {
    name: 'PostgreSQL is killed during an import',
    strike: (product, context) => underImport(product, context, () => killPostmaster(product)),
  },
  {
    name: 'An import is killed',
    strike: (product, context) => underImport(product, context, (importing) => importing.kill()),
  },
  {
    name: 'The server is killed, and started again at once',
    async strike(product) {
      await product.kill();
      await product.start();
    },
  },
  {
    name: 'Everything is killed, and started again at once',
    async strike(product) {
      const postmaster = await product.postmaster();
      await product.kill();
      process.kill(postmaster, 'SIGKILL');
      await product.start();
    },
  },
];

/**
 * Does everything that a bad night may bring to a running product, several times, and says how it went, as a chapter in Markdown. Survived
 * is what left every incident in place and nothing half done, and after which an import reached list and numbers.
 */
export async function runFaults(times: number, context: BenchContext): Promise<string> {
  const folder = await makeTemporaryFolder(context.cleanup);
  const product = new Product(folder.path, context);
  await product.start();
  let rows = incidents;
  await product.import(rows).succeeds(context.signal);
  await until(async () => (await product.counts())?.counted === rows);
  const results: string[][] = [];
  for (const { name, strike } of faults) {
    context.tell(name);
    const durations: number[] = [];
    let survived = 0;
    for (let time = 0; time < times; time += 1) {
      context.signal.throwIfAborted();
      const begun = performance.now();
      await strike(product, context);
      const isBack = await until(async () => (await product.counts())?.listed !== undefined);
      durations.push(performance.now() - begun);
      const counts = await product.counts();
      const isWhole = counts?.listed === rows && counts.counted === rows;
      rows += added;
      await product.import(rows).succeeds(context.signal);
      const isCounted = await until(async () => {
        const after = await product.counts();
        return after?.listed === rows && after.counted === rows;
      });
      if (isBack && isWhole && isCounted) survived += 1;
    }
    const { median } = timingOf(durations);
    results.push([name, `${survived} of ${times}`, seconds(median), seconds(Math.max(...durations))]);
  }
  await product.stop();
  await folder.remove();
  const { cores, processor, date } = describeMachine();
  return chapterText({
    title: 'Kills and faults',
    blocks: [
      `Measured on ${date} with ${cores} cores of ${processor}. Survived means that the list and the numbers had every incident and nothing half done, and that the next import reached both. The times are from the fault to the first answer of both.`,
      { head: ['Fault', 'Survived', 'Median', 'Longest'], rows: results },
    ],
  });
}

/** Waits until something holds; false where it does not within a while. */
async function until(holds: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    if (await holds()) return true;
    await sleep(20);
  }
  return false;
}
