import type { IndicatorCell, IndicatorSeries, IndicatorTable } from '@monitor/contract';
import { standingOut } from './standing-out.ts';

/**
 * Indicators whose changes are corrected for their number (Benjamini and Hochberg, 1995): of each year, those of all locations together
 * are one family, and those of single locations another. What is clear by itself but not within its family may be due to chance.
 */
export function judgeFamilies(indicators: readonly IndicatorSeries[]): IndicatorSeries[] {
  const families = new Map<string, IndicatorCell[]>();
  for (const cell of indicators.flatMap(({ cells }) => cells)) {
    const name = `${cell.year} ${cell.place === null}`;
    const family = families.get(name);
    if (family) family.push(cell);
    else families.set(name, [cell]);
  }
  const clear = new Set([...families.values()].flatMap((family) => [...standingOut(family, differenceOf)]));
  const judge = (cell: IndicatorCell): IndicatorCell => {
    const { verdict } = cell;
    return (verdict === 'rise' || verdict === 'fall') && !clear.has(cell) ? { ...cell, verdict: `possible_${verdict}` } : cell;
  };
  return indicators.map((series) => ({ ...series, cells: series.cells.map(judge) }));
}

function differenceOf({ ratio, ratioLow, ratioHigh }: IndicatorCell) {
  if (ratio === null || ratioLow === null || ratioHigh === null) return undefined;
  return { difference: ratio - 1, low: ratioLow - 1, high: ratioHigh - 1 };
}

/** The families of cells that are judged, by year. */
export function familiesOf(cells: readonly IndicatorCell[]): IndicatorTable['families'] {
  const years = [...new Set(cells.map(({ year }) => year))].toSorted((one, other) => one - other);
  return years.flatMap((year) =>
    (['together', 'single'] as const).flatMap((of) => {
      const family = cells.filter((cell) => cell.year === year && (cell.place === null) === (of === 'together'));
      const { compared, alone, rises, falls } = familyOfCells(family);
      return family.length === 0 ? [] : [{ year, of, compared, alone, clear: rises + falls }];
    }),
  );
}

/** How many cells are compared, how many of these exclude "no change" by themselves, and which way those went that stay clear. */
export function familyOfCells(cells: readonly Pick<IndicatorCell, 'verdict'>[]) {
  const count = (...verdicts: readonly IndicatorCell['verdict'][]) =>
    cells.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const [rises, falls] = [count('rise'), count('fall')];
  const alone = rises + falls + count('possible_rise', 'possible_fall');
  return { compared: alone + count('no_clear_change'), alone, rises, falls };
}
