import type { Random } from './random.ts';

/** Values of which one is drawn with a probability proportional to its weight. */
export interface Weighted<Value> {
  draw(random: Random): Value;
}

/** Prepares a draw. Throws `RangeError` where no weight is positive. */
export function weighted<Value>(pairs: readonly (readonly [Value, number])[]): Weighted<Value> {
  const values = pairs.map(([value]) => value);
  const ends = new Float64Array(pairs.length);
  let total = 0;
  pairs.forEach(([, weight], index) => {
    total += weight;
    ends[index] = total;
  });
  const last = values.at(-1);
  if (!(total > 0) || last === undefined) throw new RangeError('a weighted draw needs a value with a positive weight');
  return {
    draw(random) {
      const target = random.uniform() * total;
      let low = 0;
      let high = ends.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] ?? 0) > target) high = middle;
        else low = middle + 1;
      }
      return values[low] ?? last;
    },
  };
}

/** The same for codes written as `{ code: weight }`. */
export function weightedCodes<Code extends string>(weights: Readonly<Partial<Record<Code, number>>>): Weighted<Code> {
  return weighted(Object.entries(weights) as [Code, number][]);
}
