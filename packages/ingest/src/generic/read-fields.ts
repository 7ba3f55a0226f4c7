import { ageBands, type DatePrecision, type Fields } from '@monitor/domain';
import { asciiDigits } from '../check/ascii-digits.ts';
import { ageRange } from '../check/check-age.ts';
import { estimateOf, sumOf } from '../check/estimate.ts';
import { type Findings, inQuotes, quoted, wholeInQuotes } from '../findings.ts';
import { fieldsByName } from '../raw-incident.ts';
import { cell, type Row } from '../row.ts';
import { type DateFormat, dateFormat, plainTime, readDate, readTime } from './date-format.ts';
import { onceForEach } from './once-for-each.ts';
import type { MappedField, Mapping } from './mapping-schema.ts';

/** The value that a row has for a field, translated by its table; null if the row does not say. */
export function fieldText(field: MappedField | undefined, row: Row, name: string, findings: Findings): string | null {
  if (!field) return null;
  if (field.value !== undefined) return field.value;
  const text = rawText(field, row);
  if (text === null) return field.default ?? null;
  if (!field.sum) return translated(field, text, name, findings);
  return sumOf(rawTexts(field, row).map((one) => translated(field, one, name, findings)));
}

/** The values of a cell that holds several, such as `pistol; rifle`. */
export function fieldTexts(field: MappedField | undefined, row: Row, name: string, findings: Findings): (string | null)[] {
  if (field?.split === undefined || field.value !== undefined) return [fieldText(field, row, name, findings)];
  const parts = rawText(field, row)
    ?.split(field.split)
    .map((part) => part.trim());
  const filled = parts?.filter((part) => part !== '') ?? [];
  return filled.length === 0 ? [field.default ?? null] : filled.map((part) => translated(field, part, name, findings));
}

/** What the row says in the columns of the fields, as it is written. */
export function wordsOf(fields: object, row: Row): string[][] {
  return (Object.values(fields) as MappedField[]).map((field) => rawTexts(field, row));
}

/** True if the row says something in one of the columns of the fields. */
export function saysSomething(fields: object, row: Row): boolean {
  return (Object.values(fields) as MappedField[]).some((field) => rawText(field, row) !== null);
}

/** An identifier with the digits 0 to 9, without the `.0` that programs add to numbers they took for decimals. */
export function withoutDecimalZero(text: string): string {
  return asciiDigits(text).replace(/^(-?\d+)\.0+$/, '$1');
}

/** What a row says in the columns of a field: in the first of them that says something, or in all to join; null if it says nothing. */
export function rawText({ column, join, sum, formats }: MappedField, row: Row): string | null {
  if (join) return (formats ? joinedParts : joined)(join.map((name) => cell(row, name)));
  for (const name of column ?? sum ?? []) {
    const text = cell(row, name);
    if (text !== null) return text;
  }
  return null;
}

/** The same of each column to add up. */
export function rawTexts(field: MappedField, row: Row): string[] {
  const texts = field.sum ? field.sum.map((name) => cell(row, name)) : [rawText(field, row)];
  return texts.filter((text) => text !== null);
}

/** Several cells as one text, which no others make; null if all are empty. */
function joined(texts: readonly (string | null)[]): string | null {
  if (texts.every((text) => text === null)) return null;
  return texts.map((text) => withoutDecimalZero(text ?? '').replace(/[\\|]/g, String.raw`\$&`)).join('|');
}

/** The parts of a date or time with blanks between them, up to the first that is empty: without a month, a day says nothing. */
function joinedParts(texts: readonly (string | null)[]): string | null {
  const end = texts.indexOf(null);
  const known = texts.slice(0, end === -1 ? undefined : end).map((text) => withoutDecimalZero(text ?? ''));
  return known.join(' ') || null;
}

/** True if a text is a number such as a field holds, which needs no translation. */
export function isNumber(text: string, name: string): boolean {
  const kind = fieldsByName[name]?.values;
  if (kind === 'people' || kind === 'number') return estimateOf(text) !== undefined;
  return (kind === 'age' || kind === ageBands) && ageRange(text) !== undefined;
}

/** What a cell means by the table of its field. Numbers mean themselves, where a number is wanted. */
function translated(field: MappedField, text: string, name: string, findings: Findings): string | null {
  if (!field.values) return text;
  const target = lookUp(field.values, text);
  if (target !== undefined) return target;
  if (isNumber(text, name)) return text;
  if (field.otherwise !== undefined) {
    findings.caught.push({ field: name, word: wholeInQuotes(text), recordedAs: field.otherwise });
    return field.otherwise;
  }
  // The names of regions are known.
  if (name === 'region') return text;
  const message = `${name} ${quoted(text)} is not in the mapping, which has ${Object.keys(field.values).map(inQuotes).join(', ')}.`;
  const word = `${name} ${wholeInQuotes(text)}`;
  if (name === 'type') findings.reject('type_unknown', message, word);
  else findings.warn('unknown_code', message, word);
  return null;
}

/** The entry of a word as it is, of the number without a decimal zero, or of the word in another case or with other blanks. */
export function lookUp<Value>(values: Readonly<Record<string, Value>>, text: string): Value | undefined {
  for (const word of [text, withoutDecimalZero(text)]) if (Object.hasOwn(values, word)) return values[word];
  return foldedEntries(values).get(folded(text)) as Value | undefined;
}

const foldedEntries = onceForEach(
  // Of words that are the same here, the first counts.
  (values: object) =>
    new Map(
      Object.entries(values)
        .map(([word, value]): [string, unknown] => [folded(word), value])
        .toReversed(),
    ),
);

/** A word of a file or a mapping as it is compared with others. */
export function folded(word: string): string {
  return word.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whether a row has one of the words of each column, with null for an empty cell. */
export function isWanted(where: NonNullable<Mapping['where']>, row: Row): boolean {
  return Object.entries(where).every(([column, words]) => {
    const text = cell(row, column);
    if (text === null) return words.includes(null);
    return wordsIn(words).has(folded(text)) || wordsIn(words).has(withoutDecimalZero(text));
  });
}

const wordsIn = onceForEach((words: readonly (string | null)[]) => new Set(words.filter((word) => word !== null).map(folded)));

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
export const usualTimes = ['H:mm', 'H:mm:ss', 'H'] as const;

/** The date of a field as `YYYY-MM-DD`, or the text itself where it fits no format; undefined if the row does not say. */
export function readDateField(
  field: MappedField | undefined,
  row: Row,
  name: string,
  findings: Findings,
): { date: string; precision: DatePrecision | null } | undefined {
  const text = fieldText(field, row, name, findings);
  if (!field || text === null) return undefined;
  const read = readDate(text, formatsOf(field, usualDates), field.zone);
  if (read?.other === undefined) return read ?? { date: text, precision: null };
  if (name !== 'occurred_on') return { date: text, precision: null };
  findings.reject('date_unclear', `${name}: ${quoted(text)} can be ${read.date} or ${read.other}.`);
  return read;
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
  const formats = field ? formatsOf(field, usualTimes) : [];
  return readTime(text, formats, field?.zone) ?? readTime(plainTime(text), formats, field?.zone) ?? text;
}
