import { date, doublePrecision, integer, type PgColumnBuilderBase, smallint, text } from 'drizzle-orm/pg-core';
import { type Field, type Fields, type FieldValues, type PlainValueOf, type TraitField, traitFields } from '@monitor/domain';

/** The column for what a field can hold; codes are texts, whose CHECK is in the migrations. */
const columnOf = {
  date: () => date(),
  time: () => text(),
  text: () => text(),
  degrees: () => doublePrecision(),
  people: () => integer(),
  number: () => integer(),
  age: () => smallint(),
} as const satisfies Readonly<Record<keyof FieldValues, () => PgColumnBuilderBase>>;

type Columns = { [Kind in keyof FieldValues]: ReturnType<(typeof columnOf)[Kind]> };

/** Drizzle's column of a field, which knows the field's values and whether they may be null. */
type ColumnOf<Of extends Field> = Columns[Of['values'] extends keyof FieldValues ? Of['values'] : 'text'] & {
  _: { $type: PlainValueOf<Of> };
} & (Of['required'] extends true ? { _: { notNull: true } } : unknown);

/** The columns of a list of fields, named as the fields are. */
export function fieldColumns<List extends Fields>(fields: List): { [Name in keyof List]: ColumnOf<List[Name]> } {
  const columns = Object.entries(fields).map(([name, { values, required }]) => {
    const column = columnOf[typeof values === 'string' ? values : 'text']();
    return [name, required ? column.notNull() : column];
  });
  return Object.fromEntries(columns) as { [Name in keyof List]: ColumnOf<List[Name]> };
}

/** The columns that hold the numbers of the sets of traits of an incident. */
export function traitColumns() {
  const column = () => integer().notNull();
  return Object.fromEntries(traitFields.map((field) => [field, column()])) as Record<TraitField, ReturnType<typeof column>>;
}
