import type { Column } from './columns.ts';
import { type Draft, translated } from './draft.ts';
import { isNoFirearm } from './words.ts';

/** Leaves out rows with other weapons than firearms, if a column of weapons has words for both. */
export function findWanted(draft: Draft, column: Column): void {
  const { values, rest } = translated(column, 'weapon_class');
  const words = Object.entries(values);
  const isKnown = ([text, code]: (typeof words)[number]) => !column.unknown.has(text) && code !== 'other' && !isNoFirearm(text);
  // Beside a word for any firearm, "other" is none.
  const isAnyFirearm = words.some((word) => isKnown(word) && word[1] === 'not_reported');
  const isLeftOut = ([text, code]: (typeof words)[number]) => isNoFirearm(text) || (isAnyFirearm && code === 'other');
  const leftOut = words.filter(isLeftOut);
  if (leftOut.length === 0 || !words.some(isKnown)) return;
  draft.where = { [column.name]: [...words.filter((word) => !isLeftOut(word)).map(([text]) => text), null] };
  draft.explain(['where'], [column], 'only rows with firearms, and those that do not say, are imported');
  const list = leftOut.map(([text]) => `"${text}" (${column.values.get(text)} rows)`).join(', ');
  draft.ask(
    ['where'],
    `are rows with other weapons than firearms not wanted? These are left out: ${list}. To import them as well, delete "where".${rest === '' ? '' : ` Words that are not listed are left out as well: ${rest}.`}`,
  );
}
