import { type Column, flagsOf, isCount, nameFit, share } from './columns.ts';
import { type Draft, percent } from './draft.ts';
import { attempted, headerWords, homicide, matched, tokensOf } from './words.ts';

/** Columns of dates and causes that are filled in so many rows are of all people. */
const nearlyAll = 0.99;

/**
 * Why all rows are deaths: a title, the name of a column that every row has, or all words of the type say so. Undefined if nothing does, or
 * if columns say who was killed or injured.
 * @param titles the name of the file, and what is above the column names
 */
export function whyAllDeaths(draft: Draft, titles: readonly string[], type: Column | undefined): string | undefined {
  const others = draft.columns.filter(({ isAround }) => !isAround);
  const isNumber = (one: Column) => share(one, isCount) > 0.5 && share(one, (text) => /\d{4}/.test(text)) < 0.5;
  const isSaid = (one: Column) =>
    nameFit(one, 'injured') > 0 ||
    nameFit(one, 'threatened') > 0 ||
    (nameFit(one, 'killed') > 0 && (isNumber(one) || flagsOf(one)));
  if (others.some(isSaid)) return undefined;
  if (titles.some((title) => isOfDeaths(tokensOf(title)))) return 'The title says that all rows are deaths';
  const column = others.find((one) => isOfDeaths(one.tokens) && one.filled >= draft.rows * nearlyAll);
  if (column) return `"${column.name}" is filled in ${percent(column.filled / draft.rows)} of the rows, so all rows are deaths`;
  const isDeath = (text: string) => isOfDeaths(tokensOf(text));
  return type && type.filled >= draft.rows * nearlyAll && [...type.values.keys()].every(isDeath)
    ? `All words of "${type.name}" are about deaths`
    : undefined;
}

function isOfDeaths(tokens: ReadonlySet<string>): boolean {
  const has = (words: string) => matched(words, tokens) > 0;
  return has(`${headerWords.killed} ${homicide}`) && !has(`${headerWords.injured} ${headerWords.threatened} ${attempted}`);
}
