import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IsoDate } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { stringify } from 'csv-stringify/sync';
import { onTestFinished } from 'vitest';
import { builtInFormat } from '../src/formats/built-in.ts';
import { type DraftResult, openFiles, readIncidents, type RejectedResult } from '../src/read-incidents.ts';
import type { Strays } from '../src/place/stray-points.ts';
import type { SourceFormat } from '../src/source-format.ts';

/* Helpers of the tests of this package. */

/** Writes a file into a folder that goes away with the test. */
export function testFile(content: string | Buffer, name = 'test.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'monitor-ingest-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Found {
  readonly drafts: DraftResult[];
  readonly rejected: RejectedResult[];
  /** Rows. */
  leftOut: number;
  strays?: Strays;
}

/** Everything that a file gives, read as on a day. */
export async function readAll(
  paths: string | readonly string[],
  format: SourceFormat,
  encoding?: string,
  today: IsoDate = '2026-07-01',
): Promise<Found> {
  const found: Found = { drafts: [], rejected: [], leftOut: 0 };
  const options = { gazetteer: await loadGazetteer(), today };
  for await (const result of readIncidents(await openFiles([paths].flat(), format, encoding), format, options)) {
    if (result.kind === 'draft') found.drafts.push(result);
    if (result.kind === 'strays') found.strays = { points: result.points, hints: result.hints };
    if (result.kind === 'left_out') found.leftOut = result.rows;
    if (result.kind === 'rejected') found.rejected.push(result);
  }
  return found;
}

/** Everything that rows give, by the names of their columns, as a file of a built-in format. */
export async function readAs(name: string, rows: readonly Readonly<Record<string, string>>[]): Promise<Found> {
  return readAll(testFile(stringify([...rows], { header: true })), (await builtInFormat(name))!);
}

/** All items of an asynchronous sequence. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** A format of a few free columns, for the tests of the stages before it. */
export function columnsFormat(required: readonly string[], more: Partial<SourceFormat> = {}): SourceFormat {
  return {
    name: 'test',
    dataset: {},
    required,
    optional: [],
    reduced: {},
    labels: { identifier: ['id'], date: ['date'] },
    nullWords: new Set(['NA']),
    read: () => {
      throw new Error('not for reading incidents');
    },
    ...more,
  };
}
