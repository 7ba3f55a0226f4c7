import type { SignalErrorRate, SignalMethod } from '@monitor/statistics';
import type { MeasuredWith } from '../document/machine.ts';
import { count, decimals, milliseconds, percent } from '../document/figures.ts';
import { atLeast, atMost, table, targetTable } from '../document/markdown.ts';
import type { SignalResults } from './measure-signals.ts';

const begin = '<!-- Written by bench signals: begin -->';
const end = '<!-- Written by bench signals: end -->';

/** Doublings are to be found in series of so many events per week. */
const foundFrom = 5;

/** The document with its measured part replaced. Throws where it has no place for that. */
export function withSignalFigures(document: string, results: SignalResults, machine: MeasuredWith): string {
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The document has no "${begin}" and "${end}"`);
  return `${before}${begin}\n\n${signalFigures(results, machine)}\n\n${end}${after}`;
}

function signalFigures({ rates, runs, yearOfSeries }: SignalResults, { cores, processor, date }: MeasuredWith): string {
  const long = rates.filter(({ method }) => method === 'farrington');
  const falseSignals = 100 * meanOf(long.map((rate) => rate.falseSignals));
  const found = meanOf(long.filter(({ perWeek }) => perWeek >= foundFrom).map((rate) => rate.found));
  const kinds = `doublings found within four weeks, mean of the kinds with ${foundFrom} or more events per week`;
  const tableOf = (wanted: SignalMethod) =>
    table(
      'events per week | dispersion | false signals in 100 series and year | doublings found within four weeks',
      rates.filter(({ method }) => method === wanted),
      ({ perWeek, dispersion, ...rate }) =>
        `${perWeek} | ${dispersion} | ${(100 * rate.falseSignals).toFixed(1)} | ${(100 * rate.found).toFixed(0)}%`,
    );
  return `- Simulated: ${count(runs)} quiet years and ${count(runs)} doublings per row
- Machine: ${cores} cores (${processor}); the weeks of a year of one series took ${milliseconds(yearOfSeries)}
- Date: ${date}

## Targets

${targetTable([
  atMost('false signals in 100 series and year, mean of all kinds', falseSignals, 8, decimals),
  atLeast(kinds, found, 0.8, percent),
])}

## Series with five earlier years

${tableOf('farrington')}

## Series with one earlier year

${tableOf('ears')}`;
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The program with its list of measured rates replaced. */
export function withSignalRates(program: string, rates: readonly SignalErrorRate[]): string {
  const rows = rates.map(
    ({ method, dispersion, perWeek, falseSignals, found }) =>
      `  { method: '${method}', dispersion: ${dispersion}, perWeek: ${perWeek}, falseSignals: ${falseSignals}, found: ${found} },\n`,
  );
  const opening = 'export const signalErrorRates: readonly SignalErrorRate[] = [\n';
  const at = program.indexOf(opening);
  if (at < 0) throw new Error('The program has no list of measured rates');
  return `${program.slice(0, at)}${opening}${rows.join('')}];\n`;
}
