import { foldText } from '@monitor/domain';
import { cell, type Row } from '../row.ts';

/** What a cell says before totals, folded and without numbers: "Total", "UKUPNO 2023:". No word that is also a name or a forest ("šuma"). */
const words = new Set(
  (
    'total|totals|sub total|subtotal|subtotals|grand total|overall total|total general|totale|totali|gjithsej|gjithsejt|ukupno|svega|sveukupno|укупно|' +
    'вкупно|общо|всичко|всего|итого|усього|всього|разом|skupaj|razem|celkem|spolu|osszesen|gesamt|gesamtsumme|summe|totalt|summa|toplam|genel toplam|' +
    'subtotal general|total geral|suma total|συνολο|סהכ|المجموع|الاجمالي'
  ).split('|'),
);

/** The column in which a row says that it has the totals of others; undefined if it says so in none. */
export function columnOfTotal(row: Row): string | undefined {
  return row.columns.names.find((name) => {
    const text = cell(row, name);
    return text !== null && text.length < 40 && words.has(wordsOnly(text));
  });
}

function wordsOnly(text: string): string {
  return foldText(text)
    .replaceAll(/["'״׳]/g, '')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
}
