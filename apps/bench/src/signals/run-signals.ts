import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeMachine } from '../document/machine.ts';
import type { SignalOptions } from '../options.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { measureSignals } from './measure-signals.ts';
import { withSignalFigures, withSignalRates } from './signals-document.ts';

const pathOf = (name: string) => fileURLToPath(new URL(`../../../../${name}`, import.meta.url));
const documentPath = pathOf('docs/signals.md');
const ratesPath = pathOf('packages/statistics/src/signal-error-rates.ts');

/** Measures how often the rule of the signals is wrong, and returns the document that says so. */
export async function runSignals({ runs, write }: SignalOptions, context: BenchContext): Promise<string> {
  const results = await measureSignals(runs, context);
  const text = withSignalFigures(await readFile(documentPath, 'utf8'), results, describeMachine());
  if (!write) return text;
  await writeFile(documentPath, text);
  await writeFile(ratesPath, withSignalRates(await readFile(ratesPath, 'utf8'), results.rates));
  context.tell(`Written to ${documentPath} and ${ratesPath}`);
  return '';
}
