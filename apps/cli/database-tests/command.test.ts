import { spawnSync } from 'node:child_process';
import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { urlOfOldServer } from '../../../packages/store/database-tests/old-server.ts';
import { fixtureFolder, useReadyDatabase } from './ready-database.ts';
import { type Ended, runInEnvironment } from './run-command.ts';
import { storedTotals } from './stored.ts';

/* What commands say and write, and their exit codes. ../process-tests/command.test.ts runs some as processes of their own. */

const used = useReadyDatabase();

const monitor = (words: readonly string[], environment: Record<string, string> = {}, input?: string): Promise<Ended> =>
  runInEnvironment(words, { DATABASE_URL: used.url, DATA_FOLDER: '/nowhere', ...environment }, input);

describe('monitor import', () => {
  test('reports, writes rejected rows beside the file, and ends with 0', async () => {
    const folder = await fixtureFolder();
    const parameters = ['import', 'gva-like.csv', '--format', 'gva', '--dataset', 'by-command'];
    const { code, output, errors } = await monitor(parameters, { INIT_CWD: folder });
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/ 6 inserted\n[\s\S]* 4 rejected\n[\s\S]*Rejected rows: .*gva-like\.csv\.rejected\.csv/),
    ]);
    expect(errors).toMatch(/100% \| 7 incidents \| [\d,]+ per second \| almost done \| finishing/);
    expect(await readdir(folder)).toContain('gva-like.csv.rejected.csv');
    expect((await monitor(parameters, { INIT_CWD: folder })).output).toMatch(/ 0 inserted\n +0 updated\n +6 unchanged\n/);
  });

  test('takes the dataset of a mapping, and keeps made-up and real data apart', async () => {
    const folder = await fixtureFolder();
    const generic = ['import', 'victims-like.csv', '--format', 'generic', '--mapping', 'victims-like.yaml'];
    expect((await monitor(generic, { INIT_CWD: folder })).output).toContain('2 inserted');
    expect(await monitor(['import', 'gva-like.csv', '-f', 'gva', '-d', 'victims-like'], { INIT_CWD: folder })).toMatchObject({
      code: 1,
      errors: expect.stringContaining(
        'The dataset "victims-like" contains made-up data, but the files contain real data.',
      ) as string,
    });
  });

  test('calls a dataset what its mapping calls it, at each import', async () => {
    const folder = await fixtureFolder();
    const generic = ['import', 'victims-like.csv', '--format', 'generic', '--mapping', 'victims-like.yaml', '-d', 'retitled'];
    const titleAfter = async (...more: readonly string[]) => {
      await monitor([...generic, ...more], { INIT_CWD: folder });
      return (await used.database.connections<{ title: string }[]>`select title from datasets where slug = 'retitled'`)[0]?.title;
    };
    expect(await titleAfter()).toBe('Made-up victims');
    const mapping = join(folder, 'victims-like.yaml');
    await writeFile(mapping, (await readFile(mapping, 'utf8')).replace('title: Made-up victims', 'title: Victims that we made up'));
    expect(await titleAfter()).toBe('Victims that we made up');
    expect(await titleAfter('--title', 'Another title')).toBe('Another title');
    const archive = ['import', 'gva-like.csv', '-f', 'gva', '-d', 'kept-title'];
    await monitor([...archive, '--title', 'Our archive'], { INIT_CWD: folder });
    await monitor(archive, { INIT_CWD: folder });
    expect(await used.database.connections`select title from datasets where slug = 'kept-title'`).toEqual([
      { title: 'Our archive' },
    ]);
  });

  test('makes the identifiers of a source public only where its mapping says so', async () => {
    const folder = await fixtureFolder();
    const mapping = join(folder, 'victims-like.yaml');
    const generic = ['import', 'victims-like.csv', '--format', 'generic', '--mapping', 'victims-like.yaml', '-d'];
    await monitor([...generic, 'secret-cases'], { INIT_CWD: folder });
    const text = await readFile(mapping, 'utf8');
    await writeFile(mapping, text.replace('synthetic: true', 'synthetic: true\n  public_identifiers: true'));
    await monitor([...generic, 'public-cases'], { INIT_CWD: folder });
    const known = await used.database.connections<{ slug: string; public: boolean }[]>`
      select slug, public_identifiers as public from datasets where slug like '%-cases' order by slug`;
    expect(known.map((one) => [one.slug, one.public])).toEqual([
      ['public-cases', true],
      ['secret-cases', false],
    ]);
    const exported = async (slug: string) => {
      const { output } = await monitor(['export', '--filter', `dataset=${slug}`, '--columns', 'injured,source_key']);
      const [header = '', ...rows] = output.trimEnd().split('\r\n');
      expect(header).toMatch(/^id,country_note,injured,source_key,/);
      return rows.map((row) => row.split(',').slice(2, 4).join(' ')).toSorted();
    };
    // Two people were injured in 100, of whom one is 17. In 200, the outcome of one is not known.
    expect(await exported('public-cases')).toEqual([' 200', '2 ']);
    expect(await exported('secret-cases')).toEqual([' ', '2 ']);
  });

  test.skipIf(process.platform === 'win32')('refuses pipes at once, for a mapping and for data', async () => {
    const folder = await fixtureFolder();
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    for (const parameters of [
      ['victims-like.csv', '-f', 'generic', '-m', 'pipe'],
      ['pipe', '-f', 'gva', '-d', 'x1'],
    ]) {
      const { code, errors } = await monitor(['import', ...parameters], { INIT_CWD: folder });
      expect([code, errors]).toEqual([1, expect.stringMatching(/pipe: this is not a file\.[^\n]*\n$/)]);
    }
  });

  test('reads the standard input, and leaves nothing of it but the rejected rows in the current folder', async () => {
    const folder = await fixtureFolder();
    const parameters = ['import', '-', '-f', 'gva', '-d', 'by-pipe'];
    const before = await readdir(tmpdir());
    const { code, output } = await monitor(parameters, { INIT_CWD: folder }, await readFile(join(folder, 'gva-like.csv'), 'utf8'));
    expect([code, output]).toEqual([0, expect.stringMatching(/^standard-input: utf-8 [\s\S]* 6 inserted\n[\s\S]* 4 rejected\n/)]);
    expect(await readdir(folder)).toContain('standard-input.rejected.csv');
    expect((await readdir(tmpdir())).filter((name) => /^monitor-\w{6}$/.test(name) && !before.includes(name))).toEqual([]);
  });

  test('reads only, when asked to', async () => {
    const folder = await fixtureFolder();
    const parameters = ['import', 'ucdp-like.csv', '-f', 'ucdp-ged', '-d', 'dry', '--dry-run'];
    // Without a database at all.
    const { code, output } = await monitor(parameters, { INIT_CWD: folder, DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' });
    expect([code, output]).toEqual([0, expect.stringContaining('5 would be imported (dry run: nothing was written)')]);
    const json = await monitor([...parameters, '--json'], { INIT_CWD: folder, DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' });
    expect(JSON.parse(json.output)).toMatchObject({ dryRun: true, incidents: { accepted: 5, rejected: 1, stored: null } });
    expect(json.errors).toContain('incidents | ');
  });

  test.each([
    [['nowhere.csv', '-f', 'gva', '-d', 'x1'], /nowhere\.csv: file not found\.\n$/],
    [['ucdp-like.csv', '-f', 'gva', '-d', 'x1'], /^ucdp-like\.csv: the columns "incident_id".* are missing\..*\n$/],
    [['http://police.example/a.csv', '-f', 'gva', '-d', 'x1'], /^Only addresses that begin with https:\/\/ are downloaded\./],
    [['-', '-', '-f', 'gva', '-d', 'x1'], /^The standard input \(-\) can only be read once\.\n$/],
    [['-', '-f', 'gva', '-d', 'x1'], /^standard-input: the file is empty\. .*\n$/],
    [['gva-like.csv', '-f', 'gva'], /^Give the dataset a name with --dataset/],
    [['gva-like.csv', '-f', 'gva', '-d', 'My Data'], /^--dataset must be 2 to 60 lower-case letters, .*, not "My Data"\.\n$/],
    [['gva-like.csv', '-f', 'generic', '-d', 'x1'], /^The generic format needs a mapping file\. Add --mapping FILE/],
    [
      ['gva-like.csv', '-f', 'gva', '-d', 'x1', '-m', 'a.yaml'],
      /^The gva format does not use a mapping\. .* use --format generic\.\n$/,
    ],
    [['gva-like.csv', '-f', 'generic', '-m', 'nowhere.yaml'], /nowhere\.yaml: file not found\.\n$/],
    [['gva-like.csv', '-f', 'generic', '-m', 'gva-like.csv'], /^gva-like\.csv: the mapping is not valid\./],
    [['gva-like.csv', '-f', 'gva', '-d', 'x1', '-e', 'latin-99'], /^"latin-99" is not a known encoding\./],
    [['gva-like.csv', 'gva-like.csv', '-f', 'gva', '-d', 'x1'], /this file is listed twice\.\n$/],
    [['gva-like.csv', '-f', 'xml', '-d', 'x1'], /Allowed choices are gva, .*generic\./],
  ])('%s ends with 1 and says what to do', async (parameters, message) => {
    const { code, output, errors } = await monitor(['import', ...parameters], { INIT_CWD: await fixtureFolder() });
    expect([code, output]).toEqual([1, '']);
    expect(errors.split('\n').findLast((line) => line !== '' && !line.includes('%'))).toBeDefined();
    expect(errors).toMatch(message);
    expect(await storedTotals(used.database, 'x1')).toMatchObject({ incidents: 0 });
  });
});

describe('monitor demo and export', () => {
  const demo = ['demo', '--rows', '300', '--seed', '7', '--until', '2024-12-31'];
  let made: Ended;
  beforeAll(async () => {
    made = await monitor(demo);
  });

  test('make incidents up and write them as CSV', async () => {
    const folder = await fixtureFolder();
    expect(made.output).toBe('Synthetic incidents in the dataset "demo": 300 inserted, 0 updated, 0 unchanged.\n');
    expect((await monitor(demo)).output).toMatch(/0 inserted, 0 updated, 300 unchanged/);

    const { code } = await monitor(['export', 'out.csv', '--filter', 'dataset=demo', '--hxl'], { INIT_CWD: folder });
    expect(code).toBe(0);
    const lines = (await readFile(join(folder, 'out.csv'), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(302);
    expect(lines[0]).toMatch(/^id,dataset,occurred_on,/);
    expect(lines[1]).toMatch(/^#event\+code,/);
    expect(lines.slice(2).every((line) => /,demo,.*,true,CC0-1\.0,/.test(line))).toBe(true);
    expect((await monitor(['export', '--filter', '?dataset=demo&from=2024-01-01'])).output.split('\r\n')[0]).toBe(lines[0]);
  });

  test('replace a file that is there, and write into no other, whatever it is called', async () => {
    const folder = await fixtureFolder();
    await writeFile(join(folder, 'other.txt'), 'Of somebody else.');
    await symlink(join(folder, 'other.txt'), join(folder, 'again.csv.part'));
    for (const filter of ['dataset=demo&country=RS', 'dataset=demo'])
      expect(await monitor(['export', 'again.csv', '--filter', filter], { INIT_CWD: folder })).toMatchObject({ code: 0 });
    expect((await readFile(join(folder, 'again.csv'), 'utf8')).trimEnd().split('\r\n').length).toBeGreaterThan(300);
    expect(await readFile(join(folder, 'other.txt'), 'utf8')).toBe('Of somebody else.');
    expect((await readdir(folder)).filter((name) => name.startsWith('.again'))).toEqual([]);
  });

  test('write other formats, by the name of the file or the option, and say which options they lack', async () => {
    const folder = await fixtureFolder();
    const options = ['--filter', 'dataset=demo', '--address', 'https://monitor.example/'];
    expect((await monitor(['export', 'out.zip', ...options], { INIT_CWD: folder })).code).toBe(0);
    expect((await readFile(join(folder, 'out.zip'))).subarray(0, 2).toString()).toBe('PK');
    const { output } = await monitor(['export', '--format', 'ndjson', ...options]);
    const lines = output.trimEnd().split('\n');
    expect(lines).toHaveLength(300);
    expect(lines[0]).toMatch(/"url":"https:\/\/monitor\.example\/explore\?incident=[\w-]+"/);
    const refused = await monitor(['export', '--format', 'geojson', '--hxl']);
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.errors).toContain('GeoJSON has no --hxl.');
    expect((await monitor(['export', '--columns', 'place,nonsense'])).errors).toContain('"nonsense" is not a column.');
  });

  test('write both sides of a comparison, and the columns that are wanted', async () => {
    const filter = 'dataset=demo&from=2024-01-01&layer=heat&against=from%3D2023-01-01%26to%3D2023-12-31';
    const { output } = await monitor(['export', '--filter', filter, '--columns', 'occurred_on']);
    const [header, ...lines] = output.trimEnd().split('\r\n');
    expect(header).toMatch(/^id,side,occurred_on,/);
    for (const line of lines) expect(line).toMatch(/^[\w-]+,(A,2024|B,2023)-/);
    expect(new Set(lines.map((line) => line.split(',')[1]))).toEqual(new Set(['A', 'B']));
  });

  test('take everything that the address of the Explore screen can have', async () => {
    const filter = 'country=RS&at=20,44,6&incident=x1&interval=month&locations=rate&measure=killed&sort=-killed';
    const { code, output, errors } = await monitor(['export', '--filter', filter]);
    expect([code, errors]).toEqual([0, '']);
    expect(output.split('\r\n')[0]).toMatch(/^id,dataset,occurred_on,/);
  });

  test('say where no file can be written, before anything is read', async () => {
    const folder = await fixtureFolder();
    const nowhere = await monitor(['export', 'missing/out.csv'], { INIT_CWD: folder });
    expect(nowhere).toMatchObject({ code: 1, output: '' });
    expect(nowhere.errors).toMatch(/the folder .*missing does not exist\. Create it first, or choose another folder\.\n$/);
    expect((await monitor(['export', '.'], { INIT_CWD: folder })).errors).toMatch(
      / is a folder\. Give the name of a file in it\.\n$/,
    );
  });

  test.skipIf(process.platform === 'win32')('write into a pipe, which stays one', async () => {
    const pipe = join(await fixtureFolder(), 'pipe.csv');
    spawnSync('mkfifo', [pipe]);
    const reading = readFile(pipe, 'utf8');
    const { code } = await monitor(['export', pipe, '--filter', 'dataset=none']);
    // Of a pipe that was replaced, nothing would ever be read.
    expect((await stat(pipe)).isFIFO()).toBe(true);
    expect([code, await reading]).toEqual([0, expect.stringMatching(/^id,dataset,occurred_on,.*\r\n$/)]);
  });

  test('refuse a wrong filter, number or date', async () => {
    const wrong = await monitor(['export', '--filter', 'contry=RS&from=soon']);
    expect(wrong).toMatchObject({ code: 1, output: '' });
    expect(wrong.errors).toMatch(
      /"contry" is not a parameter\. Remove it or check its spelling\. Use one of against, at, bbox, [\s\S]*"from" must be a/,
    );
    expect((await monitor(['demo', '--rows', 'many'])).errors).toContain('It must be a whole number.');
    expect((await monitor(['demo', '--until', '2013-01-01'])).errors).toContain('from 2014-01-01 on');
  });
});

describe('monitor migrate and doctor', () => {
  test('find everything in order', async () => {
    expect((await monitor(['migrate'])).output).toBe('The database is up to date.\n');
    const { code, output } = await monitor(['doctor']);
    expect(output.replace(/\d[\d,.]*/g, 'N')).toBe(
      `ok      Node.js: N
ok      Database: PostgreSQL N responds
ok      Migrations: all applied
ok      Record: N datasets, N incidents, N people, N weapons, N sources
ok      Derived columns: match people, weapons and sources
`,
    );
    expect(code).toBe(0);
  });

  test('tell of traits that are wrong', async () => {
    const [row] = await used.database.connections<{ id: number; public_id: string; victim_traits: number }[]>`
      select id, public_id, victim_traits from incidents limit 1`;
    await used.database.connections`
      update incidents set victim_traits = (select max(id) from trait_sets where subject = 'victim' and id <> victim_traits)
      where id = ${row!.id}`;
    const { code, output } = await monitor(['doctor']);
    expect([code, output]).toEqual([1, expect.stringContaining(`PROBLEM Derived columns: wrong for ${row!.public_id}`)]);
    await used.database.connections`update incidents set victim_traits = ${row!.victim_traits} where id = ${row!.id}`;
  });

  test('tell in one line of a PostgreSQL that is too old', async () => {
    const old = { DATABASE_URL: await urlOfOldServer(used.database, used.url) };
    const message = 'The database is PostgreSQL 14.9, which is too old. Use PostgreSQL 15 or newer.';
    expect(await monitor(['migrate'], old)).toEqual({ code: 1, output: '', errors: `${message}\n` });
    const doctor = await monitor(['doctor'], old);
    expect([doctor.code, doctor.output + doctor.errors]).toEqual([1, expect.stringContaining(message)]);
  });

  test('tell of a database that does not answer, and make none', async () => {
    const away = await monitor(['doctor'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' });
    expect([away.code, away.output]).toEqual([
      1,
      expect.stringMatching(/PROBLEM Database: There is no database at 127\.0\.0\.1:9/),
    ]);
    const none = await monitor(['doctor'], { DATABASE_URL: '', DATA_FOLDER: join(tmpdir(), 'monitor-no-such-folder') });
    expect([none.code, none.output]).toEqual([1, expect.stringContaining('PROBLEM Database: none found.')]);
  });
});
