import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchContext } from '../setting/cleanup.ts';
import { OwnProduct } from '../setting/own-product.ts';
import { makeTemporaryFolder } from '../setting/temporary-folder.ts';

/** Milliseconds after which numbers are not expected any more. */
const patience = 300_000;
/** Milliseconds that an import may take at most. */
const longestImport = 3_600_000;

export interface ImportGrowth {
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

/** Imports made-up incidents with the product's command into an empty product that runs. */
export async function measureImports(incidents: number, context: BenchContext): Promise<ImportGrowth> {
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
