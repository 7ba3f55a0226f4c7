import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { checkShares, type SpreadServer } from '@monitor/store';
import { parse } from 'yaml';
import { type CommandContext, UsageError } from './command-context.ts';

/** The servers that SPREAD lists; undefined if all is in one database. Throws where an incident would belong to none or to two. */
export async function readServers({ spread, folder }: CommandContext): Promise<readonly SpreadServer[] | undefined> {
  if (spread === undefined) return undefined;
  const text = await readFile(resolve(folder, spread), 'utf8').catch((error: Error) => {
    throw new UsageError(`SPREAD must be the path of the file that lists the servers: ${error.message}`);
  });
  let file: { readonly servers?: unknown } | null;
  try {
    file = parse(text) as typeof file;
  } catch (error) {
    throw new UsageError(`${spread} is not YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  return checkShares(file?.servers);
}

/**
 * Does some work on each server of a spread record, one after the other; on the one database if the record is not spread.
 * @param work gets the name of the server
 */
export async function onEachServer(
  context: CommandContext,
  work: (own: CommandContext, name?: string) => Promise<unknown>,
): Promise<void> {
  const servers = await readServers(context);
  if (servers === undefined) return void (await work(context));
  for (const { name, url } of servers) {
    context.print(`Server ${name}:`);
    await work({ ...context, databaseUrl: url, spread: undefined }, name);
  }
}

/** The name of a file with that of a server in it, such as `monitor.west.sql.gz`. */
export function nameForServer(path: string, server: string): string {
  const ends = path.endsWith('.sql.gz') ? '.sql.gz' : extname(path);
  return `${path.slice(0, path.length - ends.length)}.${server}${ends}`;
}
