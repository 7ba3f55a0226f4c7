import { type Body, textOf } from './near.ts';
import type { Row } from './record.ts';

/*
 * A comparison is made from what covers both sides of it. What a page leaves out of its comparisons it names, so that each is of the record
 * without some of that, and of all else.
 */

/** The parts of the record that a page names as left out, each as a test of rows. */
export function namedLeftOut(rows: readonly Row[], { leftOut }: Body, place: (code: string) => string): ((row: Row) => boolean)[] {
  const text = textOf(leftOut);
  if (text === '') return [];
  const names = new Map(rows.map(({ title, country }) => [`${title}/${country}`, { title, country }]));
  const titles = [...new Set([...names.values()].map(({ title }) => title))];
  return titles.flatMap((title) => {
    const ofPlaces = [...names.values()].filter(
      (one) => one.title === title && text.includes(`${place(one.country)} in ${title} (`),
    );
    if (ofPlaces.length > 0)
      return ofPlaces.map(
        ({ country }) =>
          (row: Row) =>
            row.title === title && row.country === country,
      );
    return text.includes(`${title} (`) ? [(row: Row) => row.title === title] : [];
  });
}

const known = new Map<string, readonly Row[]>();

/** The record without some of what a page names as left out: each choice of it, the least first. */
export function recordsCompared(rows: readonly Row[], body: Body, place: (code: string) => string): readonly (readonly Row[])[] {
  const parts = namedLeftOut(rows, body, place);
  return Array.from({ length: 2 ** parts.length - 1 }, (_, at) => {
    const chosen = parts.filter((__, index) => ((at + 1) & (1 << index)) !== 0);
    const key = `${textOf(body.leftOut)} ${at}`;
    const found = known.get(key) ?? rows.filter((row) => !chosen.some((isLeftOut) => isLeftOut(row)));
    known.set(key, found);
    return found;
  });
}
