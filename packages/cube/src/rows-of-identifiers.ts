import { isPublicId } from '@monitor/domain';
import type { CubeRows } from './cube-rows.ts';
import { packIdentifier } from './identifier.ts';

/** The rows with these public identifiers, ascending; those that the cube does not have are passed over. One look at each row. */
export function rowsOfIdentifiers({ columns: { idHigh, idLow }, rows }: CubeRows, ids: readonly string[]): number[] {
  const wanted = new Map<number, Set<number>>();
  for (const id of ids.filter(isPublicId)) {
    const { high, low } = packIdentifier(id);
    wanted.set(low, (wanted.get(low) ?? new Set()).add(high));
  }
  const found: number[] = [];
  if (wanted.size === 0) return found;
  for (let row = 0; row < rows; row++) if (wanted.get(idLow[row]!)?.has(idHigh[row]!)) found.push(row);
  return found;
}
