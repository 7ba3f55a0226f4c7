/** Node only: all locations of ISO 3166-1 and Kosovo* with their names, and regions and people of those outside the region. */
import { readFileSync } from 'node:fs';
import { foldText, remembering } from '@monitor/domain';
import { jurisdictions } from './jurisdictions.ts';
import { isHome } from './regions.ts';
import { siteFocus } from './focus.ts';
import { learnLocations, type LocationKnowledge } from './learn.ts';
import { aliasRows } from './jurisdiction-aliases.ts';
import { learnAllJurisdictions } from './world-jurisdictions.ts';

learnAllJurisdictions();

const lines = (name: string) =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

let known: ReadonlyMap<string, LocationKnowledge> | undefined;

function world(): ReadonlyMap<string, LocationKnowledge> {
  if (known) return known;
  const found = new Map<string, LocationKnowledge & { regions: { code: string; name: string }[] }>();
  const at = (code: string) => found.get(code)!;
  for (const { code, iso3, name } of jurisdictions) found.set(code, { code, iso3, name, regions: [] });
  for (const line of lines('world-regions.tsv')) {
    const [code = '', name = ''] = line.split('\t');
    at(code.slice(0, 2)).regions.push({ code, name });
  }
  for (const line of lines('world-population.txt')) {
    const [code = '', first, ...people] = line.split(' ');
    found.set(code, { ...at(code), population: { first_year: Number(first), people: people.map(Number) } });
  }
  return (known = found);
}

/** Makes all of them known in this thread. */
export function learnTheWorld(): void {
  learnLocations([...world().values()]);
}

/** What a browser learns of some locations. Those in the region it knows already. */
export function knowledgeOf(codes: readonly string[]): LocationKnowledge[] {
  return codes.flatMap((code) => (isHome(code) ? [] : (world().get(code) ?? [])));
}

/** What whoever shows data must know of the locations in it, and of those that the instance is about. */
export function knowledgeBeside(countries: readonly string[]): LocationKnowledge[] {
  return knowledgeOf([...new Set([...siteFocus().locations, ...countries])].toSorted());
}

/** Folded further than search text, since files write "Bosnia-Herzegovina", "Bosnia & Herzegovina" and "KOSOVO*" for the same. */
function foldName(text: string): string {
  return foldText(text)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Languages in which files name locations, as CLDR does: those of the region, of its neighbours and of many others. */
const languages = 'sr sr-Latn bs hr mk sq bg ro uk be ru tr el hu sl pl cs sk de fr es pt it nl sv he ar fa zh ja'.split(' ');

let codesByAlias: Map<string, string> | undefined;

/** All that a location may be called, folded: first what the table says, then the names of CLDR that no other location has. */
function readAliases(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { code, iso3, name } of jurisdictions) for (const alias of [code, iso3, name]) codes.set(foldName(alias), code);
  for (const [code = '', ...aliases] of aliasRows) for (const alias of aliases) codes.set(foldName(alias), code);
  const named = new Map<string, Set<string>>();
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const { code } of jurisdictions) {
      const name = foldName(names.of(code) ?? '');
      if (name !== '' && !codes.has(name)) named.set(name, (named.get(name) ?? new Set()).add(code));
    }
  }
  for (const [name, [code = '', ...others]] of named) if (others.length === 0) codes.set(name, code);
  return codes;
}

/** Natural Earth writes Kosovo as a negative number; the sign would be lost in folding, and 99 alone means nothing. */
const numericAliases: Readonly<Record<string, string>> = { '-2': 'XK', '-99': 'XK' };

/**
 * The code behind any spelling that packages and files use: alpha-2, alpha-3, XKX, UNK, KOS, KV, -2, -99, or a name in one of some
 * thirty languages, in any case, with or without diacritics. Undefined for any other text.
 */
export const jurisdictionCode = remembering(
  (text: string): string | undefined => numericAliases[text.trim()] ?? (codesByAlias ??= readAliases()).get(foldName(text)),
);
