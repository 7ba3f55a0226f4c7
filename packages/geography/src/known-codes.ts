import { jurisdictions } from './jurisdictions.ts';
import { regions } from './regions.ts';

/** All codes that a filter can name, by its parameter. */
export const knownCodes = {
  country: jurisdictions.map(({ code }) => code),
  region: regions.map(({ code }) => code),
} as const;
