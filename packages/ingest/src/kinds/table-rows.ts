import type { RawRow } from '../read-rows.ts';
import { columnName } from './read-header.ts';

/** The rows of a table without the row of HXL tags under the header. One that repeats the header is named as such. */
export async function* withoutOtherRows(rows: AsyncIterable<RawRow>, names: readonly string[]): AsyncGenerator<RawRow> {
  let isFirst = true;
  for await (const row of rows) {
    const { texts } = row;
    const isTags = isFirst && isTagRow(texts);
    isFirst = false;
    if (isTags) continue;
    yield repeats(texts, names) ? { ...row, reason: { kind: 'header_repeated', message: repeated } } : row;
  }
}

const repeated = 'this row repeats the column names. Files were joined together with their headers. Delete the row.';

function repeats(texts: readonly string[], names: readonly string[]): boolean {
  return names.length > 1 && texts.length >= names.length && names.every((name, index) => columnName(texts[index] ?? '') === name);
}

/** True for the row of HXL hashtags that may be directly under the header. Programs may number it, as any row, in a first column. */
function isTagRow(texts: readonly string[]): boolean {
  const [first = '', ...others] = texts;
  const filled = (/^\s*\d+\s*$/.test(first) ? others : texts).filter((text) => text.trim() !== '');
  return filled.length > 0 && filled.every((text) => /^\s*#[a-z]/i.test(text));
}
