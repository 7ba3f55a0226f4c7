import { covered, type Said, spanOf, subjectOf } from './definitions.ts';
import { locationsIn } from './rates.ts';
import { type Body, nearest, textOf } from './near.ts';
import { countOf, type Days, type Row, rowsOf, type Selection, selectionOf } from './record.ts';

/* The two sides of a comparison, or the one of what is not compared. */

/** A side of a comparison: what its address selects. */
export interface Side {
  readonly selection: Selection;
  readonly days: Days;
  readonly rows: readonly Row[];
  readonly count: number;
  readonly codes: readonly string[];
}

/** Both sides, and what is counted of them: what a row or figure counts, or the page. */
export function sidesOf({ near, court }: Said): readonly [Side, Side] {
  const { measure } = subjectOf({ near, court });
  const sides = nearest(near, 'sides') as readonly Body[];
  return sides.map(({ query }) => {
    const selection = selectionOf(textOf(query));
    const given = new URLSearchParams(textOf(query));
    const [first, last] = covered({ ...court, selection: {} });
    const days: Days = [given.get('from') ?? first, given.get('to') ?? last];
    const rows = rowsOf(court.rows, selection, days);
    // Of places without such incidents at any time, nothing is known.
    const datasets = [...new Set(rowsOf(court.rows, selection).map(({ dataset }) => dataset))];
    const known = locationsIn({ rows: rowsOf(court.rows, { datasets }) }, days);
    const codes = selection.countries ?? (selection.region === undefined ? known : [selection.region]);
    return { selection, days, rows, count: countOf(rows, measure, selection.rest), codes };
  }) as unknown as readonly [Side, Side];
}

/** Whether the data has all days of both sides in each of their places: counts are divided by no others. */
export const isWhole = (said: Said, isOfDatasets = true) =>
  sidesOf(said).every(({ days, codes }) =>
    codes.every((code) => {
      const country = { countries: [code.slice(0, 2)] };
      const { rows } = said.court;
      const [from, to] = isOfDatasets ? covered({ rows, selection: country }) : spanOf(rowsOf(rows, country));
      return from <= days[0] && to >= days[1];
    }),
  );
