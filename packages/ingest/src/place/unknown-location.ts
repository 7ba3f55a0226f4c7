import { foldText, remembering } from '@monitor/domain';
import { jurisdictions } from '@monitor/geography';
import leven from 'leven';
import { inQuotes, quoted } from '../findings.ts';

/** Locations that are proposed for a text that is not the name of one. */
const mostProposed = 3;

/**
 * The sentence about a text that is not the name of a location that is known here, with those that may be meant. A name or code of any
 * location of the world is a word of a closed set, so it is repeated. No other text is.
 */
export const unknownLocation = remembering((text: string): string => {
  const elsewhere = worldName(text);
  const which = elsewhere === undefined ? quoted(text) : locationWords(text, elsewhere);
  const near = elsewhere === undefined ? nearestTo(text) : [];
  const proposed = near.length === 0 ? '' : ` Did you mean ${anyOf.format(near)}?`;
  return `${which} is not a known location.${proposed} ${listOfLocations}`;
});

/** Where to find out which locations are known. */
export const listOfLocations = '"npx pnpm@12.4.2 monitor countries" lists the known locations.';

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Such as `"CA" (Canada)`; without the name if that is what was written. */
function locationWords(text: string, name: string): string {
  return foldText(text) === foldText(name) ? inQuotes(text) : `${inQuotes(text)} (${name})`;
}

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

/** Languages in which files name locations: those of this software and of the places that its formats come from. */
const languages = 'en sr sr-Latn hr bs mk sq ro tr uk ru bg el hu pl de fr it es pt nl sv ar he fa zh'.split(' ');

/** English name of the location of the world that a text is the code or the name of; undefined if it is not. */
function worldName(text: string): string | undefined {
  worldNames ??= readWorldNames();
  return worldNames.get(foldText(text));
}

/** By code and by name in each language, folded. Made when it is first needed. */
let worldNames: ReadonlyMap<string, string> | undefined;

function readWorldNames(): Map<string, string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const named = languages.map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }));
  const names = new Map<string, string>();
  for (const code of codes) {
    const english = noLocations.has(code) ? undefined : named[0]?.of(code);
    if (english === undefined) continue;
    for (const name of [code, ...named.map((one) => one.of(code))]) if (name !== undefined) names.set(foldText(name), english);
  }
  return names;
}

/** Codes with a name that are not locations: the European Union, the eurozone, the United Nations, unknown, and two for tests. */
const noLocations: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO']);
