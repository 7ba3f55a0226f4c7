import { type IncidentType, incidentTypes } from '@monitor/domain';
import { incidentTypeTokens } from '../styles/incident-type-tokens.ts';
import tokens from '../styles/tokens.css?raw';

export type ThemeName = 'light' | 'dark';

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
  readonly types: Readonly<Record<IncidentType, string>>;
}

/** The palettes, read from `tokens.css` so that a colour is written down in one place only. */
export const mapThemes: Readonly<Record<ThemeName, MapTheme>> = {
  light: readTheme(tokens, 'light'),
  dark: readTheme(tokens, 'dark'),
};

/** Reads a palette from the text of a style sheet. Throws `RangeError` where a colour is missing. */
export function readTheme(css: string, name: ThemeName): MapTheme {
  const [light = '', dark = ''] = css.split(/\[data-theme=['"]dark['"]\]/);
  // Each theme has colours of its own: a light one is no stand-in on a dark map.
  const values = new Map(customProperties(name === 'dark' ? dark : light));
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
    border: colour('--border'),
    region: colour('--region'),
    card: colour('--card'),
    ink: colour('--ink'),
    ink2: colour('--ink2'),
    accent: colour('--accent'),
    red: colour('--red'),
    types: Object.fromEntries(incidentTypes.codes.map((code) => [code, colour(incidentTypeTokens[code])])) as MapTheme['types'],
  };
}

function customProperties(css: string): [name: string, value: string][] {
  return [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]);
}
