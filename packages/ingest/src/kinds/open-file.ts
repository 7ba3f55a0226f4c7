import type { OpenFile } from '../read-rows.ts';
import type { SourceFormat } from '../source-format.ts';
import { surveyFile } from '../survey-file.ts';
import { findSource } from '../unpack.ts';
import { openCsv } from './open-csv.ts';
import { openJson } from './open-json.ts';
import { openWorkbook } from './open-workbook.ts';

/**
 * Looks into a file, packed or not, and finds out what reads it.
 * @param encoding of a text file; detected if left out.
 * @throws FileError where it is not a table that the format can read.
 */
export async function openFile(path: string, format: SourceFormat, encoding?: string): Promise<OpenFile> {
  const source = await findSource(path);
  if (source.workbook) return openWorkbook(source, source.workbook, format);
  const file = await surveyFile(source, encoding);
  return file.kind === 'json' ? openJson(file, format) : openCsv(file, format);
}
