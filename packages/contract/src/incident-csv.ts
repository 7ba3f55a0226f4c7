import {
  type Field,
  iccsCategories,
  iccsMeaning,
  iccsOf,
  incidentFields,
  namesOf,
  remembering,
  sourceKinds,
  weaponClasses,
} from '@monitor/domain';
import { columnOfField, type CsvColumn, decidedBy, isChecked } from './csv-column.ts';
import { peopleColumns } from './csv-people.ts';
import { csvCell, csvLine, type CsvStyle, joinCells, readableList } from './csv-text.ts';
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
  const own: CsvColumn = { name, hxl: field.hxl, ...columnOfField(field), cell: (item) => item[name], readable };
  return [...(words.length > 0 ? decidedBy(name, [own, ...words]) : [own]), ...(derived[name] ?? [])];
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
  ]),
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

/** Columns side by side that are written together. */
interface Run {
  readonly of: CsvColumn['of'];
  readonly columns: readonly CsvColumn[];
}

/** The columns in their order: those side by side that one field decides are a run, and so are those that none does. */
function runsOf(columns: readonly CsvColumn[]): readonly Run[] {
  const runs: { of: CsvColumn['of']; columns: CsvColumn[] }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last !== undefined && column.of === last.of) last.columns.push(column);
    else runs.push({ of: column.of, columns: [column] });
  }
  return runs;
}

const runsOfStyle: Readonly<Record<CsvStyle, readonly Run[]>> = {
  plain: runsOf(columnsOfStyle.plain),
  readable: runsOf(columnsOfStyle.readable),
};

/** Writes an incident as a line of the file, with its line end. Each file has a writer of its own, which remembers what it has written. */
export function csvRowWriter(names: IncidentNames, style: CsvStyle = 'plain'): (item: IncidentExport) => string {
  const writers = runsOfStyle[style].map(({ of, columns }) => {
    const cells = columns.map((column) => cellWriter(column, names, style));
    const write = (item: IncidentExport) =>
      joinCells(
        cells.map((cell) => cell(item)),
        style,
      );
    return of === undefined ? write : remembering(write, (item) => item[of]);
  });
  return (item) =>
    `${joinCells(
      writers.map((write) => write(item)),
      style,
    )}\r\n`;
}

function cellWriter(column: CsvColumn, names: IncidentNames, style: CsvStyle): (item: IncidentExport) => string {
  const { cell } = column;
  if (style === 'plain' && isChecked(column)) return (item) => (cell(item, names) ?? '') as string;
  return (item) => csvCell(cell(item, names), style);
}
