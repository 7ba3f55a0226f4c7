import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readContext } from '../command-context.ts';
import { program } from '../program.ts';
import { importCommand } from './import.ts';

test('docs/importing.md names every option of monitor import', () => {
  const guide = readFileSync(new URL('../../../../docs/importing.md', import.meta.url), 'utf8');
  const commands = program(readContext({}, new AbortController().signal), () => undefined);
  const options = commands.commands.find((command) => command.name() === 'import')!.options;
  expect(options.map(({ long }) => long).filter((name) => name !== '--format' && !guide.includes(`\n| \`${name}`))).toEqual([]);
  expect(guide).toContain('monitor import FILE… --format FORMAT');
});

/** Imports a file that is not there with a mapping: one that is refused is so before the file is looked for. */
async function run(mapping: string, dryRun = false): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'monitor-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const context = readContext({ INIT_CWD: folder }, new AbortController().signal);
  const incident = 'incident: { occurred_on: day, country: { value: RS }, type: { value: other } }';
  writeFileSync(join(folder, 'mine.yaml'), `${mapping}\n${incident}\n`);
  return importCommand(['none.csv'], { format: 'generic', mapping: 'mine.yaml', dryRun }, context);
}

test('a mapping that does not say who publishes the data is only for a dry run', async () => {
  const by = (dataset: string, dryRun?: boolean) => run(`dataset: { slug: mine, title: Mine, ${dataset} }`, dryRun);
  await expect(by('licence: not yet known, attribution: Not yet known')).rejects.toThrow(
    'mine.yaml: "licence" and "attribution" under "dataset" are "not yet known", and everybody would read that. ' +
      'Write who publishes the data and on what terms, such as "attribution: Police of my city" and "licence: CC-BY-4.0". ' +
      'Until then, add --dry-run. Nothing was imported.',
  );
  await expect(by('licence: not yet known, attribution: Nobody')).rejects.toThrow('"licence" under "dataset" is "not yet known"');
  await expect(by('licence: CC0-1.0, attribution: Nobody')).rejects.toThrow(/none\.csv/);
  await expect(by('licence: not yet known, attribution: not yet known', true)).rejects.toThrow(/none\.csv/);
});

test('a mapping of rows that may be totals is for nothing until it says what they are', async () => {
  const of = (rows: string, dryRun?: boolean) =>
    run(`dataset: { slug: mine, title: Mine, licence: CC0-1.0, attribution: Nobody }\nrows: ${rows}`, dryRun);
  for (const dryRun of [false, true]) {
    await expect(of('not yet known', dryRun)).rejects.toThrow(
      'mine.yaml: "rows" is "not yet known". Rows of this file may be totals',
    );
    await expect(of('incidents', dryRun)).rejects.toThrow(/none\.csv/);
  }
});
