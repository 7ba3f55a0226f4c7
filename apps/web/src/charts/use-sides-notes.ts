import { filterLine } from '@monitor/findings';
import type { Answers } from '../filter/use-answers.ts';
import { useFilterNames } from '../filter/use-filter-names.ts';
import { useTranslation } from '../i18n/use-translation.ts';

/** What A and B are, for files: they are about more than the filter of the address. */
export function useSidesNotes({ filterOfFigures, against }: Answers): readonly string[] {
  const { t } = useTranslation();
  const wording = useFilterNames();
  if (against === undefined) return [];
  return (['a', 'b'] as const).map((side) =>
    t('compare.line', {
      side: t(`compare.side.${side}`),
      filter: filterLine(side === 'a' ? filterOfFigures : against.filterOfFigures, wording),
    }),
  );
}
