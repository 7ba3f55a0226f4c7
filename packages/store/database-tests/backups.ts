import { type Database, restoreBackup, writeBackup } from '../src/index.ts';
import { fixtureSettlements } from './reference-fixture.ts';

/** A backup of a database as bytes. */
export async function backUp(database: Database, options: Parameters<typeof writeBackup>[2] = {}): Promise<Buffer> {
  const pieces: Buffer[] = [];
  // The driver may use the memory again.
  await writeBackup(database, async (bytes) => void pieces.push(Buffer.from(bytes)), { portionSize: 50, ...options });
  return Buffer.concat(pieces);
}

export async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += 10_000) yield bytes.subarray(from, from + 10_000);
}

export const restore = (database: Database, bytes: Buffer, options: Parameters<typeof restoreBackup>[2] = {}) =>
  restoreBackup(database, () => piecesOf(bytes), { loadSettlements: () => Promise.resolve(fixtureSettlements), ...options });
