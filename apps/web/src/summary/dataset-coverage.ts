import type { DatasetList, FacetValue } from '@monitor/contract';
import type { Filter, Period } from '@monitor/domain';

export type Dataset = DatasetList['datasets'][number];

/** The datasets that the filter can select from. */
export function datasetsInScope(filter: Pick<Filter, 'dataset'>, datasets: readonly Dataset[]): readonly Dataset[] {
  return filter.dataset === undefined ? datasets : datasets.filter(({ slug }) => filter.dataset?.includes(slug));
}

/**
 * Those of the datasets that have incidents of the filter at any time.
 * @param counted the datasets with incidents under the filter without its period; while unknown the locations decide
 */
export function datasetsHolding(
  datasets: readonly Dataset[],
  { country }: Pick<Filter, 'country'>,
  counted: readonly Pick<FacetValue, 'value'>[] | undefined,
): readonly Dataset[] {
  if (counted !== undefined) return datasets.filter(({ slug }) => counted.some(({ value }) => value === slug));
  return country === undefined ? datasets : datasets.filter(({ countries }) => countries.some((one) => country.includes(one)));
}

/** First to last day that the datasets hold; undefined where they hold nothing. */
export function coverageOf(datasets: readonly Dataset[]): Period | undefined {
  const from = datasets.flatMap((dataset) => dataset.from ?? []).toSorted()[0];
  const to = datasets
    .flatMap((dataset) => dataset.to ?? [])
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}
