import type { CsvColumn, CsvLookups } from './csv-column.ts';
import { peopleColumns } from './csv-people.ts';
import { csvLine } from './csv-text.ts';
import { sourceColumns, weaponColumns } from './csv-weapons-sources.ts';
import type { IncidentExport } from './incidents.ts';

/** The columns of the CSV in their order: the fields of the list, names beside codes, people, weapons and sources, and where the row comes from. */
export const csvColumns: readonly CsvColumn[] = [
  { name: 'id', hxl: '#event+code', meaning: 'Stable public identifier.', cell: (item) => item.id },
  { name: 'dataset', hxl: '#meta+dataset', meaning: 'Short name of the dataset.', cell: (item) => item.dataset },
  {
    name: 'occurred_on',
    hxl: '#date+occurred',
    meaning: 'Day of the incident, or its first day, by the local calendar.',
    cell: (item) => item.occurred_on,
  },
  {
    name: 'occurred_until',
    hxl: '#date+occurred+end',
    meaning: 'Last day of an incident of several days.',
    cell: (item) => item.occurred_until,
  },
  { name: 'local_time', hxl: '#date+occurred+time', meaning: 'Local time, `HH:MM`.', cell: (item) => item.local_time },
  { name: 'date_precision', hxl: '#date+precision', meaning: 'How well the date is known.', cell: (item) => item.date_precision },
  {
    name: 'country',
    hxl: '#country+code',
    meaning: 'Location: ISO 3166-1 alpha-2 code, and `XK` for Kosovo\\*.',
    cell: (item) => item.country,
  },
  {
    name: 'country_name',
    hxl: '#country+name',
    meaning: 'Name of the location.',
    cell: (item, { location }) => location(item.country)?.name ?? item.country,
  },
  {
    name: 'country_note',
    hxl: '#country+note',
    meaning: 'Footnote that belongs to the name.',
    cell: (item, { location }) => location(item.country)?.note,
  },
  { name: 'region', hxl: '#adm1+code', meaning: 'Code of the first-level region.', cell: (item) => item.region },
  {
    name: 'region_name',
    hxl: '#adm1+name',
    meaning: 'Name of the first-level region.',
    cell: (item, { region }) => item.region && region(item.region)?.name,
  },
  { name: 'place', hxl: '#loc+name', meaning: 'Settlement, in its own script.', cell: (item) => item.place },
  {
    name: 'lon',
    hxl: '#geo+lon',
    meaning: 'Public longitude in degrees (CRS84); empty where only region or location is known.',
    cell: (item) => item.lon,
  },
  { name: 'lat', hxl: '#geo+lat', meaning: 'Public latitude in degrees.', cell: (item) => item.lat },
  {
    name: 'place_precision',
    hxl: '#geo+precision',
    meaning: 'How well the public point is known.',
    cell: (item) => item.place_precision,
  },
  { name: 'setting', hxl: '#loc+type', meaning: 'Kind of place.', cell: (item) => item.setting },
  { name: 'urbanity', hxl: '#loc+urbanity', meaning: 'Urban or rural.', cell: (item) => item.urbanity },
  { name: 'type', hxl: '#event+type', meaning: 'Incident type as coded by the monitoring team.', cell: (item) => item.type },
  { name: 'subtype', hxl: '#event+subtype', meaning: 'Sub-type.', cell: (item) => item.subtype },
  {
    name: 'type_as_reported',
    hxl: '#event+type+reported',
    meaning: 'Type in the words of the source.',
    cell: (item) => item.type_as_reported,
  },
  {
    name: 'killed',
    hxl: '#affected+killed',
    meaning:
      'People killed, best estimate; suicides apart, except where `killed_includes_suicides` is `true`. Empty is not reported, which is not 0.',
    cell: (item) => item.killed,
  },
  {
    name: 'killed_low',
    hxl: '#affected+killed+min',
    meaning: 'Low estimate, where there is one.',
    cell: (item) => item.killed_low,
  },
  {
    name: 'killed_high',
    hxl: '#affected+killed+max',
    meaning: 'High estimate, where there is one.',
    cell: (item) => item.killed_high,
  },
  {
    name: 'injured',
    hxl: '#affected+injured',
    meaning: 'People injured, best estimate; empty is not reported.',
    cell: (item) => item.injured,
  },
  {
    name: 'injured_low',
    hxl: '#affected+injured+min',
    meaning: 'Low estimate, where there is one.',
    cell: (item) => item.injured_low,
  },
  {
    name: 'injured_high',
    hxl: '#affected+injured+max',
    meaning: 'High estimate, where there is one.',
    cell: (item) => item.injured_high,
  },
  {
    name: 'threatened',
    hxl: '#affected+threatened',
    meaning: 'People threatened; empty is not reported.',
    cell: (item) => item.threatened,
  },
  {
    name: 'suicides',
    hxl: '#affected+suicides',
    meaning: 'People who died by suicide, never among `killed`; empty is not reported.',
    cell: (item) => item.suicides,
  },
  ...peopleColumns,
  {
    name: 'weapons',
    hxl: '#cause+weapons',
    meaning: 'Weapon classes, each once; `;` between them.',
    cell: (item) => item.weapons.join(';'),
  },
  ...weaponColumns,
  {
    name: 'sources',
    hxl: '#meta+source',
    meaning: 'Kinds of source, each once; `;` between them.',
    cell: (item) => item.sources.join(';'),
  },
  ...sourceColumns,
  {
    name: 'killed_includes_suicides',
    hxl: '#meta+killed+suicides',
    meaning: '`true` where the source counts people who died by suicide among those killed, without saying how many.',
    cell: (item, { dataset }) => dataset(item.dataset)?.killed_includes_suicides,
  },
  {
    name: 'synthetic',
    hxl: '#meta+synthetic',
    meaning: '`true` for made-up data.',
    cell: (item, { dataset }) => dataset(item.dataset)?.synthetic,
  },
  {
    name: 'licence',
    hxl: '#meta+license',
    meaning: 'Licence of the dataset.',
    cell: (item, { dataset }) => dataset(item.dataset)?.licence,
  },
  {
    name: 'attribution',
    hxl: '#meta+attribution',
    meaning: 'Whom to name when using the row.',
    cell: (item, { dataset }) => dataset(item.dataset)?.attribution,
  },
];

/** The first line of the file, with its line end. */
export function csvHeader(): string {
  return csvLine(csvColumns.map((column) => column.name));
}

/** The line of HXL hashtags that may stand directly under the header, with its line end. */
export function hxlRow(): string {
  return csvLine(csvColumns.map((column) => column.hxl));
}

/** One incident as a line of RFC 4180 CSV, with its line end. */
export function csvRow(item: IncidentExport, lookups: CsvLookups): string {
  return csvLine(csvColumns.map((column) => column.cell(item, lookups)));
}
