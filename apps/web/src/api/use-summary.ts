import { filterQuery, type Summary } from '@monitor/contract';
import type { DimensionName, Filter, SummaryRequest } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { queries } from './queries.ts';
import { type LastAnswer, useLastAnswer } from './use-last-answer.ts';

type Parts = Parameters<typeof queries.summary>[3] & {
  readonly interval?: SummaryRequest['interval'];
  readonly facets?: readonly DimensionName[];
};

/**
 * The numbers of one filter, for a screen that needs more of them than one; the last ones while new ones are on their way.
 * @param filter undefined if it is not known yet
 */
export function useSummary(
  filter: Filter | undefined,
  { interval = 'month', facets = [], ...others }: Parts = {},
): LastAnswer<Summary, string> {
  const query = filter === undefined ? '' : filterQuery(filter);
  const asked = useQuery({ ...queries.summary(query, interval, facets, others), enabled: filter !== undefined });
  return useLastAnswer(asked, query);
}
