import { sql } from 'drizzle-orm';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot } from '../connection/read-snapshot.ts';
import type { Statements } from '../connection/statements.ts';
import { readSecret } from '../import/identifiers.ts';
import { readClosedSets } from '../import/closed-texts.ts';
import { readKnownPlaces } from '../import/known-places.ts';
import { readRecorded } from '../records/check-record.ts';
import { findBrokenConstraints } from './broken-constraints.ts';
import { findHistoryFaults } from './history-faults.ts';
import { recordFaults } from './record-faults.ts';

/** What `verifyRecord` looks at. */
export type VerifiedPart = 'constraints' | 'record' | 'history';

/** Sentences without their full stops, each about one fault. */
export type VerifiedFaults = Readonly<Record<VerifiedPart, readonly string[]>>;

export interface VerifyOptions extends QueryOptions {
  /** Called with the number of incidents looked at so far. */
  readonly onProgress?: (incidents: number) => void;
}

/** Faults named of each part at most. */
export const mostFaults = 20;

/**
 * Looks for what is wrong with the record, all in one snapshot and whatever it was written with: rows that break a constraint; incidents
 * that no import would write so, or with details that a sensitive one must not have, in its history too; and a history with gaps. Of each
 * part at most 21 faults are named, so that it is known where there are more than 20.
 */
export async function verifyRecord(database: Database, { onProgress, ...options }: VerifyOptions = {}): Promise<VerifiedFaults> {
  return readSnapshot(database, options, async (statements) => {
    await statements.run(sql`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
    const constraints = await findBrokenConstraints(statements.run);
    const history = await findHistoryFaults(statements.run, mostFaults + 1);
    return { constraints, record: await findRecordFaults(statements, onProgress), history };
  });
}

async function findRecordFaults(statements: Statements, onProgress: VerifyOptions['onProgress']): Promise<string[]> {
  const { db, run } = statements;
  const known = await readKnownPlaces(db);
  const secret = await readSecret(db);
  const textsOf = await readClosedSets(statements);
  const faults: string[] = [];
  let seen = 0;
  for await (const portion of readRecorded(run)) {
    for (const incident of portion)
      faults.push(
        ...recordFaults(incident, known, textsOf(incident.slug), secret).map((fault) => `${incident.public_id}: ${fault}`),
      );
    seen += portion.length;
    onProgress?.(seen);
    if (faults.length > mostFaults) break;
  }
  return faults.slice(0, mostFaults + 1);
}
