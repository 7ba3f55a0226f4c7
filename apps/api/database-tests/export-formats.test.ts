import { readXlsx } from 'hucre/xlsx';
import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { expect, test } from 'vitest';
import { csvColumns, exportFormatNames, type IncidentDetail, partColumns } from '@monitor/contract';
import { partNames, recordOf } from '@monitor/domain';
import { rowsOf } from './csv-rows.ts';
import { addressOfFormat, bytesOf, exportedRows, filesOf, tablesOf, textOf } from './exported-rows.ts';
import { useRandomApp } from './test-app.ts';

const used = useRandomApp();
const query = 'country=XK,RS&from=2018-01-01';

async function download(path: string): Promise<Buffer> {
  const { statusCode, rawPayload, body } = await used.app.inject(path);
  if (statusCode !== 200) throw new Error(body);
  return rawPayload;
}

test.each(exportFormatNames)('%s has the incidents of the CSV in its order, with their numbers and points', async (name) => {
  for (const filter of [query, 'country=DE', 'sort=-killed&country=RS&from=2022-01-01']) {
    const csv = await exportedRows('csv', await download(`${addressOfFormat('csv')}?${filter}`));
    expect(await exportedRows(name, await download(`${addressOfFormat(name)}?${filter}`))).toEqual(csv);
  }
});

test.each(exportFormatNames)('%s has a name, a version, a tag and links, also without its body', async (name) => {
  const url = `${addressOfFormat(name)}?${query}`;
  const [got, head] = await Promise.all([used.app.inject(url), used.app.inject({ method: 'HEAD', url })]);
  for (const header of ['content-type', 'content-disposition', 'link', 'etag', 'dataset-version'])
    expect(head.headers[header]).toBe(got.headers[header]);
  expect(head.body).toBe('');
  expect(got.headers['content-disposition']).toContain(url.split('?')[0]!.split('.').at(-1));
  const again = await used.app.inject({ url, headers: { 'if-none-match': String(got.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test.each(exportFormatNames)('%s says which licence the data has, whom to name, and that the data is made up', async (name) => {
  const file = await download(`${addressOfFormat(name)}?${query}`);
  const said = await textOf(name, file);
  expect(said).toContain('CC0-1.0');
  expect(said).toContain('Nobody');
  expect(said.toLowerCase()).toContain('synthetic');
  expect(said).toContain('1244');
});

test.each(exportFormatNames)('%s has the same text made safe, and the address of the record', async (name) => {
  const filter = 'type=domestic_violence&victim_age=0-18&from=2025-06-30&to=2025-06-30&country=XK';
  const file = await download(`${addressOfFormat(name)}?${filter}`);
  const [{ id } = { id: '' }] = await exportedRows(name, file);
  const text = await textOf(name, file);
  expect(text).toContain(`'=HYPERLINK(`);
  expect(text).not.toMatch(/[^']=HYPERLINK\(/);
  expect(text).toMatch(new RegExp(`https?://[^"]+/explore\\?incident=${id}`));
});

test('a workbook has dates as dates, numbers as numbers, a filter, and sheets of its columns and of what it is', async () => {
  const file = await download(`/api/v1/incidents.xlsx?${query}`);
  const { sheets } = await readXlsx(file);
  expect(sheets.map(({ name }) => name)).toEqual(['Incidents', 'Columns', 'About']);
  const [incidents, columns, about] = sheets;
  const header = (incidents?.rows[0] ?? []).map(String);
  const rows = (incidents?.rows ?? []).slice(1).map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
  const csv = rowsOf((await download(`/api/v1/incidents.csv?${query}`)).toString());
  expect(rows.map((row) => (row.occurred_on as Date).toISOString().slice(0, 10))).toEqual(csv.map((row) => row.occurred_on));
  expect(rows.filter(({ killed }) => typeof killed === 'number')).toHaveLength(csv.filter(({ killed }) => killed !== '').length);
  expect(rows.every(({ synthetic }) => synthetic === true)).toBe(true);
  expect(columns?.rows).toHaveLength(csvColumns.length + 1);
  expect(about?.rows.flat()).toContain('country=RS,XK&from=2018-01-01');
  const sheet = (await filesOf(file)).get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain(`<autoFilter ref="A1:`);
  expect(sheet).toMatch(new RegExp(`<autoFilter ref="A1:[A-Z]+${rows.length + 1}"`));
  expect(sheet).toContain('state="frozen"');
});

test('a CSV and a workbook can have headings for people in place of names', async () => {
  const more = 'style=readable&headings=1&columns=occurred_on,victims_age_0_18';
  const expected = [
    'ID',
    'Occurred on',
    'Country note',
    'Victims age 0–18',
    'Killed includes suicides',
    'Synthetic',
    'Licence',
    'Attribution',
  ];
  const csv = (await download(`/api/v1/incidents.csv?${query}&${more}`)).toString();
  expect(csv.slice(1).split('\r\n', 1)[0]?.split(';')).toEqual(expected);
  const { sheets } = await readXlsx(await download(`/api/v1/incidents.xlsx?${query}&${more}`));
  expect(sheets[0]?.rows[0]).toEqual(expected);
  expect(sheets[1]?.rows.slice(1).map(([heading]) => heading)).toEqual(expected);
});

test('a readable workbook has labels', async () => {
  const { sheets } = await readXlsx(await download(`/api/v1/incidents.xlsx?${query}&style=readable`));
  const [header = [], ...rows] = sheets[0]?.rows ?? [];
  expect(header).not.toContain('country');
  const type = header.indexOf('type');
  expect(rows.map((row) => row[type])).toContain('Weapon seizure');
});

test('GeoParquet names its geometry column, and types its columns', async () => {
  const file = bytesOf(await download(`/api/v1/incidents.parquet?${query}`));
  const metadata = await parquetMetadataAsync(file);
  const of = Object.fromEntries((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value]));
  const geo = JSON.parse(of.geo ?? '{}') as { version: string; columns: Record<string, { encoding: string; bbox: number[] }> };
  expect(geo).toMatchObject({
    version: '1.1.0',
    primary_column: 'geometry',
    columns: { geometry: { encoding: 'WKB', geometry_types: ['Point'] } },
  });
  const rows = await parquetReadObjects({ file });
  const csv = rowsOf(Buffer.from(await download(`/api/v1/incidents.csv?${query}`)).toString());
  const points = csv.filter(({ lon }) => lon !== '');
  expect(geo.columns.geometry?.bbox).toEqual([
    Math.min(...points.map(({ lon }) => Number(lon))),
    Math.min(...points.map(({ lat }) => Number(lat))),
    Math.max(...points.map(({ lon }) => Number(lon))),
    Math.max(...points.map(({ lat }) => Number(lat))),
  ]);
  const withPoint = rows.find((row) => row.geometry !== null && row.geometry !== undefined);
  expect(withPoint?.geometry).toMatchObject({ type: 'Point', coordinates: [withPoint?.lon, withPoint?.lat] });
  expect(rows.filter(({ geometry }) => geometry)).toHaveLength(points.length);
  expect(rows.map(({ occurred_on }) => (occurred_on as Date).toISOString().slice(0, 10))).toEqual(
    csv.map((row) => row.occurred_on),
  );
  const types = parquetSchema(metadata).children.map(({ element }) => [element.name, element.type]);
  expect(Object.fromEntries(types)).toMatchObject({ killed: 'INT32', lon: 'DOUBLE', synthetic: 'BOOLEAN', id: 'BYTE_ARRAY' });
});

test('a GeoPackage has the tables, the mark and the points that its standard asks for', async () => {
  const file = await download(`/api/v1/incidents.gpkg?${query}`);
  expect(file.toString('latin1', 0, 15)).toBe('SQLite format 3');
  expect([file.toString('latin1', 68, 72), file.readUInt32BE(60)]).toEqual(['GPKG', 10_300]);
  const tables = await tablesOf(file);
  const csv = rowsOf((await download(`/api/v1/incidents.csv?${query}`)).toString());
  const points = csv.filter(({ lon }) => lon !== '');
  const [lon, lat] = [points.map((row) => Number(row.lon)), points.map((row) => Number(row.lat))];
  expect(tables.gpkg_contents).toMatchObject([
    {
      table_name: 'incidents',
      data_type: 'features',
      last_change: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/),
      min_x: Math.min(...lon),
      min_y: Math.min(...lat),
      max_x: Math.max(...lon),
      max_y: Math.max(...lat),
      srs_id: 4326,
    },
    { table_name: 'about', data_type: 'attributes' },
  ]);
  expect(tables.gpkg_geometry_columns).toEqual([
    { table_name: 'incidents', column_name: 'geom', geometry_type_name: 'POINT', srs_id: 4326, z: 0, m: 0 },
  ]);
  expect(tables.gpkg_spatial_ref_sys?.map(({ srs_id }) => srs_id).toSorted()).toEqual([-1, 0, 4326]);
  expect(tables.about).toContainEqual(expect.objectContaining({ name: 'Filter', value: query.replace('XK,RS', 'RS,XK') }));
  const shown = tables.incidents?.map(({ geom, occurred_on, synthetic }) => [
    pointIn(geom as Uint8Array | null),
    occurred_on,
    synthetic,
  ]);
  expect(shown).toEqual(csv.map((row) => [row.lon === '' ? null : [Number(row.lon), Number(row.lat)], row.occurred_on, 1]));
});

/** The point in the binary of a GeoPackage: `GP`, version 0, little endian without a box, WGS 84, and a point of well-known binary. */
function pointIn(geometry: Uint8Array | null): readonly number[] | null {
  if (geometry === null) return null;
  const bytes = Buffer.from(geometry);
  expect([bytes.length, bytes.toString('hex', 0, 13)]).toEqual([29, '47500001e61000000101000000']);
  return [bytes.readDoubleLE(13), bytes.readDoubleLE(21)];
}

test('an archive has people, weapons and sources of exactly its incidents, with what the records say', async () => {
  const files = await filesOf(await download(`/api/v1/incidents.zip?${query}`));
  const ids = rowsOf(files.get('incidents.csv') ?? '').map(({ id }) => id);
  const parts = recordOf(partNames, (name) => rowsOf(files.get(`${name}.csv`) ?? ''));
  for (const name of partNames) {
    expect(parts[name].every(({ incident }) => ids.includes(String(incident)))).toBe(true);
    expect(new Set(parts[name].map(({ incident, position }) => `${incident} ${position}`)).size).toBe(parts[name].length);
  }
  let compared = 0;
  for (const id of ids.slice(-40)) {
    const record = (await used.app.inject(`/api/v1/incidents/${id}`)).json<IncidentDetail>();
    const of = { people: record.people, weapons: record.weapon_details, sources: record.source_details };
    for (const name of partNames) {
      const rows = parts[name].filter(({ incident }) => incident === id);
      expect(rows).toHaveLength(of[name].length);
      expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_, index) => index + 1));
      compared += rows.length;
    }
    const victims = of.people.map(({ role, sex, age_band, outcome }) => ({ role, sex, age_band, outcome }));
    expect(parts.people.filter(({ incident }) => incident === id)).toMatchObject(victims);
  }
  expect(compared).toBeGreaterThan(60);
});

test('an archive describes its tables: every column of every file, and how they belong together', async () => {
  const files = await filesOf(await download(`/api/v1/incidents.zip?${query}`));
  interface Package {
    readonly version: string;
    readonly resources: readonly {
      readonly name: string;
      readonly path: string;
      readonly schema: { readonly fields: readonly { readonly name: string }[]; readonly foreignKeys?: unknown };
    }[];
  }
  const described = JSON.parse(files.get('datapackage.json') ?? '{}') as Package;
  expect(described.resources.map(({ name }) => name)).toEqual(['incidents', ...partNames]);
  for (const { name, path, schema } of described.resources) {
    const header = (files.get(path) ?? '').split('\r\n', 1)[0]?.split(',');
    expect(schema.fields.map((field) => field.name)).toEqual(header);
    const csvw = JSON.parse(files.get(`${path}-metadata.json`) ?? '{}') as {
      url: string;
      tableSchema: { columns: { name: string }[] };
    };
    expect(csvw.url).toBe(path);
    expect(csvw.tableSchema.columns.map((column) => column.name)).toEqual(header);
    if (name !== 'incidents')
      expect(schema.foreignKeys).toEqual([{ fields: ['incident'], reference: { resource: 'incidents', fields: ['id'] } }]);
  }
  expect(Object.keys(partColumns)).toEqual([...partNames]);
  expect(files.get('README.txt')).toContain('Filter: country=RS,XK&from=2018-01-01');
  const codes = rowsOf(files.get('codebook.csv') ?? '').map(({ list, code }) => `${list} ${code}`);
  expect(codes).toContain('type weapon_seizure');
  expect(codes).toContain('iccs 0101');
  expect(new Set(codes).size).toBe(codes.length);
});

test('the description of a selection names the address of its CSV and all its columns', async () => {
  const answer = await used.app.inject(`/api/v1/incidents.metadata.json?${query}`);
  expect(answer.headers['content-type']).toContain('application/csvm+json');
  const described = answer.json<{ url: string; tableSchema: { columns: { name: string }[]; primaryKey: string[] } }>();
  expect(described.tableSchema.columns.map(({ name }) => name)).toEqual(csvColumns.map(({ name }) => name));
  const { pathname, search } = new URL(described.url);
  expect(rowsOf((await download(pathname + search)).toString()).length).toBeGreaterThan(50);
  const link = String((await used.app.inject(`/api/v1/incidents.csv?${query}`)).headers.link);
  expect(link).toContain('</api/v1/incidents.metadata.json?country=RS,XK&from=2018-01-01>; rel="describedby"');
});

test('a format says in words which options it has', async () => {
  const { statusCode, body } = await used.app.inject('/api/v1/incidents.geojson?hxl=1');
  expect(statusCode).toBe(400);
  expect(body).toContain('hxl');
});
