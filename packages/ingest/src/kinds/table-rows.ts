import type { RawRow } from '../read-rows.ts';
import type { SourceFormat } from '../source-format.ts';
import { columnName, isSecondHeader, namesInSeveralLines } from './read-header.ts';

/**
 * The rows of a table without the row of HXL tags under the header. One that repeats the header is named as such.
 * @param required columns: without any, it is not known which row is the header
 * @throws FileError where the header goes on in a second row.
 */
export async function* withoutOtherRows(
  file: string,
  rows: AsyncIterable<RawRow>,
  names: readonly string[],
  { required }: Pick<SourceFormat, 'required'>,
): AsyncGenerator<RawRow> {
  const named = names.flatMap((name, index) => (name === '' ? [] : [{ name, index }]));
  let isFirst = true;
  for await (const row of rows) {
    const { texts } = row;
    const isTags = isFirst && isTagRow(texts);
    if (isFirst && !isTags && required.length > 0 && isSecondHeader(names, texts)) throw namesInSeveralLines(file);
    isFirst = false;
    if (isTags) continue;
    yield named.length > 1 && named.every(({ name, index }) => columnName(texts[index] ?? '') === name)
      ? { ...row, reason: { kind: 'header_repeated', message: repeated } }
      : row;
  }
}

const repeated = 'this row repeats the column names. Files were joined together with their headers. Delete the row.';

/** True for the row of HXL hashtags that may be directly under the header. Programs may number it, as any row, in a first column. */
function isTagRow(texts: RawRow['texts']): boolean {
  const [first = '', ...others] = texts;
  const filled = (/^\s*\d+\s*$/.test(first) ? others : texts).flatMap((text) => text?.trim() || []);
  return filled.length > 0 && filled.every((text) => /^#[a-z]/i.test(text));
}
