import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportFormat, type ExportFormatName, type Summary } from '@monitor/contract';
import { addressOfFormat } from './exported-rows.ts';
import { gdal, hasClient } from './gis-clients.ts';
import { useRandomApp } from './test-app.ts';

/* Downloads read by programs that share nothing with what wrote them. */

const run = promisify(execFile);
const used = useRandomApp();
const query = 'country=RS,XK,AL&from=2018-01-01';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downloads-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Where a download of the selection is. */
async function downloaded(name: ExportFormatName): Promise<string> {
  const { statusCode, rawPayload } = await used.app.inject(`${addressOfFormat(name)}?${query}`);
  expect(statusCode).toBe(200);
  const file = join(folder, `incidents.${exportFormat(name).extension}`);
  await writeFile(file, rawPayload);
  return file;
}

async function totals(): Promise<Summary['totals']> {
  return (await used.app.inject(`/api/v1/summary?${query}`)).json<Summary>().totals;
}

/** How each file is read by DuckDB; points stay the bytes that they are. */
const readers: Readonly<Partial<Record<ExportFormatName, (file: string) => string>>> = {
  csv: (file) => `read_csv('${file}', header = true, sample_size = -1)`,
  ndjson: (file) => `read_ndjson('${file}', sample_size = -1)`,
  geoparquet: (file) => `read_parquet('${file}')`,
};

test('DuckDB counts in each file what the API counts', async () => {
  const { incidents, killed, withoutPoint } = await totals();
  expect(incidents).toBeGreaterThan(100);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run('set enable_geoparquet_conversion = false');
    for (const name of Object.keys(readers) as ExportFormatName[]) {
      const from = readers[name]!(await downloaded(name));
      const reader = await connection.runAndReadAll(
        `select count(*)::integer, count(distinct id)::integer, sum(killed)::integer, count(*) filter (lon is null)::integer from ${from}`,
      );
      expect([name, ...reader.getRows()]).toEqual([name, [incidents, incidents, killed, withoutPoint]]);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
});

describe.skipIf(!hasClient(gdal))('GDAL', () => {
  test.each(['xlsx', 'geojson', 'csv'] as const)('counts in %s what the API counts', async (name) => {
    const { incidents } = await totals();
    const file = await downloaded(name);
    const table = name === 'xlsx' ? ['Incidents'] : [];
    const { stdout } = await run('ogrinfo', ['--config', 'OGR_XLSX_HEADERS', 'FORCE', '-so', '-al', file, ...table]);
    expect(Number(/Feature Count: (\d+)/.exec(stdout)?.[1])).toBe(incidents);
    if (name !== 'csv') expect(stdout).toContain('killed: Integer');
  });

  test.each([
    ['zip', (file: string) => `/vsizip/${file}/incidents.csv`],
    ['geopackage', (file: string) => file],
  ] as const)('takes the columns of %s for what they are, and selects by them', async (name, table) => {
    const file = table(await downloaded(name));
    const { stdout, stderr } = await run('ogrinfo', ['-so', file, 'incidents']);
    expect(stderr).toBe('');
    for (const field of [
      'Geometry: Point',
      'occurred_on: Date',
      'occurred_until: Date',
      'killed: Integer',
      'synthetic: Integer(Boolean)',
      'weapons: String',
    ])
      expect(stdout).toContain(field);
    for (const [where, filter] of [
      ["weapons LIKE '%handgun%'", `${query}&weapon=handgun`],
      ["occurred_on >= '2020-01-01'", 'country=RS,XK,AL&from=2020-01-01'],
      ["synthetic = 1 AND country = 'XK'", 'country=XK&from=2018-01-01'],
    ]) {
      const { totals: expected } = (await used.app.inject(`/api/v1/summary?${filter}`)).json<Summary>();
      const selected = await run('ogrinfo', ['-so', '-where', where!, file, 'incidents']);
      expect([where, Number(/Feature Count: (\d+)/.exec(selected.stdout)?.[1])]).toEqual([where, expected.incidents]);
    }
  });
});
