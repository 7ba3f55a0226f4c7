import { resolve } from 'node:path';
import { serverUrl } from './cluster.ts';
import { isServing, readPostmasterFile } from './postmaster-file.ts';

/**
 * The address of the built-in server that another process runs on a data folder, so that data can be imported while the product is
 * running; undefined if none does. Throws `BuiltInServerError` where its password cannot be read.
 */
export async function runningServerUrl(options: { readonly folder: string }): Promise<string | undefined> {
  const folder = resolve(options.folder);
  const port = (await readPostmasterFile(folder))?.port;
  if (port === undefined || !(await isServing(folder))) return undefined;
  return serverUrl(folder, port);
}
