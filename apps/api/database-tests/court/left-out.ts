import type { Body } from './near.ts';
import type { Row } from './record.ts';

/*
 * A comparison is made from what covers both sides of it. What a page leaves out of its comparisons it names, so that each is of the record
 * without some of that, and of all else.
 */

const known = new Map<string, readonly Row[]>();

/** The record without some of what a page names as left out: each choice of it, the least first. */
export function recordsCompared(rows: readonly Row[], { leftOut }: Body): readonly (readonly Row[])[] {
  const { parts = [] } = (leftOut ?? {}) as { readonly parts?: readonly string[] };
  const choices = Array.from({ length: 2 ** parts.length - 1 }, (_, at) =>
    parts.filter((__, index) => ((at + 1) & (1 << index)) !== 0),
  );
  return choices
    .toSorted((one, other) => one.length - other.length)
    .map((chosen) => {
      const key = chosen.join();
      const found = known.get(key) ?? rows.filter(({ dataset, country }) => !chosen.includes(`${dataset}/${country}`));
      known.set(key, found);
      return found;
    });
}
