import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ImportSummary } from '@monitor/ingest';
import { findIncidentAtVersion } from '@monitor/store';
import { emptyRecord, useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { fewPlaces, fixtureFolder } from './ready-database.ts';
import { runCommand } from './run-command.ts';
import { storedTotals } from './stored.ts';

/* What `monitor import` tells, and how it retracts. */

const used = useTestDatabase(fewPlaces);
let folder: string;
let file: string;
let said: string[];

beforeEach(async () => {
  await emptyRecord(used.database);
  folder = await fixtureFolder();
  file = join(folder, 'gva-like.csv');
  said = [];
});

async function monitor(options: string, more: Partial<Parameters<typeof runCommand>[1]> = {}): Promise<string> {
  const run = await runCommand(`import ${file} -f gva -d told ${options}`.trim(), { url: used.url, folder, ...more });
  said.push(...run.said);
  return run.printed;
}

const json = async (options = '') => JSON.parse(await monitor(`${options} --json`.trim())) as ImportSummary;

/** Takes rows out of the file. The last one, `9`, is cut off. */
async function remove(rows: RegExp): Promise<void> {
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(rows, ''));
}

const published = async () =>
  (
    await used.database.connections<{ key: string }[]>`
      select source_key as key from incidents where status = 'published' order by source_key`
  ).map(({ key }) => key);

describe('the report', () => {
  test('has the sums that are on record, without rows that repeat an identifier', async () => {
    const dry = await json('--dry-run');
    const { contents, incidents, address, ...told } = await json();
    const { killed, injured, people, incidents: stored } = (await storedTotals(used.database, 'told'))!;
    expect([contents.killed.number, contents.injured.number, contents.victims + contents.perpetrators]).toEqual([
      killed,
      injured,
      people,
    ]);
    expect(incidents).toMatchObject({ accepted: stored, read: 10, rejected: 4, stored: { inserted: stored, retracted: null } });
    // The file has the row of a repeated identifier in 2017 too.
    expect(contents.locations).toEqual({ most: [{ code: 'US', name: 'United States', incidents: 6 }], more: 0, notKnown: 0 });
    expect(address).toBe('/explore?dataset=told');
    expect(told.seconds).toBeGreaterThan(0);
    expect(told.files[0]!.notRead.columns).toContain('"participant_name"');
    expect({ ...dry, seconds: null, rejectedFile: null, dryRun: false, incidents: null }).toEqual({
      ...told,
      seconds: null,
      rejectedFile: null,
      contents,
      address,
      incidents: null,
    });
  });

  test('shows incidents as the record shows them, and never more', async () => {
    const { examples } = await json();
    expect(examples).toHaveLength(3);
    const ids = await used.database.connections<
      { id: string }[]
    >`select public_id as id from incidents order by incidents.id limit 3`;
    for (const [at, { id }] of ids.entries()) {
      const { record } = await findIncidentAtVersion(used.database, id);
      const { weapons, sources, ...fields } = examples[at]!;
      expect(record).toMatchObject({ ...fields, weapon_details: weapons, source_details: sources });
    }
  });

  test('has the dataset of a format that is a mapping file, and ranges of ages', async () => {
    const header =
      'INCIDENT_KEY,OCCUR_DATE,OCCUR_TIME,BORO,LOCATION_DESC,STATISTICAL_MURDER_FLAG,PERP_AGE_GROUP,PERP_SEX,VIC_AGE_GROUP,VIC_SEX';
    const shootings = join(folder, 'shootings.csv');
    await writeFile(shootings, `${header},Latitude,Longitude\n7,03/05/2024,23:15:00,,,true,,,25-44,F,40.85,-73.88\n`);
    const { printed } = await runCommand(`import ${shootings} -f nypd --json`, { url: used.url, folder });
    const { dataset, examples } = JSON.parse(printed) as ImportSummary;
    const [stored] = await used.database.connections`
      select title, age_band, age_from, age_to from people join incidents on incidents.id = incident_id
      join datasets on datasets.id = dataset_id where slug = ${dataset}`;
    expect(stored).toEqual({ title: 'Shootings in New York City', age_band: 'not_reported', age_from: 25, age_to: 44 });
    expect(examples[0]?.people).toMatchObject([{ sex: 'woman', age_from: 25, age_to: 44 }]);
  });

  test('is a document for programs, with nothing beside it, and asks nothing', async () => {
    const given = { answer: true };
    const printed = await monitor('--json', given);
    expect(JSON.parse(printed)).toMatchObject({ dataset: 'told', dryRun: false });
  });

  test('gives the address of the site', async () => {
    expect(await monitor('--address https://monitor.example/')).toContain(
      'To see this dataset: https://monitor.example/explore?dataset=told\nTime taken: ',
    );
  });

  test('says what changed, in a dry run too, which then changes nothing', async () => {
    await monitor('');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Street,0,2', 'Street,0,3'));
    const { incidents } = await json('--dry-run');
    expect(incidents.stored).toMatchObject({ inserted: 0, updated: 1, changedFields: [{ field: 'injured', incidents: 1 }] });
    expect(await monitor('--dry-run')).toMatch(/ 6 would be imported .*\n +0 inserted\n +1 updated: injured in 1\n/);
    expect(await monitor('')).toContain(' 1 updated: injured in 1\n');
    expect(await monitor('--dry-run')).toContain(' 0 updated\n');
  });
});

describe('--complete', () => {
  beforeEach(async () => {
    await monitor('');
    await remove(/^9,[\s\S]*/gm);
  });

  test('retracts what the file does not have, and a dry run says so before', async () => {
    expect(await published()).toEqual(['1', '2', '3', '4', '7', '8']);
    await remove(/^[78],[^\n]*\n/gm);
    const line = ' 2 retracted, since they are not in the files\n';
    expect(await monitor('--complete --dry-run')).toContain(line);
    expect(await published()).toHaveLength(6);
    expect(await monitor('--complete')).toContain(line);
    expect(await published()).toEqual(['1', '2', '3', '4']);
    const undone = await runCommand('undo', { url: used.url, folder, answer: true });
    expect(undone.said).toEqual([expect.stringContaining(' and changed 0. It retracted 2. Undo it?')]);
    expect(undone.printed).toContain('Published or retracted as before: 2 incidents.');
    expect(await published()).toHaveLength(6);
  });

  test('refuses to retract more than half of a dataset, unless that is said twice', async () => {
    await remove(/^2,[\s\S]*?(?=^5,)|^[78],[^\n]*\n/gm);
    const sentence = /^With --complete, 5 of the 6 incidents of "told" would be retracted, which is more than half\./;
    await expect(monitor('--complete')).rejects.toThrow(sentence);
    expect(await published()).toHaveLength(6);
    expect(await monitor('--complete --dry-run')).toContain(' 5 retracted');
    expect(said.at(-1)).toMatch(sentence);
    await monitor('--complete --yes');
    expect(await published()).toEqual(['1']);
  });

  test('leaves incidents whose rows are rejected, and refuses if nobody knows which they are', async () => {
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^2,\d{4}-\d\d-\d\d/m, '2,2017-02-30'));
    expect(await monitor('--complete')).toContain(' 0 retracted, since');
    expect(await published()).toContain('2');
    await writeFile(file, text.replace(/^2,.*$/m, '2,cut off'));
    await expect(monitor('--complete')).rejects.toThrow(
      /^With --complete, 1 incident would be retracted, but 1 rejected incident may be among them, .* Nothing was imported\.$/,
    );
  });
});

test('an import that waits says for what, and can be stopped', async () => {
  const interruption = new AbortController();
  const heard: string[] = [];
  await used.database.connections.begin(async (other) => {
    await other`select set_config('application_name', 'monitor: import into my-city', true), pg_advisory_xact_lock(hashtext('import'))`;
    const waiting = monitor('', { signal: interruption.signal, onSaid: (text) => void heard.push(text) });
    await vi.waitUntil(() => heard.length > 0, { timeout: 30_000, interval: 20 });
    expect(heard).toEqual([
      expect.stringMatching(
        /^Waiting for another command \(import into my-city\), which began on \d{4}-\d\d-\d\d \d\d:\d\d UTC, to end\. To stop waiting, press Ctrl-C: nothing is changed then\.$/,
      ),
    ]);
    interruption.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
  });
  expect(await published()).toEqual([]);
});
