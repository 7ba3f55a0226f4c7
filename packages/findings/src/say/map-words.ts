import type { HotSpots } from '../judge/hot-spots.ts';
import { firstNames } from './bar-words.ts';
import type { Voice } from './voice.ts';

interface SearchedAreas {
  readonly found: HotSpots;
  readonly units: 'regions' | 'hexagons';
  /** Regions without a population figure. */
  readonly leftOut: number;
}

/** Which areas are hot and cold spots, or why there are none to show. */
export function hotSpotsText({ found, units, leftOut }: SearchedAreas, voice: Voice): string {
  const { t, number } = voice;
  if (found.kind === 'not_precise') return t('areas.hotSpots.not_precise', { metres: number.count(found.leastMetres) });
  if (found.kind === 'too_few_units' && found.count === 0) return t('areas.hotSpots.no_units');
  if (found.kind === 'too_few_incidents' && found.count === 0) return t('areas.hotSpots.no_incidents');
  if (found.kind === 'all_alike') return t('areas.hotSpots.all_alike');
  if (found.kind !== 'found')
    return t(`areas.hotSpots.${found.kind === 'too_few_units' && leftOut > 0 ? 'too_few_rated' : found.kind}`, {
      count: found.count,
      formatted: number.count(found.count),
      least: found.least,
    });
  const sentence = (kind: 'hot' | 'cold') => {
    const codes = found[kind];
    if (codes.length === 0) return t(`areas.hotSpots.none.${kind}`);
    if (units === 'hexagons') return t(`areas.hotSpots.hexagons.${kind}`, { count: codes.length });
    return t(`areas.hotSpots.found.${kind}`, { names: firstNames(codes, voice.place, t), count: codes.length });
  };
  return `${sentence('hot')} ${sentence('cold')}`;
}
