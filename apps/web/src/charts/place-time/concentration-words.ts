import type { SettlementConcentration } from '@monitor/findings';
import type { TFunction } from 'i18next';
import type { Format } from '../../format/use-format.ts';

export type MeasuredConcentration = SettlementConcentration & { readonly kind: 'measured' };

/** What counts, how uneven it is in one number, and what is left out. */
export function concentrationNotes(
  { gini, events, places, elsewhere }: Pick<MeasuredConcentration, 'gini' | 'events' | 'places' | 'elsewhere'>,
  t: TFunction,
  { number }: Format,
): string[] {
  // With as many incidents as settlements or more, the generalised coefficient is the usual one.
  const kind = events < places ? 'corrected' : 'plain';
  return [
    t('placeTime.concentration.people'),
    t(`placeTime.concentration.gini.${kind}`, { gini: number.decimal(gini, 2) }),
    ...(elsewhere === 0 ? [] : [t('placeTime.concentration.elsewhere', { count: elsewhere, number: number.count(elsewhere) })]),
  ];
}
