import type { Vocabulary } from '@monitor/domain';
import { type Findings, quoted, type WarningKind, wholeInQuotes } from '../findings.ts';
import type { Listed } from '../raw-incident.ts';

/** The code, or null with a warning that lists the allowed ones where it is not of the vocabulary. */
export function checkCode<Code extends string>(
  vocabulary: Vocabulary<Code>,
  text: string | null,
  field: string,
  findings: Findings,
  kind: WarningKind = 'unknown_code',
): Code | null {
  if (text === null || vocabulary.has(text)) return text;
  findings.warn(kind, unknownCode(vocabulary.codes, text, field), `${field} ${wholeInQuotes(text)}`);
  return null;
}

/** The sentence about a value that is not one of the codes. */
export function unknownCode(codes: readonly string[], text: string, field: string): string {
  return `${field} ${quoted(text)} is not valid. Allowed values: ${codes.join(', ')}.`;
}

/** A text as it is published where it is listed; undefined if it is not. */
export function listedText(text: string, listed: Listed | undefined): string | undefined {
  return listed === 'all' ? text : listed?.get(text.toLowerCase());
}
