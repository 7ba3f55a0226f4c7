import { readFile } from 'node:fs/promises';
import { type Database, readDatabaseOrigin } from '@monitor/store';

/**
 * What makes an answer another one although dataset version and question are the same: another database, or another release of
 * this program. All servers of one database and release agree on it.
 */
export async function readEdition(database: Database): Promise<string> {
  const description = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(description) as { version: string };
  return `${version} ${await readDatabaseOrigin(database)}`;
}
