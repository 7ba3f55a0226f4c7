/**
 * Romanisations that GeoNames follows, used backwards: among the Cyrillic names of a place, the one that romanises to
 * its main name is its name in the local language, not in a neighbour's.
 */

/** A table from a letter, its spelling, the next letter and so on. */
export const letterPairs = (text) =>
  Object.fromEntries([...text.matchAll(/(\S+) (\S+)/gu)].map(([, letter, spelling]) => [letter, spelling]));

const common = {
  ...letterPairs(
    'а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ю yu я ya',
  ),
  ь: '',
  "'": '',
  '’': '',
};

/** Letters of a language that differ from the common table; `first` where a word begins. Several tables are several standards. */
const standards = {
  // Resolution 55 of the Cabinet of Ministers, 2010; BGN/PCGN 1965.
  UA: [
    {
      letters: { г: 'h', ґ: 'g', є: 'ie', и: 'y', і: 'i', ї: 'i', й: 'i', ю: 'iu', я: 'ia' },
      first: { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' },
      pairs: { зг: 'zgh' },
    },
    { letters: { г: 'h', ґ: 'g', є: 'ye', и: 'y', і: 'i', ї: 'yi', й: 'y' }, first: {}, pairs: {} },
    { letters: { г: 'h', ґ: 'g', є: 'ye', и: 'y', і: 'i', ї: 'i', й: 'y' }, first: {}, pairs: {} },
  ],
  // BGN/PCGN 1979; the national system of 2007.
  BY: [
    { letters: { г: 'h', ё: 'yo', і: 'i', ў: 'w', ы: 'y', э: 'e', е: 'ye' }, first: {}, pairs: {} },
    { letters: { г: 'h', ё: 'yo', і: 'i', ў: 'w', ы: 'y', э: 'e' }, first: { е: 'ye' }, pairs: {} },
    {
      letters: letterPairs('г h ё io е ie і i ў u ы y э e ж z й j х ch ц c ч c ш s ю iu я ia'),
      first: { ё: 'jo', е: 'je', ю: 'ju', я: 'ja' },
      pairs: {},
    },
  ],
  // Transliteration Act, 2009; BGN/PCGN 1952.
  BG: [
    { letters: { х: 'h', щ: 'sht', ъ: 'a', ь: 'y' }, first: {}, pairs: {}, last: { ия: 'ia' } },
    { letters: { х: 'h', щ: 'sht', ъ: 'a', ь: 'y' }, first: {}, pairs: {} },
    { letters: { х: 'kh', щ: 'sht', ъ: 'u', ь: '' }, first: {}, pairs: {} },
  ],
  // Latin with diacritics as the neighbours use them; digraphs as in passports; both without marking soft consonants.
  MK: [
    {
      letters: { ѓ: 'gj', ж: 'ž', ѕ: 'dz', ј: 'j', љ: 'lj', њ: 'nj', ќ: 'kj', х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š' },
      first: {},
      pairs: {},
    },
    { letters: { ѓ: 'gj', ѕ: 'dz', ј: 'j', љ: 'lj', њ: 'nj', ќ: 'kj', х: 'h', ц: 'c', џ: 'dzh' }, first: {}, pairs: {} },
    { letters: { ѓ: 'gj', ѕ: 'dz', ј: 'y', љ: 'l', њ: 'n', ќ: 'kj', х: 'h', ц: 'ts', џ: 'dzh' }, first: {}, pairs: {} },
    {
      letters: { ѓ: 'g', ж: 'z', ѕ: 'dz', ј: 'j', љ: 'lj', њ: 'nj', ќ: 'k', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's' },
      first: {},
      pairs: {},
    },
    {
      letters: { ѓ: 'g', ж: 'z', ѕ: 'dz', ј: 'j', љ: 'l', њ: 'n', ќ: 'k', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's' },
      first: {},
      pairs: {},
    },
  ],
};

/** The letters that words of the language are written with, and endings that are another language's. */
const spellings = {
  UA: { alphabet: /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’ -]+$/, foreign: /(?:ое|ее)$/ },
  BY: { alphabet: /^[абвгдеёжзійклмнопрстуўфхцчшыьэюя'’ -]+$/, foreign: /[сзц]ьк|(?:ово|ево|ое|ье|ка[юя])$/ },
  BG: { alphabet: /^[абвгдежзийклмнопрстуфхцчшщъьюя -]+$/, foreign: /(?:ое|ск)$/ },
  MK: { alphabet: /^[абвгдѓежзѕијклљмнњопрстќуфхцчџш -]+$/, foreign: /ое$/ },
};

/** What no other Cyrillic spelling of the region has. */
const unmistakable = { UA: /[іїєґ'’]|[сз]ьк|цьк/i, BY: /[ўі'’]/i, BG: /ъ/i, MK: /[ѓќљњѕјџ]/i };

/** Whether a Cyrillic name can be the jurisdiction's own spelling, and whether it can be nobody else's. */
export function localness(name, jurisdiction) {
  const { alphabet, foreign } = spellings[jurisdiction];
  const lower = name.toLowerCase();
  const possible = alphabet.test(lower) && !foreign.test(lower);
  return { possible, certain: possible && unmistakable[jurisdiction].test(lower) };
}

/** `pairs` are letters that are romanised together, `last` those that end a word. */
function romanise(text, { letters, first, pairs, last = {} }) {
  let result = '';
  for (let index = 0; index < text.length; index += 1) {
    const two = text.slice(index, index + 2);
    const endsWord = index + 2 === text.length || /[ -]/.test(text[index + 2]);
    const together = pairs[two] ?? (endsWord ? last[two] : undefined);
    if (together !== undefined) {
      result += together;
      index += 1;
      continue;
    }
    const startsWord = index === 0 || /[ -]/.test(text[index - 1]);
    result += (startsWord ? first[text[index]] : undefined) ?? letters[text[index]] ?? common[text[index]] ?? text[index];
  }
  return result;
}

/** What stays when spellings of one romanised name are compared: letters only, no doubles. */
const skeleton = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/**
 * The name in the jurisdiction's own Cyrillic among the alternates, or undefined if none romanises to the main name. Soft
 * signs leave no trace in a romanisation: a spelling that can be nobody else's goes first, then the longest.
 */
export function localCyrillicName({ jurisdiction, name, ascii, alternates }) {
  if (!(jurisdiction in spellings)) return undefined;
  const wanted = new Set([skeleton(name), skeleton(ascii)]);
  const matches = alternates.filter(
    (alternate) =>
      localness(alternate, jurisdiction).possible &&
      standards[jurisdiction].some((standard) => wanted.has(skeleton(romanise(alternate.toLowerCase(), standard)))),
  );
  const certain = matches.filter((match) => localness(match, jurisdiction).certain);
  return (certain.length > 0 ? certain : matches).reduce(
    (best, match) => (match.length > (best?.length ?? 0) ? match : best),
    undefined,
  );
}

/**
 * A Cyrillic name in Latin letters as the jurisdiction itself writes it: Ukraine by resolution 55 of 2010, Bulgaria by its
 * act of 2009, North Macedonia with diacritics. Undefined elsewhere.
 */
export function officialLatin(name, jurisdiction) {
  if (!['UA', 'BG', 'MK'].includes(jurisdiction)) return undefined;
  const [standard] = standards[jurisdiction];
  return romanise(name.toLowerCase(), standard).replace(/(^|[ -])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
}
