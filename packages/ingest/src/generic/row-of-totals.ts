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

/**
 * The column in which a row says that it has the totals of others; undefined if it says so in none. Only the first cell that is filled
 * counts, since a town or a text further on may be called so, and no number follows but a year, since identifiers have others.
 */
export function columnOfTotal(row: Row): string | undefined {
  const name = row.columns.names.find((one) => cell(row, one) !== null);
  const text = name === undefined ? null : cell(row, name);
  // "Šuma" is a forest.
  if (text === null || text.length > 60 || /^šum/i.test(text)) return undefined;
  const found = total.exec(wordsOf(text));
  const more = found?.groups?.more;
  const isTotal = found && (more === undefined || addedUp.test(more) || more.split(' ').every(isPeriod));
  return isTotal ? name : undefined;
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
