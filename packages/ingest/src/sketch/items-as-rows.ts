import { dateFormat, readDate } from '../generic/date-format.ts';
import { listOf, nestedRows } from '../kinds/nested-rows.ts';
import { type Column, columnsOf, nameFit, writtenDates } from './columns.ts';
import { headerWords, matched, tokensOf } from './words.ts';

/** The texts of a record or a row, by the keys that lead to them. */
export type Texts = ReadonlyMap<string, string>;

/**
 * The items of the innermost list that has dates, each with what is around it; undefined if the records are the rows. A record that has a
 * date of its own is one, unless that is one of several in its list, such as the most recent.
 */
export function itemsAsRows(records: readonly Texts[]): Texts[] | undefined {
  const names = new Set(records.flatMap((record) => [...record.keys()].map((key) => key.replaceAll(/\.\d+(?=\.)/g, '.*'))));
  const lists = new Set([...names].map(listOf).filter((list) => list !== undefined));
  const stars = (list: string) => list.split('*').length;
  for (const list of [...lists].toSorted((one, two) => stars(two) - stars(one))) {
    // Those of articles and of changes to the record are not dates of what happened.
    if (matched(`${headerWords.source} ${headerWords.notDate} article* news update* change* comment* log logs histor*`, tokensOf(list))) continue; // prettier-ignore
    const ofRecords = records.map((record) => rowsOf(record, list));
    const rows = ofRecords.flat();
    const columns = datesOf(rows, list);
    const own = columns.filter(({ isAround }) => !isAround);
    if (own.length > 0 && columns.every((column) => !column.isAround || isOneOf(column, own[0]!, ofRecords))) return rows;
  }
  return undefined;
}

function rowsOf(record: Texts, list: string): Texts[] {
  const nested = nestedRows([`${list}.x`]);
  const items = new Map<string, Map<string, string>>();
  const around: { name: string; item: string; text: string }[] = [];
  for (const [key, text] of record) {
    const { name, item, level } = nested.columnOf(key);
    if (level < nested.depth) around.push({ name, item, text });
    else items.set(item, (items.get(item) ?? new Map<string, string>()).set(name, text));
  }
  return [...items].map(([at, own]) => {
    const outer = around.filter(({ item }) => item === '' || at.startsWith(`${item}.`));
    return new Map([...outer.map(({ name, text }) => [name, text] as const), ...own]);
  });
}

/** The columns of dates that something may have happened on. */
function datesOf(rows: readonly Texts[], list: string): Column[] {
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))].filter((name) => (listOf(name) ?? list).length <= list.length && !/\.\d+\./.test(name)); // prettier-ignore
  return columnsOf(
    names,
    rows.map((row) => names.map((name) => row.get(name))),
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
