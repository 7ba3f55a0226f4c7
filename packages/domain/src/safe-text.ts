/**
 * Characters that make a spreadsheet read a cell as a formula (OWASP, CSV Injection): at the start, and after what some of them
 * take for the end of a cell whatever the quotes say, which is `;` where the decimal mark is a comma.
 */
const first = String.raw`(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])`;
const end = String.raw`([;\t\r\n])`;
const formula = { atStart: new RegExp(`^${first}`), inside: new RegExp(end + first, 'g') };
/** Most texts have none of these, and need no copy. */
const suspicious = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[;\t\r\n]/;

/** The text with an apostrophe before whatever a spreadsheet would run as a formula. */
export function guardFormula(text: string): string {
  return suspicious.test(text) ? text.replace(formula.inside, "$1'").replace(formula.atStart, "'") : text;
}

/** Control characters apart from tab and line breaks, marks that turn the direction of writing, and characters that nobody sees. */
export const unsafeCharacters = /(?![\t\n\r])\p{Cc}|[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Text as every download has it: without those characters, and with an apostrophe before what a spreadsheet would run as a formula.
 * Every format does the same, since a file of any of them may end in a spreadsheet.
 */
export function safeText(text: string): string {
  // Most texts have nothing of the kind, and a large download has tens of millions of them.
  return removable.test(text) ? guardFormula(text.replace(unsafeCharacters, '')) : text;
}

/** Whatever is removed, and all that the guard looks at. */
const removable = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[;\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u;
