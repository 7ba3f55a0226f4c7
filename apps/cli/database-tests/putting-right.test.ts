import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoDataset } from '@monitor/demo';
import { numberDrafts, importIncidents } from '@monitor/store';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { emptyRecord, useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { fewPlaces, fixtureFolder } from './ready-database.ts';
import { runCommand } from './run-command.ts';
import { storedTotals } from './stored.ts';

const used = useTestDatabase(fewPlaces);
let folder: string;
let said: string[];

beforeEach(async () => {
  await emptyRecord(used.database);
  folder = await fixtureFolder();
  said = [];
});

/** Runs a command and gives what it printed. */
async function monitor(line: string, answer?: boolean): Promise<string> {
  const run = await runCommand(line, { url: used.url, folder, answer });
  said.push(...run.said);
  return run.printed;
}

const incidentsIn = async (slug: string) => (await storedTotals(used.database, slug))?.incidents;
const importGva = (answer?: boolean) => monitor(`import ${join(folder, 'gva-like.csv')} -f gva -d wrong -t Wrong`, answer);
const importDemo = () =>
  importIncidents(used.database, {
    dataset: demoDataset,
    format: 'demo',
    fileNames: [],
    drafts: numberDrafts(
      randomDrafts(5, 3).map((draft) => ({ ...draft, country: 'RS', region: null, place: null, people: [], sources: [] })),
    ),
  });

test('monitor datasets lists what is on record, with what is made up', async () => {
  expect(await monitor('datasets')).toBe('There are no datasets yet. See docs/importing.md.');
  await importDemo();
  await importGva();
  const [header, demo, wrong, ...others] = (await monitor('datasets')).split('\n');
  expect(header).toMatch(/^Dataset +Incidents +First day +Last day +Last import +Title$/);
  expect(demo).toMatch(
    /^demo +5 +\d{4}-\d\d-\d\d +\d{4}-\d\d-\d\d +\d{4}-\d\d-\d\d \d\d:\d\d UTC +Synthetic demonstration data \(made up\)$/,
  );
  expect(wrong).toMatch(/^wrong +6 +2017-.* Wrong$/);
  expect(others).toEqual([]);
});

describe('monitor remove', () => {
  test('says how many incidents go, asks, and does what is answered', async () => {
    await importGva();
    expect(await monitor('remove wrong', false)).toBe('Nothing was removed.');
    expect(said).toEqual([
      'This removes the dataset "wrong" (Wrong) with 6 incidents and their history. It cannot be undone. Remove it?',
    ]);
    expect(await incidentsIn('wrong')).toBe(6);
    expect(await monitor('remove wrong', true)).toMatch(
      /^Removed the dataset "wrong" with 6 incidents\. .* The dataset version is \d+\.$/,
    );
    expect(await incidentsIn('wrong')).toBe(0);
    await expect(monitor('remove wrong', true)).rejects.toThrow('There is no dataset "wrong".');
  });

  test('does it in a script only with --yes', async () => {
    await importGva();
    await expect(monitor('remove wrong')).rejects.toThrow(/6 incidents[\s\S]*nothing was changed\. To go ahead, add --yes\./);
    expect(await incidentsIn('wrong')).toBe(6);
    expect(await monitor('remove wrong --yes')).toContain('Removed');
    expect(await incidentsIn('wrong')).toBe(0);
  });
});

describe('monitor undo', () => {
  test('says what the last import did, asks, and undoes it', async () => {
    expect(await monitor('undo --yes')).toBe('There is no import to undo. Nothing was changed.');
    await importGva();
    expect(await monitor('undo', false)).toBe('Nothing was changed.');
    expect(said).toEqual([
      expect.stringMatching(
        /^The last import, of gva-like\.csv on \d{4}-\d\d-\d\d \d\d:\d\d UTC, added 6 incidents to the dataset "wrong" \(Wrong\) and changed 0\. Undo it\?$/,
      ),
    ]);
    expect(await incidentsIn('wrong')).toBe(6);
    expect(await monitor('undo', true)).toMatch(/^Undone: 6 incidents removed, 0 as before\. The dataset version is \d+\.$/);
    expect(await monitor('datasets')).toContain('no datasets');
  });

  test('does it in a script only with --yes', async () => {
    await importGva();
    await expect(monitor('undo')).rejects.toThrow('add --yes');
    expect(await incidentsIn('wrong')).toBe(6);
    expect(await monitor('undo --yes')).toContain('6 incidents removed');
  });
});

describe('the first import of real incidents beside made-up ones', () => {
  const offer = 'The made-up incidents of "demo" (Synthetic demonstration data) are still beside yours.';

  test('asks at a terminal whether to remove them', async () => {
    await importDemo();
    await importGva(false);
    expect(said).toEqual([`${offer} Remove them?`]);
    expect(await incidentsIn('demo')).toBe(5);
    // Only the first does.
    await importGva(true);
    expect([said.length, await incidentsIn('demo')]).toEqual([1, 5]);
  });

  test('removes them when the person agrees', async () => {
    await importDemo();
    expect(await importGva(true)).toContain('Removed the dataset "demo" with 5 incidents.');
    expect([await incidentsIn('demo'), await incidentsIn('wrong')]).toEqual([0, 6]);
  });

  test('says the command where nobody can answer, and nothing where there are none', async () => {
    await importGva();
    expect(said).toEqual([]);
    await emptyRecord(used.database);
    await importDemo();
    await importGva();
    expect(said).toEqual([`${offer} To remove them: npx pnpm@12.4.2 monitor remove demo`]);
  });
});
