import { type CsvLookups, csvHeader, csvRow, hxlRow } from '@monitor/contract';
import { jurisdiction, region } from '@monitor/geography';
import type { DatasetRow, ExportRow } from '@monitor/store';

export interface CsvOptions {
  /** A row of HXL hashtags under the header. */
  readonly hxl: boolean;
  /** A byte-order mark in front, for old versions of Excel. */
  readonly bom: boolean;
}

/** The text of the CSV, a portion of rows at a time. */
export async function* csvText(
  portions: AsyncIterable<readonly ExportRow[]>,
  datasets: readonly DatasetRow[],
  { hxl, bom }: CsvOptions,
): AsyncGenerator<string, void, undefined> {
  const bySlug = new Map(datasets.map((dataset) => [dataset.slug, dataset]));
  const lookups: CsvLookups = { location: jurisdiction, region, dataset: (slug) => bySlug.get(slug) };
  yield `${bom ? '\uFEFF' : ''}${csvHeader()}${hxl ? hxlRow() : ''}`;
  for await (const rows of portions) yield rows.map((row) => csvRow(row, lookups)).join('');
}
