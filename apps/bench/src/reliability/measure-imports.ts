import { setTimeout as sleep } from 'node:timers/promises';
import { atLeast, atMost, count, megabytes, perSecond, type Report, seconds, times } from '../report.ts';
import { type BenchContext, makeTemporaryFolder } from '../setting/cleanup.ts';
import { OwnProduct } from '../setting/own-product.ts';

/** Milliseconds after which numbers are not expected any more. */
const patience = 300_000;
/** Milliseconds that an import may take at most. */
const longestImport = 3_600_000;

interface ImportGrowth {
  readonly incidents: number;
  /** Milliseconds of the whole command, start and end included. */
  readonly duration: number;
  /** Milliseconds of them in which the progress bar was full. */
  readonly finishing: number;
  /** Milliseconds from its end to the first numbers that have every incident. */
  readonly followed: number;
  /** Bytes of memory of the command at most. */
  readonly peak: number;
}

/** Imports of made-up incidents, from the fewest to the most. */
export async function measureImports(sizes: readonly number[], context: BenchContext): Promise<Report> {
  const measured: ImportGrowth[] = [];
  for (const incidents of sizes) measured.push(await measureGrowth(incidents, context));
  const rateOf = ({ incidents, duration }: ImportGrowth) => incidents / (duration / 1000);
  const [fewest, largest] = [measured.at(0)!, measured.at(-1)!];
  const million = measured.find(({ incidents }) => incidents === 1_000_000);
  return {
    targets: [
      ...atLeast('1,000,000 incidents: speed', million && rateOf(million), 7_000, perSecond),
      ...atMost('1,000,000 incidents: numbers follow', million?.followed, 10_000, seconds),
      ...atMost('most incidents: time for each, compared with the fewest', rateOf(fewest) / rateOf(largest), 1.5, times),
      ...atMost('most incidents: peak memory, compared with the fewest', largest.peak / fewest.peak, 1.5, times),
    ],
    tables: [
      {
        rows: measured.map((one) => ({
          incidents: count(one.incidents),
          time: seconds(one.duration),
          'incidents a second': count(rateOf(one)),
          'bar full': seconds(one.finishing),
          'numbers follow': seconds(one.followed),
          'peak memory of the command': megabytes(one.peak),
        })),
      },
    ],
  };
}

/** Imports made-up incidents with the product's command into an empty product that runs. */
async function measureGrowth(incidents: number, context: BenchContext): Promise<ImportGrowth> {
  context.tell(`  ${incidents} incidents`);
  const folder = await makeTemporaryFolder(context.cleanup);
  const product = new OwnProduct(folder.path, context);
  await product.start();
  const begun = performance.now();
  const command = product.command('demo', '--rows', String(incidents));
  await command.says(/almost done/, context.signal, longestImport);
  const full = performance.now();
  await command.succeeds(context.signal);
  const ended = performance.now();
  while ((await product.counts())?.counted !== incidents) {
    if (performance.now() - ended > patience) throw new Error(`The numbers of the product never had all ${incidents} incidents.`);
    await sleep(50, undefined, { signal: context.signal });
  }
  const followed = performance.now() - ended;
  await product.stop();
  await folder.remove();
  return { incidents, duration: ended - begun, finishing: ended - full, followed, peak: command.peakMemory };
}
