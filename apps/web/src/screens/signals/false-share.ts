import type { SignalLevel, SignalList } from '@monitor/contract';

const weeksPerYear = 52;
/** How often chance gives signals of at least this level in all series, a year: see `levels` in packages/findings/src/signals.ts. */
const perYear: Readonly<Record<Exclude<SignalLevel, 'possible'>, number>> = { rare: 2, very_rare: 0.1 };

/** How many of the signals of each level are expected to be chance. */
export function falseByLevel({
  expectedFalse,
  seriesWeeks,
  allSeries,
}: Pick<SignalList, 'expectedFalse' | 'seriesWeeks' | 'allSeries'>): Readonly<Record<SignalLevel, number>> {
  const part = allSeries === 0 ? 0 : seriesWeeks / (allSeries * weeksPerYear);
  const rare = Math.min(expectedFalse, perYear.rare * part);
  const veryRare = Math.min(rare, perYear.very_rare * part);
  return { possible: expectedFalse - rare, rare: rare - veryRare, very_rare: veryRare };
}
