import type { TrendsData } from '@monitor/contract';
import { expect, test } from 'vitest';
import { linesOf, shownAs } from './shown-as.ts';

const valuesOf = (split: string) =>
  ({
    country: ['XK', 'ME', 'MK', 'AL', 'BA', 'MD', 'RS'],
    type: ['weapon_seizure', 'criminal_context', 'public_dispute'],
    weapon: ['handgun', 'air_gun', 'explosive', 'ammunition', 'other', 'gas_pistol', 'pyrotechnic', 'not_reported'],
  })[split] ?? [];

const series = (split: TrendsData['split'], steps = 2, addsUp = true) =>
  ({
    split,
    addsUp,
    parts: valuesOf(split).map((value) => ({ value })),
    steps: Array.from({ length: steps }, () => ({ whole: 1 })),
  }) as unknown as TrendsData;

test('parts are lines where each has a colour of its own, else side by side', () => {
  expect(shownAs(series('country'), 'auto')).toBe('lines');
  expect(shownAs(series('type'), 'auto')).toBe('lines');
  expect(shownAs(series('weapon'), 'auto')).toBe('multiples');
  expect(shownAs(series('none'), 'auto')).toBe('total');
  const withOthers = { ...series('country'), parts: ['XK', 'BY'].map((value) => ({ value })) } as unknown as TrendsData;
  expect(shownAs(withOthers, 'auto')).toBe('multiples');
});

test('layers need parts of a whole and two steps', () => {
  expect(shownAs(series('country'), 'stacked')).toBe('stacked');
  expect(shownAs(series('country', 1), 'stacked')).toBe('lines');
  expect(shownAs(series('weapon', 2, false), 'stacked')).toBe('lines');
});

test('all locations are lines; without colours, six and what is not reported', () => {
  const coloured = valuesOf('country').map((value) => ({ value, colour: value }));
  expect(linesOf(coloured)).toEqual(coloured);
  const shown = linesOf(valuesOf('weapon').map((value) => ({ value }))).map(({ value }) => value);
  expect(shown).toEqual([...valuesOf('weapon').slice(0, 6), 'not_reported']);
});
