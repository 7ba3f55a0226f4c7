import type { DatasetRow } from '@monitor/store';

/** Box around all their points: west, south, east, north in degrees. The whole earth if there is none. */
export function boxAroundAll(datasets: readonly Pick<DatasetRow, 'bbox'>[]): number[] {
  const boxes = datasets.flatMap(({ bbox }) => (bbox === null ? [] : [bbox]));
  if (boxes.length === 0) return [-180, -90, 180, 90];
  const side = (at: number, of: (...values: number[]) => number) => of(...boxes.map((box) => box[at]!));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}
