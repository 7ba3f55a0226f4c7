import {
  type Color,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from 'culori';
import { expect, test } from 'vitest';
import tokens from '../styles/tokens.css?raw';
import { locationTokens } from '../styles/series-colours.ts';
import { customProperties, mapThemes, themeNames } from './map-theme.ts';

/*
 * Any two types can lie beside each other on a circle of the map. The simulation is that of Machado, Oliveira and Fernandes (2009,
 * doi:10.1109/TVCG.2009.113) at its full strength; the difference is CIEDE2000, of which 2.3 can just be seen.
 */

const linear = converter('lrgb');
const difference = differenceCiede2000();

/** A deficiency as it is calculated for: on linear light. The library would take the values of sRGB for it. */
function seenThrough(filter: (colour: Color) => Color): (colour: string) => Color {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return (colour) => {
    const { r, g, b } = linear(colour)!;
    const seen = converter('rgb')(filter({ mode: 'rgb', r, g, b }));
    return { mode: 'lrgb', r: within(seen.r), g: within(seen.g), b: within(seen.b) };
  };
}

const normal = (colour: string): Color => linear(colour)!;
const eyes = {
  normal,
  protan: seenThrough(filterDeficiencyProt(1)),
  deutan: seenThrough(filterDeficiencyDeuter(1)),
  tritan: seenThrough(filterDeficiencyTrit(1)),
};
type Eye = keyof typeof eyes;
const eyeNames = Object.keys(eyes) as Eye[];

/** The pair of colours that is hardest to tell apart, one of each list. */
function closest(eye: Eye, ones: readonly Named[], others: readonly Named[]): { readonly by: number; readonly pair: string } {
  const see = eyes[eye];
  return ones
    .flatMap(([name, colour]) =>
      others
        .filter(([other]) => other !== name)
        .map(([other, with_]) => ({ by: difference(see(colour), see(with_)), pair: `${name} and ${other}` })),
    )
    .reduce((least, next) => (next.by < least.by ? next : least));
}
type Named = readonly [name: string, colour: string];

/**
 * The least difference between two types. With tritan vision, one person in ten thousand, eleven is out of reach for the types as they
 * are chosen; nine is about what colours of tables and charts have that are made for all.
 */
const least: Readonly<Record<Eye, number>> = { normal: 11, protan: 11, deutan: 11, tritan: 8.7 };

/** The same of two locations, whose lines cross. */
const leastOfLocations: Readonly<Record<Eye, number>> = { normal: 18, protan: 12, deutan: 12, tritan: 10.8 };

const meanings = { '--red': 'killed', '--amber': 'injured', '--ink-blue': 'other counts' } as const;

for (const theme of themeNames) {
  const types = Object.entries(mapThemes[theme].types);
  const palette = customProperties(tokens, theme);
  const others = Object.entries(meanings).map(([token, name]) => [name, palette.get(token)!] as const);

  test.each(eyeNames)(`two types can be told apart, ${theme}, %s vision`, (eye) => {
    const { by, pair } = closest(eye, types, types);
    expect(by, pair).toBeGreaterThanOrEqual(least[eye]);
  });

  test.each(eyeNames)(`no type has the colour of killed, injured or other counts, ${theme}, %s vision`, (eye) => {
    const { by, pair } = closest(eye, types, others);
    // Never beside each other in one chart: a figure has its word with it.
    expect(by, pair).toBeGreaterThanOrEqual(eye === 'tritan' ? 5 : 7.5);
  });

  test.each(eyeNames)(`criminal context is far from killed, ${theme}, %s vision`, (eye) => {
    const criminal = types.filter(([name]) => name === 'criminal_context');
    expect(closest(eye, criminal, others.slice(0, 1)).by).toBeGreaterThanOrEqual(25);
  });

  const locations = Object.entries(locationTokens).map(([name, token]) => [name, palette.get(token)!] as const);

  test.each(eyeNames)(`two locations can be told apart, ${theme}, %s vision`, (eye) => {
    const { by, pair } = closest(eye, locations, locations);
    expect(by, pair).toBeGreaterThanOrEqual(leastOfLocations[eye]);
  });

  test(`names in the colour of a location can be read, and none is taken for killed or injured, ${theme}`, () => {
    for (const ground of ['--paper', '--card'])
      for (const [name, colour] of locations) expect(wcagContrast(colour, palette.get(ground)!), name).toBeGreaterThanOrEqual(4.5);
    const { by, pair } = closest('normal', locations, others.slice(0, 2));
    expect(by, pair).toBeGreaterThanOrEqual(13.5);
  });
}
