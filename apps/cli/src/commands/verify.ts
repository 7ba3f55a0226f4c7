import { isDeepStrictEqual } from 'node:util';
import { CubeBuilder, populationOf, summarise } from '@monitor/cube';
import { dimensionNames, type Filter, measureNames } from '@monitor/domain';
import {
  countRecord,
  type Database,
  readCubeRows,
  readDatasets,
  readSummary,
  type VerifiedPart,
  verifyRecord,
} from '@monitor/store';
import type { CommandContext } from '../command-context.ts';
import { counted, type Finding, printFindings } from '../words.ts';
import { progressBar } from '../progress-bar.ts';
import { withDatabase } from '../with-database.ts';
import { checkMigrations } from './doctor.ts';

const goodWords: Readonly<Record<VerifiedPart, string>> = {
  constraints: 'every row keeps them',
  record: 'every incident is as an import writes it, without details that could expose a person',
  history: 'complete, without details that could expose a person',
};

const names: Readonly<Record<VerifiedPart, string>> = { constraints: 'Constraints', record: 'Record', history: 'History' };

/** `monitor verify`: all of the record, read and compared. Returns false if something is wrong. */
export async function verifyCommand(context: CommandContext): Promise<boolean> {
  const { signal, errors } = context;
  const findings: Finding[] = [];
  const bar = progressBar(errors);
  await withDatabase(context, async (database) => {
    const migrations = await checkMigrations(database);
    findings.push(migrations);
    if (!migrations.good) return;
    const { incidents: total } = await countRecord(database);
    const faults = await verifyRecord(database, { signal, onProgress: (seen) => bar.update(seen, total, seen, 'checking') });
    for (const part of Object.keys(names) as VerifiedPart[]) findings.push(findingOf(part, faults[part]));
    findings.push(await compareNumbers(database, signal));
  }).finally(() => bar.stop());
  return printFindings(findings, context);
}

/** Faults named in one finding at most. */
const mostNamed = 20;

function findingOf(part: VerifiedPart, faults: readonly string[]): Finding {
  const good = faults.length === 0;
  const more = faults.length > mostNamed ? ['and more'] : [];
  return { name: names[part], good, text: good ? goodWords[part] : [...faults.slice(0, mostNamed), ...more].join('; ') };
}

/** Attempts to count everything in one state of the data. */
const attempts = 3;

/**
 * Whether the numbers that people see, which are counted in memory, are those of the database: of all, and by dataset and location.
 * @param count counts in memory
 */
export async function compareNumbers(database: Database, signal: AbortSignal, count = summarise): Promise<Finding> {
  const name = 'Numbers';
  for (let attempt = 0; attempt < attempts; attempt++) {
    const builder = new CubeBuilder();
    const version = await readCubeRows(
      database,
      (rows) => {
        for (const row of rows) builder.add(row);
      },
      { signal },
    );
    const cube = builder.finish(version);
    const datasets = await readDatasets(database, { signal });
    const filters: Filter[] = [
      {},
      ...datasets.map(({ slug }) => ({ dataset: [slug] })),
      ...[...new Set(datasets.flatMap(({ countries }) => countries))].map((country) => ({ country: [country] })),
    ];
    const wrong: Filter[] = [];
    let isOneState = true;
    for (const filter of filters) {
      const request = { interval: 'year', facets: dimensionNames, measures: measureNames, hours: true } as const;
      const inDatabase = await readSummary(database, filter, request, { signal });
      isOneState &&= inDatabase.datasetVersion === version;
      const inMemory = count(cube, filter, request, (wanted) => populationOf(cube, wanted));
      if (!isDeepStrictEqual(inDatabase, inMemory)) wrong.push(filter);
    }
    if (!isOneState) continue;
    const text = `the same in memory and in the database for ${counted(filters.length, 'filter')}`;
    if (wrong.length === 0) return { name, good: true, text };
    const said = wrong.map((filter) => [filter.dataset, filter.country].flat().join('') || 'everything');
    return { name, good: false, text: `others in memory than in the database for ${said.join(', ')}. Report this as a defect` };
  }
  return { name, good: false, text: 'the data changed too fast to compare them. Run the command again when no import is running' };
}
