import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, readSummary } from '@monitor/store';
import { useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { runCommand } from './run-command.ts';

/* The commands on a record that is spread over two servers, and on the database that reads from both. */

const first = useTestDatabase();
const more: string[] = [];
let folder = '';
let place: { url: string; folder: string; spread: string };
const mapping = `dataset: { slug: mine, title: Mine, licence: CC0-1.0, attribution: Nobody }
incident:
  source_key: id
  occurred_on: { column: date, formats: ['YYYY-MM-DD'] }
  country: country
  type: { column: kind, values: {}, otherwise: other }
  killed: dead
`;
const rows = [
  ['1', '2018-05-01', 'RS', 'quarrel', '1'],
  ['2', '2021-05-01', 'RS', 'quarrel', '2'],
  ['3', '2022-05-01', 'UA', 'quarrel', '0'],
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'monitor-spread-'));
  for (let at = 0; at < 3; at++) more.push(await first.another());
  const list = `servers:\n  old: { url: '${more[0]}', until: 2019 }\n  fresh: { url: '${more[1]}', from: 2020 }\n`;
  await writeFile(join(folder, 'servers.yaml'), list);
  await writeFile(join(folder, 'mine.yaml'), mapping);
  await writeFile(join(folder, 'mine.csv'), ['id,date,country,kind,dead', ...rows.map((row) => row.join())].join('\n'));
  place = { url: more[2]!, folder, spread: 'servers.yaml' };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const importing = 'import mine.csv --format generic --mapping mine.yaml';

async function totals() {
  const front = await openDatabase(place.url);
  const { totals: found } = await readSummary(front, {}, { interval: 'none', facets: [] });
  await front.close();
  return [found.incidents, found.killed];
}

test('one command spreads a record, and the others know its servers', async () => {
  await expect(runCommand('spread', { url: place.url, folder })).rejects.toThrow('Set SPREAD to the file that lists the servers.');
  expect((await runCommand('spread', place)).printed).toContain('The record is spread over 2 servers.');
  await runCommand(importing, place);
  expect(await totals()).toEqual([3, 3]);
  expect((await runCommand('datasets', place)).printed).toMatch(/mine +3 /);

  // Without the file, nobody takes the database that reads for the record.
  await expect(runCommand(importing, { url: place.url, folder })).rejects.toThrow('This record is spread over several servers.');
  await expect(runCommand('backup part.sql.gz', { url: place.url, folder })).rejects.toThrow(
    'This record is spread over several servers.',
  );

  const { printed } = await runCommand('verify', place);
  expect(printed).not.toContain('PROBLEM');
  expect(printed.match(/^Server (old|fresh):|^ok +Numbers/gm)).toHaveLength(4);
  expect((await runCommand('doctor', place)).printed.match(/^Server \w+:|^ok +Derived columns/gm)).toHaveLength(4);
  await runCommand('backup monitor.sql.gz', place);
  expect((await readdir(folder)).filter((name) => name.endsWith('.gz')).toSorted()).toEqual([
    'monitor.fresh.sql.gz',
    'monitor.old.sql.gz',
  ]);

  await writeFile(join(folder, 'mine.csv'), `id,date,country,kind,dead\n${rows.map((row) => row.with(4, '5').join()).join('\n')}`);
  await runCommand(importing, place);
  expect(await totals()).toEqual([3, 15]);
  expect((await runCommand('undo --yes', place)).printed).toMatch(/server old: .*\n.*server fresh: /);
  expect(await totals()).toEqual([3, 3]);
  expect((await runCommand('remove mine --yes', place)).printed).toContain('Removed from the server old: 1 incident.');
  expect(await totals()).toEqual([0, 0]);

  // A server that was lost for good comes from its backup, the rest is as it was.
  const anew = await first.another();
  await runCommand('restore monitor.old.sql.gz', { url: anew, folder });
  await writeFile(
    join(folder, 'servers.yaml'),
    `servers:\n  old: { url: '${anew}', until: 2019 }\n  fresh: { url: '${more[1]}', from: 2020 }\n`,
  );
  await runCommand('spread', place);
  expect(await totals()).toEqual([1, 1]);
});
