import type { FilterName } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { Format } from '../format/use-format.ts';
import type { Terms } from '../i18n/terms.ts';
import type { SettlementIn } from './settlement-in.ts';

/** One constraint of a filter in words. */
export interface ConstraintWords {
  /** The keys of the filter that it shows; removing them removes it. */
  readonly names: readonly FilterName[];
  /** What is constrained: `Location`. */
  readonly label: string;
  /** To what: `Serbia, Kosovo*`. */
  readonly text: string;
}

/** Words that the constraints are said in. */
export interface Wording {
  readonly t: TFunction;
  readonly terms: Terms;
  readonly format: Format;
  /** Title of a dataset by its name in addresses. */
  readonly datasetTitle: (slug: string) => string;
  /** Names an area; where it is left out or names none, an area is said in degrees. */
  readonly settlementIn?: SettlementIn | undefined;
}
