import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NumberFormat } from '../format/number-format.ts';
import { useFormat } from '../format/use-format.ts';
import type { Against, FigureChange } from './change.ts';

/** A change in words: `−4% on the 34 months before (−7 to −1)`, or why none is given. */
export function ChangeText({ change, long }: { change: FigureChange; long: boolean }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (change.kind !== 'change')
    return <span title={t(`summary.noChange.${change.kind}.long`)}>{t(`summary.noChange.${change.kind}.short`)}</span>;
  const values = {
    change: number.signedPercent(change.difference),
    low: number.signedPoints(change.low),
    high: number.signedPoints(change.high),
    against: againstText(change.against, t, number),
  };
  return (
    <span title={t('summary.change.explained', values)}>{t(long ? 'summary.change.long' : 'summary.change.short', values)}</span>
  );
}

function againstText(against: Against, t: TFunction, number: NumberFormat): string {
  switch (against.kind) {
    case 'year_earlier':
      return t('summary.against.yearEarlier');
    case 'months':
      return t('summary.against.months', { count: against.count, number: number.count(against.count) });
    case 'days':
      return t('summary.against.days', { count: against.count, number: number.count(against.count) });
  }
}
