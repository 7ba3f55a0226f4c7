import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { gva, type SourceFormat, ucdpGed } from '@monitor/ingest';
import { genericFormat, readMapping } from '@monitor/ingest/generic';
import { useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { importFiles, type ImportRequest } from '../src/import-files.ts';
import { fewPlaces, fixtureFolder } from './ready-database.ts';
import { rowsShowing } from '../../../packages/store/database-tests/shown-texts.ts';
import { rowsHolding, storedTotals } from './stored.ts';

const used = useTestDatabase(fewPlaces);

function datasetOf(slug: string): Dataset {
  return {
    slug,
    title: slug,
    description: '',
    synthetic: true,
    killed_includes_suicides: false,
    licence: 'CC0-1.0',
    licence_url: null,
    attribution: 'Nobody',
    url: null,
  };
}

async function run(paths: readonly string[], format: SourceFormat, slug: string, more: Partial<ImportRequest> = {}) {
  return importFiles(used.database, {
    paths,
    format,
    dataset: datasetOf(slug),
    gazetteer: await loadGazetteer(),
    today: '2026-07-01',
    elsewhere: '/nowhere',
    portionSize,
    signal: new AbortController().signal,
    ...more,
  });
}

/** Incidents that are written at once. */
const portionSize = 50;

/** Rows like those of the archive, as many as requested, and so long that a file is read in several pieces. */
async function manyRows(folder: string, count: number, name = 'many.csv'): Promise<string> {
  const address = 'x'.repeat(1_000);
  const rows = Array.from(
    { length: count },
    (_, index) => `m${index},2017-01-01,Ohio,Columbus,${address},0,1,Shot - Wounded/Injured`,
  );
  const path = join(folder, name);
  const header = 'incident_id,date,state,city_or_county,address,n_killed,n_injured,incident_characteristics';
  await writeFile(path, [header, ...rows].join('\n'));
  return path;
}

describe('files like those of the Gun Violence Archive', () => {
  test('every row ends as inserted or rejected; the second time nothing changes; a corrected file completes the work', async () => {
    const folder = await fixtureFolder();
    const path = join(folder, 'gva-like.csv');
    const first = await run([path], gva, 'gva-like');
    expect(first.stored).toMatchObject({ inserted: 6, updated: 0, unchanged: 0 });
    expect(first.report).toMatchObject({ read: 10, rejected: 4 });
    expect(await storedTotals(used.database, 'gva-like')).toMatchObject({ incidents: 6, killed: 1, injured: 2 });
    expect(Object.fromEntries(first.report.warnings)).toEqual({
      point_outside: 1,
      point_impossible: 1,
      place_withheld: 1,
      region_unknown: 1,
      source_dropped: 1,
      link_left_out: 2,
      age_dropped: 1,
    });

    const second = await run([path], gva, 'gva-like');
    expect(second.stored).toMatchObject({ inserted: 0, updated: 0, unchanged: 6 });
    expect(second.report.rejected).toBe(4);

    const rejected = await readFile(first.rejectedFile ?? '', 'utf8');
    expect(rejected).not.toMatch(/zzyzx/i);
    expect(rejected).toContain('gva-like.csv,10,"the identifier ""1"" is already used in line 2.');
    const corrected = (await readFile(path, 'utf8'))
      .replace(/\n9,[^\n]*$/, '')
      .replace('2017-02-30', '2017-02-28')
      .replace(',-1,', ',2,')
      .replace('\n1,2017-01-07', '\n10,2017-01-07');
    await writeFile(path, corrected);
    expect((await run([path], gva, 'gva-like')).stored).toMatchObject({ inserted: 3, updated: 0, unchanged: 6 });
    expect(await storedTotals(used.database, 'gva-like')).toMatchObject({ incidents: 9, killed: 4, injured: 11 });
  });

  test('a row that has changed updates its incident', async () => {
    const path = join(await fixtureFolder(), 'gva-like.csv');
    await run([path], gva, 'gva-changed');
    await writeFile(path, (await readFile(path, 'utf8')).replace('209', '20'));
    expect((await run([path], gva, 'gva-changed')).stored).toMatchObject({ inserted: 0, updated: 1, unchanged: 5 });
  });

  test('sensitive incidents have their public point at the settlement', async () => {
    const path = join(await fixtureFolder(), 'gva-like.csv');
    await run([path], gva, 'gva-coarse');
    const [row] = await used.database.connections`
      select lon, lat, exact_lon, exact_lat, place_precision, type, subtype from incidents join datasets on datasets.id = dataset_id
      where slug = 'gva-coarse' and source_key = '2'`;
    expect(row).toMatchObject({
      type: 'domestic_violence',
      subtype: 'domestic_violence.intimate_partner',
      place_precision: 'settlement',
      exact_lon: -82.91234,
      exact_lat: 39.98765,
    });
    expect(row?.lat).not.toBe(39.98765);
  });
});

test('names of people in the files are nowhere that readers can see', async () => {
  const folder = await fixtureFolder();
  await run([join(folder, 'gva-like.csv')], gva, 'names-gva');
  await run([join(folder, 'ucdp-like.csv')], ucdpGed, 'names-ucdp');
  await run([join(folder, 'victims-like.csv')], await victims(folder), 'names-victims');
  // The search finds what is there, in text, in JSON and in arrays.
  expect(await rowsHolding(used.database, 'Columbus')).toMatchObject({ incidents: expect.any(Number) as number });
  // Some names are in links only: in a headline, as an account, as a host.
  expect(await rowsHolding(used.database, 'example.org')).toMatchObject({ sources: expect.any(Number) as number });
  for (const name of ['Zzyzx', 'Qwertyname']) expect(await rowsShowing(used.database, name)).toEqual({});
});

test('names in the wrong cells are neither shown nor printed', async () => {
  const folder = await fixtureFolder();
  const path = join(folder, 'shifted.csv');
  const header = 'incident_id,date,state,city_or_county,n_killed,n_injured,incident_characteristics,sources,participant_age';
  const rows = [
    // A characteristic that is not one, a place, a host, an age; then the whole row one cell further.
    's1,2017-01-01,Ohio,Columbus,0,1,Marko Petrović shot||Shot - Wounded/Injured,https://markopetrovic.com/1,0::Marko Petrović',
    's2,2017-01-01,Marko Petrović,Jovana Petrović,0,1,Shot - Wounded/Injured,Marko Petrović,',
    's3,Marko Petrović,Ohio,Columbus,Marko Petrović,1,Shot - Wounded/Injured,,',
    'Marko Petrović,2017-01-01,Ohio,Columbus,0,1,Shot - Wounded/Injured,,',
    'Marko Petrović,2017-01-01,Ohio,Columbus,0,1,Shot - Wounded/Injured,,',
  ];
  await writeFile(path, [header, ...rows].join('\n'));
  const { report, stored, rejectedFile } = await run([path], gva, 'shifted');
  // An identifier that is a name is for editors alone.
  expect(stored).toMatchObject({ inserted: 3 });
  const printed = report.text({ stored, rejectedFile: rejectedFile ?? null }) + (await readFile(rejectedFile ?? '', 'utf8'));
  expect(printed).toContain('Place not in the gazetteer: not published.');
  expect(printed).not.toMatch(/marko|jovana|petrovi/i);
  const [row] = await used.database.connections`
    select type_as_reported, publishers, place_precision from incidents, lateral (select array_agg(publisher) as publishers from sources where incident_id = incidents.id) s
    where source_key = 's1'`;
  expect(row).toEqual({ type_as_reported: 'Shot - Wounded/Injured', publishers: [null], place_precision: 'settlement' });
  for (const name of ['Marko', 'Jovana', 'Petrovi']) expect(await rowsShowing(used.database, name)).toEqual({});
});

test('files like those of UCDP: ranges, precisions, tags, Crimea', async () => {
  const path = join(await fixtureFolder(), 'ucdp-like.csv');
  const { stored, report } = await run([path], ucdpGed, 'ucdp-like');
  expect(stored).toMatchObject({ inserted: 5 });
  expect(report.rejected).toBe(1);
  const rows = await used.database.connections`
    select source_key, country, region, occurred_until, date_precision, place_precision, killed, killed_low, killed_high
    from incidents join datasets on datasets.id = dataset_id where slug = 'ucdp-like' order by source_key`;
  expect(rows).toMatchObject([
    { country: 'UA', region: 'UA-14', place_precision: 'exact', date_precision: 'day', killed: 3, killed_low: 2, killed_high: 5 },
    { occurred_until: '2014-05-30', date_precision: 'month', place_precision: 'region', killed: 0 },
    { killed: 3, killed_low: null, killed_high: 5 },
    { country: 'UA', region: 'UA-43', killed: 1 },
    { place_precision: 'jurisdiction', region: null },
  ]);
  expect((await run([path], ucdpGed, 'ucdp-like')).stored).toMatchObject({ inserted: 0, unchanged: 5 });
});

async function victims(folder: string): Promise<SourceFormat> {
  return genericFormat(readMapping(await readFile(join(folder, 'victims-like.yaml'), 'utf8'), 'victims-like.yaml'));
}

test('rows that are people, in Windows-1250, become incidents', async () => {
  const folder = await fixtureFolder();
  const path = join(folder, 'victims-like.csv');
  const { stored, report, rejectedFile } = await run([path], await victims(folder), 'victims-like');
  expect(stored).toMatchObject({ inserted: 2 });
  expect(report.text({ stored, rejectedFile: rejectedFile ?? null })).toMatch(
    /^victims-like\.csv: windows-1250 \(guessed from the letters: .* --encoding\), separated by semicolons/,
  );
  const rows = await used.database.connections`
    select source_key, place, killed, injured, place_precision, exact_lat from incidents join datasets on datasets.id = dataset_id
    where slug = 'victims-like' order by source_key`;
  expect(rows).toMatchObject([
    { source_key: '100', killed: 0, injured: 2, place_precision: 'settlement', exact_lat: 44.7489 },
    // The outcome of its second victim is not known.
    { source_key: '200', killed: 1, injured: null, place_precision: 'settlement', exact_lat: null },
  ]);
  expect(await readFile(rejectedFile ?? '', 'utf8')).toMatch(/victims-like\.csv,5,.*not a valid date\..*,,31\.02\.2023\r\n/);
  expect((await run([path], await victims(folder), 'victims-like')).stored).toMatchObject({ inserted: 0, unchanged: 2 });
});

test('a row that is a copy of another is called that', async () => {
  const folder = await fixtureFolder();
  const path = join(folder, 'copies.csv');
  await writeFile(path, 'id,day,note\n1,2024-05-01,a\n2,2024-05-02,b\n1,2024-05-01,c\n2,2024-05-03,b\n');
  const mapping = `dataset: { slug: copies, title: Copies, licence: CC0-1.0, attribution: Nobody }
incident: { source_key: id, occurred_on: day, country: { value: RS }, type: { value: other } }`;
  const { report, stored } = await run([path], genericFormat(readMapping(mapping, 'copies.yaml')), 'copies');
  const text = report.text({ stored });
  expect(text).toContain(
    'line 4: the identifier "1" is already used in line 2. Both rows are the same in all columns that are read. Delete this one, unless',
  );
  expect(text).toContain('line 5: the identifier "2" is already used in line 3. If each row is a person');
});

test('rows of people that no column brings together are told of group_by', async () => {
  const folder = await fixtureFolder();
  const path = join(folder, 'victims-like.csv');
  const mapping = await readFile(join(folder, 'victims-like.yaml'), 'utf8');
  const ungrouped = mapping.replace('group_by: slučaj\n', '').replace('incident:\n', 'incident:\n  source_key: slučaj\n');
  const format = genericFormat(readMapping(ungrouped, 'victims-like.yaml'));
  const { report, stored } = await run([path], format, 'ungrouped');
  const advice =
    'is already used in line 2. If each row is a person, add "group_by" to the mapping. If the rows are different incidents, write "source_key: { join: [slučaj, …] }"';
  expect(report.text({ stored })).toContain(advice);
  // Built-in formats have one row for each incident.
  const archive = await run([join(folder, 'gva-like.csv')], gva, 'ungrouped-gva');
  expect(archive.report.text({ stored: archive.stored })).not.toContain('group_by');
});

describe('progress counts what is stored, never goes back, and is complete only when everything is stored', () => {
  test.each(['rows', 'groups of rows'])('of %s', async (kind) => {
    const folder = await fixtureFolder();
    const path = await manyRows(folder, 260, 'progress.csv');
    const byIncident = readMapping(
      'dataset: { slug: many, title: Many, licence: CC0-1.0, attribution: Nobody }\ngroup_by: incident_id\nincident:\n  occurred_on: date\n  country: { value: Serbia }\n  type: { value: other }\n',
      'mapping.yaml',
    );
    const format = kind === 'rows' ? gva : genericFormat(byIncident);
    const told: { read: number; total: number; incidents: number; stage: string }[] = [];
    const { stored } = await run([path], format, `progress of ${kind}`.replaceAll(' ', '-'), {
      onProgress: (progress) => void told.push(progress),
    });
    expect(stored).toMatchObject({ inserted: 260 });
    for (const count of ['read', 'incidents'] as const)
      expect(told.map((one) => one[count])).toEqual(told.map((one) => one[count]).toSorted((one, other) => one - other));
    expect(told.filter(({ read, total, incidents }) => total > 0 && read === total && incidents < 260)).toEqual([]);
    expect(told.at(-1)).toMatchObject({ read: told.at(-1)?.total, incidents: 260, stage: 'finishing' });
  });
});

describe('an import that does not come to its end leaves nothing', () => {
  test('interrupted', async () => {
    const folder = await fixtureFolder();
    const paths = [join(folder, 'gva-like.csv'), await manyRows(folder, 170)];
    const interruption = new AbortController();
    const interrupted = run(paths, gva, 'interrupted', {
      signal: interruption.signal,
      onProgress: ({ incidents }) => {
        if (incidents > 90) interruption.abort();
      },
    });
    await expect(interrupted).rejects.toThrow(/abort/i);
    expect(await rowsHolding(used.database, 'many.csv')).toEqual({});
    expect(await storedTotals(used.database, 'interrupted')).toMatchObject({ incidents: 0 });
    expect((await readdir(folder)).filter((name) => name.includes('rejected'))).toEqual([]);

    expect((await run(paths, gva, 'interrupted')).stored).toMatchObject({ inserted: 176 });
  });

  test('stopped by a second file that cannot be read to its end', async () => {
    const folder = await fixtureFolder();
    const broken = join(folder, 'broken.csv');
    const many = await manyRows(folder, 120);
    await writeFile(broken, `${await readFile(many, 'utf8')}\nx,2017-01-01,Ohio,"${'Columbus\n'.repeat(200_000)}`);
    await expect(run([many, broken], gva, 'broken')).rejects.toThrow(
      /broken\.csv, line 122: the row that starts here is longer than 1 MB/,
    );
    expect(await storedTotals(used.database, 'broken')).toMatchObject({ incidents: 0 });
    expect(await rowsHolding(used.database, 'broken.csv')).toEqual({});
  });
});

test('an identifier that two files share is rejected in the second, with the place of the first', async () => {
  const folder = await fixtureFolder();
  const many = await manyRows(folder, 60);
  const other = join(folder, 'other.csv');
  await writeFile(other, (await readFile(many, 'utf8')).split('\n').slice(0, 3).join('\n'));
  const { stored, report, rejectedFile } = await run([many, other], gva, 'shared');
  expect(stored).toMatchObject({ inserted: 60 });
  expect(report).toMatchObject({ read: 62, rejected: 2 });
  expect(rejectedFile).toBe(`${many}.rejected.csv`);
  expect(report.text({ stored, rejectedFile: rejectedFile ?? null })).toMatch(
    / 2 Identifier already used in an earlier row\n.*\n +other\.csv line 3: the identifier \(not shown\) is already used in many\.csv line 3\./,
  );
});

test('rows without an identifier are known again in whatever order, and a corrected one is a new incident', async () => {
  const path = join(await fixtureFolder(), 'unnamed.csv');
  const mapping = `dataset: { slug: unnamed, title: Unnamed, licence: CC0-1.0, attribution: Nobody }
incident: { occurred_on: day, country: { value: RS }, type: { value: other }, killed: { sum: [civilians, officers] } }
`;
  const format = genericFormat(readMapping(mapping, 'unnamed.yaml'));
  const rows = ['2023-05-03,1,2', '2023-05-03,1,2', '2023-05-04,,1'];
  const runOf = async (...some: readonly string[]) => {
    await writeFile(path, ['day,civilians,officers', ...some].join('\n'));
    return (await run([path], format, 'unnamed')).stored;
  };
  expect(await runOf(...rows)).toMatchObject({ inserted: 3, updated: 0, unchanged: 0 });
  expect(await runOf(...rows.toReversed())).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
  expect(await storedTotals(used.database, 'unnamed')).toMatchObject({ incidents: 3, killed: 7 });
  expect(await runOf(...rows.with(2, '2023-05-04,,2'))).toMatchObject({ inserted: 1, updated: 0, unchanged: 2 });
  expect(await storedTotals(used.database, 'unnamed')).toMatchObject({ incidents: 4, killed: 9 });
});

test('a location that most points are not in stops the import and the dry run, and nothing is stored', async () => {
  const path = join(await fixtureFolder(), 'elsewhere.csv');
  await writeFile(path, ['id,day,lat,lon', ...Array.from({ length: 120 }, (_, at) => `${at},2023-05-03,44.81,20.46`)].join('\n'));
  const mapping = `dataset: { slug: elsewhere, title: Elsewhere, licence: CC0-1.0, attribution: Nobody }
incident: { source_key: id, occurred_on: day, country: { value: US }, lat: lat, lon: lon, type: { value: other } }
`;
  const format = genericFormat(readMapping(mapping, 'elsewhere.yaml'));
  const message =
    /^elsewhere\.csv: 120 of 120 points are outside the location given, so nothing is imported\. 120 are in Serbia, not in United States\./;
  await expect(run([path], format, 'elsewhere')).rejects.toThrow(message);
  expect(await storedTotals(used.database, 'elsewhere')).toMatchObject({ incidents: 0 });
  const dry = { paths: [path], format, dataset: datasetOf('elsewhere'), gazetteer: await loadGazetteer(), today: '2026-07-01' };
  const signal = new AbortController().signal;
  await expect(importFiles(undefined, { ...dry, elsewhere: '/nowhere', signal })).rejects.toThrow(message);
});

test('a dry run writes nothing to the database, and no file', async () => {
  const path = join(await fixtureFolder(), 'gva-like.csv');
  const outcome = await importFiles(undefined, {
    paths: [path],
    format: gva,
    dataset: datasetOf('dry'),
    gazetteer: await loadGazetteer(),
    today: '2026-07-01',
    elsewhere: '/nowhere',
    signal: new AbortController().signal,
  });
  // The identifier that two rows have is among them, as in the import itself.
  expect(outcome.report).toMatchObject({ read: 10, rejected: 4 });
  expect(outcome.rejectedFile).toBeUndefined();
  expect((await readdir(dirname(path))).filter((name) => name.includes('rejected'))).toEqual([]);
  expect(await storedTotals(used.database, 'dry')).toMatchObject({ incidents: 0 });
});
