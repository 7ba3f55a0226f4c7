import { dateFormat, readDate } from '../generic/date-format.ts';
import { listOf, nestedRows } from '../kinds/nested-rows.ts';
import { type Column, columnsOf, nameFit, writtenDates } from './columns.ts';
import { headerWords, matched, tokensOf } from './words.ts';

/** The texts of a record or a row, by the keys that lead to them. */
export type Texts = ReadonlyMap<string, string>;

/** What is looked at: lists of a file, and their rows and columns. */
const [mostLists, mostRows, mostNames] = [20, 2000, 500];

/**
 * The items of the innermost list that has dates, each with what is around it; undefined if the records are the rows. A record that has a
 * date of its own is one, unless that is one of several in its list, such as the most recent.
 */
export function itemsAsRows(records: readonly Texts[]): Texts[] | undefined {
  for (const list of listsOf(records)) {
    // Those of articles and of changes to the record are not dates of what happened.
    if (matched(`${headerWords.source} ${headerWords.notDate} article* news update* change* comment* log logs histor*`, tokensOf(list))) continue; // prettier-ignore
    const ofRecords = records.map((record) => rowsOf(record, list));
    const rows = ofRecords.flat();
    const columns = datesOf(rows);
    const own = columns.filter(({ isAround }) => !isAround);
    if (own.length > 0 && columns.every((column) => !column.isAround || isOneOf(column, own[0]!, ofRecords))) return rows;
  }
  return undefined;
}

/** The lists of objects in records that have most values, those in most lists first. */
function listsOf(records: readonly Texts[]): string[] {
  const values = new Map<string, number>();
  for (const record of records)
    for (const key of record.keys()) {
      const list = listOf(key.replaceAll(/\.\d+(?=\.)/g, '.*'));
      if (list !== undefined) values.set(list, (values.get(list) ?? 0) + 1);
    }
  const stars = (list: string) => list.split('*').length;
  return [...values]
    .toSorted(([, one], [, two]) => two - one)
    .slice(0, mostLists)
    .map(([list]) => list)
    .toSorted((one, two) => stars(two) - stars(one));
}

function rowsOf(record: Texts, list: string): Texts[] {
  const nested = nestedRows([`${list}.x`]);
  const items = new Map<string, Map<string, string>>();
  const rows: string[] = [];
  for (const [key, text] of record) {
    const { name, item, level } = nested.columnOf(key);
    // Other lists around are not of the row.
    if (level < nested.depth && /\.\d+(?:\.|$)/.test(name)) continue;
    const known = items.get(item);
    if (known) known.set(name, text);
    else items.set(item, new Map([[name, text]]));
    if (level === nested.depth && !known) rows.push(item);
  }
  return rows.map((item) => {
    const steps = item.split('.');
    const levels = ['', ...steps.map((_, at) => steps.slice(0, at + 1).join('.'))];
    return new Map(levels.flatMap((level) => [...(items.get(level) ?? [])]));
  });
}

/** The columns of dates that something may have happened on. */
function datesOf(rows: readonly Texts[]): Column[] {
  const some = rows.slice(0, mostRows);
  const names = [...new Set(some.flatMap((row) => [...row.keys()]))].filter((name) => !/\.\d+\./.test(name)).slice(0, mostNames);
  return columnsOf(
    names,
    some.map((row) => names.map((name) => row.get(name))),
  ).filter(
    (column) => (['notDate', 'latest', 'end'] as const).every((name) => nameFit(column, name) === 0) && writtenDates(column, false),
  );
}

/** Whether the dates of records are among those of the lists in them, of which many have several. */
function isOneOf(around: Column, own: Column, ofRecords: readonly (readonly Texts[])[]): boolean {
  const reader = ({ name, ...column }: Column) => {
    const formats = (writtenDates({ name, ...column }, false)?.formats ?? []).map(dateFormat);
    return (row: Texts) => readDate(row.get(name) ?? '', formats)?.date;
  };
  const [outer, inner] = [reader(around), reader(own)];
  const filled = ofRecords.filter(([row]) => row && outer(row) !== undefined);
  const among = filled.filter((rows) => rows.some((row) => inner(row) === outer(row)));
  const several = filled.filter((rows) => rows.length > 1);
  const spread = several.filter((rows) => new Set(rows.map(inner)).size > 1);
  return among.length >= filled.length * 0.9 && several.length > 0 && spread.length * 2 >= several.length;
}
