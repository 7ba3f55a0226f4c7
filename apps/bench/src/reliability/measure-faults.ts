import { type BenchContext, makeTemporaryFolder } from '../setting/cleanup.ts';
import type { OwnProcess } from '../setting/own-process.ts';
import { OwnProduct } from '../setting/own-product.ts';
import { until } from '../setting/until.ts';
import { atMost, type Report, type Row, seconds } from '../report.ts';
import { longestOf, medianOf } from '../timing.ts';

/** Incidents at the beginning; each import after a fault adds some. */
const incidents = 2_000;
const added = 10;
/** Incidents of an import that is to be killed half-way. */
const large = 50_000;

interface Fault {
  readonly name: string;
  /** Does it, and returns when everything that is to be ended by hand has ended; what was down may still be. */
  readonly strike: (product: OwnProduct, context: BenchContext) => Promise<void>;
}

async function killPostmaster(product: OwnProduct, signal: 'SIGKILL' | 'SIGSTOP' = 'SIGKILL'): Promise<void> {
  const before = await product.postmaster();
  process.kill(before, signal);
  await until(async () => ![before, 0].includes(await product.postmaster()));
}

/** Begins to load made-up incidents, whose number includes those that are there already. */
function importMadeUp(product: OwnProduct, rows: number): OwnProcess {
  return product.command('demo', '--rows', String(rows));
}

/** Runs something while a large import writes. */
async function underImport(
  product: OwnProduct,
  { signal }: BenchContext,
  strike: (importing: OwnProcess) => Promise<void>,
): Promise<void> {
  const importing = importMadeUp(product, large);
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
 * Does everything that a bad night may bring to a running product, several times. Survived is what left every incident in place and
 * nothing half done, and after which an import reached list and numbers.
 */
export async function measureFaults(times: number, context: BenchContext): Promise<Report> {
  const folder = await makeTemporaryFolder(context.cleanup);
  const product = new OwnProduct(folder.path, context);
  await product.start();
  let all = incidents;
  await importMadeUp(product, all).succeeds(context.signal);
  await until(async () => (await product.counts())?.counted === all);
  const rows: Row[] = [];
  let lost = 0;
  for (const { name, strike } of faults) {
    context.tell(`  ${name}`);
    const durations: number[] = [];
    let survived = 0;
    for (let time = 0; time < times; time += 1) {
      context.signal.throwIfAborted();
      const begun = performance.now();
      await strike(product, context);
      const isBack = await until(async () => (await product.counts())?.listed !== undefined);
      durations.push(performance.now() - begun);
      const isWhole = hasAll(await product.counts(), all);
      all += added;
      await importMadeUp(product, all).succeeds(context.signal);
      const isCounted = await until(async () => hasAll(await product.counts(), all));
      if (isBack && isWhole && isCounted) survived += 1;
    }
    lost += times - survived;
    const [median, longest] = [medianOf(durations), longestOf(durations)].map(seconds);
    rows.push({ fault: name, survived: `${survived} of ${times}`, median: median!, longest: longest! });
  }
  await product.stop();
  await folder.remove();
  return { targets: atMost('kills and faults that were not survived', lost, 0), tables: [{ rows }] };
}

function hasAll(counts: Awaited<ReturnType<OwnProduct['counts']>>, rows: number): boolean {
  return counts?.listed === rows && counts.counted === rows;
}
