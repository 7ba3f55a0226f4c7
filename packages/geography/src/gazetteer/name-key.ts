import { foldText } from '@monitor/domain';

/** Spellings of one name to one text: case, diacritics, apostrophes, hyphens and brackets do not count; "Saint" is "St". */
export function nameKey(text: string): string {
  return foldText(text)
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bsaint\b/g, 'st')
    .trim();
}

/** Words that files put behind or before the name of a settlement and that are no part of it. */
const settlementWords = /\b(?:town|village|city|settlement|municipality|county|grad|selo|naselje|qytet|fshat)\b/g;

/** Words for a first-level region in the languages of the place and in English. */
const regionWords =
  /\b(?:region|oblast|oblasts|voblasts|voblast|province|district|county|canton|kanton|zupanija|okrug|opstina|raionul|raion|judetul|judet|municipiul|qarku i|qarku|state|commonwealth of)\b|(?<!\p{L})(?:область|обл|округ|район|општина|вобласць|жупания|кантон)(?!\p{L})/gu;

/** The key without what is in brackets and without words for "town"; the caller tries the full key first. */
export function bareSettlementKey(text: string): string {
  return collapseSpaces(nameKey(text.replace(/\([^)]*\)/g, ' ')).replace(settlementWords, ' '));
}

/** The key without words for "region". */
export function bareRegionKey(text: string): string {
  return collapseSpaces(nameKey(text).replace(regionWords, ' '));
}

function collapseSpaces(text: string): string {
  return text.replace(/ +/g, ' ').trim();
}
