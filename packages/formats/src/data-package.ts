import type { ColumnType, TableColumn } from '@monitor/contract';
import { type About, addressOf, type ExportedDataset, notesOf, title } from './about.ts';

/** A CSV file of the package. */
export interface PackagedTable {
  readonly name: string;
  readonly path: string;
  readonly meaning: string;
  readonly columns: readonly TableColumn[];
  /** Columns that name a row. */
  readonly key: readonly string[];
}

/** The file that says in words what the package is. */
export const readFirst = 'README.txt';

const typesOfFields: Readonly<Record<ColumnType, { readonly type: string; readonly format?: string }>> = {
  text: { type: 'string' },
  date: { type: 'date' },
  time: { type: 'time', format: '%H:%M' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  address: { type: 'string', format: 'uri' },
};

/** What identifiers of the Open Definition look like, which alone may be the name of a licence. */
const licenceIdentifier = /^[a-z]+\d?(-[a-z]+)*-\d+\.\d+$/i;

/** A licence without an address or such an identifier is in the words of its dataset: the text that is read first has them. */
function licenceOf({ licence, licence_url: url }: ExportedDataset) {
  const isKnown = licenceIdentifier.test(licence);
  const path = url ?? (isKnown ? undefined : readFirst);
  return { ...(isKnown && { name: licence }), title: licence, ...(path !== undefined && { path }) };
}

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
    // Lists that a descriptor may leave out, and may not have without an entry.
    ...(about.datasets.length > 0 && { licenses: about.datasets.map(licenceOf) }),
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
