import { type IncidentType, incidentTypes } from '@monitor/domain';
import { incidentTypeOf } from '../styles/incident-type-tokens.ts';

/** So many incidents of a type within a cell. */
export interface Share {
  readonly type: IncidentType;
  readonly count: number;
}

/** Part of a ring, in radians clockwise from twelve o'clock. */
export interface Arc {
  readonly type: IncidentType;
  readonly start: number;
  readonly end: number;
}

/** Reads the `types` of a cell, `type:count` pairs joined by commas. Pairs of an unknown type count as `other`. */
export function parseComposition(text: string): Share[] {
  const counts = new Map<IncidentType, number>();
  for (const pair of text.split(',')) {
    const [name = '', number = ''] = pair.split(':');
    const count = Number(number);
    if (!/^\d+$/.test(number) || count === 0) continue;
    const type = incidentTypeOf(name);
    counts.set(type, (counts.get(type) ?? 0) + count);
  }
  return [...counts].map(([type, count]) => ({ type, count }));
}

/** The arcs of a donut: whole circle, in the order of the vocabulary, so that a colour has its place on every donut. */
export function donutArcs(shares: readonly Share[]): Arc[] {
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  let before = 0;
  return shares
    .toSorted((one, other) => incidentTypes.indexOf(one.type) - incidentTypes.indexOf(other.type))
    .map(({ type, count }) => {
      const start = (before / total) * 2 * Math.PI;
      before += count;
      return { type, start, end: (before / total) * 2 * Math.PI };
    });
}

/** Adds up the compositions of several cells, most frequent type first. */
export function addShares(all: Iterable<readonly Share[]>): Share[] {
  const counts = new Map<IncidentType, number>();
  for (const shares of all) for (const { type, count } of shares) counts.set(type, (counts.get(type) ?? 0) + count);
  return [...counts].map(([type, count]) => ({ type, count })).sort((one, other) => other.count - one.count);
}
