import { type Findings, quoted } from '../findings.ts';
import type { IncidentRow } from './read-incident-row.ts';

/** Fields in which the rows of one incident ought to agree. */
const shared = ['occurred_on', 'country', 'region', 'place', 'type'] as const;

/** One incident from the rows of its people: the first row that says something counts, field by field, and whole points. */
export function mergeRows(rows: readonly IncidentRow[], findings: Findings): IncidentRow {
  const [first, ...others] = rows;
  if (!first) throw new RangeError('an incident has at least one row');
  if (others.length === 0) return first;
  const merged: Record<string, string | null> = { ...first };
  for (const row of others) for (const [name, value] of Object.entries(row)) merged[name] ??= value;
  const located = rows.find(({ lon, lat }) => lon !== null && lat !== null) ?? first;
  for (const name of shared) {
    const values = new Set(rows.map((row) => row[name]).filter((value) => value !== null));
    if (values.size > 1) findings.warn('rows_disagree', `${name} has different values: ${[...values].map(quoted).join(', ')}.`);
  }
  return { ...(merged as unknown as IncidentRow), lon: located.lon, lat: located.lat };
}
