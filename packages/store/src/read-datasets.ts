import type { Dataset, IsoDate } from '@monitor/domain';
import type { Database } from './database.ts';
import type { QueryOptions } from './query-options.ts';

/** A dataset with what is published of it; field for field as in the contract. */
export interface DatasetRow extends Dataset {
  /** Published incidents. */
  readonly incidents: number;
  /** First and last day of its published incidents. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Jurisdiction codes, sorted. */
  readonly countries: string[];
  /** When its published incidents last changed; ISO 8601 with `Z`. */
  readonly updated_at: string | null;
}

/** All datasets, by slug. */
export async function readDatasets(_database: Database, _options: QueryOptions = {}): Promise<DatasetRow[]> {
  throw new Error('not built yet');
}
