import { expect, test } from 'vitest';
import tokens from './tokens.css?raw';

/* A custom property that does not exist is not reported anywhere: what it should colour has no colour. */

const files = import.meta.glob<string>(['../**/*.{css,ts,tsx}', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sources = Object.entries(files);
/** Set by the browser or by a library on elements. */
const foreign = /^--(?:visual-viewport-height|trigger-width)$/;

const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => String(name));

test('every custom property that is used has a value', () => {
  const set = new Set(sources.flatMap(([, text]) => namesIn(text, /(--[\w-]+)['"]?\s*:/g)));
  const missing = sources.flatMap(([path, text]) =>
    namesIn(text, /var\((--[\w-]+)/g)
      .filter((name) => !set.has(name) && !foreign.test(name))
      .map((name) => `${name} in ${path}`),
  );
  expect(missing).toEqual([]);
});

test('every colour is used, and both themes have it', () => {
  const [light, dark] = tokens.split("[data-theme='dark']").map((theme) => namesIn(theme, /^ +(--[\w-]+):/gm));
  expect(dark).toEqual(light);
  const others = sources.filter(([path]) => !path.endsWith('/tokens.css')).map(([, text]) => text);
  expect(light!.filter((name) => !others.some((text) => new RegExp(`${name}\\b(?!-)`).test(text)))).toEqual([]);
});
