import { type Findings, inQuotes, wholeInQuotes, quoted } from '../findings.ts';
import { cell, type Row } from '../row.ts';
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
  if (field.otherwise !== undefined) return field.otherwise;
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
