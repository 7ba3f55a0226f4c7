import type { TrendMonth } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import { peakOf } from './trend-picture.tsx';

/** What the trend says of the months of the period: the highest, and whether they are as usual. */
export function trendReading(months: readonly TrendMonth[], { t, format }: Writing): string {
  const chosen = months.filter((one) => one.chosen);
  if (chosen.length === 0) return t('report.trend.none');
  const peak = peakOf(months) ?? chosen[0];
  const values = { month: format.date.month(peak?.month.from ?? ''), number: format.number.count(peak?.incidents ?? 0) };
  return [t(`report.trend.${chosen.length === 1 ? 'only' : 'peak'}`, values), rangeWords(chosen)].join(' ');

  function rangeWords(all: readonly TrendMonth[]): string {
    const known = all.flatMap(({ incidents, usual, partial }) => (usual === undefined || partial ? [] : [{ incidents, usual }]));
    if (known.length === 0 || known.length < all.filter(({ partial }) => !partial).length) return t('report.trend.noRange');
    const outside = known.filter(({ incidents, usual: [least, most] }) => incidents < least || incidents > most);
    if (outside.length === 0) return t('report.trend.within', { count: known.length });
    const [least, most] = known[0]?.usual ?? [0, 0];
    if (all.length === 1)
      return t('report.trend.outsideOne', { least: format.number.count(least), most: format.number.count(most) });
    return t('report.trend.outside', { count: outside.length, all: known.length });
  }
}
