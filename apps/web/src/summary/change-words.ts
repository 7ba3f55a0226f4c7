import type { TFunction } from 'i18next';
import type { NumberFormat } from '../format/number-format.ts';
import type { Against, FigureChange } from './change.ts';

/** A change in words, and the same at length for who wants to know more. */
export interface ChangeWords {
  readonly text: string;
  readonly explanation: string;
}

/**
 * `−4% on the 34 months before (−7 to −1)`, or why no change is given.
 * @param long whether the text itself says what is compared with; the first figure of a row does
 */
export function changeWords(change: FigureChange, long: boolean, t: TFunction, number: NumberFormat): ChangeWords {
  if (change.kind !== 'change')
    return { text: t(`summary.noChange.${change.kind}.short`), explanation: t(`summary.noChange.${change.kind}.long`) };
  const values = {
    change: number.signedPercent(change.difference),
    low: number.signedPoints(change.low),
    high: number.signedPoints(change.high),
    against: againstWords(change.against, t, number),
  };
  return {
    text: t(long ? 'summary.change.long' : 'summary.change.short', values),
    explanation: t('summary.change.explained', values),
  };
}

function againstWords(against: Against, t: TFunction, number: NumberFormat): string {
  switch (against.kind) {
    case 'year_earlier':
      return t('summary.against.yearEarlier');
    case 'months':
      return t('summary.against.months', { count: against.count, number: number.count(against.count) });
    case 'days':
      return t('summary.against.days', { count: against.count, number: number.count(against.count) });
  }
}
