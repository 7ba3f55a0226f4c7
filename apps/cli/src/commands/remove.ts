import { demoDataset } from '@monitor/demo';
import { countDataset, type Database, removeDataset, settleSpread, type SpreadServer, withServers } from '@monitor/store';
import { readServers } from '../spread-servers.ts';
import { agreedTo, type CommandContext, type ConfirmedOptions, UsageError } from '../command-context.ts';
import { counted } from '../words.ts';
import { whileChanging, withPreparedDatabase } from '../with-database.ts';

/** `monitor remove DATASET`: a dataset with all that belongs to it, once somebody agrees. */
export async function removeCommand(slug: string, { yes }: ConfirmedOptions, context: CommandContext): Promise<void> {
  const { print } = context;
  await withPreparedDatabase(context, async (database, signal) => {
    const servers = await readServers(context);
    const found = await countDataset(database, slug);
    if (found === undefined)
      throw new UsageError(`There is no dataset "${slug}". To list the datasets: npx pnpm@12.4.2 monitor datasets`);
    const question = `This removes the dataset "${slug}" (${found.title}) with ${counted(found.incidents, 'incident')} and their history. It cannot be undone. Remove it?`;
    if (!(await agreedTo(question, yes, context))) {
      print('Nothing was removed.');
      return;
    }
    if (servers) return removeSpread(database, servers, slug, context);
    const removed = await whileChanging(context, 'removing', (shown) => removeDataset(database, slug, { signal, ...shown }));
    if (removed === undefined) throw new UsageError(`The dataset "${slug}" has been removed already.`);
    print(
      `Removed the dataset "${slug}" with ${counted(removed.incidents, 'incident')}. The addresses of its records now say so. The dataset version is ${removed.datasetVersion}.`,
    );
  });
}

/** On each server that has the dataset: also on those alone that a removal which was cut off has left. */
async function removeSpread(
  front: Database,
  servers: readonly SpreadServer[],
  slug: string,
  { print, signal }: CommandContext,
): Promise<void> {
  await withServers(servers, async (open) => {
    for (const { name, database } of open) {
      const removed = await removeDataset(database, slug, { signal });
      if (removed) print(`Removed from the server ${name}: ${counted(removed.incidents, 'incident')}.`);
    }
  });
  print(`Removed the dataset "${slug}". The dataset version is ${await settleSpread(front, signal)}.`);
}

/** Asks whether made-up incidents should stay beside the first real ones; says how to remove them if nobody can answer. */
export async function offerToRemoveDemo(context: CommandContext): Promise<void> {
  const { slug, title } = demoDataset;
  const situation = `The made-up incidents of "${slug}" (${title}) are still beside yours.`;
  if (context.confirm === undefined) context.notify(`${situation} To remove them: npx pnpm@12.4.2 monitor remove ${slug}`);
  else if (await context.confirm(`${situation} Remove them?`)) await removeCommand(slug, { yes: true }, context);
}
