import { type IncidentType, incidentTypes } from '@monitor/domain';
import { addShares, type Share } from './donut.ts';
import type { CellFigure, MapFigure } from './figure.ts';

/** What the view shows, as its legend and its list of the largest circles need it. */
export interface ViewSummary {
  /** Types in view in the order of the vocabulary, with their counts. */
  readonly types: readonly Share[];
  /** The largest cells, largest first. */
  readonly largest: readonly CellFigure[];
  /** True where a single incident that somebody was killed in is drawn with its ring. */
  readonly killedRing: boolean;
  readonly empty: boolean;
}

/** Cells named in the list for keyboard and screen reader. */
const listedCells = 12;

export function summariseView(figures: readonly MapFigure[]): ViewSummary {
  const cells = figures.filter((figure) => figure.kind === 'cell');
  const shares = figures.map((figure) => (figure.kind === 'cell' ? figure.shares : [{ type: figure.type, count: 1 }]));
  return {
    types: addShares(shares).sort((one, other) => incidentTypes.indexOf(one.type) - incidentTypes.indexOf(other.type)),
    largest: cells.toSorted((one, other) => other.count - one.count).slice(0, listedCells),
    killedRing: figures.some((figure) => figure.kind === 'incident' && figure.killed > 0),
    empty: figures.length === 0,
  };
}

/** The types that a short legend names: the most frequent ones, in the order of the vocabulary. */
export function legendTypes(types: readonly Share[], most: number): IncidentType[] {
  const kept = new Set(
    types
      .toSorted((one, other) => other.count - one.count)
      .slice(0, most)
      .map(({ type }) => type),
  );
  return types.map(({ type }) => type).filter((type) => kept.has(type));
}
