import { type OpenFile, readRows } from './read-rows.ts';
import type { Row } from './row.ts';
import type { SourceFormat } from './source-format.ts';

/** The rows of a file that start on the given lines, for those that only the database could refuse. */
export async function* readRowsAt(file: OpenFile, format: SourceFormat, lines: ReadonlySet<number>): AsyncGenerator<Row> {
  for await (const row of readRows(file, format)) if (lines.has(row.line)) yield row;
}
