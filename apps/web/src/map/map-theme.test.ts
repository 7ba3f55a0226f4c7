import { expect, test } from 'vitest';
import tokens from '../styles/tokens.css?raw';
import { mapThemes, readTheme } from './map-theme.ts';

test('both palettes have all colours', () => {
  for (const theme of [mapThemes.light, mapThemes.dark]) {
    const { name, types, classes, below, ...colours } = theme;
    for (const colour of [...Object.values(colours), ...Object.values(types), ...classes, ...below])
      expect([name, colour]).toEqual([name, expect.stringMatching(/^#[\da-f]{3,6}$/)]);
  }
  expect(mapThemes.dark.sea).not.toBe(mapThemes.light.sea);
});

test('a missing colour is said, in either theme', () => {
  const light = tokens.slice(0, tokens.indexOf("[data-theme='dark']"));
  expect(() => readTheme(`${light}[data-theme='dark'] { --sea: #000; }`, 'dark')).toThrow(/--land for the dark theme/);
  expect(() => readTheme(':root { --sea: #fff; }', 'light')).toThrow(/--land/);
});
