import type { SignalErrorRate, SignalMethod } from '@monitor/statistics';
import type { Machine } from '../document/machine.ts';
import { chapterText, decimals, milliseconds, type Table } from '../document/table.ts';
import type { SignalResults } from './measure-signals.ts';

const begin = '<!-- Written by bench signals: begin -->';
const end = '<!-- Written by bench signals: end -->';

/** The most false signals in 100 series and year, and the least share of doublings found in series of so many events per week. */
export const signalTargets = { falseSignals: 8, found: 80, foundFrom: 5 } as const;

/** The document with its measured part replaced. Throws where it has no place for that. */
export function withSignalFigures(
  document: string,
  results: SignalResults,
  machine: Pick<Machine, 'cores' | 'processor' | 'date'>,
): string {
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The document has no "${begin}" and "${end}"`);
  return `${before}${begin}\n\n${signalFigures(results, machine)}\n\n${end}${after}`;
}

function signalFigures(
  { rates, runs, yearOfSeries }: SignalResults,
  { cores, processor, date }: Pick<Machine, 'cores' | 'processor' | 'date'>,
): string {
  const long = rates.filter(({ method }) => method === 'farrington');
  const falseSignals = 100 * meanOf(long.map((rate) => rate.falseSignals));
  const found = 100 * meanOf(long.filter(({ perWeek }) => perWeek >= signalTargets.foundFrom).map((rate) => rate.found));
  const isMet = (met: boolean) => (met ? 'met' : '**not met**');
  const targets: Table = {
    head: ['target', 'goal', 'measured', ''],
    rows: [
      [
        'false signals in 100 series and year, mean of all kinds',
        `≤ ${signalTargets.falseSignals}`,
        decimals(falseSignals),
        isMet(falseSignals <= signalTargets.falseSignals),
      ],
      [
        `doublings found within four weeks, mean of the kinds with ${signalTargets.foundFrom} or more events per week`,
        `≥ ${signalTargets.found}%`,
        `${decimals(found)}%`,
        isMet(found >= signalTargets.found),
      ],
    ],
  };
  return [
    [
      `- Simulated: ${runs.toLocaleString('en')} quiet years and ${runs.toLocaleString('en')} doublings per row`,
      `- Machine: ${cores} cores (${processor}); the weeks of a year of one series took ${milliseconds(yearOfSeries)}`,
      `- Date: ${date}`,
    ].join('\n'),
    chapterText({ title: 'Targets', blocks: [targets] }),
    chapterText({ title: 'Series with five earlier years', blocks: [tableOf(rates, 'farrington')] }),
    chapterText({ title: 'Series with one earlier year', blocks: [tableOf(rates, 'ears')] }),
  ].join('\n\n');
}

function tableOf(rates: readonly SignalErrorRate[], wanted: SignalMethod): Table {
  return {
    head: ['events per week', 'dispersion', 'false signals in 100 series and year', 'doublings found within four weeks'],
    rows: rates
      .filter(({ method }) => method === wanted)
      .map(({ perWeek, dispersion, falseSignals, found }) => [
        String(perWeek),
        String(dispersion),
        (100 * falseSignals).toFixed(1),
        `${(100 * found).toFixed(0)}%`,
      ]),
  };
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
