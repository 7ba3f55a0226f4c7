import { demoDataset, demoIncidents } from '@monitor/demo';
import { dateOfDay } from '@monitor/domain';
import { jurisdictions, regions } from '@monitor/geography';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { type Database, importIncidents, loadReferenceData, migrate, type NumberedDraft, readDatasets } from '@monitor/store';
import type { Terminal } from './terminal.ts';

const millisecondsPerDay = 86_400_000;
const demoSeed = 1;

/** Brings the database to where requests can be answered: tables, reference data, and made-up incidents where it is empty. */
export async function prepareData(
  database: Database,
  options: { demo: boolean; signal: AbortSignal; terminal: Terminal },
): Promise<void> {
  const { signal, terminal } = options;
  await migrate(database, {
    signal,
    onProgress: ({ name, step, steps }) => terminal.progress(`Updating the database: ${name}, step ${step} of ${steps} …`),
  });
  signal.throwIfAborted();
  const { places } = await loadGazetteer();
  await loadReferenceData(database, { jurisdictions, regions, places });
  signal.throwIfAborted();
  if (options.demo && (await readDatasets(database, { signal })).length === 0) await loadDemo(database, signal, terminal);
}

async function loadDemo(database: Database, signal: AbortSignal, terminal: Terminal): Promise<void> {
  const message = 'The database is empty. Loading made-up demonstration data';
  terminal.progress(`${message} …`);
  const result = await importIncidents(database, {
    dataset: demoDataset,
    format: 'demo',
    fileNames: [],
    drafts: await numberedDemo(),
    signal,
    onProgress: ({ read, stage }) =>
      terminal.progress(`${message}: ${read} incidents ${stage === 'reading' ? 'generated' : 'being stored'} …`),
  });
  terminal.line(`${message}: ${result.inserted} incidents. None of them are real.`);
}

async function numberedDemo(): Promise<Iterable<NumberedDraft>> {
  const until = dateOfDay(Math.floor(Date.now() / millisecondsPerDay));
  const drafts = demoIncidents(await loadGazetteer(), { until, seed: demoSeed });
  return (function* () {
    let line = 0;
    for (const draft of drafts) yield { line: ++line, draft };
  })();
}
