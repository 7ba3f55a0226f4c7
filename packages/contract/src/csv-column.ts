import { type Field, type Fields, namesOf, partFields, type PartName, partNames, recordOf, type Vocabulary } from '@monitor/domain';
import type { Cell } from './csv-text.ts';
import type { IncidentNames } from './incident-names.ts';
import type { IncidentExport } from './incidents.ts';

/** Names whose words are not those that people read. */
const headings: Readonly<Record<string, string>> = { id: 'ID', lon: 'Longitude', lat: 'Latitude', iccs: 'ICCS', url: 'Address' };

/** The heading of a column for people, such as `Victims age 0–18`. */
export function headingOf(name: string): string {
  const words = name.replaceAll('_', ' ').replace(/(\d) (\d)/, '$1–$2');
  return headings[name] ?? words.replace(/^./, (letter) => letter.toUpperCase());
}

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

/** The English label of a code. A value that is not a code of the vocabulary stays as it is. */
export function labelOf(vocabulary: Vocabulary, code: string): string {
  return vocabulary.has(code) ? (vocabulary.terms[vocabulary.indexOf(code)]?.label ?? code) : code;
}

/** What a field holds, in words: its label where it is coded. */
export function inWords<Value>(values: Fields[string]['values'], value: Value): Value | string {
  return typeof values === 'object' && typeof value === 'string' ? labelOf(values, value) : value;
}

/** One person or weapon in words, each field under its name, such as `sex: Woman, age band: 19–35`; what is not reported is left out. */
export function partInWords<Name extends string>(
  names: readonly Name[],
  fields: Readonly<Record<Name, Fields[string]>>,
  part: Readonly<Record<Name, string | number | null>>,
): string {
  return names
    .filter((name) => part[name] !== null)
    .map((name) => `${name.replaceAll('_', ' ')}: ${inWords(fields[name].values, part[name])}`)
    .join(', ');
}

/** A row of a long table: one person, weapon or source, with the incident that it belongs to. */
export type PartRow = Readonly<Record<string, Cell>> & { readonly incident: string; readonly position: number };

function columnsOf(fields: Fields): readonly TableColumn[] {
  return [
    { name: 'incident', meaning: 'Identifier of the incident.', type: 'text', required: true },
    { name: 'position', meaning: 'Order within the incident, from 1.', type: 'integer', required: true },
    ...namesOf(fields, 'record').map((name) => ({ name, ...columnOfField(fields[name]!) })),
  ];
}

/** The columns of the tables of people, weapons and sources, one row each. */
export const partColumns: Readonly<Record<PartName, readonly TableColumn[]>> = recordOf(partNames, (name) =>
  columnsOf(partFields[name]),
);
