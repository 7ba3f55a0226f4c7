import type { CountedKind, Measure } from '@monitor/domain';
import type { Voice } from './voice.ts';

/** The words for a measure of incidents of a kind. `many`: `violent incidents`; `label`: beside a number, of its count. */
export function countedKey<Form extends 'name' | 'many' | 'label' | 'amount'>(kind: CountedKind, measure: Measure, form: Form) {
  if (measure === 'incidents' && kind !== 'chosen') return `counted.${kind}.${form}` as const;
  if (measure === 'weapons' && kind === 'weapon_seizure') return `counted.weapons_seized.${form}` as const;
  return `measure.${measure}.${form}` as const;
}

/** Beside a large number: `person killed` where a label among others is `killed`. */
export function figureKey(kind: CountedKind, measure: Measure) {
  return measure === 'killed' || measure === 'injured'
    ? (`measure.${measure}.figure` as const)
    : countedKey(kind, measure, 'label');
}

/** The same of a figure of a brief. */
export function briefFigureKey(measure: Measure) {
  return figureKey(measure === 'weapons' ? 'weapon_seizure' : 'violence', measure);
}

/** `12 violent incidents`, `3 people killed`. */
export function countedAmount(
  kind: CountedKind,
  measure: Measure,
  count: number,
  { t, number }: Pick<Voice, 't' | 'number'>,
): string {
  return t(countedKey(kind, measure, 'amount'), { count, number: number.count(count) });
}
