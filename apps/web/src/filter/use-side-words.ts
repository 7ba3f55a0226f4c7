import { differingNames } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { sideWords } from '@monitor/findings';
import { useExplore } from './use-explore.ts';
import { useWording } from './use-wording.ts';

/** What a side of the address is, in words. */
export function useSideWords(): (filter: Filter) => string {
  const { view } = useExplore();
  const wording = useWording();
  const names = differingNames(view.against ?? {});
  return (filter) => sideWords(filter, names, wording);
}
