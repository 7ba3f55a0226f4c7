import { inQuotes } from '../findings.ts';
import { type Column, nameFit, share, writtenDates } from './columns.ts';
import type { Draft } from './draft.ts';
import { notYetKnown } from '../generic/mapping-schema.ts';
import { cumulative, matched } from './words.ts';

/** People in a row on average: more than in most lists of incidents, if no column has the day, and if one has. */
const manyWithoutDay = 2;
const many = 10;

/**
 * Asks whether rows are totals, such as the deaths of a place or a year, if the file looks like that: years as columns, the date of the most
 * recent, or numbers above all else. The import refuses the mapping until that is answered.
 */
export function askForTotals(draft: Draft, date: Column | undefined): void {
  const columns = draft.columns.filter(({ isAround }) => !isAround);
  const reasons = [ofYears(columns), ofLatest(columns), ofSums(columns), ofNumbers(draft, columns, date)].filter(
    (reason) => reason !== undefined,
  );
  if (reasons.length === 0) return;
  draft.rowsAre = notYetKnown;
  draft.ask(
    ['rows'],
    `is each row one incident or one person? They look like totals: ${reasons.join('; ')}. If each row is one, write "rows: incidents". If not, get the file that has a row for each incident: totals cannot be imported.`,
  );
}

function ofYears(columns: readonly Column[]): string | undefined {
  const years = columns.filter((one) => /(?:^|[\s._-])(?:19|20)\d\d$/.test(one.name) && share(one, isWhole) > 0.9);
  return years.length > 1 ? `${named(years)} are years` : undefined;
}

function ofLatest(columns: readonly Column[]): string | undefined {
  // The last death is one of several, and the last day may be that of one incident.
  const isNamed = (one: Column) =>
    nameFit(one, 'latest') > 0 || (one.tokens.has('last') && nameFit(one, 'killed') + nameFit(one, 'incident') > 0);
  const isLatest = (one: Column) => isNamed(one) && nameFit(one, 'notDate') === 0 && writtenDates(one, false);
  const latest = columns.find(isLatest);
  return latest && `${named([latest])} is the date of the last of several`;
}

function ofSums(columns: readonly Column[]): string | undefined {
  const sum = columns.find((one) => matched(cumulative, one.tokens) > 0 && share(one, isWhole) > 0.9);
  return sum && `${named([sum])} is a sum of all rows before`;
}

function ofNumbers(draft: Draft, columns: readonly Column[], date: Column | undefined): string | undefined {
  const isYear = (text: string) => /^(?:19|20)\d\d$/.test(text);
  const counts = columns.filter(
    (one) =>
      (['killed', 'injured', 'threatened', 'suicides', 'victim', 'incident', 'total', 'count'] as const).some(
        (name) => nameFit(one, name) > 0,
      ) &&
      (['key', 'age', 'low', 'high'] as const).every((name) => nameFit(one, name) === 0) &&
      share(one, isWhole) > 0.9 &&
      share(one, isYear) < 0.9,
  );
  const sum = counts.reduce(
    (total, { values }) => total + [...values].reduce((all, [text, count]) => all + (isWhole(text) ? wholeOf(text) * count : 0), 0),
    0,
  );
  const average = sum / draft.rows;
  const words = `${named(counts)} ${counts.length === 1 ? 'is' : 'are'} ${average.toLocaleString('en', { maximumSignificantDigits: average < 10 ? 2 : 4 })} on average`;
  const hasDay = date !== undefined && share(date, isYear) < 0.9;
  if (!hasDay) return average >= manyWithoutDay ? `${words}, and no column has the day` : undefined;
  const isSaid = draft.people.length + draft.weapons.length + draft.sources.length > 0 || 'source_key' in draft.incident || 'type_as_reported' in draft.incident; // prettier-ignore
  return average >= many && !isSaid ? `${words}, and nothing else is said of a row` : undefined;
}

const isWhole = (text: string) => /^\d+(?:\.0+)?$|^\d{1,3}(?:[, ]\d{3})+$/.test(text);
const wholeOf = (text: string) => Number(text.replaceAll(/[, ]/g, ''));

function named(columns: readonly Column[]): string {
  return columns.map(({ name }) => inQuotes(name)).join(', ');
}
