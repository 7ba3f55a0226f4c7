import { analyse } from 'chardet';
import iconv from 'iconv-lite';

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

/**
 * The encoding of text that is not valid UTF-8, from a sample of its bytes around letters outside ASCII. A few words are enough to know
 * Cyrillic from Latin letters. Latin text is taken for Central European unless its letters are those of Western languages: both share most
 * of them, and the files this product meets are mostly Serbian, Albanian, Romanian, Croatian.
 */
export function guessEncoding(sample: Buffer): Encoding {
  const because = 'guessed from the letters';
  if (isCyrillic(sample)) {
    const name = cyrillicEncoding(sample);
    return { name: name === 'koi8-r' && hasUkrainianLetters(sample) ? 'koi8-u' : name, because };
  }
  if (isTurkish(sample)) return { name: 'windows-1254', because };
  if (isWestern(sample)) return { name: 'windows-1252', because };
  const isIso = analyse(sample)[0]?.name === 'ISO-8859-2' && !hasWindowsLetters(sample);
  return { name: isIso ? 'iso-8859-2' : 'windows-1250', because };
}

/** True if words outside ASCII have no ASCII letters: in Latin languages, a few letters of a word are outside it. */
function isCyrillic(sample: Buffer): boolean {
  const words = sample.toString('latin1').match(/[a-z\u0080-\u00ff]{2,}/gi) ?? [];
  const outside = words.filter((word) => /[\u0080-\u00ff]/.test(word));
  return outside.filter((word) => !/[a-z]/i.test(word)).length * 2 > outside.length;
}

/** The most frequent letters of Slavic languages in Cyrillic script. */
const frequent = new Set('оеаинтсрвлкмдпујі');

/** The Cyrillic encoding in which most letters are frequent, and none is a capital after a small letter. */
function cyrillicEncoding(sample: Buffer): string {
  const score = (name: string) => {
    const text = iconv.decode(sample, name);
    const plausible = Array.from(text.toLowerCase()).filter((letter) => frequent.has(letter)).length;
    return plausible - 2 * (text.match(/\p{Ll}\p{Lu}|[^\p{L}\p{ASCII}]/gu)?.length ?? 0);
  };
  const scored = ['windows-1251', 'koi8-r', 'iso-8859-5'].map((name) => ({ name, score: score(name) }));
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).name;
}

/**
 * True if more letters are only likely in Western languages than only in Central European ones. The same byte is ñ and ń, ã and ă, ø and ř:
 * Spanish has ñ before a vowel and Polish has ń elsewhere, Portuguese has ão and ãe, and Czech has ř before a vowel.
 */
function isWestern(sample: Buffer): boolean {
  const western = /ão|ãe|õe|ñ(?=[aeiouáéíóú])|å|à|ø(?![aeiouyáéí])|ù(?!\p{L})|(?<=\d)[ºª]|¿(?=\p{L})/giu;
  const central = /[šžđčěţłążźśťőűůć]|ă(?![oe])|ń(?![aeiou])|ř(?=[aeiouyáéí])|(?<=\p{L})ş|ş(?=\p{L})/giu;
  const count = (name: string, letters: RegExp) => iconv.decode(sample, name).match(letters)?.length ?? 0;
  return count('windows-1252', western) > count('windows-1250', central);
}

/**
 * True if nearly all letters are those of Turkish, and one is ı, İ or a ğ behind a vowel: the same bytes are ý, Ý and đ in other encodings,
 * beside letters that Turkish does not have.
 */
function isTurkish(sample: Buffer): boolean {
  const text = iconv.decode(sample, 'windows-1254');
  const letters = text.match(/[^\p{ASCII}\P{L}]/gu) ?? [];
  const turkish = letters.filter((letter) => 'çğıöşüâîûÇĞİÖŞÜÂÎÛ'.includes(letter)).length;
  return turkish > 0.95 * letters.length && /ı|İ|(?<=[aeıioöuü])ğ/iu.test(text);
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
