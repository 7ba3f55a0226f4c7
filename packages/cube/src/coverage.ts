import { dateOfDay, type Filter, type Period } from '@monitor/domain';
import { type Cube, dayOfRow, lastDay } from './cube.ts';
import { select } from './select.ts';

const coverages = new WeakMap<Cube, Map<string, Period | null>>();
const mostScopes = 1000;

/** First and last day with an incident of the filter's datasets and locations, all other constraints left out; null where there is none. */
export function coverage(cube: Cube, { dataset, country }: Filter): Period | null {
  if (cube.rows === 0) return null;
  const scope: Filter = { ...(dataset && { dataset }), ...(country && { country }) };
  if (!dataset && !country) return { from: dateOfDay(cube.firstDay), to: dateOfDay(lastDay(cube)) };
  const known = coverages.get(cube) ?? new Map<string, Period | null>();
  coverages.set(cube, known);
  const key = JSON.stringify(scope);
  const before = known.get(key);
  if (before !== undefined) return before;
  const { rows } = select(cube, scope);
  const found =
    rows.length === 0 ? null : { from: dateOfDay(dayOfRow(cube, rows[0]!)), to: dateOfDay(dayOfRow(cube, rows.at(-1)!)) };
  if (known.size < mostScopes) known.set(key, found);
  return found;
}
