import type { BriefData, BriefPage } from '@monitor/contract';
import { type Dataset, type SyntheticShare, syntheticShare } from '@monitor/findings';

/** What a brief says, and what its figures are from. */
export interface Brief {
  readonly data: BriefData;
  readonly datasetVersion: number;
  /** The datasets with incidents in the period; without any, those that cover the place then. */
  readonly datasetsShown: readonly Dataset[];
  readonly synthetic: SyntheticShare;
  /** What its comparisons leave out. */
  readonly leftOut?: string | undefined;
}

/** Undefined if there is no data of its place and period. */
export function briefOf({ data, datasetVersion, datasets, leftOut }: BriefPage): Brief | undefined {
  if (data === null) return undefined;
  const datasetsShown = datasets.filter(({ slug }) => data.sources.includes(slug));
  return { data, datasetVersion, datasetsShown, synthetic: syntheticShare(datasetsShown), leftOut: leftOut?.text };
}
