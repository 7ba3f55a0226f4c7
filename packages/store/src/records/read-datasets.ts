import { sql } from 'drizzle-orm';
import type { Dataset, IsoDate } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot, type RunStatement } from '../connection/run-query.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { datasets, incidents } from '../schema/tables.ts';
import { momentText } from './moment-text.ts';

/** A dataset with what is published of it; field for field as in the contract. */
export interface DatasetRow extends Dataset {
  /** Published incidents. */
  readonly incidents: number;
  /** First and last day of its published incidents. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Jurisdiction codes, sorted. */
  readonly countries: string[];
  /** What each of them holds, in their order. */
  readonly coverage: {
    readonly country: string;
    /** Published incidents there. */
    readonly incidents: number;
    /** First and last day of an incident there. */
    readonly from: IsoDate;
    readonly to: IsoDate;
  }[];
  /** When its published incidents last changed; ISO 8601 with `Z`. */
  readonly updated_at: string | null;
}

/** All datasets, by slug. */
export async function readDatasets(database: Database, options: QueryOptions = {}): Promise<DatasetRow[]> {
  return readSnapshot(database, options, selectDatasets);
}

/** All datasets, by slug, with the version that they are of. */
export async function readDatasetsAtVersion(
  database: Database,
  options: QueryOptions = {},
): Promise<{ readonly datasetVersion: number; readonly datasets: DatasetRow[] }> {
  return readSnapshot(database, options, async (run) => ({
    datasetVersion: await versionOfSnapshot(run),
    datasets: await selectDatasets(run),
  }));
}

/** The datasets of the snapshot on which the statement runs. */
export async function selectDatasets(run: RunStatement): Promise<DatasetRow[]> {
  return run<DatasetRow>(
    sql`
      select ${datasets.slug}, ${datasets.title}, ${datasets.description}, ${datasets.synthetic}, ${datasets.licence},
        ${datasets.licence_url}, ${datasets.attribution}, ${datasets.url}, ${datasets.killed_includes_suicides},
        coalesce(sum(counted.incidents), 0)::bigint as incidents, min(counted.first_day) as "from", max(counted.last_day) as "to",
        coalesce(array_agg(counted.country order by counted.country) filter (where counted.country is not null), '{}') as countries,
        coalesce(
          json_agg(
            json_build_object(
              'country', counted.country, 'incidents', counted.incidents, 'from', counted.first_day, 'to', counted.last_day
            ) order by counted.country
          ) filter (where counted.country is not null),
          '[]'
        ) as coverage,
        ${momentText(sql`max(counted.updated_at)`)} as updated_at
      from ${datasets} left join (
        select ${incidents.dataset_id} as dataset_id, ${incidents.country} as country, count(*) as incidents,
          min(${incidents.occurred_on}) as first_day, max(${incidents.occurred_on}) as last_day,
          max(${incidents.updated_at}) as updated_at
        from ${incidents}
        where ${incidents.published}
        group by ${incidents.dataset_id}, ${incidents.country}
      ) as counted on counted.dataset_id = ${datasets.id}
      group by ${datasets.id}
      order by ${datasets.slug}`,
  );
}
