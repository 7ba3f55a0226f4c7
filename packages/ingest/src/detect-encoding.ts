import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';

export interface Encoding {
  /** Name as iconv-lite knows it, such as `utf-8` or `windows-1250`. */
  readonly name: string;
  /** How it was found, for the report: "byte-order mark", "valid UTF-8", … */
  readonly because: string;
}

/** How it was found where every byte fits. */
export const validUtf8 = 'valid UTF-8';

/** The encoding that a byte-order mark or the pattern of zero bytes gives away, or undefined. */
export function unicodeEncoding(head: Buffer): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', because: 'byte-order mark' };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', because: 'byte-order mark' };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', because: 'byte-order mark' };
  // Separators, digits and line ends have a zero byte in UTF-16, always on the same side.
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  if (odd > head.length / 20 && even < odd / 10) return { name: 'utf-16le', because: 'zero bytes' };
  if (even > head.length / 20 && odd < even / 10) return { name: 'utf-16be', because: 'zero bytes' };
  return undefined;
}

const cyrillic = new Set(['windows-1251', 'KOI8-R', 'ISO-8859-5']);
const western = new Set(['windows-1252', 'ISO-8859-1']);

/**
 * The encoding of text that is not valid UTF-8, from a sample of its bytes around letters outside ASCII.
 * Latin text is taken for Central European unless there is much of it and it is clearly Western: both share most letters,
 * and the files this product meets are mostly Serbian, Albanian, Romanian, Croatian.
 */
export function guessEncoding(sample: Buffer): Encoding {
  const guesses = analyse(sample);
  const utf8 = guesses.find(({ name }) => name === 'UTF-8');
  if (utf8 && utf8.confidence >= 25 && !isUtf8(sample)) return { name: 'utf-8', because: 'almost valid UTF-8' };
  const best = guesses.find(
    ({ name }) => cyrillic.has(name) || western.has(name) || name === 'windows-1250' || name === 'ISO-8859-2',
  );
  const letters = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const because = 'guessed from the letters';
  if (!best) return { name: 'windows-1250', because };
  if (best.name === 'KOI8-R' && hasUkrainianLetters(sample)) return { name: 'koi8-u', because };
  if (cyrillic.has(best.name)) return { name: best.name.toLowerCase(), because };
  if (western.has(best.name) && best.confidence >= 50 && letters >= 200) return { name: 'windows-1252', because };
  return { name: best.name === 'ISO-8859-2' && !hasWindowsLetters(sample) ? 'iso-8859-2' : 'windows-1250', because };
}

/** True if bytes occur that are є, і, ї and ґ in KOI8-U beside other letters, where KOI8-R has lines for drawing boxes. */
function hasUkrainianLetters(sample: Buffer): boolean {
  return sample.some(
    (byte, index) =>
      [0xa4, 0xa6, 0xa7, 0xad, 0xb4, 0xb6, 0xb7, 0xbd].includes(byte) &&
      ((sample[index - 1] ?? 0) >= 0xc0 || (sample[index + 1] ?? 0) >= 0xc0),
  );
}

/** True if bytes occur that are letters in Windows code pages and control characters in ISO 8859. */
function hasWindowsLetters(sample: Buffer): boolean {
  return sample.some((byte) => byte >= 0x80 && byte < 0xa0);
}
