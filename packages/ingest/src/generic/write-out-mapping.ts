import type { MappedField } from './mapping-schema.ts';

/** The mapping with its short forms written out: a field that is a text or a list is its columns, numbers are texts. */
export function writtenOut(mapping: unknown): unknown {
  if (!isRecord(mapping)) return mapping;
  const fields = (entry: unknown) => (isRecord(entry) ? mapValues(entry, writtenOutField) : entry);
  const entries = (list: unknown) => (Array.isArray(list) ? list.map(fields) : list);
  return mapValues(mapping, (value, key) => {
    if (key === 'incident') return fields(value);
    if (key === 'people_file') return fields(value);
    if (key === 'group_by') return writtenOutField(value);
    if (key === 'people' || key === 'weapons' || key === 'sources') return entries(value);
    if (key === 'where') return isRecord(value) ? mapValues(value, (words) => [words].flat().map(plainText)) : value;
    return key === 'null_words' && Array.isArray(value) ? value.map((word) => plainText(word) ?? '') : value;
  });
}

/** Keys of a field that take one text or a list. */
const lists: ReadonlySet<string> = new Set(['column', 'join', 'sum', 'formats'] satisfies (keyof MappedField)[]);

function writtenOutField(field: unknown): unknown {
  if (typeof field === 'string') return { column: [field] };
  if (Array.isArray(field)) return { column: field };
  if (!isRecord(field)) return field;
  return mapValues(field, (value, key) => {
    if (lists.has(key)) return typeof value === 'string' ? [value] : value;
    if (key === 'values') return isRecord(value) ? mapValues(value, plainText) : value;
    return key === 'value' || key === 'otherwise' || key === 'default' ? plainText(value) : value;
  });
}

/** Numbers and truth values of YAML as the text they were written for. */
function plainText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(record: Record<string, unknown>, change: (value: unknown, key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
