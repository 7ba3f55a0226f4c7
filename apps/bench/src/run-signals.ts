import { readFile, writeFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { normalQuantile, type SignalErrorRate, type SignalMethod, signalsOf, weeklySignal } from '@monitor/statistics';
import { randomCounts } from '@monitor/statistics/random-counts';
import { atLeast, atMost, count, decimals, milliseconds, percent, type Report } from './report.ts';
import type { BenchContext } from './setting/cleanup.ts';

const levels = [0.5, 2, 5, 10, 20] as const;
const dispersions = [1, 1.5] as const;

/** Weeks of history before the year that is looked at: five years and what the window before them needs, and one year. */
const historyWeeks: Readonly<Record<SignalMethod, number>> = { farrington: 264, ears: 52 };
const weeksOfYear = 52;
const weeksToFind = 4;

/** Errors with the variance of the number of false signals of a quiet year. */
type MeasuredRate = SignalErrorRate & { readonly variance: number };

interface SignalResults {
  readonly rates: readonly MeasuredRate[];
  /** Quiet years per kind of series, and as many doublings. */
  readonly runs: number;
  /** Milliseconds for a year of one series with five years of history. */
  readonly yearOfSeries: number;
}

/** Applies the rule of the product on simulated series of every kind. */
async function simulate(runs: number, { tell, signal }: BenchContext): Promise<SignalResults> {
  const rates: MeasuredRate[] = [];
  let elapsed = 0;
  for (const method of ['farrington', 'ears'] as const) {
    for (const dispersion of dispersions) {
      for (const perWeek of levels) {
        tell(`${method}, dispersion ${dispersion}, ${perWeek} per week`);
        const history = historyWeeks[method];
        const series = seriesMaker({ dispersion, perWeek }, 1 + rates.length);
        let [falseSignals, squares] = [0, 0];
        let found = 0;
        for (let run = 0; run < runs; run++) {
          const quiet = series.counts(history + weeksOfYear);
          const begun = performance.now();
          const signals = signalsOf(quiet, history, history + weeksOfYear - 1).length;
          if (method === 'farrington') elapsed += performance.now() - begun;
          falseSignals += signals;
          squares += signals ** 2;
          const onset = history + series.below(weeksOfYear - weeksToFind + 1);
          const doubled = series.counts(onset + weeksToFind, onset);
          if (doubled.some((_, week) => week >= onset && weeklySignal(doubled, week) !== undefined)) found++;
          // An interruption is noticed between two runs only.
          await setImmediate();
          signal.throwIfAborted();
        }
        const mean = falseSignals / runs;
        rates.push({ method, dispersion, perWeek, falseSignals: mean, found: found / runs, variance: squares / runs - mean ** 2 });
      }
    }
  }
  return { rates, runs, yearOfSeries: elapsed / (runs * levels.length * dispersions.length) };
}

const ratesPath = fileURLToPath(new URL('../../../packages/statistics/src/signal-error-rates.ts', import.meta.url));
/** Doublings are to be found in series of so many events per week. */
const foundFrom = 5;

/** Measures how often the rule of the signals is wrong. @param write whether the rates are written into the program, too */
export async function runSignals(runs: number, write: boolean, context: BenchContext): Promise<Report> {
  const { rates, yearOfSeries } = await simulate(runs, context);
  if (write) await writeFile(ratesPath, withSignalRates(await readFile(ratesPath, 'utf8'), rates));
  const long = rates.filter(({ method }) => method === 'farrington');
  const falseSignals = 100 * meanOf(long.map((rate) => rate.falseSignals));
  const error = (kinds: readonly MeasuredRate[]) =>
    100 * normalQuantile * Math.sqrt(meanOf(kinds.map(({ variance }) => variance)) / (runs * kinds.length));
  const found = meanOf(long.filter(({ perWeek }) => perWeek >= foundFrom).map((rate) => rate.found));
  const falseTitle = 'false signals in 100 series and year, mean of all kinds';
  const kinds = `doublings found within four weeks, mean of the kinds with ${foundFrom} or more events per week`;
  const rowsOf = (wanted: SignalMethod) =>
    rates
      .filter(({ method }) => method === wanted)
      .map((rate) => ({
        'events per week': String(rate.perWeek),
        dispersion: String(rate.dispersion),
        'false signals in 100 series and year': `${(100 * rate.falseSignals).toFixed(1)} ± ${error([rate]).toFixed(1)}`,
        'doublings found within four weeks': `${(100 * rate.found).toFixed(0)}%`,
      }));
  return {
    targets: [
      ...atMost(`${falseTitle}, upper end of the 95% interval`, falseSignals + error(long), 8, decimals),
      ...atLeast(kinds, found, 0.8, percent),
    ],
    tables: [
      { title: 'Series with five earlier years', rows: rowsOf('farrington') },
      { title: 'Series with one earlier year', rows: rowsOf('ears') },
      {
        title: 'How it was measured',
        rows: [
          { '': falseTitle, figure: `${decimals(falseSignals)} ± ${decimals(error(long))}` },
          { '': 'quiet years per row, and as many doublings', figure: count(runs) },
          { '': 'the weeks of a year of one series', figure: milliseconds(yearOfSeries) },
        ],
      },
    ],
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
  const end = program.indexOf('];\n', at);
  if (at < 0 || end < 0) throw new Error('The program has no list of measured rates');
  return `${program.slice(0, at)}${opening}${rows.join('')}${program.slice(end)}`;
}

/** Series of one kind. */
interface SeriesKind {
  /** Variance of a week's count in units of its mean. */
  readonly dispersion: number;
  /** Events per week, on average over the year. */
  readonly perWeek: number;
}

/** How far the height of the season is above the mean of the year, and its depth below. */
const seasonHeight = 0.3;
const weeksPerYear = 365.25 / 7;

/** Makes weekly counts of a kind with a season. Its height is at a random time of the year. */
function seriesMaker({ dispersion, perWeek }: SeriesKind, seed: number) {
  const random = randomCounts(seed);
  const uniform = parkMiller(seed);
  return {
    /** A whole number from 0 to one less. */
    below: (limit: number) => Math.floor(uniform() * limit),
    /** @param doubledFrom index of the week from which on the mean is doubled */
    counts: (length: number, doubledFrom = Infinity): number[] => {
      const phase = uniform();
      return Array.from({ length }, (_, week) => {
        const season = 1 + seasonHeight * Math.sin(2 * Math.PI * (week / weeksPerYear + phase));
        return random(perWeek * season * (week >= doubledFrom ? 2 : 1), dispersion);
      });
    },
  };
}

/** Park and Miller's generator, so that every run draws the same. */
function parkMiller(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
