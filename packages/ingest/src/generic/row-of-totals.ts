import { foldText } from '@monitor/domain';
import { cell, type Row } from '../row.ts';
import { monthOfName } from './date-format.ts';

/** What a cell says before totals, folded: "Total", "UKUPNO". Those of several words come first, so that they are read whole. */
const words =
  'sub total|grand total|overall total|total general|total geral|suma total|subtotal general|genel toplam|total|totals|subtotal|subtotals|totale|totali|sum|suma|summa|somme|gjithsej|gjithsejt|ukupno|svega|sveukupno|' +
  'укупно|свега|вкупно|общо|всичко|всего|итого|усього|всього|загалом|разом|skupaj|razem|celkem|spolu|osszesen|gesamt|gesamtsumme|summe|totalt|toplam|' +
  'jumla|συνολο|σ|סהכ|المجموع|الاجمالي';

/** Words that lead on to what has been added up. */
const connectors = 'for|za|за|для|pour|para|por|de|del|do|per|pentru|fur|icin|na|на';

const total = new RegExp(`^(?:${words})(?: (?<more>.+))?$`, 'u');
const addedUp = new RegExp(String.raw`^(?:${connectors})(?: [\p{L}\d]+){1,4}$`, 'u');
const year = /^(?:19|20)\d\d$/;

/** Names of a department of France and of a town in Nepal. */
const alsoPlace = /^(?:somme|jumla)$/i;
const sum = /^\d{1,6}(?:\.0)?$/;

/**
 * The column in which a row says that it has the totals of others; undefined if it says so in none. The first cell that is filled says so,
 * or one further on, if only numbers follow. A town may be called so: it has a type or a point behind it, or an identifier and a date before
 * it.
 */
export function columnOfTotal(row: Row): string | undefined {
  const filled = row.columns.names.flatMap((name) => ({ name, text: cell(row, name) ?? '' })).filter(({ text }) => text !== '');
  const at = filled.findLastIndex(({ text }) => !sum.test(text));
  const [first, last] = [filled[0], filled[at]];
  if (first && isTotal(first.text)) return at > 0 && alsoPlace.test(first.text) ? undefined : first.name;
  if (!last || at === filled.length - 1 || !isTotal(last.text) || alsoPlace.test(last.text)) return undefined;
  const before = filled.slice(0, at);
  return before.length === 1 || before.every(({ text }) => year.test(text) || !/\d/.test(text)) ? last.name : undefined;
}

/** True for a text that says "total". No number follows but a year, since identifiers have others. */
function isTotal(text: string): boolean {
  // "Šuma" is a forest.
  if (text.length > 60 || /^šum/i.test(text)) return false;
  const found = total.exec(wordsOf(text));
  const more = found?.groups?.more;
  return found !== null && (more === undefined || addedUp.test(more) || more.split(' ').every(isPeriod));
}

function isPeriod(word: string): boolean {
  return year.test(word) || monthOfName(word) !== undefined;
}

/** Words and numbers, without brackets. A number that a mark joins to a word stays one with it. */
function wordsOf(text: string): string {
  return foldText(text)
    .replaceAll(/["'״׳]|\(.*?\)/g, '')
    .replaceAll(/(?<=\p{L})[-/.](?=\d)/gu, '')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
