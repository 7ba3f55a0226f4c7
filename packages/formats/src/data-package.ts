import type { ColumnType, TableColumn } from '@monitor/contract';
import { type About, addressOf, notesOf, title } from './about.ts';

/** A CSV file of the package. */
export interface PackagedTable {
  readonly name: string;
  readonly path: string;
  readonly meaning: string;
  readonly columns: readonly TableColumn[];
  /** Columns that name a row. */
  readonly key: readonly string[];
}

const typesOfFields: Readonly<Record<ColumnType, { readonly type: string; readonly format?: string }>> = {
  text: { type: 'string' },
  date: { type: 'date' },
  time: { type: 'time', format: '%H:%M' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  address: { type: 'string', format: 'uri' },
};

/** `datapackage.json` of Data Package 2.0 (https://datapackage.org): the tables, how they belong together, and what they are. */
export function dataPackage(tables: readonly PackagedTable[], about: About) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'armed-violence-incidents',
    title,
    description: notesOf(about).join('\n\n'),
    homepage: addressOf(about, '/explore'),
    version: String(about.datasetVersion),
    created: `${about.downloadedOn}T00:00:00Z`,
    contributors: [{ title: about.publisher, roles: ['publisher'] }],
    licenses: about.datasets.map(({ licence, licence_url: path }) => ({ name: licence, ...(path === null ? {} : { path }) })),
    sources: about.datasets.map(({ title: name, attribution, url }) => ({
      title: `${name}. ${attribution}`,
      ...(url === null ? {} : { path: url }),
    })),
    resources: tables.map((table) => ({
      name: table.name,
      path: table.path,
      description: table.meaning,
      type: 'table',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields: table.columns.map(({ name, meaning, type, required, codes }) => ({
          name,
          ...typesOfFields[type],
          description: meaning,
          constraints: { required, ...(codes === undefined ? {} : { enum: codes.codes }) },
        })),
        missingValues: [''],
        primaryKey: table.key,
        ...(table.name === 'incidents'
          ? {}
          : { foreignKeys: [{ fields: ['incident'], reference: { resource: 'incidents', fields: ['id'] } }] }),
      },
    })),
  };
}
