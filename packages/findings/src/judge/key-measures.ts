import { constrainsSubject, figureNames, type Filter, type Measure, measureNames, subjectMeasures } from '@monitor/domain';

/** The key figures of a filter that selects nothing but seizures, in which hardly anybody is harmed. */
const ofSeizures: readonly Measure[] = ['incidents', 'weapons', 'rounds'];

/**
 * The measures that have a key figure: first the one that is chosen, then those of the kind of incidents that are selected, and those of
 * people and weapons that the filter describes, so that "women killed by a partner" is a number.
 */
export function keyMeasures(filter: Filter, chosen: Measure): readonly Measure[] {
  const isOfSeizures = filter.type?.every((type) => type === 'weapon_seizure') ?? false;
  const base: readonly Measure[] = isOfSeizures ? ofSeizures : figureNames;
  // A weapon that is described is counted as a weapon; rounds beside it would be said twice.
  const described: readonly Measure[] = subjectMeasures.filter((name) => name !== 'rounds' && constrainsSubject(name, filter));
  return [chosen, ...measureNames.filter((name) => name !== chosen && (base.includes(name) || described.includes(name)))];
}
