import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';
import { dimensionFields, isTraitField, type TraitField, traitFields } from '@monitor/domain';
import { type BenchContext, makeTemporaryFolder } from '../setting/cleanup.ts';
import { copyOut } from '../setting/connect.ts';
import { type AnswerRow, linesOfRows } from './summary-engines.ts';

import { columnOfField } from './facet-part.ts';
import { summaryStatement } from './single-statement.ts';
import { engineNames, type SummaryEngine } from './summary-engines.ts';

/** Threads that DuckDB may use. */
const duckdbThreads = 2;

/** The columns that hold codes as text. */
const codes = dimensionFields.filter((field) => !isTraitField(field)).map(columnOfField);
const numbers = {
  occurred_on: 'date',
  ...(Object.fromEntries(traitFields.map((field) => [field, 'uinteger'])) as Record<TraitField, string>),
  killed: 'integer',
  injured: 'integer',
  threatened: 'integer',
  suicides: 'integer',
  lon: 'double',
  lat: 'double',
} as const;

const dialect = { scope: 'true', datasetName: 'dataset_id' };

export interface DuckdbEngine extends SummaryEngine {
  readonly version: string;
  close(): Promise<void>;
}

/** DuckDB in memory with the rows of the PostgreSQL at the address: sorted by day, so that a period reads few blocks, and codes as enumerations. */
export async function duckdbEngine(url: string, context: BenchContext): Promise<DuckdbEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(duckdbThreads) });
  const connection = await instance.connect();
  const close = context.cleanup.add(async () => {
    connection.closeSync();
    instance.closeSync();
  });
  // With it, joining the counts with the traits of their sets ends the process with a segmentation fault.
  await connection.run("set disabled_optimizers = 'join_filter_pushdown'");
  const folder = await makeTemporaryFolder(context.cleanup);
  const file = join(folder.path, 'incidents.csv');
  await writeRows(url, file, context);
  const textColumns = [...codes, 'search_text'].map((name) => `'${name}': 'varchar'`);
  const numberColumns = Object.entries(numbers).map(([name, type]) => `'${name}': '${type}'`);
  await connection.run(
    `create table read as from read_csv('${file}', header = true, columns = {${[...textColumns, ...numberColumns].join(', ')}})`,
  );
  await rm(file);
  for (const name of codes)
    await connection.run(`create type ${name}_code as enum (select distinct ${name} from read where ${name} is not null)`);
  const replaced = codes.map((name) => `${name}::${name}_code as ${name}`).join(', ');
  await connection.run(`create table incidents as select * replace (${replaced}) from read order by occurred_on`);
  await connection.run('drop table read');
  const traits = join(folder.path, 'traits.csv');
  await copyOut(url, 'select * from set_traits', { into: createWriteStream(traits), format: 'format csv, header' }, context);
  await connection.run(`create table set_traits as from read_csv('${traits}', header = true, all_varchar = true)`);
  await connection.run('alter table set_traits alter id type uinteger');
  await connection.run('alter table set_traits alter number type uinteger');
  await folder.remove();
  const [[version] = []] = await connection.runAndReadAll('select version()').then((result) => result.getRows());
  // Planning so long a statement would take it half as long again as running it over few rows.
  const prepared = new Map<string, DuckDBPreparedStatement>();
  return {
    name: engineNames.duckdb,
    version: String(version),
    close,
    async ask(filter) {
      const statement = summaryStatement(filter, dialect);
      const plan = prepared.get(statement) ?? (await connection.prepare(statement));
      prepared.set(statement, plan);
      const result = await plan.runAndReadAll();
      const rows = result.getRowObjectsJS() as unknown as AnswerRow[];
      return {
        lines: () => linesOfRows(rows),
        json: () => JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? Number(value) : value)),
      };
    },
  };
}

/** Writes the columns that the summary needs as CSV, in the order in which they are read again. */
async function writeRows(url: string, file: string, context: BenchContext): Promise<void> {
  const columns = [
    ...codes.map((name) => (name === 'dataset_id' ? 'slug as dataset_id' : name)),
    'search_text',
    ...Object.keys(numbers),
  ];
  const query = `select ${columns.join(', ')} from incidents join datasets on datasets.id = dataset_id`;
  await copyOut(url, query, { into: createWriteStream(file), format: 'format csv, header' }, context);
}
