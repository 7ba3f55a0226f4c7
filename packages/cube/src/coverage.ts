import { LRUCache } from 'lru-cache';
import { dateOfDay, type Filter, type IsoDate, type Period } from '@monitor/domain';
import type { Cube } from './cube.ts';
import { dayOfRow, lastDay } from './cube-rows.ts';
import { highestRow, lowestRow } from './row-bitmap.ts';
import { select } from './select.ts';

/** For each cube what was found of its datasets and locations. A cache holds no null, so that each period is in a list. */
const coverages = new WeakMap<Cube, LRUCache<string, readonly [Period | null]>>();
const mostScopes = 1000;

/** First and last day with an incident of the filter's datasets and locations, all other constraints left out; null if there is none. */
export function coverage(cube: Cube, { dataset, country }: Filter): Period | null {
  if (cube.rows === 0) return null;
  const scope: Filter = { ...(dataset && { dataset }), ...(country && { country }) };
  if (!dataset && !country) return { from: dateOfDay(cube.firstDay), to: dateOfDay(lastDay(cube)) };
  const known = coverages.get(cube) ?? new LRUCache<string, readonly [Period | null]>({ max: mostScopes });
  coverages.set(cube, known);
  const key = JSON.stringify(scope);
  const before = known.get(key);
  if (before) return before[0];
  const { words } = select(cube, scope).rows;
  const first = words.findIndex((bits) => bits !== 0);
  const last = words.findLastIndex((bits) => bits !== 0);
  const found =
    first < 0
      ? null
      : { from: dateOfRow(cube, lowestRow(first, words[first]!)), to: dateOfRow(cube, highestRow(last, words[last]!)) };
  known.set(key, [found]);
  return found;
}

function dateOfRow(cube: Cube, row: number): IsoDate {
  return dateOfDay(dayOfRow(cube, row));
}
