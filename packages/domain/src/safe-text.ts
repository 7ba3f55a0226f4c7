import { guardFormula } from './formula-guard.ts';

/** Control characters apart from tab and line breaks, marks that turn the direction of writing, and characters that nobody sees. */
export const unsafeCharacters = /(?![\t\n\r])\p{Cc}|[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Text as every download has it: without those characters, and with an apostrophe before what a spreadsheet would run as a formula.
 * Every format does the same, since a file of any of them may end in a spreadsheet.
 */
export function safeText(text: string): string {
  // Most texts have nothing of the kind, and a large download has tens of millions of them.
  return suspicious.test(text) ? guardFormula(text.replace(unsafeCharacters, '')) : text;
}

/** Whatever is removed, and all that the guard looks at. */
const suspicious = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[;\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u;
