import type { Fields } from '@monitor/domain';
import type { Findings } from '../findings.ts';
import type { Row } from '../row.ts';
import { readTime } from './date-format.ts';
import { fieldText } from './field-text.ts';
import type { MappedField } from './mapping-schema.ts';
import { formatsOf, readDateField, usualTimes } from './read-date-field.ts';

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
