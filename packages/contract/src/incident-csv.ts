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
import { columnOfField, type CsvColumn } from './csv-column.ts';
import { peopleColumns } from './csv-people.ts';
import { csvLine, csvLineOf, type CsvStyle, readableList } from './csv-text.ts';
import { sourceColumns, weaponColumns } from './csv-weapons-sources.ts';
import { inWords, labelOf } from './csv-words.ts';
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
  return [
    { name, hxl: field.hxl, ...columnOfField(field), cell: (item) => item[name], readable },
    ...words,
    ...(derived[name] ?? []),
  ];
});

/** The columns of the CSV in their order: the fields of the record, names beside codes, people, weapons and sources, and where the row comes from. */
export const csvColumns: readonly CsvColumn[] = [
  {
    name: 'id',
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
    cell: (item) => item.sources.join(';'),
    readable: (item) => readableList(item.sources.map((code) => labelOf(sourceKinds, code))),
  },
  ...sourceColumns,
  {
    name: 'url',
    hxl: '#meta+url',
    meaning: 'Permanent address of the record.',
    type: 'address',
    required: true,
    cell: (item, { address }) => address(item.id),
  },
  {
    name: 'killed_includes_suicides',
    hxl: '#meta+killed+suicides',
    meaning: '`true` if the source includes suicides in the number of people killed without saying how many.',
    type: 'boolean',
    required: true,
    cell: (item, { dataset }) => dataset(item.dataset)?.killed_includes_suicides,
  },
  {
    name: 'synthetic',
    hxl: '#meta+synthetic',
    meaning: '`true` for made-up data.',
    type: 'boolean',
    required: true,
    cell: (item, { dataset }) => dataset(item.dataset)?.synthetic,
  },
  {
    name: 'licence',
    hxl: '#meta+license',
    meaning: 'Licence of the dataset.',
    type: 'text',
    required: true,
    cell: (item, { dataset }) => dataset(item.dataset)?.licence,
  },
  {
    name: 'attribution',
    hxl: '#meta+attribution',
    meaning: 'Who to credit when you use the row.',
    type: 'text',
    required: true,
    cell: (item, { dataset }) => dataset(item.dataset)?.attribution,
  },
];

/** The columns of each style; their cells are in that style. */
export const columnsOfStyle: Readonly<Record<CsvStyle, readonly CsvColumn[]>> = {
  plain: csvColumns,
  readable: csvColumns.flatMap((column) => (column.readable === null ? [] : [{ ...column, cell: column.readable ?? column.cell }])),
};

/** The first line of the file, with its line end. */
export function csvHeader(style: CsvStyle = 'plain'): string {
  return csvLine(
    columnsOfStyle[style].map((column) => column.name),
    style,
  );
}

/** The line of HXL hashtags that may stand directly under the header, with its line end. */
export function hxlRow(style: CsvStyle = 'plain'): string {
  return csvLine(
    columnsOfStyle[style].map((column) => column.hxl),
    style,
  );
}

/** One incident as a line of the file, with its line end. */
export function csvRow(item: IncidentExport, names: IncidentNames, style: CsvStyle = 'plain'): string {
  const columns = columnsOfStyle[style];
  return csvLineOf(columns.length, (index) => columns[index]!.cell(item, names), style);
}
