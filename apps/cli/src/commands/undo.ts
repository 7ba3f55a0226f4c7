import { loadGazetteer } from '@monitor/geography/gazetteer';
import {
  countRetracted,
  type LastImport,
  readLastImports,
  settleSpread,
  type SpreadServer,
  undoImport,
  withServers,
} from '@monitor/store';
import { readServers } from '../spread-servers.ts';
import { agreedTo, type CommandContext, type ConfirmedOptions } from '../command-context.ts';
import { counted, momentWords } from '../words.ts';
import { whileChanging, withPreparedDatabase } from '../with-database.ts';

/** `monitor undo`: the last import of all, once somebody agrees. */
export async function undoCommand({ yes }: ConfirmedOptions, context: CommandContext): Promise<void> {
  const { print } = context;
  const servers = await readServers(context);
  if (servers) return undoSpread(servers, yes, context);
  await withPreparedDatabase(context, async (database, signal) => {
    const [last] = await readLastImports(database);
    if (last === undefined) {
      print('There is no import to undo. Nothing was changed.');
      return;
    }
    if (!(await agreedTo(`${whatItDid(last, await countRetracted(database, last.batch))} Undo it?`, yes, context))) {
      print('Nothing was changed.');
      return;
    }
    const undone = await whileChanging(context, 'undoing', (shown) =>
      undoImport(database, last.batch, { loadSettlements: loadGazetteer, signal, ...shown }),
    );
    print(
      `Undone: ${counted(undone.removed, 'incident')} removed, ${undone.restored.toLocaleString('en')} as before. The dataset version is ${undone.datasetVersion}.`,
    );
    if (undone.statuses > 0) print(`Published or retracted as before: ${counted(undone.statuses, 'incident')}.`);
    if (undone.withoutDetails > 0)
      print(
        `The import had made ${counted(undone.withoutDetails, 'incident')} sensitive, so their exact times and links were deleted. To bring these back, import the earlier file again.`,
      );
  });
}

/** The last import of all servers, on each that has it: also on those alone that an undo which was cut off has left. */
async function undoSpread(servers: readonly SpreadServer[], yes: boolean | undefined, context: CommandContext): Promise<void> {
  await withPreparedDatabase(context, async (front, signal) => {
    const [last] = await readLastImports(front);
    if (
      last === undefined ||
      !(await agreedTo(`${whatItDid(last, await countRetracted(front, last.batch))} Undo it on all servers?`, yes, context))
    ) {
      context.print('Nothing was changed.');
      return;
    }
    await withServers(servers, async (open) => {
      for (const { name, database } of open) {
        const [own] = await readLastImports(database);
        if (own?.batch !== last.batch) continue;
        const { removed } = await undoImport(database, last.batch, { loadSettlements: loadGazetteer, signal });
        context.print(`Undone on the server ${name}: ${counted(removed, 'incident')} removed.`);
      }
    });
    context.print(`The dataset version is ${await settleSpread(front, signal)}.`);
  });
}

/** What an import was of and did. */
function whatItDid({ slug, title, format, fileNames, finishedAt, inserted, updated }: LastImport, retracted: number): string {
  const files = fileNames.length === 0 ? `in the format ${format}` : `of ${fileNames.join(', ')}`;
  const gone = retracted === 0 ? '' : ` It retracted ${retracted.toLocaleString('en')}.`;
  return `The last import, ${files} on ${momentWords(finishedAt)}, added ${counted(inserted, 'incident')} to the dataset "${slug}" (${title}) and changed ${updated.toLocaleString('en')}.${gone}`;
}
