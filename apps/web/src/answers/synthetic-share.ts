/** How much of what some datasets hold is made up. */
export type SyntheticShare = 'none' | 'some' | 'all';

/** Whether none, some or all of the datasets are synthetic. Without a dataset nothing is. */
export function syntheticShare(datasets: readonly { readonly synthetic: boolean }[]): SyntheticShare {
  if (!datasets.some((dataset) => dataset.synthetic)) return 'none';
  return datasets.every((dataset) => dataset.synthetic) ? 'all' : 'some';
}
