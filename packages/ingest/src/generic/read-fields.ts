import type { DatePrecision, Fields } from '@monitor/domain';
import type { Findings } from '../findings.ts';
import type { Row } from '../row.ts';
import { type DateFormat, dateFormat, readDate, readTime } from './date-format.ts';
import { fieldText } from './field-text.ts';
import type { MappedField } from './mapping-schema.ts';

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
