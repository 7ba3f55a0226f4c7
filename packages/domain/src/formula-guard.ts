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
