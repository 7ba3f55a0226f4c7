import { foldText, remembering } from '@monitor/domain';
import { jurisdictions } from '@monitor/geography';
import leven from 'leven';
import { quoted } from '../findings.ts';

/** Locations that are proposed for a text that is not the name of one. */
const mostProposed = 3;

/**
 * The sentence about a text that is not the name of a known location, with those that may be meant. The text itself is not repeated: it may
 * be the name of a person.
 */
export const unknownLocation = remembering((text: string): string => {
  const near = nearestTo(text);
  const proposed = near.length === 0 ? '' : ` Did you mean ${anyOf.format(near)}?`;
  return `${quoted(text)} is not a known location.${proposed} ${listOfLocations}`;
});

/** Where to find out which locations are known. */
export const listOfLocations = '"npx pnpm@12.4.2 monitor countries" lists the known locations.';

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** The known locations of which a text is nearly the name. */
function nearestTo(text: string): string[] {
  const wanted = foldText(text);
  const farthest = Math.floor(wanted.length / 3);
  return jurisdictions
    .map(({ code, name }) => ({
      words: `${name} (${code})`,
      distance: leven(wanted, foldText(name), { maxDistance: farthest + 1 }),
    }))
    .filter(({ distance }) => distance <= farthest)
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, mostProposed)
    .map(({ words }) => words);
}
