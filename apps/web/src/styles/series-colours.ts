import { incidentTypeOf, incidentTypeTokens } from './incident-type-tokens.ts';

/** The custom property in tokens.css that holds the colour of a location: its own, whatever is shown beside it. */
export const locationTokens: Readonly<Record<string, `--l-${string}`>> = {
  XK: '--l-xk',
  ME: '--l-me',
  MK: '--l-mk',
  AL: '--l-al',
  BA: '--l-ba',
  MD: '--l-md',
  RS: '--l-rs',
  UA: '--l-ua',
};

/** Whether letters in a colour can be read, which those of some types cannot. */
export const isForWords = (colour: string | undefined) => colour?.includes('--l-') === true;

/** The colour of a series where what it is of has one: locations, types, and people killed and injured. */
export function colourOf(split: string, value: string): string | undefined {
  if (split === 'type') return `var(${incidentTypeTokens[incidentTypeOf(value)]})`;
  if (split === 'country') return locationTokens[value] && `var(${locationTokens[value]})`;
  if (split !== 'outcome') return undefined;
  return value === 'killed' ? 'var(--red)' : value === 'injured' ? 'var(--amber)' : undefined;
}
