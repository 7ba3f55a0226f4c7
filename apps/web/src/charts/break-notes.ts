import type { SaidBreak } from '@monitor/contract';
import type { TFunction } from 'i18next';

/** What the marks across small lines mean, in one note; none if no line is broken. */
export function breakNotes(
  lines: readonly { readonly name: string; readonly breaks?: readonly SaidBreak[] | undefined }[],
  t: TFunction,
): string[] {
  const broken = lines.filter(({ breaks = [] }) => breaks.length > 0);
  if (broken.length === 0) return [];
  const notes = broken.map(({ name, breaks = [] }) => `${name}: ${breaks.map(({ note }) => note).join(' ')}`);
  return [[`${t('chart.trend.coverage.label')}.`, ...notes].join(' ')];
}
