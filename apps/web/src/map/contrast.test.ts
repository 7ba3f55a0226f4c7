import { wcagContrast } from 'culori';
import { expect, test } from 'vitest';
import tokens from '../styles/tokens.css?raw';
import { customProperties, themeNames } from './map-theme.ts';

/* Pairs of colours that letters and what is below them have. WCAG AA is 4.5 for letters, and 3 for what is no letter. */

const inks = ['--ink', '--ink2', '--ink3', '--ink-blue', '--accent', '--red', '--amber'];
const pairs: readonly (readonly [letters: readonly string[], grounds: readonly string[], least: number])[] = [
  [inks, ['--paper', '--card'], 4.5],
  [['--ink', '--ink2'], ['--land', '--sea', '--core', '--track', '--notice', '--band'], 4.5],
  [['--ink'], ['--heat-1', '--heat-2', '--heat-3'], 4.5],
  [['--on-heat'], ['--heat-4', '--heat-5'], 4.5],
  [['--on-accent'], ['--accent'], 4.5],
  [['--mapline'], ['--land', '--sea'], 3],
];

test.each(themeNames)('letters can be read on everything that they are written on: %s', (theme) => {
  const colours = customProperties(tokens, theme);
  const measured = pairs.flatMap(([letters, grounds, least]) =>
    letters.flatMap((letter) =>
      grounds.map((ground) => ({
        pair: `${letter} on ${ground}`,
        isEnough: wcagContrast(colours.get(letter)!, colours.get(ground)!) >= least,
      })),
    ),
  );
  expect(measured.filter(({ isEnough }) => !isEnough)).toEqual([]);
});
