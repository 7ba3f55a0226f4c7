import { expect, test } from 'vitest';

/* A class that a style sheet does not have is undefined without a word, and what it should style loses its style. */

const sheets = import.meta.glob<string>('../**/*.module.css', { query: '?raw', import: 'default', eager: true });
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The classes that a sheet has, without those of libraries, which it names as `:global(…)`. */
function classesOf(sheet: string): Set<string> {
  const rules = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/:global\([^)]*\)/g, '');
  return new Set([...rules.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => String(name)));
}

/** A path without its steps up and down. */
function resolved(from: string, to: string): string {
  return new URL(to, new URL(from, 'file:///src/styles/')).pathname;
}

/** The classes that the sources take from each sheet, as `styles.name` or `styles['name']`. */
function usedClasses(): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const [path, text] of Object.entries(sources)) {
    for (const [, name, sheet] of text.matchAll(/^import (\w+) from '([^']+\.module\.css)'/gm)) {
      const key = resolved(path, String(sheet));
      const found = [...text.matchAll(new RegExp(String.raw`(?<!/)\b${name}(?:\.(\w+)|\['([\w-]+)'\])`, 'g'))];
      used.set(key, new Set([...(used.get(key) ?? []), ...found.map(([, plain, quoted]) => String(plain ?? quoted))]));
    }
  }
  return used;
}

const used = usedClasses();

test.each(Object.entries(sheets))('%s has the classes that are used, and no others', (path, sheet) => {
  expect([...classesOf(sheet)].toSorted()).toEqual([...(used.get(resolved(path, '')) ?? [])].toSorted());
});
