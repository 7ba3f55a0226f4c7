import { foldText, hasWantedWords, searchedWords } from '@monitor/domain';
import { regions } from '@monitor/geography';

const most = 12;

/**
 * Codes of the locations and of the regions of these locations that are found by a text as incidents are: each of its words begins a
 * word of the name, in either script. Names that begin with the text come first.
 */
export function matchingPlaces(text: string, locations: readonly string[], nameOf: (code: string) => string): string[] {
  const wanted = foldText(text);
  const within = new Set(locations);
  const candidates = [...locations, ...regions.filter((one) => within.has(one.jurisdiction)).map((one) => one.code)];
  const found = candidates.filter((code) => hasWantedWords(searchedWords(nameOf(code), code.slice(0, 2)), text));
  const isFirst = (code: string) => foldText(nameOf(code)).startsWith(wanted);
  return found.toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one))).slice(0, most);
}
