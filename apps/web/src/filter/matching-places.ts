import { foldText } from '@monitor/domain';
import { regions } from '@monitor/geography';
import { terms } from '../i18n/terms.ts';

const most = 12;

/** Codes of the locations and of the regions of these locations whose name has the text, case and diacritics folded; names that begin with it first. */
export function matchingPlaces(text: string, locations: readonly string[]): string[] {
  const wanted = foldText(text);
  const within = new Set(locations);
  const candidates = [...locations, ...regions.filter((one) => within.has(one.jurisdiction)).map((one) => one.code)];
  const found = candidates.map((code) => ({ code, at: foldText(terms.place(code)).indexOf(wanted) })).filter(({ at }) => at >= 0);
  return found
    .toSorted((one, other) => Number(one.at > 0) - Number(other.at > 0))
    .slice(0, most)
    .map(({ code }) => code);
}
