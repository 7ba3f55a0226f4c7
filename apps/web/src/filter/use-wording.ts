import type { Filter } from '@monitor/domain';
import type { Wording } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { queries } from '../api/queries.ts';
import { useVoice } from '../i18n/terms.ts';
import { useSettlementIn } from './settlement-in.ts';

/** Everything that a filter is put into words with. @param filter whose area is to be named, where that matters */
export function useWording(filter?: Filter): Wording {
  const settlementIn = useSettlementIn(filter);
  return { voice: useVoice(), datasetTitle: useDatasetTitle(), settlementIn };
}

/** The title of a dataset by its name in addresses; that name while the titles are on their way, and where there is none. */
export function useDatasetTitle(): (slug: string) => string {
  const { data } = useQuery(queries.datasets());
  return useCallback((slug) => data?.datasets.find((dataset) => dataset.slug === slug)?.title ?? slug, [data]);
}
