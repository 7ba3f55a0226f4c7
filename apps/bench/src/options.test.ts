import { expect, test } from 'vitest';
import {
  OptionError,
  readOptions,
  readReliabilityOptions,
  readSignalOptions,
  readWebAddresses,
  reliabilityParts,
  sectionNames,
} from './options.ts';

test('everything is measured unless said otherwise', () => {
  const { sizes, sections, write, postgisUrl } = readOptions([], { POSTGIS_URL: ' ' });
  expect(sizes).toEqual([10_000, 100_000, 1_000_000]);
  expect([...sections]).toEqual(sectionNames);
  expect({ write, postgisUrl }).toEqual({ write: false, postgisUrl: undefined });
});

test('sizes are put in order, sections are picked', () => {
  const options = readOptions(['--rows', '20000,1000', '--only', 'cube,sql', '--write'], {});
  expect(options.sizes).toEqual([1000, 20_000]);
  expect([...options.sections]).toEqual(['cube', 'sql']);
  expect(options.write).toBe(true);
});

test.each([['--rows', 'many'], ['--rows', '10'], ['--only', 'everything'], ['--fast']])(
  'what is not possible is refused: %s %s',
  (...parameters) => {
    expect(() => readOptions(parameters.filter(Boolean), {})).toThrow(OptionError);
  },
);

test('running servers to measure in the browser are named one by one', () => {
  expect(readWebAddresses([])).toEqual([]);
  expect(readWebAddresses(['--url', 'http://127.0.0.1:8091', '--url', 'https://example.org/'])).toHaveLength(2);
  for (const wrong of [
    ['--url', 'here'],
    ['--url', 'file:///tmp'],
    ['--rows', '1000'],
  ])
    expect(() => readWebAddresses(wrong)).toThrow(OptionError);
});

test('a thousand years of signals are simulated unless said otherwise', () => {
  expect(readSignalOptions([])).toEqual({ runs: 1000, write: false });
  expect(readSignalOptions(['--runs', '20', '--write'])).toEqual({ runs: 20, write: true });
  for (const wrong of [
    ['--runs', '0'],
    ['--runs', 'many'],
    ['--rows', '1000'],
  ])
    expect(() => readSignalOptions(wrong)).toThrow(OptionError);
});

test('the product is soaked for an hour, and each fault tried ten times, unless said otherwise', () => {
  expect(readReliabilityOptions([])).toEqual({
    parts: new Set(reliabilityParts),
    sizes: [40_946, 1_000_000],
    imports: [100_000, 1_000_000, 5_000_000],
    minutes: 60,
    times: 10,
    write: false,
  });
  expect(
    readReliabilityOptions([
      '--only',
      'faults,load',
      '--rows',
      '5000',
      '--imports',
      '20000,1000',
      '--times',
      '2',
      '--minutes',
      '3',
      '--write',
    ]),
  ).toEqual({
    parts: new Set(['faults', 'load']),
    sizes: [5000],
    imports: [1000, 20_000],
    minutes: 3,
    times: 2,
    write: true,
  });
  for (const wrong of [
    ['--times', '0'],
    ['--minutes', 'long'],
    ['--only', 'cube'],
    ['--rows', '10'],
    ['--imports', '0'],
    ['--fast'],
  ])
    expect(() => readReliabilityOptions(wrong)).toThrow(OptionError);
});
