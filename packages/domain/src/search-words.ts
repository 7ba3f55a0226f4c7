import { romanised } from './romanise.ts';

/** The words of texts, each once: runs of letters and digits, case and diacritics folded. */
function wordsOf(...texts: readonly string[]): string[] {
  const words = new Set<string>();
  for (const text of texts.map(folded)) {
    // An import has millions of texts, most of them plain once they are folded.
    const found = text.match(isPlain(text) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu);
    for (const word of found ?? []) words.add(word);
  }
  return [...words];
}

/** True for a text in ASCII without control characters. */
function isPlain(text: string): boolean {
  return !/[^ -~]/.test(text);
}

/** The words that text search looks at: those of the text, Cyrillic in Latin letters as usual in the jurisdiction. */
export function searchedWords(text: string, jurisdiction: string): string[] {
  return wordsOf(...romanised(text, jurisdiction));
}

/**
 * What a search text means: all words of at least one of these lists must each begin a word that is looked at. There is one list
 * for each way of writing its Cyrillic in Latin letters, and its "dj" as "đ". Without a word there is no list and no constraint; nor
 * is there where one of the ways leaves no word, as of a hard sign alone, which is silent: every word begins with nothing.
 */
export function wantedWords(text: string): string[][] {
  const spellings = romanised(text).flatMap((one) => [one, one.replaceAll(/dj/gi, 'd')]);
  const lists = spellings.map((one) => wordsOf(one).toSorted());
  if (lists.some((list) => list.length === 0)) return [];
  return [...new Map(lists.map((list) => [list.join(' '), list])).values()];
}

/** True if the words have what the search text wants. */
export function hasWantedWords(words: readonly string[], text: string): boolean {
  const wanted = wantedWords(text);
  return wanted.length === 0 || wanted.some((list) => list.every((start) => words.some((word) => word.startsWith(start))));
}

/** Text folded for search: lower case, no diacritics, Cyrillic kept, đ as d, ł as l, and so on; white space joined. */
export function foldText(text: string): string {
  return folded(text).replace(/\s+/g, ' ').trim();
}

/** The same with its white space as it is. */
function folded(text: string): string {
  return isPlain(text) ? text.toLowerCase() : withoutMarks(text);
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đðłøßæœħı]/g, (letter) => foldedLetters[letter] ?? letter);
}

const foldedLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ı: 'i',
};
