import { hasWantedWords, searchedWords, wantedWords } from '../search-words.ts';
import { type Constraint, filterLimits } from './constraint.ts';

/**
 * Words, each of which must begin a word of place, region, location, publisher, identifier or reported type; case and diacritics
 * folded, Cyrillic and Latin alike.
 */
export const words: Constraint<string> = {
  description: `Search text of up to ${filterLimits.words} words. Each word must be the start of a word in the place, region, location, publisher, identifier or reported type. Upper and lower case, diacritics and script do not matter: "nis", "Niš" and "Ниш" are the same.`,
  schema: { type: 'string', maxLength: filterLimits.textLength },
  read(value) {
    const text = value.replace(/\s+/g, ' ').trim();
    if (text.length > filterLimits.textLength)
      return { refused: 'text_too_long', message: `"q" must be ${filterLimits.textLength} characters or fewer.` };
    if (text.includes('\u0000')) return { refused: 'unsearchable_character', message: '"q" must not contain a null character.' };
    if (text === '') return { value: undefined };
    const wanted = wantedWords(text);
    if (wanted.length === 0) return { refused: 'no_searchable_word', message: '"q" must contain a word that can be searched for.' };
    if (wanted.some((list) => list.length > filterLimits.words))
      return { refused: 'text_too_long', message: `"q" must be ${filterLimits.words} words or fewer.` };
    return { value: text };
  },
  write: (text) => text,
  isMet: ({ searched, country }, text) => hasWantedWords(searchedWords(searched, country), text),
};
