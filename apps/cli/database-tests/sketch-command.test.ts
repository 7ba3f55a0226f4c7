import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { madeUpTables } from '../../../packages/ingest/testing/made-up-tables.ts';
import { useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { fewPlaces } from './ready-database.ts';
import { runInEnvironment } from './run-command.ts';
import { storedTotals } from './stored.ts';

/* From a file that nobody has described to the figures, by what README.md and docs/importing.md say. */

const used = useTestDatabase(fewPlaces);
let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'monitor-sketch-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const monitor = (line: string, more: Record<string, string> = {}) =>
  runInEnvironment(line.split(' '), { DATABASE_URL: used.url, DATA_FOLDER: '/nowhere', INIT_CWD: folder, ...more });

describe('a sketch, a dry run and an import', () => {
  test.each(madeUpTables)('$name', async ({ name, content, sums }) => {
    await writeFile(join(folder, name), await content());
    const { code, errors } = await monitor(`sketch ${name} --output mine.yaml`);
    expect([code, errors]).toEqual([0, expect.stringMatching(/^mine\.yaml is written\. It asks you \d things\. /)]);
    const [, next = ''] = /monitor (import .*)\n$/.exec(errors) ?? [];
    expect(next).toBe(`import ${name} --format generic --mapping mine.yaml --dry-run`);
    // The only answers: who publishes the data, and under what licence.
    const mapping = await readFile(join(folder, 'mine.yaml'), 'utf8');
    const [, slug = ''] = /slug: (.*)/.exec(mapping) ?? [];
    await writeFile(
      join(folder, 'mine.yaml'),
      mapping.replace('licence: not yet known', 'licence: CC0-1.0').replace('attribution: not yet known', 'attribution: Nobody'),
    );
    expect((await monitor(next)).output).toMatch(new RegExp(`${sums.incidents} would be imported`));
    expect((await monitor(next.replace(' --dry-run', ''))).output).toMatch(new RegExp(`${sums.incidents} inserted`));
    expect((await monitor(next.replace(' --dry-run', ''))).output).toMatch(
      new RegExp(` 0 inserted\n[^]* ${sums.incidents} unchanged`),
    );
    expect(await storedTotals(used.database, slug)).toMatchObject({
      incidents: sums.incidents,
      killed: sums.killed,
      injured: sums.injured,
    });
    const where = await used.database.connections<{ code: string }[]>`
      select distinct coalesce(region, country) as code from incidents join datasets on datasets.id = dataset_id
      where slug = ${slug} order by code`;
    expect(where.map((row) => row.code)).toEqual(sums.where);
  });
});

describe('monitor sketch', () => {
  const table = 'date,city,killed\n2024-03-05,Belgrade,1\n2024-03-06,Niš,0\n';

  test('prints the mapping, and says what to do next beside it', async () => {
    await writeFile(join(folder, "our city's.csv"), table);
    const { code, output, errors } = await runInEnvironment(['sketch', "our city's.csv"], { INIT_CWD: folder });
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/^# A mapping for our city's\.csv, .*\n[\s\S]*\n {2}killed: killed\n$/),
    ]);
    expect(errors).toMatch(/^Save this as mine\.yaml\.[^\n]*\n {2}npx .* import 'our city'\\''s\.csv' --format generic .*\n$/);
    expect(await readdir(folder)).toEqual(["our city's.csv"]);
  });

  test('replaces no file', async () => {
    await writeFile(join(folder, 'a.csv'), table);
    await writeFile(join(folder, 'mine.yaml'), 'mine');
    expect(await monitor('sketch a.csv -o mine.yaml')).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/mine\.yaml already exists\. Nothing was written\./) as string,
    });
    expect(await readFile(join(folder, 'mine.yaml'), 'utf8')).toBe('mine');
  });

  test('names the built-in format of a file that has one', async () => {
    const header = 'incident_id,date,state,city_or_county,n_killed,n_injured,incident_characteristics,participant_type';
    await writeFile(join(folder, 'a.csv'), `${header}\n1,2017-03-05,Ohio,Columbus,0,1,Shot,0::Victim\n`);
    expect((await monitor('sketch a.csv')).errors).toMatch(
      /^a\.csv has the columns of the format gva, which needs no mapping: --format gva\n/,
    );
  });

  test.each([
    ['nowhere.csv', /nowhere\.csv: file not found\.\n$/],
    ['http://police.example/a.csv', /^Only addresses that begin with https:\/\//],
  ])('of %s says what is wrong', async (file, message) => {
    expect(await monitor(`sketch ${file}`)).toMatchObject({
      code: 1,
      output: '',
      errors: expect.stringMatching(message) as string,
    });
  });
});
