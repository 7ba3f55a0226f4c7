import { readFileSync } from 'node:fs';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { expect, it } from 'vitest';
import { testFile } from '../testing/test-files.ts';
import { builtInFormats } from './formats/built-in.ts';
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

it('names every format, as the README does', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  for (const name of builtInFormats.keys()) for (const text of [guide, readme]) expect(text).toContain(`\`${name}\``);
});

it('begins with a mapping that works', () => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  expect(readMapping(example, 'example.yaml').dataset.slug).toBe('my-city');
});

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
