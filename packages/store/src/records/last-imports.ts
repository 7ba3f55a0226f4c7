import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '../connection/database.ts';
import { momentText, onPool, type Statements } from '../connection/statements.ts';
import { datasets, importBatches, revisions } from '../schema/tables.ts';

/** The last import into a dataset. */
export interface LastImport {
  readonly batch: number;
  /** Short name of the dataset. */
  readonly slug: string;
  readonly title: string;
  readonly format: string;
  readonly fileNames: readonly string[];
  /** When it was complete, in ISO 8601. */
  readonly finishedAt: string;
  readonly inserted: number;
  readonly updated: number;
}

/** The last import into each dataset, the latest of all first. */
export async function readLastImports(database: Database): Promise<LastImport[]> {
  return onPool(database, ({ db }) => lastImports(db));
}

/** The same, where the statements run. */
export async function lastImports(db: Statements['db']): Promise<LastImport[]> {
  const { id, dataset_id, format, file_names, finished_at, inserted, updated } = importBatches;
  const { slug, title } = datasets;
  const found = await db
    .selectDistinctOn([dataset_id], {
      batch: id,
      slug,
      title,
      format,
      fileNames: file_names,
      finishedAt: momentText(finished_at),
      inserted,
      updated,
    })
    .from(importBatches)
    .innerJoin(datasets, eq(datasets.id, dataset_id))
    .orderBy(dataset_id, desc(id));
  // Imports are numbered one after the other, whatever the clocks say.
  return found.map((one) => ({ ...one, finishedAt: one.finishedAt ?? '' })).toSorted((one, other) => other.batch - one.batch);
}

/** How many incidents an import retracted. @param batch its number */
export async function countRetracted(database: Database, batch: number): Promise<number> {
  return onPool(database, ({ db }) => db.$count(revisions, and(eq(revisions.batch_id, batch), eq(revisions.change, 'retracted'))));
}
