import { readdirSync, readFileSync } from 'node:fs';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readAll, testFile } from '../testing/test-files.ts';
import { builtInFormatNames } from './formats/format-names.ts';
import { genericFormat } from './generic/generic-format.ts';
import { Mapping } from './generic/mapping-schema.ts';
import { readMapping } from './generic/read-mapping.ts';
import { ImportReport } from './import-report.ts';
import { openFiles, readIncidents } from './read-incidents.ts';

/* docs/importing.md against what the importer takes. */

const guide = readFileSync(new URL('../../../docs/importing.md', import.meta.url), 'utf8');

it('names every field of a mapping', () => {
  const { incident, people, weapons, sources, file, dataset } = Mapping.properties;
  const fields = [Mapping, incident, people.items, weapons.items, sources.items, file, dataset].flatMap(({ properties }) =>
    Object.keys(properties),
  );
  expect(fields.filter((field) => !guide.includes(`\`${field}\``) && !guide.includes(`\`${field}:`))).toEqual([]);
});

it('names every format', () => {
  expect(builtInFormatNames.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

it('has messages as the importer says them', () => {
  const folders = ['../src', '../../../apps/cli/src'].map((path) => new URL(path, import.meta.url));
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(new URL(`${folder.href}/${name}`), 'utf8')),
  );
  const [, section = ''] = /### Problems with the file[^\n]*\n([\s\S]*?)\n### /.exec(guide) ?? [];
  const messages = [...section.matchAll(/^\| ([^|]+) \|/gm)].slice(2).flatMap(([, cell = '']) => cell.split(' · '));
  expect(messages.length).toBeGreaterThan(10);
  // What differs from one file to another is not in the code: names, numbers, examples.
  const fixed = (message: string) => message.split(/"[^"]*"|\S*\d+\S*|…|\([^)]*\)|\b\w+\.example\b/).map((part) => part.trim());
  const missing = messages.flatMap(fixed).filter((part) => part.length > 8 && !sources.some((source) => source.includes(part)));
  expect(missing).toEqual([]);
});

it('begins with a mapping that works', () => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  expect(readMapping(example, 'example.yaml').dataset.slug).toBe('my-city');
});

it('has parts of mappings that work', () => {
  const [, ...parts] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, part = '']) => part);
  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts) expect(() => wholeMapping(part)).not.toThrow();
});

it('reads a file without an identifier, with numbers in several columns, as it says', async () => {
  const [, part = ''] = /```yaml\n(incident:\n {2}source_key: \{ join[\s\S]*?)```/.exec(guide) ?? [];
  const rows = ['18 08:00:00,44.81,20.46,,1.0,,2', '18 08:00:00,44.82,20.46,1,,,', '18 08:00:00,44.82,20.47,,,,'];
  const header = 'data,latitude,longitude,civis_mortos,agentes_mortos,civis_feridos,agentes_feridos';
  const { drafts, rejected } = await readAll(
    testFile([header, ...rows.map((cells) => `2024-01-${cells}`)].join('\n')),
    genericFormat(wholeMapping(part)),
  );
  expect(rejected).toEqual([]);
  expect(drafts.map(({ draft }) => [draft.country, draft.killed, draft.injured])).toEqual([['RS', 1, 2], ['RS', 1, null], ['RS', null, null]]); // prettier-ignore
});

/** A mapping with a part that the guide shows, and whatever else it needs. */
function wholeMapping(part: string): Mapping {
  const rest = {
    dataset: { slug: 'my-city', title: 'My city', licence: 'CC0-1.0', attribution: 'Nobody' },
    incident: { occurred_on: 'Date', country: { value: 'RS' }, type: { value: 'other' } },
    people: [{ outcome: { value: 'not_reported' } }],
  };
  return readMapping(stringify({ ...rest, ...(parse(part) as object) }), 'part.yaml');
}

it('is right about the ten lines of the README', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(readMapping(example.replaceAll(/^ {3}/gm, ''), 'mine.yaml').dataset.slug).toBe('mine');
});

it('shows the report that the example gives', async () => {
  const [, mapping = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  const [, rows = ''] = /```csv\n([\s\S]*?)```/.exec(guide) ?? [];
  const format = genericFormat(readMapping(mapping, 'my-city.yaml'));
  const files = await openFiles([testFile(rows, 'my-city.csv')], format);
  const report = new ImportReport(format);
  for await (const result of readIncidents(files, format, { gazetteer: await loadGazetteer(), today: '2026-07-01' }))
    report.add(result);
  const text = report.text({ dryRun: true, seconds: 0.42 });
  // Updated by: npx pnpm@12.4.2 exec vitest run packages/ingest/src/importing-guide.test.ts -u
  const updated = guide.replace(/```text\n[\s\S]*?```/, () => `\`\`\`text\n${text}\n\`\`\``);
  await expect(updated).toMatchFileSnapshot('../../../docs/importing.md');
});
