import { expect, test } from 'vitest';

/* The compiler finds a text that is missing. This finds one that nothing shows any more. */

const texts = import.meta.glob<object>(['../**/locales/en.json', '../../../../packages/findings/src/say/locales/en.json'], {
  import: 'default',
  eager: true,
});
const written = import.meta.glob<string>(['../**/locales/en.json', '../../../../packages/findings/src/say/locales/en.json'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '../../../../packages/findings/src/**/*.ts', '!**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The keys of all texts: `filter.more` for `filter.more_one` and `filter.more_other`. A list of paragraphs is one text. */
function keysOf(node: object, before = ''): string[] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? keysOf(value, `${before}${name}.`)
      : [before + name.replace(/_(?:zero|one|two|few|many|other)$/, '')],
  );
}

const all = Object.values(sources).join('\n');
const literals = new Set([...all.matchAll(/(['"])([\w.]+)\1/g)].map(([, , key]) => key));

/** Keys that are put together, as patterns: `filter.section.${group}`. Anything may be put in, but it must begin with a name. */
const patterns = [...new Set([...all.matchAll(/`(\w+(?:\.\w+)*\.?\$\{[^`]*)`/g)].map(([, key]) => String(key)))].map(
  (key) => new RegExp(`^${key.replaceAll('.', String.raw`\.`).replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, String.raw`[\w-]+`)}$`),
);

test.each(Object.entries(texts))('every text of %s is used', (_, file) => {
  const unused = [...new Set(keysOf(file))].filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});

test.each(Object.entries(written))('no text of %s has the key of another, which it would replace', (_, file) => {
  const keysIn = (text: string) => text.match(/"(?:[^"\\]|\\.)*"\s*:/g)?.length;
  expect(keysIn(file)).toBe(keysIn(JSON.stringify(JSON.parse(file))));
});
