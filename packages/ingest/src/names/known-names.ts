import { readFileSync } from 'node:fs';
import { foldText, romanised } from '@monitor/domain';
import { recently } from './recently.ts';

/** Given and family names, folded and in Latin letters. Read once, when the first text is looked at. */
let list: ReadonlySet<string> | undefined;

function names(): ReadonlySet<string> {
  list ??= new Set(
    readFileSync(new URL('../../data/names.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter(Boolean),
  );
  return list;
}

/** Ends of family names of the region, in Latin letters without their marks. Shorter words with these ends are others. */
const familyEnd = /(?:ovic|evic|ovych|evych|ovich|evich|ovski|evski|ovska|evska|ovskyi|evskyi|enko|chuk|shyn|escu|eanu|oglu)$/;
const shortestFamilyName = 6;

/** Ends that cases give to names in the Slavic languages, with what the name itself may have in their place. */
const caseEnds: readonly (readonly [end: RegExp, name: string])[] = [
  [/(?:a|u|e|i|om|em|ov|ova|ovo|ovi|evi|evo|in|ina|ot|ovog)$/, ''],
  [/(?:e|i|u|o|om|oj|oy|in|ina)$/, 'a'],
  [/(?:a|u|om|ov|ova)$/, 'o'],
];

/** Long enough to be the name in full, and not a word that has its letters. */
const shortestStem = 4;
const shortestOther = 5;

/** The end of most family names of the region where it keeps its mark, and common words that have it too. */
const markedFamilyEnd =
  /^(?!(?:mladi|noži|boži|vojni|pišto\p{L}*)ć|(?:млади|ножи|божи|војни)ћ).{2,}(?:ić|ић)(?:a|u|em|i|е?м|а|у|и)?$/iu;

/** Spellings of a word under which names are listed: folded, without Cyrillic, đ and dj alike. */
function spellings(word: string): string[] {
  return [...new Set(romanised(word).map((one) => foldText(one).replaceAll('dj', 'd')))];
}

/** True for a given or family name, in any script, in any case where it begins with a capital letter. */
export const isName = recently((word) => {
  if (word.length < 3) return false;
  if (markedFamilyEnd.test(word)) return startsUpper(word);
  return spellings(word).some((spelling) => isListed(spelling) || (startsUpper(word) && isInflected(spelling)));
});

/** True for a name that is folded and in Latin letters already, as in a host. */
export function isListed(spelling: string): boolean {
  return names().has(spelling) || (spelling.length >= shortestFamilyName && familyEnd.test(spelling));
}

function isInflected(spelling: string): boolean {
  return caseEnds.some(([end, name]) => {
    const stem = spelling.replace(end, name);
    return stem !== spelling && stem.length >= (name === '' ? shortestStem : shortestOther) && isListed(stem);
  });
}

export function startsUpper(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
