import type { Field, Vocabulary } from '@monitor/domain';
import type { Cell } from './csv-text.ts';
import type { IncidentNames } from './incident-names.ts';
import type { IncidentExport } from './incidents.ts';

/** What a column holds, for formats that have types. Times are `HH:MM`. */
export type ColumnType = 'text' | 'date' | 'time' | 'integer' | 'number' | 'boolean' | 'address';

/** A column of a table, as metadata describes it. */
export interface TableColumn {
  /** Stable name; where a field of the list has the same name, it holds the same value. */
  readonly name: string;
  /** One sentence or two, in Markdown. */
  readonly meaning: string;
  readonly type: ColumnType;
  /** Whether every row has a value. */
  readonly required: boolean;
  /** The codes it can hold, if it holds one code. */
  readonly codes?: Vocabulary;
}

export interface CsvColumn extends TableColumn {
  /** HXL hashtag with attributes. */
  readonly hxl: string;
  readonly cell: (item: IncidentExport, names: IncidentNames) => Cell;
  /** The field that alone decides the cell, where many rows of a download share one value of it: what is written is remembered. */
  readonly of?: keyof IncidentExport;
  /** The cell of a readable file, where it differs; null leaves out a column of codes that has its words beside it. */
  readonly readable?: CsvColumn['cell'] | null;
  /** True if a file that people have chosen the columns of has it in any case, since it says how the others may be read or used. */
  readonly always?: true;
}

const typesOfValues = {
  date: 'date',
  time: 'time',
  text: 'text',
  degrees: 'number',
  people: 'integer',
  number: 'integer',
  age: 'integer',
} as const satisfies Readonly<Record<Exclude<Field['values'], Vocabulary>, ColumnType>>;

/** What the list of fields says of the column of a field. */
export function columnOfField({ values, required, meaning }: Field): Omit<TableColumn, 'name'> {
  return typeof values === 'string'
    ? { meaning, required, type: typesOfValues[values] }
    : { meaning, required, type: 'text', codes: values };
}

/** Whether a column has nothing but codes, dates or times, which are checked when they come in and need neither guard nor quotes. */
export function isChecked({ type, codes }: TableColumn): boolean {
  return codes !== undefined || type === 'date' || type === 'time';
}

/** Says of several columns that a field alone decides them. */
export function decidedBy(of: keyof IncidentExport, columns: readonly CsvColumn[]): CsvColumn[] {
  return columns.map((column) => ({ ...column, of }));
}
