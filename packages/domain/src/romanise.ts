/*
 * Cyrillic in Latin letters, for names and, with diacritics folded, for search. Each table is one standard; letters that a table does not
 * name are those of the first.
 */

interface Standard {
  readonly letters: Readonly<Record<string, string>>;
  /** Where a word begins. */
  readonly first?: Readonly<Record<string, string>>;
}

/** Serbian Latin, as in Serbia, Montenegro and Bosnia and Herzegovina. */
const serbian: Standard = {
  letters: pairs(
    'а a б b в v г g д d ђ đ е e ж ž з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ ć у u ф f х h ц c ч č џ dž ш š',
  ),
};

/** North Macedonia: Latin with diacritics, and the digraphs of passports. */
const macedonian: Standard = { letters: { ѓ: 'gj', ѕ: 'dz', ќ: 'kj' } };
const macedonianPassport: Standard = { letters: { ...macedonian.letters, ж: 'zh', ч: 'ch', џ: 'dj', ш: 'sh' } };

const digraphs = { ж: 'zh', й: 'y', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ы: 'y', э: 'e', ь: '', ю: 'yu', я: 'ya' };

/** Bulgaria: Transliteration Act of 2009. */
const bulgarian: Standard = { letters: { ...digraphs, х: 'h', щ: 'sht', ъ: 'a', ь: 'y' } };

const apostrophes = { "'": '', '’': '', ʼ: '' };
const ukrainianLetters = { ...digraphs, ...apostrophes, г: 'h', ґ: 'g', и: 'y', і: 'i' };

/** Ukraine: resolution 55 of the Cabinet of Ministers, 2010; BGN/PCGN 1965. */
const ukrainian: Standard = {
  letters: { ...ukrainianLetters, є: 'ie', ї: 'i', й: 'i', ю: 'iu', я: 'ia' },
  first: { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' },
};
const ukrainianBgn: Standard = { letters: { ...ukrainianLetters, є: 'ye', ї: 'yi' } };

/** Belarus: the national system of 2007, and the digraphs of English texts. */
const belarusianLetters = { ...apostrophes, г: 'h', і: 'i', ў: 'u', ы: 'y', э: 'e', ь: '' };
const belarusian: Standard = {
  letters: { ...belarusianLetters, е: 'ie', ё: 'io', й: 'j', х: 'ch', ю: 'iu', я: 'ia' },
  first: { е: 'je', ё: 'jo', ю: 'ju', я: 'ja' },
};
const belarusianDigraphs: Standard = { letters: { ...digraphs, ...belarusianLetters, ё: 'yo' } };

/** Russian, as in much of the press of Moldova, Ukraine and Belarus. */
const russian: Standard = { letters: { ...digraphs, ё: 'e', ъ: '' } };

const standards = [
  serbian,
  macedonian,
  macedonianPassport,
  bulgarian,
  ukrainian,
  ukrainianBgn,
  belarusian,
  belarusianDigraphs,
  russian,
];

const ofJurisdiction: Readonly<Record<string, readonly Standard[]>> = {
  RS: [serbian],
  ME: [serbian],
  BA: [serbian],
  HR: [serbian],
  XK: [serbian],
  MK: [macedonian, macedonianPassport],
  BG: [bulgarian],
  UA: [ukrainian, ukrainianBgn, russian],
  BY: [belarusian, belarusianDigraphs, russian],
  MD: [russian],
};

/**
 * A text with its Cyrillic in Latin letters, in every way that is usual in a jurisdiction, or in any where none is given; the text as
 * it is where it has no Cyrillic. Letter by letter: a part from a word's beginning is romanised as in the whole.
 */
export function romanised(text: string, jurisdiction?: string): string[] {
  if (!/\p{Script=Cyrillic}/u.test(text)) return [text];
  const lower = text.normalize('NFC').toLowerCase();
  const chosen = (jurisdiction === undefined ? undefined : ofJurisdiction[jurisdiction]) ?? standards;
  return [...new Set(chosen.map((standard) => romanise(lower, standard)))];
}

function romanise(text: string, { letters, first }: Standard): string {
  let result = '';
  let before = ' ';
  for (const written of text) {
    const letter = written.toLowerCase();
    const atStart = first !== undefined && !/[\p{L}\p{N}\p{M}'’ʼ]/u.test(before) ? first[letter] : undefined;
    const spelling = atStart ?? letters[letter] ?? serbian.letters[letter] ?? letter;
    result += written === letter ? spelling : spelling.charAt(0).toUpperCase() + spelling.slice(1);
    before = letter;
  }
  return result;
}

/**
 * A name with its Cyrillic in Latin letters, as the jurisdiction it lies in writes them for readers of other languages; the name as it is
 * where it has no Cyrillic.
 */
export function latinName(name: string, jurisdiction: string): string {
  if (!/\p{Script=Cyrillic}/u.test(name)) return name;
  const [standard = serbian] = ofJurisdiction[jurisdiction] ?? [];
  return romanise(name.normalize('NFC'), standard);
}

/** A table from a letter, its spelling, the next letter and so on. */
function pairs(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/(\S+) (\S+)/g)].map(([, letter = '', spelling = '']) => [letter, spelling]));
}
