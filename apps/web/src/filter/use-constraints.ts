import { kindOf } from '@monitor/domain';
import { type ConstraintWords, constraintWords } from '@monitor/findings';
import { useExplore } from './use-explore.ts';
import { useFilterNames } from './use-filter-names.ts';

/** What the filter selects, in words; without the kind of incidents where tabs say that. */
export function useConstraints(kindIsSaid: boolean): readonly ConstraintWords[] {
  const { filter } = useExplore();
  const words = constraintWords(filter, useFilterNames(filter));
  return kindIsSaid && kindOf(filter) !== undefined ? words.filter(({ names }) => !names.includes('type')) : words;
}
