import type { IndicatorTable } from '@monitor/contract';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** Names the locations of a cell: one, all, or those that were selected or have the most incidents. */
export function usePlaceName(table: Pick<IndicatorTable, 'morePlaces'>): (place: string | null) => string {
  const { t } = useTranslation();
  const terms = useTerms();
  return (place) => (place === null ? t(table.morePlaces === 0 ? 'indicators.all' : 'indicators.allListed') : terms.place(place));
}
