import type { Cell, CsvOptions, PartRow, TableColumn } from '@monitor/contract';
import { chosenColumns, csvDocument, csvLine, partColumns } from '@monitor/contract/without-schemas';
import { type PartName, partNames } from '@monitor/domain';
import { type About, factsOf } from './about.ts';
import { codebookCsv } from './codebook-csv.ts';
import { csvTypes } from './csvt.ts';
import { tableMetadata } from './csvw.ts';
import { dataPackage, type PackagedTable, readFirst } from './data-package.ts';
import type { FormatWriter } from './format-writer.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

const meanings: Readonly<Record<PartName, string>> = {
  people: 'One row per victim or perpetrator that a record describes.',
  weapons: 'One row per kind of weapon of an incident.',
  sources: 'One row per published account that a record rests on.',
};

function tablesOf(options: CsvOptions): readonly PackagedTable[] {
  return [
    { name: 'incidents', path: 'incidents.csv', meaning: 'One row per incident.', columns: chosenColumns(options), key: ['id'] },
    ...partNames.map((name) => ({
      name,
      path: `${name}.csv`,
      meaning: meanings[name],
      columns: partColumns[name],
      key: ['incident', 'position'],
    })),
  ];
}

/** Four CSV files that belong together, and their description for people and programs. */
export const writeZip: FormatWriter = async function* ({ incidents, table, names, about, options }) {
  const tables = tablesOf(options);
  const contents: Readonly<Record<string, ZipEntry['content']>> = {
    incidents: () => csvDocument(incidents, names, options),
    ...Object.fromEntries(partNames.map((name) => [name, () => partDocument(table(name), partColumns[name])])),
  };
  const described = tables.flatMap(({ path: url, columns, key }): ZipEntry[] => [
    { name: `${url}-metadata.json`, content: jsonText(tableMetadata({ url, columns, key }, about)) },
    { name: `${url}t`, content: csvTypes(columns) },
  ]);
  const entries: readonly ZipEntry[] = [
    { name: readFirst, content: readme(about, tables) },
    { name: 'datapackage.json', content: jsonText(dataPackage(tables, about)) },
    ...described,
    { name: 'codebook.csv', content: codebookCsv() },
    ...tables.map(({ name, path }): ZipEntry => ({ name: path, content: contents[name]! })),
  ];
  // No table of a million incidents takes 4 GiB.
  yield* zipEntries(entries, { large: false, modified: new Date(about.downloadedOn) });
};

async function* partDocument(portions: AsyncIterable<readonly PartRow[]>, columns: readonly TableColumn[]) {
  const names = columns.map(({ name }) => name);
  yield csvLine(names);
  for await (const rows of portions) yield rows.map((row) => csvLine(names.map((name): Cell => row[name]))).join('');
}

const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function readme(about: About, tables: readonly PackagedTable[]): string {
  return [
    ...factsOf(about).map(([name, value]) => `${name}: ${value}`),
    '',
    'Files',
    ...tables.map(({ path, meaning }) => `  ${path}: ${meaning}`),
    '  codebook.csv: What the codes mean.',
    '  datapackage.json: The tables and their columns as a Frictionless Data Package (https://datapackage.org).',
    '  *.csv-metadata.json: The same as CSV on the Web (https://www.w3.org/TR/tabular-metadata/).',
    '  *.csvt: The types of the columns for GDAL and QGIS, which read them by themselves.',
    '',
    'The column "incident" of people, weapons and sources is the column "id" of incidents.',
    'Text is UTF-8, cells are separated by commas, decimals have a point.',
    '',
  ].join('\r\n');
}
