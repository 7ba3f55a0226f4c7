import { loadGazetteer } from '@monitor/geography/gazetteer';
import { prepareDatabase, setUpSpread } from '@monitor/store';
import { type CommandContext, UsageError } from '../command-context.ts';
import { readServers } from '../spread-servers.ts';
import { withDatabaseServer } from '../with-database.ts';
import { counted } from '../words.ts';

/** `monitor spread`: the servers that SPREAD lists, and the database that reads from all of them. */
export async function spreadCommand(context: CommandContext): Promise<void> {
  const servers = await readServers(context);
  if (servers === undefined) throw new UsageError('Set SPREAD to the file that lists the servers. See docs/operating.md.');
  const { readReference, signal, print } = context;
  const version = await withDatabaseServer(context, (url) =>
    setUpSpread(url, servers, {
      signal,
      prepare: (database) => prepareDatabase(database, { readReference, loadGazetteer }, context),
    }),
  );
  print(`The record is spread over ${counted(servers.length, 'server')}. The dataset version is ${version}.`);
}
