import { type Fields, recordOf } from '@monitor/domain';
import { Column, is, type SQL, sql } from 'drizzle-orm';
import { readPortions } from './read-snapshot.ts';
import type { RunStatement } from './statements.ts';

/*
 * A row as one text. The driver takes a value at a time out of what the server sends, which is most of the work of reading very many
 * rows; one text a row, which is split here, takes it a fifth of that, and the server a little more.
 */

/** Control characters that stand between values, and for null. Importing removes them from texts. */
const separator = '\u001F';
const noValue = '\u001E';

type Selection = Readonly<Record<string, Column | SQL>>;

/**
 * The rows of `select … from …`, this many at a time, as `readPortions` gives them. Columns of numbers give numbers; all others, and
 * what is selected in SQL, the text that the server has for them.
 * @param selection of which free texts are `packable`
 * @param from the statement from its FROM on
 */
export async function* readPackedPortions<Row extends object>(
  run: RunStatement,
  selection: Selection,
  from: SQL,
  size: number,
): AsyncGenerator<Row[], void, undefined> {
  const statement = sql`select ${packed(Object.values(selection))} as packed ${from}`;
  const unpack = unpacker(selection);
  for await (const rows of readPortions<{ packed: string }>(run, statement, size))
    yield rows.map((row) => unpack(row.packed) as Row);
}

/** Columns of these fields as they can be packed: a free text that was written into the database by other means may have anything in it. */
export function packable<Name extends string>(
  columns: Readonly<Record<Name, Column | SQL>>,
  fields: Fields,
): Record<Name, Column | SQL> {
  const entries = Object.entries<Column | SQL>(columns).map(([name, column]) => [
    name,
    fields[name]?.values === 'text' ? sql`translate(${column}, ${separator + noValue}, '')` : column,
  ]);
  return Object.fromEntries(entries) as Record<Name, Column | SQL>;
}

function packed(values: readonly (Column | SQL)[]): SQL {
  const texts = values.map((value) => (is(value, Column) && value.notNull ? value : sql`coalesce((${value})::text, ${noValue})`));
  return sql`concat_ws(${separator}, ${sql.join(texts, sql`, `)})`;
}

function unpacker(selection: Selection): (text: string) => Record<string, unknown> {
  const isNumber = Object.values(selection).map((value) => is(value, Column) && value.dataType === 'number');
  const name = nameValues(Object.keys(selection));
  return (text) => {
    const values: (string | number | null)[] = text.split(separator);
    if (values.length !== isNumber.length)
      throw new Error(`The database has packed ${values.length} values, not ${isNumber.length}.`);
    for (let index = 0; index < values.length; index += 1) {
      if (values[index] === noValue) values[index] = null;
      else if (isNumber[index]!) values[index] = Number(values[index]);
    }
    return name(values);
  };
}

/** Makes an object of values that are in the order of these names. */
export function nameValues(names: readonly string[]): (values: readonly unknown[]) => Record<string, unknown> {
  const empty: Readonly<Record<string, unknown>> = recordOf(names, () => null);
  return (values) => {
    // A copy is one object from the start, where one that grows is made again for each name.
    const named = { ...empty };
    for (let index = 0; index < names.length; index += 1) named[names[index]!] = values[index];
    return named;
  };
}
