import { assumedOfYear, type LevelMeasure, seasons } from './assumed-levels.ts';
import type { Quarter } from './calendar.ts';
import { notableCasualties } from './notable-events.ts';
import { type FigureMeasure, publishedValue } from './published-figures.ts';

/** Types that are a share of the quarter's incidents, so that they follow its level. */
const followIncidents: ReadonlySet<LevelMeasure> = new Set(['weapon_seizure', 'criminal_context', 'undetermined_shooting']);

function published(measure: LevelMeasure, year: number, quarter?: number): number | undefined {
  if (measure === 'unharmed') return undefined;
  const figure: FigureMeasure = measure;
  return publishedValue(figure, quarter === undefined ? `${year}` : `${year}-Q${quarter}`);
}

function weight(measure: LevelMeasure, year: number, quarter: number): number {
  const season = seasons[measure][quarter - 1] ?? 0;
  return followIncidents.has(measure) ? season * expectedInQuarter('incidents', { year, number: quarter }) : season;
}

/**
 * Expected number of incidents or people in a quarter: the published figure where there is one, otherwise the quarter's
 * part of what the published quarters leave of the year. The events of May 2023 are not part of it.
 */
export function expectedInQuarter(measure: LevelMeasure, { year, number }: Quarter): number {
  const figure = published(measure, year, number);
  if (figure !== undefined) return figure;
  let left = (published(measure, year) ?? assumedOfYear(measure, year)) - notableCasualties(measure, year);
  let weights = 0;
  for (const quarter of [1, 2, 3, 4]) {
    const known = published(measure, year, quarter);
    if (known === undefined) weights += weight(measure, year, quarter);
    else left -= known;
  }
  return (Math.max(left, 0) * weight(measure, year, number)) / weights;
}
