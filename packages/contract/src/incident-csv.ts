import type { IncidentItem } from './incidents.ts';

/** What a row says beside its own fields. `jurisdiction` and `region` of the geography package fit as they are. */
export interface CsvLookups {
  readonly location: (code: string) => { readonly name: string; readonly note: string | null } | undefined;
  readonly region: (code: string) => { readonly name: string } | undefined;
  readonly dataset: (
    slug: string,
  ) => { readonly synthetic: boolean; readonly licence: string; readonly attribution: string } | undefined;
}

type Cell = string | number | boolean | null | undefined;

export interface CsvColumn {
  /** Stable name; where a field of the list has the same name, it holds the same value. */
  readonly name: string;
  /** HXL hashtag with attributes, or empty where the standard has none. */
  readonly hxl: string;
  readonly cell: (item: IncidentItem, lookups: CsvLookups) => Cell;
}

/** The columns of the CSV in their order: the fields of the list, names beside codes, and where the row comes from. */
export const csvColumns: readonly CsvColumn[] = [
  { name: 'id', hxl: '#event+code', cell: (item) => item.id },
  { name: 'dataset', hxl: '#meta+dataset', cell: (item) => item.dataset },
  { name: 'occurred_on', hxl: '#date+occurred', cell: (item) => item.occurred_on },
  { name: 'occurred_until', hxl: '#date+occurred+end', cell: (item) => item.occurred_until },
  { name: 'local_time', hxl: '#date+occurred+time', cell: (item) => item.local_time },
  { name: 'date_precision', hxl: '#date+precision', cell: (item) => item.date_precision },
  { name: 'country', hxl: '#country+code', cell: (item) => item.country },
  {
    name: 'country_name',
    hxl: '#country+name',
    cell: (item, { location }) => location(item.country)?.name ?? item.country,
  },
  { name: 'country_note', hxl: '#country+note', cell: (item, { location }) => location(item.country)?.note },
  { name: 'region', hxl: '#adm1+code', cell: (item) => item.region },
  { name: 'region_name', hxl: '#adm1+name', cell: (item, { region }) => item.region && region(item.region)?.name },
  { name: 'place', hxl: '#loc+name', cell: (item) => item.place },
  { name: 'lon', hxl: '#geo+lon', cell: (item) => item.lon },
  { name: 'lat', hxl: '#geo+lat', cell: (item) => item.lat },
  { name: 'place_precision', hxl: '#geo+precision', cell: (item) => item.place_precision },
  { name: 'setting', hxl: '#loc+type', cell: (item) => item.setting },
  { name: 'urbanity', hxl: '#loc+urbanity', cell: (item) => item.urbanity },
  { name: 'type', hxl: '#event+type', cell: (item) => item.type },
  { name: 'subtype', hxl: '#event+subtype', cell: (item) => item.subtype },
  { name: 'type_as_reported', hxl: '#event+type+reported', cell: (item) => item.type_as_reported },
  { name: 'killed', hxl: '#affected+killed', cell: (item) => item.killed },
  { name: 'injured', hxl: '#affected+injured', cell: (item) => item.injured },
  { name: 'threatened', hxl: '#affected+threatened', cell: (item) => item.threatened },
  { name: 'suicides', hxl: '#affected+suicides', cell: (item) => item.suicides },
  { name: 'weapons', hxl: '#cause+weapons', cell: (item) => item.weapons.join(';') },
  { name: 'sources', hxl: '#meta+source', cell: (item) => item.sources.join(';') },
  { name: 'synthetic', hxl: '#meta+synthetic', cell: (item, { dataset }) => dataset(item.dataset)?.synthetic },
  { name: 'licence', hxl: '#meta+license', cell: (item, { dataset }) => dataset(item.dataset)?.licence },
  { name: 'attribution', hxl: '#meta+attribution', cell: (item, { dataset }) => dataset(item.dataset)?.attribution },
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
export function csvRow(item: IncidentItem, lookups: CsvLookups): string {
  return csvLine(csvColumns.map((column) => column.cell(item, lookups)));
}

/** One line of RFC 4180 CSV, CRLF at its end; null and undefined are empty cells. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** First characters that make a spreadsheet read a cell as a formula (OWASP, CSV Injection). */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
