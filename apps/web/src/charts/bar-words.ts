import type { TFunction } from 'i18next';
import type { LaidOutBar } from './bar-layout.ts';

/** The first of sorted bars; `others` is the number of bars left out. */
export function firstBars<Bar>(bars: readonly Bar[], length: number): { bars: readonly Bar[]; others: number } {
  // One bar left out would take as much room as the line that says so.
  if (bars.length <= length + 1) return { bars, others: 0 };
  return { bars: bars.slice(0, length), others: bars.length - length };
}

/** What a bar says to who cannot see it. */
export function barName({ label, text, other }: Pick<LaidOutBar, 'label' | 'text' | 'other'>, t: TFunction): string {
  return other === undefined ? `${label} ${text}` : t('compare.bars.label', { label, a: text, b: other.text, note: other.note });
}

/** What a press on a bar does. @param bar `muted` where other values are chosen and this one is not */
export function barActionText(
  { label, pressed, muted }: { readonly label: string; readonly pressed: boolean; readonly muted: boolean },
  t: TFunction,
): string {
  if (pressed) return t('chart.bar.remove', { value: label });
  return muted ? t('chart.bar.also', { value: label }) : t('chart.bar.only', { value: label });
}
