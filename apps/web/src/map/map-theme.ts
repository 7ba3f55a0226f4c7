import { type IncidentType, incidentTypes } from '@monitor/domain';
import { incidentTypeTokens } from '../styles/incident-type-tokens.ts';
import tokens from '../styles/tokens.css?raw';
import { rateClassCount } from './rate-classes.ts';

export const themeNames = ['light', 'dark'] as const;
export type ThemeName = (typeof themeNames)[number];

/** The colours that the map draws with, as CSS colours: canvas and map style cannot read custom properties. */
export interface MapTheme {
  readonly name: ThemeName;
  readonly sea: string;
  readonly land: string;
  /** Land of the monitored jurisdictions. */
  readonly core: string;
  readonly border: string;
  readonly region: string;
  readonly card: string;
  readonly ink: string;
  readonly ink2: string;
  readonly accent: string;
  readonly red: string;
  /** Classes of areas from low to high. */
  readonly classes: readonly string[];
  /** Less than chance would give, from unsure to sure. */
  readonly below: readonly string[];
  readonly types: Readonly<Record<IncidentType, string>>;
}

/** The palettes, read from `tokens.css` so that a colour is written down in one place only. */
export const mapThemes: Readonly<Record<ThemeName, MapTheme>> = {
  light: readTheme(tokens, 'light'),
  dark: readTheme(tokens, 'dark'),
};

/** Reads a palette from the text of a style sheet. Throws `RangeError` where a colour is missing. */
export function readTheme(css: string, name: ThemeName): MapTheme {
  const values = customProperties(css, name);
  const colour = (token: string) => {
    const value = values.get(token);
    if (value === undefined) throw new RangeError(`tokens.css has no colour ${token} for the ${name} theme`);
    return value;
  };
  return {
    name,
    sea: colour('--sea'),
    land: colour('--land'),
    core: colour('--core'),
    border: colour('--mapline'),
    region: colour('--region'),
    card: colour('--card'),
    ink: colour('--ink'),
    ink2: colour('--ink2'),
    accent: colour('--accent'),
    red: colour('--red'),
    classes: Array.from({ length: rateClassCount }, (_, index) => colour(`--q${index}`)),
    below: [1, 2, 3].map((step) => colour(`--below-${step}`)),
    types: Object.fromEntries(incidentTypes.codes.map((code) => [code, colour(incidentTypeTokens[code])])) as MapTheme['types'],
  };
}

/** The custom properties of a theme in the text of a style sheet. */
export function customProperties(css: string, theme: ThemeName): ReadonlyMap<string, string> {
  const [light = '', dark = ''] = css.split(/\[data-theme=['"]dark['"]\]/);
  // Each theme has its own colours: a light one does not stand in on a dark map.
  const rules = theme === 'dark' ? dark : light;
  return new Map([...rules.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));
}
