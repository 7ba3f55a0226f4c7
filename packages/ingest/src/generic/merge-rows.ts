import { type Findings, quoted } from '../findings.ts';
import { decidingFields, type RawIncident } from '../raw-incident.ts';
import type { IncidentRow } from './read-incident-row.ts';

/** Fields in which the rows of one incident ought to agree. */
const shared = ['occurred_on', 'country', 'region', 'place', 'type'] as const;

/**
 * One incident from the rows of its people: the first row that says something counts, field by field, and whole points. What another says
 * is not stored, but it counts for whether the incident is sensitive.
 */
export function mergeRows(rows: readonly IncidentRow[], findings: Findings): IncidentRow & Pick<RawIncident, 'contradictions'> {
  const [first, ...others] = rows;
  if (!first) throw new RangeError('an incident has at least one row');
  if (others.length === 0) return { ...first, contradictions: [] };
  const merged: Record<string, string | null> = { ...first };
  for (const row of others) for (const [name, value] of Object.entries(row)) merged[name] ??= value;
  const located = rows.find(({ lon, lat }) => lon !== null && lat !== null) ?? first;
  for (const name of shared) {
    const values = new Set(rows.map((row) => row[name]).filter((value) => value !== null));
    if (values.size > 1) findings.warn('rows_disagree', `${name} has different values: ${[...values].map(quoted).join(', ')}.`);
  }
  const contradictions = others
    .map((row) =>
      decidingFields.filter((name) => row[name] !== null && row[name] !== merged[name]).map((name) => [name, row[name]]),
    )
    .filter((said) => said.length > 0)
    .map((said): RawIncident['contradictions'][number] => Object.fromEntries(said));
  return { ...(merged as unknown as IncidentRow), contradictions, lon: located.lon, lat: located.lat };
}
