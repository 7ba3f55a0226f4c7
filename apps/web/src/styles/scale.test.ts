import { expect, test } from 'vitest';

/* One scale of letters, one of space and three widths: a size of its own in one place is seen beside the others. */

const sheets = import.meta.glob<string>('../**/*.css', { query: '?raw', import: 'default', eager: true });
const declared = Object.entries(sheets).flatMap(([path, text]) =>
  [...text.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/^ +([a-z-]+):\s*([^;{]+);/gm)].map(([, name, value]) => ({
    path,
    name: String(name),
    value: String(value),
  })),
);
const spaces = new Set([0, 1, 2, 4, 6, 8, 12, 16, 20, 24, 32, 40, 56]);

test('letters have the sizes of base.css', () => {
  const others = declared.filter(({ name, value }) => name === 'font-size' && !/^(?:.*var\(--text-\d\).*|inherit)$/.test(value));
  expect(others).toEqual([]);
});

test('what is around and between things is on one scale', () => {
  const isOther = (value: string) =>
    !value.includes('calc(') &&
    [...value.matchAll(/(?<![\w.])([\d.]+)px/g)].some(([, pixels]) => Number(pixels) <= 56 && !spaces.has(Number(pixels)));
  const others = declared.filter(({ name, value }) => /^(?:padding|margin|gap|row-gap|column-gap)/.test(name) && isOther(value));
  expect(others).toEqual([]);
});

test('a layout changes at three widths', () => {
  const widths = Object.values(sheets).flatMap((text) =>
    [...text.matchAll(/^@media.*?\((m..-width: \d+px)\)/gm)].map(([, width]) => width),
  );
  expect(new Set(widths)).toEqual(
    new Set(['max-width: 1120px', 'min-width: 1121px', 'max-width: 900px', 'max-width: 720px', 'min-width: 721px']),
  );
});
