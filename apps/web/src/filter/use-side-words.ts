import { differingNames } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import type { SideName } from '../controls/side-badge.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { sideName, sideWords } from './side-words.ts';
import { useExplore } from './use-explore.ts';
import { useWording } from './use-wording.ts';

interface Compared {
  readonly filterOfFigures: Filter;
  readonly against?: { readonly filterOfFigures: Filter } | undefined;
}

/** What the sides of answers are called in a sentence. */
export function useSideName({ filterOfFigures, against }: Compared): (side: SideName) => string {
  const { t } = useTranslation();
  const { view } = useExplore();
  const wording = useWording();
  const names = differingNames(view.against ?? {});
  return (side) => sideName(side, side === 'a' ? filterOfFigures : (against?.filterOfFigures ?? {}), names, wording, t);
}

/** What a side of the address is, in words. */
export function useSideWords(): (filter: Filter) => string {
  const { view } = useExplore();
  const wording = useWording();
  const names = differingNames(view.against ?? {});
  return (filter) => sideWords(filter, names, wording);
}
