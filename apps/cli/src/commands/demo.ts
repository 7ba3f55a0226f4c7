import { demoDataset, demoIncidents, expectedIncidents, firstDate } from '@monitor/demo';
import { isIsoDate, today } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { importIncidents, numberDrafts } from '@monitor/store';
import { progressBar, stageWords } from '../progress-bar.ts';
import { waitWords } from '../words.ts';
import { type CommandContext, UsageError } from '../command-context.ts';
import { withPreparedDatabase } from '../with-database.ts';

export interface DemoCommandOptions {
  readonly rows?: number;
  readonly seed: number;
  readonly until?: string;
}

/** `monitor demo`: made-up incidents into the dataset `demo`. */
export async function demoCommand({ rows, seed, until = today() }: DemoCommandOptions, context: CommandContext): Promise<void> {
  if (!isIsoDate(until) || until < firstDate)
    throw new UsageError(`--until must be a date from ${firstDate} onwards, written YYYY-MM-DD, not "${until}".`);
  const { print, errors } = context;
  const wanted = { until, ...(rows === undefined ? {} : { rows }) };
  const incidents = demoIncidents(await loadGazetteer(), { ...wanted, seed });
  const expected = expectedIncidents(wanted);
  const bar = progressBar(errors);
  await withPreparedDatabase(context, async (database, signal) => {
    const result = await importIncidents(database, {
      dataset: demoDataset,
      format: 'demo',
      fileNames: [],
      drafts: numberDrafts(incidents),
      signal,
      onWait: (holder) => context.notify(waitWords(holder)),
      onProgress: ({ read, stored, stage }) => {
        const total = stage === 'finishing' ? stored : Math.max(expected, read);
        bar.update(stored, total, stored, stageWords(stage, 'generating'));
      },
    });
    bar.stop();
    print(
      `Synthetic incidents in the dataset "${demoDataset.slug}": ${result.inserted} inserted, ${result.updated} updated, ${result.unchanged} unchanged.`,
    );
  }).finally(() => bar.stop());
}
