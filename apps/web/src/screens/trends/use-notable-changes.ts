import { extraMeasures, type Filter, without } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { useSummary } from '../../answers/use-summary.ts';
import {
  type ComparedFilter,
  comparedFilters,
  comparedMeasures,
  datasetsHolding,
  datasetsInScope,
  type NotableChanges,
  notableChanges,
} from '@monitor/findings';

/**
 * What changed in the places of a filter; undefined while it is awaited.
 * @param filter with the period that is compared; undefined while that is not known
 */
export function useNotableChanges(filter: Filter | undefined): NotableChanges | undefined {
  const { data: list } = useQuery(queries.datasets());
  const kinds = filter === undefined ? [] : comparedFilters(filter);
  const answers = [useParts(kinds[0]), useParts(kinds[1])];
  // Which datasets and locations bear on the comparison, whatever the day.
  const atAnyTime = useSummary(filter && without(filter, 'from', 'to'), { interval: 'none', facets: ['dataset', 'country'] });
  if (filter === undefined || list === undefined || atAnyTime.data === undefined) return undefined;
  const compared = kinds.flatMap((kind, index) => {
    const { data: summary, outdated } = answers[index]!;
    return summary === undefined || outdated ? [] : [{ ...kind, summary }];
  });
  if (compared.length < kinds.length) return undefined;
  const datasets = datasetsInScope(filter, list.datasets);
  return notableChanges(compared, datasetsHolding(datasets, filter, atAnyTime.data.facets));
}

/** The incidents of a kind by place, with all that is compared of them. */
function useParts(compared: ComparedFilter | undefined) {
  const measures = compared === undefined ? [] : extraMeasures({ measures: comparedMeasures[compared.kind] });
  return useSummary(compared?.filter, { measures, split: 'country', partTotals: true });
}
