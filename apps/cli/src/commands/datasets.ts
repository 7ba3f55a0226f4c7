import { readDatasets, readLastImports } from '@monitor/store';
import type { CommandContext } from '../command-context.ts';
import { momentWords, table } from '../words.ts';
import { withPreparedDatabase } from '../with-database.ts';

/** `monitor datasets`: a line for each dataset. */
export async function datasetsCommand(context: CommandContext): Promise<void> {
  await withPreparedDatabase(context, async (database) => {
    const datasets = await readDatasets(database, { signal: context.signal });
    if (datasets.length === 0) {
      context.print('There are no datasets yet. See docs/importing.md.');
      return;
    }
    const imports = new Map((await readLastImports(database)).map((one) => [one.slug, momentWords(one.finishedAt)]));
    const rows = datasets.map(({ slug, title, incidents, from, to, synthetic, covers }) => [
      slug,
      incidents.toLocaleString('en'),
      from ?? '',
      to ?? '',
      imports.get(slug) ?? '',
      `${title}${synthetic ? ' (made up)' : ''}${covers === null ? '' : ` (${covers} only)`}`,
    ]);
    context.print(table([['Dataset', 'Incidents', 'First day', 'Last day', 'Last import', 'Title'], ...rows]));
  });
}
