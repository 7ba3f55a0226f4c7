import { counted, type Court, covered, periodOf, spanOf } from './definitions.ts';
import { type Days, monthOf, monthsOf, rowsOf, yearsBefore } from './record.ts';

/* The months of a chart, and the data of each. */

/** The months that a chart shows, and those of them that are whole and alike. */
export function wholeMonths(court: Court, last?: number): readonly string[] {
  const [first, end] = covered(court);
  const [from, to] = court.asked ?? (court.page === 'place' ? periodOf(court) : [first, end]);
  // The page of a place shows whole months.
  const until = court.page === 'place' ? monthOf(to)[1] : to;
  const shown = [court.page === 'place' ? first : from, until] as const;
  const months = monthsOf(shown);
  return (last === undefined ? months : months.slice(-last)).filter((start) => {
    const [a, b] = monthOf(start);
    const isKnown = a >= first && b <= end && coveredBy(court, [a, b]) !== undefined;
    return isKnown && (court.page === 'place' || a >= from) && b <= until;
  });
}
export const shownMonths = (court: Court) => wholeMonths(court, court.page === 'place' ? 36 : undefined);
export const inMonth = (court: Court, start: string) => counted(court, monthOf(start));

/** The first and last day of each dataset that has selected places; a page asks for them month by month. */
function spansOf(court: Court): readonly { readonly slug: string; readonly days: Days }[] {
  const { countries, region, kind, rest } = court.selection;
  const found = [...new Set(court.rows.map(({ dataset }) => dataset))].map((slug) => {
    const of = rowsOf(court.rows, {
      ...(countries && { countries }),
      ...(region && { countries: [region.slice(0, 2)] }),
      ...(kind && { kind }),
      ...(rest !== undefined && { rest }),
      datasets: [slug],
    });
    return { slug, days: spanOf(of.length === 0 ? of : rowsOf(court.rows, { datasets: [slug] })) };
  });
  spans.set(court, found);
  return found;
}
const spans = new WeakMap<Court, ReturnType<typeof spansOf>>();

/** The datasets that cover a month of the selected places; undefined if one begins or ends within it. */
function coveredBy(court: Court, [from, to]: Days): string | undefined {
  const inside = (spans.get(court) ?? spansOf(court)).filter(({ days: [first, last] }) => first <= to && last >= from);
  return inside.some(({ days: [first, last] }) => first > from || last < to) ? undefined : inside.map(({ slug }) => slug).join();
}
/** The same month of up to five years before, back to the first that the same data does not cover. */
export const before = (court: Court, start: string) => {
  const data = coveredBy(court, monthOf(start));
  const [first] = covered(court);
  const years = [1, 2, 3, 4, 5].map((one) => yearsBefore(monthOf(start), one));
  const other = years.findIndex((days) => days[0] < first || coveredBy(court, days) !== data);
  return years.slice(0, other === -1 ? undefined : other);
};
export const rangeOf = (court: Court, start: string) => before(court, start).map((days) => counted(court, days));

/** Months with a range at the end of a chart, at most twelve. */
export const ranged = (court: Court) =>
  shownMonths(court)
    .filter((start) => before(court, start).length >= 2)
    .slice(-12);
