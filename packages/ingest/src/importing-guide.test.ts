import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtInFormats } from './formats/built-in.ts';
import { Mapping } from './generic/mapping-schema.ts';
import { readMapping } from './generic/read-mapping.ts';

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

it('is right about the ten lines of the README', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(readMapping(example.replaceAll(/^ {3}/gm, ''), 'mine.yaml').dataset.slug).toBe('mine');
});
