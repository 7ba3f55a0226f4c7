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
  /** Incidents drawn in view, in circles and alone. */
  readonly incidents: number;
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
    incidents: figures.reduce((sum, figure) => sum + (figure.kind === 'cell' ? figure.count : 1), 0),
  };
}

/** How many of the located incidents are drawn outside the view; 0 also where that is not known. */
export function outsideView(located: number | undefined, view: ViewSummary | undefined): number {
  return located === undefined || view === undefined ? 0 : Math.max(0, located - view.incidents);
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
