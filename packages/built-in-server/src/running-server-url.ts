import { resolve } from 'node:path';
import { readPassword, superuser } from './cluster.ts';
import { isPostgres, readPostmasterFile } from './postmaster-file.ts';
import { runningProcess } from './running-process.ts';

/**
 * The address of the built-in server that another process runs on a data folder, so that data can be imported while the product is
 * running; undefined where none does. Throws `BuiltInServerError` where its password cannot be read.
 */
export async function runningServerUrl(options: { readonly folder: string }): Promise<string | undefined> {
  const folder = resolve(options.folder);
  const written = await readPostmasterFile(folder);
  if (!written?.ready || written.port === undefined) return undefined;
  const server = await runningProcess(written.pid);
  if (server === undefined || !isPostgres(server)) return undefined;
  return `postgres://${superuser}:${await readPassword(folder)}@127.0.0.1:${written.port}/postgres`;
}
