import { unsafeCharacters } from '@monitor/domain';
import { type Findings, quoted } from '../findings.ts';

/** Longest texts, in characters. The key is the field. */
export const textLimits = { source_key: 200, place: 200, type_as_reported: 500, publisher: 200, url: 2000 } as const;

/**
 * Text as it may be stored: composed (NFC), on one line, without control characters and marks that turn the direction of
 * writing, cut to the limit. Null if nothing is left.
 */
export function cleanText(text: string | null, field: keyof typeof textLimits, findings: Findings): string | null {
  if (text === null) return null;
  const plain = withoutUnsafe(text);
  if (plain.length < text.length)
    findings.warn('control_characters', `${field} ${quoted(plain)}: control characters were removed.`);
  const clean = composed(plain);
  if (clean.includes('\ufffd'))
    findings.warn(
      'undecodable',
      `${field} ${quoted(clean)} has characters that do not exist in this encoding. Try another --encoding.`,
    );
  const limit = textLimits[field];
  if (clean.length <= limit) return clean === '' ? null : clean;
  const characters = Array.from(clean);
  if (characters.length <= limit) return clean;
  findings.warn('text_cut', `${field} ${quoted(clean)} has ${characters.length} characters and was shortened to ${limit}.`);
  return characters.slice(0, limit).join('').trim();
}

/** The same text, however long, without a word about what was wrong with it. */
export function tidied(text: string): string {
  return composed(withoutUnsafe(text));
}

function withoutUnsafe(text: string): string {
  return text.replaceAll('\f', ' ').replace(unsafeCharacters, '');
}

function composed(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
