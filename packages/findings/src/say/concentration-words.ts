import { busiestShare, type SettlementConcentration } from '../judge/settlement-concentration.ts';
import type { Voice } from './voice.ts';

type Measured = SettlementConcentration & { readonly kind: 'measured' };

/** The title, which says what was found. */
export function concentrationTitle(found: SettlementConcentration | undefined, { t }: Voice): string {
  return t(`placeTime.concentration.title.${found?.kind === 'measured' ? (found.isMore ? 'more' : 'none') : 'plain'}`);
}

/** What was found in one sentence, or why nothing is said. */
export function concentrationReading(answer: SettlementConcentration, { t, number }: Voice): string {
  if (answer.kind === 'area') return t('placeTime.concentration.area');
  if (answer.kind !== 'measured')
    return t(`placeTime.concentration.${answer.kind}`, {
      count: answer.count,
      number: number.count(answer.count),
      least: answer.least,
    });
  const { busiest, byChance, places } = answer;
  return t(`placeTime.concentration.reading.${answer.isMore ? 'more' : 'none'}`, {
    share: number.share(busiest.value),
    low: number.share(busiest.low),
    high: number.share(busiest.high),
    chance: number.share(byChance.value),
    chanceLow: number.share(byChance.low),
    chanceHigh: number.share(byChance.high),
    busiest: number.share(busiestShare),
    places: number.count(places),
  });
}

/** What counts, how uneven it is in one number, and what is left out. */
export function concentrationNotes(
  { gini, events, places, elsewhere }: Pick<Measured, 'gini' | 'events' | 'places' | 'elsewhere'>,
  { t, number }: Voice,
): string[] {
  // With as many incidents as settlements or more, the generalised coefficient is the usual one.
  const kind = events < places ? 'corrected' : 'plain';
  return [
    t('placeTime.concentration.people'),
    t(`placeTime.concentration.gini.${kind}`, { gini: number.decimal(gini, 2) }),
    ...(elsewhere === 0 ? [] : [t('placeTime.concentration.elsewhere', { count: elsewhere, number: number.count(elsewhere) })]),
  ];
}
