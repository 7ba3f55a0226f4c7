import { expect, test } from 'vitest';
import { OptionError, partsOfGroup, readOptions } from './options.ts';

test('the performance is measured unless said otherwise', () => {
  expect(readOptions([], { POSTGIS_URL: ' ' })).toEqual({
    parts: new Set(partsOfGroup.performance),
    rows: undefined,
    minutes: 60,
    seed: 1,
    times: 10,
    runs: 1000,
    urls: [],
    write: false,
    postgisUrl: undefined,
  });
});

test('parts and groups are picked, and sizes are put in order', () => {
  const { parts, rows, minutes, write } = readOptions(
    ['cube', 'reliability', '--rows', '20000,1000', '--minutes', '3', '--write'],
    {},
  );
  expect([...parts]).toEqual(['cube', 'load', 'soak', 'imports', 'faults', 'storm']);
  expect({ rows, minutes, write }).toEqual({ rows: [1000, 20_000], minutes: 3, write: true });
});

test('running servers to measure in the browser are named one by one', () => {
  const { urls } = readOptions(['web', '--url', 'http://127.0.0.1:8091', '--url', 'https://example.org/'], {});
  expect(urls).toEqual(['http://127.0.0.1:8091', 'https://example.org']);
});

test.each([
  ['everything'],
  ['--fast'],
  ['--rows', 'many'],
  ['--rows', '10'],
  ['--times', '0'],
  ['--minutes', 'long'],
  ['--runs', '-1'],
  ['--url', 'here'],
  ['--url', 'file:///tmp'],
])('what is not possible is refused: %s %s', (...parameters) => {
  expect(() => readOptions(parameters.filter(Boolean), {})).toThrow(OptionError);
});
