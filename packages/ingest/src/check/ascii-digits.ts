/**
 * A number, date or identifier with the digits 0 to 9, whatever script it is written in: `٢٠٢٥-٠١-٠٢` is `2025-01-02`, and the Arabic
 * decimal separator is a point. Marks of the direction of writing, which programs add to such texts, are left out.
 */
export function asciiDigits(text: string): string {
  // Most texts have no such character.
  if (!/[^\0-\x7f]/.test(text)) return text;
  return text
    .replaceAll(/[\u061c\u200e\u200f]/g, '')
    .replaceAll('\u066b', '.')
    .replaceAll(/(?!\d)\p{Nd}/gu, (digit) => String(valueOf(digit)))
    .trim();
}

/** Digits follow each other in Unicode from 0 to 9, one script or style after the other. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}
