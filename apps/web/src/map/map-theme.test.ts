import { expect, test } from 'vitest';
import { mapThemes, readTheme } from './map-theme.ts';

test('both palettes have all colours', () => {
  for (const theme of [mapThemes.light, mapThemes.dark]) {
    const { name, types, ...colours } = theme;
    for (const colour of [...Object.values(colours), ...Object.values(types)])
      expect([name, colour]).toEqual([name, expect.stringMatching(/^#[\da-f]{3,6}$/)]);
  }
  expect(mapThemes.dark.sea).not.toBe(mapThemes.light.sea);
});

test('a missing colour is said', () => {
  expect(() => readTheme(':root { --sea: #fff; }', 'light')).toThrow(/--land/);
});
