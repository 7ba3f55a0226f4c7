import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gdal, hasClient, qgis, systemPython } from './gis-clients.ts';
import { listen } from './listening.ts';
import { randomRecord, useRandomApp } from './test-app.ts';

/* What people open the datasets with. Each must read a selection page by page, and have the server select. */

const run = promisify(execFile);
const used = useRandomApp();
let root: string;
let folder: string;
/** Path and query of every request since the last test, as they arrived. */
let requests: URL[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gis-'));
  const url = await listen(used.app);
  root = `${url.origin}/ogc`;
  used.app.server.on('request', (request: { url?: string }) => requests.push(new URL(request.url ?? '/', url)));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

interface Listed {
  readonly numberMatched: number;
  readonly features: readonly { readonly id: string }[];
}

/** What the API itself says of a filter. */
async function matching(query: string): Promise<{ count: number; ids: string[] }> {
  const answer = await fetch(`${root}/collections/made-up/items?limit=1000&${query}`);
  const { numberMatched, features } = (await answer.json()) as Listed;
  expect(features.length).toBe(numberMatched);
  requests = [];
  return { count: numberMatched, ids: features.map(({ id }) => id).toSorted() };
}

/** Requests for features that were made to find out what there is; the others are for a selection. */
function selections(): URL[] {
  return requests.filter(
    ({ pathname, searchParams }) => pathname.endsWith('/items') && !['10', '20'].includes(searchParams.get('limit') ?? ''),
  );
}

const where = "killed >= 1 AND type IN ('public_dispute', 'criminal_context', 'weapon_seizure', 'domestic_violence')";
const whereText = `filter=${encodeURIComponent(where)}`;

describe.skipIf(!hasClient(gdal))('GDAL', () => {
  const source = () => `OAPIF:${root}`;

  test('counts what the API counts, by one request that has the filter', async () => {
    const expected = await matching(`filter=${encodeURIComponent("killed >= 1 AND type = 'public_dispute'")}`);
    const { stdout } = await run('ogrinfo', [
      '-so',
      '-q',
      '-where',
      "killed >= 1 AND type = 'public_dispute'",
      '-al',
      source(),
      'made-up',
    ]);
    expect(stdout).not.toContain('ERROR');
    const counted = await run('ogrinfo', ['-so', '-where', "killed >= 1 AND type = 'public_dispute'", source(), 'made-up']);
    expect(Number(/Feature Count: (\d+)/.exec(counted.stdout)?.[1])).toBe(expected.count);
    expect(expected.count).toBeGreaterThan(0);
    for (const { searchParams } of selections()) expect(searchParams.get('filter')).toMatch(/killed >= 1.*type = 'public_dispute'/);
    expect(selections().length).toBeGreaterThan(0);
  });

  test('takes days for days, also of a page without any, and compares weapons on the server', async () => {
    const { stdout } = await run('ogrinfo', ['-so', source(), 'made-up']);
    for (const field of [
      'occurred_on: Date',
      'occurred_until: Date',
      'killed: Integer',
      'weapon: String',
      'synthetic: Integer(Boolean)',
    ])
      expect(stdout).toContain(field);
    const expected = await matching(`filter=${encodeURIComponent("weapon = 'handgun'")}`);
    const counted = await run('ogrinfo', ['-so', '-where', "weapon = 'handgun'", source(), 'made-up']);
    expect(Number(/Feature Count: (\d+)/.exec(counted.stdout)?.[1])).toBe(expected.count);
    expect(expected.count).toBeGreaterThan(0);
  });

  test('reads a box page by page into a file, with the points and properties of the API', async () => {
    const expected = await matching('bbox=18,41,24,45');
    expect(expected.count).toBeGreaterThan(100);
    const file = join(folder, 'box.geojson');
    await run('ogr2ogr', ['-f', 'GeoJSON', '-oo', 'PAGE_SIZE=50', '-spat', '18', '41', '24', '45', file, source(), 'made-up']);
    const read = JSON.parse(await readFile(file, 'utf8')) as { features: { properties: { id: string } }[] };
    expect(read.features.map(({ properties }) => properties.id).toSorted()).toEqual(expected.ids);
    const pages = selections();
    expect(pages.length).toBe(Math.ceil(expected.count / 50));
    for (const { searchParams } of pages) expect(searchParams.get('bbox')).toBe('18,41,24,45');
  });

  test('selects by days on the server', async () => {
    const expected = await matching(`datetime=2020-01-01/2020-12-31`);
    const days = "occurred_on >= '2020/01/01' AND occurred_on <= '2020/12/31'";
    const { stdout } = await run('ogrinfo', ['-so', '-where', days, source(), 'made-up']);
    expect(Number(/Feature Count: (\d+)/.exec(stdout)?.[1])).toBe(expected.count);
    expect(selections().every(({ searchParams }) => searchParams.has('filter'))).toBe(true);
  });

  test('keeps incidents without a point', async () => {
    const expected = await matching('filter=geometry%20IS%20NULL');
    const file = join(folder, 'all.csv');
    await run('ogr2ogr', ['-f', 'CSV', '-lco', 'GEOMETRY=AS_XY', file, source(), 'made-up']);
    const rows = (await readFile(file, 'utf8')).trim().split('\n').slice(1);
    expect(rows.filter((row) => row.startsWith(',,'))).toHaveLength(expected.count);
    expect(expected.count).toBeGreaterThan(0);
  });
});

/** Reads a layer as QGIS does, without a screen. */
const script = `
import json, sys
from qgis.core import QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer
url, where, box = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer("pagingEnabled='true' pageSize='50' restrictToRequestBBOX='1' typename='made-up' url='%s'" % url, 'incidents', 'OAPIF')
if not layer.isValid(): sys.exit('The layer is not valid.')
found = {'all': layer.featureCount()}
if not layer.setSubsetString(where): sys.exit('The filter is not accepted.')
found['count'] = layer.featureCount()
found['ids'] = [feature['id'] for feature in layer.getFeatures()]
found['inBox'] = [feature['id'] for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(QgsRectangle(*box)))]
print('FOUND' + json.dumps(found))
del layer
application.exitQgis()
`;

describe.skipIf(!hasClient(qgis))('QGIS', () => {
  test('reads a filtered collection page by page, counts what the API counts, and has the server select', async () => {
    const expected = await matching(whereText);
    const inBox = await matching(`${whereText}&bbox=15,40,25,47`);
    expect(expected.count).toBeGreaterThan(50);
    const file = join(folder, 'read.py');
    await writeFile(file, script);
    const subset = `"killed" >= 1 AND "type" IN ('public_dispute', 'criminal_context', 'weapon_seizure', 'domestic_violence')`;
    const environment = { ...process.env, QT_QPA_PLATFORM: 'offscreen', HOME: folder, XDG_RUNTIME_DIR: folder };
    const { stdout } = await run(systemPython, [file, root, subset, '[15, 40, 25, 47]'], { env: environment });
    const found = JSON.parse(/FOUND(.*)/.exec(stdout)?.[1] ?? '{}') as {
      all: number;
      count: number;
      ids: string[];
      inBox: string[];
    };
    expect(found.all).toBe(randomRecord.incidents);
    expect(found.count).toBe(expected.count);
    expect(found.ids.toSorted()).toEqual(expected.ids);
    expect(found.inBox.toSorted()).toEqual(inBox.ids);
    const pages = selections().filter(({ searchParams }) => searchParams.get('limit') === '50' || searchParams.has('cursor'));
    expect(pages.length).toBeGreaterThanOrEqual(Math.ceil(expected.count / 50));
    for (const { searchParams } of pages) expect(searchParams.get('filter')).toMatch(/killed.*>= 1.*type.*IN/s);
  });
});
