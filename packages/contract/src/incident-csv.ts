import {
  type Field,
  iccsCategories,
  iccsMeaning,
  iccsOf,
  incidentFields,
  namesOf,
  sourceKinds,
  weaponClasses,
} from '@monitor/domain';
import { columnOfField, type CsvColumn, decidedBy, inWords, labelOf } from './csv-column.ts';
import { peopleColumns } from './csv-people.ts';
import { type CsvStyle, readableList } from './csv-text.ts';
import { sourceColumns, weaponColumns } from './csv-weapons-sources.ts';
import type { IncidentNames } from './incident-names.ts';
import type { IncidentExport } from './incidents.ts';

/** Columns that stand behind that of a field, since they say the same in words. */
const besides: Readonly<Partial<Record<keyof typeof incidentFields, readonly CsvColumn[]>>> = {
  country: [
    {
      name: 'country_name',
      hxl: '#country+name',
      meaning: 'Name of the location.',
      type: 'text',
      required: true,
      cell: (item, { location }) => location(item.country)?.name ?? item.country,
    },
    {
      name: 'country_note',
      always: true,
      hxl: '#country+note',
      meaning: 'Footnote to the name.',
      type: 'text',
      required: false,
      cell: (item, { location }) => location(item.country)?.note,
    },
  ],
  region: [
    {
      name: 'region_name',
      hxl: '#adm1+name',
      meaning: 'Name of the first-level region.',
      type: 'text',
      required: false,
      cell: (item, { region }) => item.region && region(item.region)?.name,
    },
  ],
};

/** Columns that stand behind that of a field, since they are derived from it. */
const derived: typeof besides = {
  type_as_reported: [
    {
      name: 'iccs',
      hxl: '#event+type+iccs',
      meaning: iccsMeaning,
      type: 'text',
      required: false,
      codes: iccsCategories,
      cell: iccsCell,
      readable: (item, names) => inWords(iccsCategories, iccsCell(item, names)),
    },
  ],
};

function iccsCell(item: IncidentExport, { dataset }: IncidentNames) {
  return iccsOf(item, dataset(item.dataset)?.killed_includes_suicides ?? true);
}

/** A column for each field of the incident that everybody sees. */
const fieldColumns = namesOf(incidentFields, 'list', 'record').flatMap((name): CsvColumn[] => {
  const field: Field & { readonly hxl: string } = incidentFields[name];
  const words = besides[name] ?? [];
  const readable: CsvColumn['readable'] = words.length > 0 ? null : (item) => inWords(field.values, item[name]);
  const own: CsvColumn = { name, hxl: field.hxl, ...columnOfField(field), cell: (item) => item[name], readable };
  return [...(words.length > 0 ? decidedBy(name, [own, ...words]) : [own]), ...(derived[name] ?? [])];
});

/** The columns of the CSV in their order: the fields of the record, names beside codes, people, weapons and sources, and where the row comes from. */
export const csvColumns: readonly CsvColumn[] = [
  {
    name: 'id',
    always: true,
    hxl: '#event+code',
    meaning: 'Permanent public identifier.',
    type: 'text',
    required: true,
    cell: (item) => item.id,
  },
  {
    name: 'dataset',
    hxl: '#meta+dataset',
    meaning: 'Short name of the dataset.',
    type: 'text',
    required: true,
    cell: (item) => item.dataset,
  },
  ...fieldColumns,
  ...peopleColumns,
  {
    name: 'weapons',
    hxl: '#cause+weapons',
    meaning: 'Weapon classes, each listed once, separated by `;`.',
    type: 'text',
    required: false,
    of: 'weapons',
    cell: (item) => item.weapons.join(';'),
    readable: (item) => readableList(item.weapons.map((code) => labelOf(weaponClasses, code))),
  },
  ...weaponColumns,
  {
    name: 'sources',
    hxl: '#meta+source',
    meaning: 'Kinds of source, each listed once, separated by `;`.',
    type: 'text',
    required: false,
    of: 'sources',
    cell: (item) => item.sources.join(';'),
    readable: (item) => readableList(item.sources.map((code) => labelOf(sourceKinds, code))),
  },
  ...sourceColumns,
  {
    name: 'source_key',
    hxl: '#event+code+source',
    meaning:
      "The source's own identifier, to match its files. No value if the dataset does not publish them, nor for a sensitive incident, since it can lead to the report.",
    type: 'text',
    required: false,
    cell: (item) => item.source_key,
  },
  {
    name: 'url',
    hxl: '#meta+url',
    meaning: 'Permanent address of the record.',
    type: 'address',
    required: true,
    cell: (item, { address }) => address(item.id),
  },
  ...decidedBy('dataset', [
    {
      name: 'killed_includes_suicides',
      always: true,
      hxl: '#meta+killed+suicides',
      meaning: '`true` if the source includes suicides in the number of people killed without saying how many.',
      type: 'boolean',
      required: true,
      cell: (item, { dataset }) => dataset(item.dataset)?.killed_includes_suicides,
    },
    {
      name: 'synthetic',
      always: true,
      hxl: '#meta+synthetic',
      meaning: '`true` for made-up data.',
      type: 'boolean',
      required: true,
      cell: (item, { dataset }) => dataset(item.dataset)?.synthetic,
    },
    {
      name: 'licence',
      always: true,
      hxl: '#meta+license',
      meaning: 'Licence of the dataset.',
      type: 'text',
      required: true,
      cell: (item, { dataset }) => dataset(item.dataset)?.licence,
    },
    {
      name: 'attribution',
      always: true,
      hxl: '#meta+attribution',
      meaning: 'Who to credit when you use the row.',
      type: 'text',
      required: true,
      cell: (item, { dataset }) => dataset(item.dataset)?.attribution,
    },
  ]),
];

/** The side of a comparison that a row is of; a column of files that have both. */
const sideColumn: CsvColumn = {
  name: 'side',
  hxl: '#meta+side',
  meaning:
    'Only in files of a comparison: whether the incident belongs to side `A` (the filter), to `B` (what it is compared with), or to both (`A;B`).',
  type: 'text',
  required: true,
  always: true,
  cell: ({ side }) => side,
};

/** The columns of each style; their cells are in that style. */
export const columnsOfStyle: Readonly<Record<CsvStyle, readonly CsvColumn[]>> = {
  plain: csvColumns,
  readable: csvColumns.flatMap((column) => (column.readable === null ? [] : [{ ...column, cell: column.readable ?? column.cell }])),
};

/** The columns of a file: which of them, and how they are written. */
export interface ColumnChoice {
  /** Whom the file is for; programs if left out. A readable CSV has the byte-order mark in any case. */
  readonly style?: CsvStyle | undefined;
  /** Names of columns; all of them if left out. Those that are `always` there need not be named. */
  readonly columns?: readonly string[] | undefined;
  /** Whether the file has both sides of a comparison. */
  readonly compared?: boolean | undefined;
}

/** The columns of a file in their order, whatever the order in which they were named. */
export function chosenColumns({ style = 'plain', columns, compared = false }: ColumnChoice): readonly CsvColumn[] {
  const [id, ...others] = columnsOfStyle[style].filter(
    ({ name, always }) => always === true || columns === undefined || columns.includes(name),
  );
  return compared ? [id!, sideColumn, ...others] : [id!, ...others];
}

/** The columns that can be left out of a file. */
export const optionalColumns: readonly string[] = csvColumns.filter(({ always }) => always !== true).map(({ name }) => name);

/** What stands in an address for a choice of columns; nothing if none is left out. */
export function columnsQuery(columns: readonly string[] | undefined): string {
  const chosen = optionalColumns.filter((name) => columns?.includes(name) ?? true);
  return chosen.length === optionalColumns.length ? '' : `columns=${chosen.join(',') || 'none'}`;
}
