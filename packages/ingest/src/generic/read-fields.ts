import type { DatePrecision, Fields } from '@monitor/domain';
import { type Findings, inQuotes, quoted, wholeInQuotes } from '../findings.ts';
import { cell, type Row } from '../row.ts';
import { type DateFormat, dateFormat, readDate, readTime } from './date-format.ts';
import type { MappedField } from './mapping-schema.ts';

/** The value that a row has for a field, translated by its table; null if the row does not say. */
export function fieldText(field: MappedField | undefined, row: Row, name: string, findings: Findings): string | null {
  if (!field) return null;
  if (field.value !== undefined) return field.value;
  return translated(field, rawText(field, row), name, findings);
}

/** The values of a cell that holds several, such as `pistol; rifle`. */
export function fieldTexts(field: MappedField | undefined, row: Row, name: string, findings: Findings): (string | null)[] {
  if (field?.split === undefined || field.value !== undefined) return [fieldText(field, row, name, findings)];
  const parts = rawText(field, row)
    ?.split(field.split)
    .map((part) => part.trim());
  const filled = parts?.filter((part) => part !== '') ?? [];
  return filled.length === 0
    ? [translated(field, null, name, findings)]
    : filled.map((part) => translated(field, part, name, findings));
}

/** What the row says in the columns of the fields, as it is written. */
export function wordsOf(fields: object, row: Row): (string | null)[] {
  return (Object.values(fields) as MappedField[]).map((field) => rawText(field, row));
}

/** True if the row says something in one of the columns of the fields. */
export function saysSomething(fields: object, row: Row): boolean {
  return wordsOf(fields, row).some((word) => word !== null);
}

/** An identifier without the `.0` that programs add to numbers they took for decimals. */
export function withoutDecimalZero(text: string): string {
  return text.replace(/^(-?\d+)\.0+$/, '$1');
}

/** What a row says in the columns of a field; null if it says nothing. */
export function rawText(field: MappedField, row: Row): string | null {
  for (const column of field.column ?? []) {
    const text = cell(row, column);
    if (text !== null) return text;
  }
  return null;
}

function translated(field: MappedField, text: string | null, name: string, findings: Findings): string | null {
  if (text === null) return field.default ?? null;
  if (!field.values) return text;
  const target = lookUp(field.values, text);
  if (target !== undefined) return target;
  if (field.otherwise !== undefined) {
    findings.caught.push({ field: name, word: wholeInQuotes(text), recordedAs: field.otherwise });
    return field.otherwise;
  }
  const message = `${name} ${quoted(text)} is not in the mapping, which has ${Object.keys(field.values).map(inQuotes).join(', ')}.`;
  const word = `${name} ${wholeInQuotes(text)}`;
  if (name === 'type') findings.reject('type_unknown', message, word);
  else findings.warn('unknown_code', message, word);
  return null;
}

/** The entry of a word as it is, of the number without a decimal zero, or of the word in another case. */
export function lookUp<Value>(values: Readonly<Record<string, Value>>, text: string): Value | undefined {
  for (const word of [text, withoutDecimalZero(text)]) if (Object.hasOwn(values, word)) return values[word];
  const folded = text.toLowerCase();
  const key = Object.keys(values).find((word) => word.toLowerCase() === folded);
  return key === undefined ? undefined : values[key];
}

const compiled = new Map<string, DateFormat>();

/** The formats of a field, compiled once each. */
export function formatsOf(field: MappedField, usual: readonly string[]): DateFormat[] {
  return (field.formats ?? usual).map((text) => {
    const format = compiled.get(text) ?? dateFormat(text);
    compiled.set(text, format);
    return format;
  });
}

export const usualDates = ['YYYY-MM-DD'] as const;
export const usualTimes = ['HH:mm', 'HH:mm:ss'] as const;

/** The date of a field as `YYYY-MM-DD`, or the text itself where it fits no format; undefined if the row does not say. */
export function readDateField(
  field: MappedField | undefined,
  row: Row,
  name: string,
  findings: Findings,
): { date: string; precision: DatePrecision | null } | undefined {
  const text = fieldText(field, row, name, findings);
  if (!field || text === null) return undefined;
  return readDate(text, formatsOf(field, usualDates)) ?? { date: text, precision: null };
}

/** What a row says of the mapped fields of a list: dates and times by their formats, everything else as it is written. */
export function readFields<List extends Fields>(
  fields: List,
  mapped: { readonly [Name in keyof List]?: MappedField },
  row: Row,
  findings: Findings,
): { readonly [Name in keyof List]: string | null } {
  const read = Object.entries(fields).map(([name, { values }]) => {
    if (values === 'date') return [name, readDateField(mapped[name], row, name, findings)?.date ?? null];
    const text = fieldText(mapped[name], row, name, findings);
    return [name, values === 'time' && text !== null ? timeOf(mapped[name], text) : text];
  });
  return Object.fromEntries(read) as { readonly [Name in keyof List]: string | null };
}

function timeOf(field: MappedField | undefined, text: string): string {
  return readTime(text, field ? formatsOf(field, usualTimes) : []) ?? text;
}
