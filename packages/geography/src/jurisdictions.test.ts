import { notices } from '@monitor/domain';
import { expect, test } from 'vitest';
import { jurisdiction, jurisdictions } from './jurisdictions.ts';
import { jurisdictionCode } from './world.ts';
import { aliasRows } from './jurisdiction-aliases.ts';

test('the seven monitored places come first, by name', () => {
  expect(jurisdictions.slice(0, 7).map(({ code }) => code)).toEqual(['AL', 'BA', 'XK', 'MD', 'ME', 'MK', 'RS']);
  expect(jurisdictions.filter(({ monitored }) => monitored)).toHaveLength(7);
});

test('names are printed as they must be', () => {
  expect(jurisdiction('XK')).toMatchObject({ name: 'Kosovo*', note: notices.kosovo, iso3: 'XKX' });
  expect(jurisdiction('MK')?.name).toBe('North Macedonia');
  expect(jurisdiction('TR')?.name).toBe('Türkiye');
  expect(jurisdiction('MD')?.name).toBe('Moldova');
  expect(jurisdictions.filter(({ name, note }) => name.includes('*') !== (note !== null))).toEqual([]);
});

test('codes are unique', () => {
  expect(new Set(jurisdictions.map(({ code }) => code)).size).toBe(jurisdictions.length);
  expect(new Set(jurisdictions.map(({ iso3 }) => iso3)).size).toBe(jurisdictions.length);
  expect(jurisdiction('ZZ')).toBeUndefined();
});

test('codes, names and aliases lead to their own jurisdiction in any case', () => {
  for (const { code, iso3, name } of jurisdictions) {
    for (const text of [code, iso3, name, code.toLowerCase(), name.toUpperCase(), ` ${name} `])
      expect(jurisdictionCode(text)).toBe(code);
  }
  for (const [code, ...aliases] of aliasRows) {
    for (const alias of aliases) expect([alias, jurisdictionCode(alias)]).toEqual([alias, code]);
  }
});

test.each([
  ['XKX', 'XK'],
  ['UNK', 'XK'],
  ['KOS', 'XK'],
  ['KV', 'XK'],
  ['-2', 'XK'],
  ['-99', 'XK'],
  ['kosovo', 'XK'],
  ['Kosovo*', 'XK'],
  ['Kosovë', 'XK'],
  ['Косово', 'XK'],
  ['Macedonia', 'MK'],
  ['FYROM', 'MK'],
  ['the former Yugoslav Republic of Macedonia', 'MK'],
  ['Северна Македонија', 'MK'],
  ['Republic of Moldova', 'MD'],
  ['Turkey', 'TR'],
  ['TURKIYE', 'TR'],
  ['United States', 'US'],
  ['united states of america', 'US'],
  ['Bosnia-Herzegovina', 'BA'],
  ['Bosnia & Herzegovina', 'BA'],
  ['Shqiperia', 'AL'],
  ['Србија', 'RS'],
  ['УКРАЇНА', 'UA'],
])('%s is %s', (text, code) => {
  expect(jurisdictionCode(text)).toBe(code);
});

test.each(['', ' ', '2', '99', '-1', 'ZZ', 'Yugoslavia', '*', 'Atlantis'])('%j is no jurisdiction', (text) => {
  expect(jurisdictionCode(text)).toBeUndefined();
});
