import { today } from '@monitor/domain';
import { loadGazetteer, readReference } from '@monitor/geography/gazetteer';
import {
  type Database,
  hasRemovals,
  importIncidents,
  mayImport,
  numberDrafts,
  prepareDatabase,
  readDatasets,
} from '@monitor/store';
import type { Terminal } from './terminal.ts';

const demoSeed = 1;

/** Brings the database to where requests can be answered: tables, reference data, and made-up incidents where it is empty. */
export async function prepareData(
  database: Database,
  options: { demo: boolean; signal: AbortSignal; terminal: Terminal },
): Promise<void> {
  const { signal, terminal } = options;
  await prepareDatabase(database, { readReference, loadGazetteer }, { signal, notify: (text) => terminal.progress(text) });
  signal.throwIfAborted();
  if (!options.demo || !(await mayImport(database)) || (await readDatasets(database, { signal })).length > 0) return;
  // Where made-up incidents were removed, they do not come back.
  if (!(await hasRemovals(database))) await loadDemo(database, signal, terminal);
}

async function loadDemo(database: Database, signal: AbortSignal, terminal: Terminal): Promise<void> {
  // Most starts make up no incidents.
  const { demoDataset, demoIncidents } = await import('@monitor/demo');
  const message = 'The database is empty. Loading made-up demonstration data';
  terminal.progress(`${message} …`);
  const result = await importIncidents(database, {
    dataset: demoDataset,
    format: 'demo',
    fileNames: [],
    drafts: numberDrafts(demoIncidents(await loadGazetteer(), { until: today(), seed: demoSeed })),
    signal,
    onWait: () => terminal.progress(`${message}: waiting for another import to end …`),
    onProgress: ({ stored }) => terminal.progress(`${message}: ${grouped(stored)} incidents …`),
  });
  terminal.line(`Loaded made-up demonstration data: ${grouped(result.inserted)} incidents. None of them are real.`);
}

const grouped = (count: number) => count.toLocaleString('en');
