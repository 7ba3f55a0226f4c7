import { eq, sql } from 'drizzle-orm';
import type { Database } from '../connection/database.ts';
import { onPool } from '../connection/statements.ts';
import { writeWhole } from '../connection/transaction.ts';
import { type ChangeOptions, removeIncidents } from '../records/removals.ts';
import { refuseSpread } from '../spread/spread.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { datasets, importBatches, incidents, people, sources, weapons } from '../schema/tables.ts';
import { lockImports } from './lock-imports.ts';

/** A dataset with the number of its incidents, in whatever status. */
export interface CountedDataset {
  readonly title: string;
  readonly incidents: number;
}

/**
 * Removes a dataset with its incidents, their history and its imports, after any import that is under way. The addresses of its public
 * incidents then say so. Returns what was removed, or undefined if there is no such dataset.
 */
export async function removeDataset(
  database: Database,
  slug: string,
  { signal, onWait, ...options }: ChangeOptions = {},
): Promise<(CountedDataset & { readonly datasetVersion: number }) | undefined> {
  refuseSpread(database);
  return writeWhole(
    database,
    async ({ db, run }) => {
      await lockImports(run, `removal of ${slug}`, onWait);
      const [dataset] = await db.select().from(datasets).where(eq(datasets.slug, slug));
      if (dataset === undefined) return undefined;
      const count = await removeIncidents(run, dataset, sql`${incidents.dataset_id} = ${dataset.id}`, options);
      await db.delete(importBatches).where(eq(importBatches.dataset_id, dataset.id));
      await db.delete(datasets).where(eq(datasets.id, dataset.id));
      await run(sql`analyze ${incidents}, ${people}, ${weapons}, ${sources}`);
      return { title: dataset.title, incidents: count, datasetVersion: await versionOfSnapshot(db) };
    },
    signal,
  );
}

/** Counts what `removeDataset` would remove, or returns undefined if there is no such dataset. */
export async function countDataset(database: Database, slug: string): Promise<CountedDataset | undefined> {
  return onPool(database, async ({ db }) => {
    const [dataset] = await db.select().from(datasets).where(eq(datasets.slug, slug));
    return dataset && { title: dataset.title, incidents: await db.$count(incidents, eq(incidents.dataset_id, dataset.id)) };
  });
}
