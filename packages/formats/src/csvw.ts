import type { ColumnType, TableColumn } from '@monitor/contract';
import { type About, addressOf, notesOf, title } from './about.ts';

type Datatype = string | { readonly base: string; readonly format?: string };

const datatypes: Readonly<Record<ColumnType, Datatype>> = {
  text: 'string',
  date: 'date',
  time: { base: 'time', format: 'HH:mm' },
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  address: 'anyURI',
};

/**
 * What a CSV file holds, as CSV on the Web describes it (W3C Recommendation, "Metadata Vocabulary for Tabular Data").
 * @param table its address, absolute or from where the description is, its columns, and those that name a row
 */
export function tableMetadata(
  table: { readonly url: string; readonly columns: readonly TableColumn[]; readonly key: readonly string[] },
  about: About,
) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: table.url,
    'dc:title': title,
    'dc:publisher': about.publisher,
    'dc:date': about.downloadedOn,
    'dc:hasVersion': String(about.datasetVersion),
    'dc:source': { '@id': addressOf(about, '/explore') },
    'dc:license': about.datasets.map(({ licence, licence_url: url }) => (url === null ? licence : { '@id': url })),
    'dc:rights': about.datasets.map(({ title: name, licence, attribution }) => `${name}: ${licence}. ${attribution}`),
    'dc:description': notesOf(about),
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
    tableSchema: {
      columns: table.columns.map(({ name, meaning, type, required }) => ({
        name,
        titles: name,
        'dc:description': meaning,
        datatype: datatypes[type],
        required,
      })),
      primaryKey: table.key,
    },
  };
}
