import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { clusterFolder } from './binaries.ts';
import { readPassword, superuser } from './cluster.ts';
import { runningProcess } from './running-process.ts';

/**
 * The address of the built-in server that another process runs on a data folder, so that data can be imported while the product is
 * running; undefined where none does. Throws `BuiltInServerError` where its password cannot be read.
 */
export async function runningServerUrl(options: { readonly folder: string }): Promise<string | undefined> {
  const folder = resolve(options.folder);
  // Lines of postmaster.pid: process, data folder, start time, port, socket folder, address, shared memory, status.
  const lines = await readFile(join(clusterFolder(folder), 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  const [pid, port, status] = [Number(lines[0]), Number(lines[3]), lines[7]?.trim()];
  if (!(pid > 0) || !(port > 0) || status !== 'ready') return undefined;
  const server = await runningProcess(pid);
  if (!server || (server.command !== undefined && !/postgres/i.test(basename(server.command.split(' ')[0] ?? ''))))
    return undefined;
  return `postgres://${superuser}:${await readPassword(folder)}@127.0.0.1:${port}/postgres`;
}
