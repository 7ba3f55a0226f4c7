import { incidentTypes, settings, weaponClasses } from '@monitor/domain';
import { jurisdictions } from '@monitor/geography';
import { characteristics } from '../formats/gva-characteristics.ts';
import { isListed, isName, startsUpper } from './known-names.ts';
import { recently } from './recently.ts';

/*
 * Whether a text could name a person. A name too many is held back for a reader to add by hand; a name too few is next to a crime for good,
 * so in doubt it is one.
 */

/**
 * True where a text could name a person: a word of it is a name, or two neighbouring words have capitals as names do and are no words that
 * we know.
 */
export const couldNameSomebody = recently((text) => {
  const words = wordsOf(text);
  return hasNameIn(words) || hasUnknownPair(words);
});

/** True where a word of the text is a name. For titles of columns, which often have capitals. */
export function hasName(text: string): boolean {
  return hasNameIn(wordsOf(text));
}

function hasNameIn(words: readonly Word[]): boolean {
  return words.some(({ word }) => isName(word));
}

/**
 * True where the text of a field for places or publishers, of which many are called after people, is the name of a person: nothing but
 * names, or a name beside another or an initial.
 */
export function isNameOfSomebody(text: string): boolean {
  const words = wordsOf(text).filter(({ word }) => word.length > 1 || startsUpper(word));
  const names = words.map(({ word }) => isName(word));
  if (names.length > 0 && names.every(Boolean)) return true;
  return words.some(({ word, follows }, index) => {
    const before = words[index - 1];
    if (!before || !follows || !(names[index] || names[index - 1])) return false;
    return (names[index] && names[index - 1]) || word.length === 1 || before.word.length === 1;
  });
}

/** The same of several words, for places: one word that is a family name may be a village, of which one in ten is called so in the region. */
export function isFullName(text: string): boolean {
  return /\p{L}[^\p{L}]+\p{L}/u.test(text) && isNameOfSomebody(text);
}

/** True where the name of a host is made of the names of a person, such as `ana-kovac.example` or `johnsmith.example`. */
export const hostCouldNameSomebody = recently((host) => {
  const own = host
    .toLowerCase()
    .replace(/^www\d?\./, '')
    .split('.')
    .slice(0, -1);
  return own.some((label) => {
    const parts = label.split(/[^\p{L}]+/u).filter((part) => part !== '');
    return parts.length > 1 ? parts.every(isPartOfName) : isTwoNames(parts[0] ?? '');
  });
});

function isPartOfName(part: string): boolean {
  return part.length === 1 || isName(part);
}

/** Two names in one word, neither of them too short to be told from a syllable. */
function isTwoNames(label: string): boolean {
  for (let at = shortestPart; at <= label.length - shortestPart; at += 1)
    if (isListed(label.slice(0, at)) && isListed(label.slice(at))) return true;
  return false;
}
const shortestPart = 3;

interface Word {
  readonly word: string;
  /** Nothing but a blank, a hyphen, or the point or comma within a name is between it and the word before. */
  readonly follows: boolean;
}

function wordsOf(text: string): Word[] {
  let end = -1;
  return [...text.normalize('NFC').matchAll(/\p{L}[\p{L}\p{M}'’ʼ]*/gu)].map((match) => {
    const follows = end >= 0 && /^(?:\s|-|[,.]\s?)$/.test(text.slice(end, match.index));
    end = match.index + match[0].length;
    return { word: match[0], follows };
  });
}

/** Words that reports of incidents have with capitals, and that name nobody: our own, and those of places. */
const usual = new Set(
  [
    ...characteristics.map(({ text }) => text),
    ...[incidentTypes, settings, weaponClasses].flatMap(({ codes }) => [...codes]),
    ...jurisdictions.map(({ name }) => name),
  ]
    .flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length > 1),
);

function hasUnknownPair(words: readonly Word[]): boolean {
  const isUnknown = (one: Word | undefined) =>
    one !== undefined && one.word.length > 1 && startsUpper(one.word) && !usual.has(one.word.toLowerCase());
  return words.some((one, index) => one.follows && isUnknown(one) && isUnknown(words[index - 1]));
}
