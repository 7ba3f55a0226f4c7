import { indicatorVerdicts, notices } from '@monitor/domain';
import { type Cell, csvLine, type CsvStyle } from './csv-text.ts';
import type { IndicatorCell, IndicatorSeries, IndicatorTable } from './indicators.ts';

/** One row of a file of indicators: one indicator in one place and year. */
export interface IndicatorRow {
  readonly table: IndicatorTable;
  readonly series: IndicatorSeries;
  readonly cell: IndicatorCell;
}

export interface IndicatorColumn {
  /** Stable name, for programs. */
  readonly name: string;
  /** Heading for people. */
  readonly label: string;
  /** One sentence or two. */
  readonly meaning: string;
  readonly of: (row: IndicatorRow) => Cell;
}

/** Name of the locations of a cell, with the asterisk where a footnote belongs to it. */
function placeName({ table, cell }: IndicatorRow): string {
  if (cell.place === null) return table.morePlaces === 0 ? 'All locations' : 'All locations listed';
  return table.places.find(({ code }) => code === cell.place)?.name ?? cell.place;
}

function placeNote({ table, cell }: IndicatorRow): string | null {
  const notes = table.places.filter(({ code }) => cell.place === null || code === cell.place).flatMap(({ note }) => note ?? []);
  return notes.length === 0 ? null : notes.join(' ');
}

function syntheticLabel({ table, cell }: IndicatorRow): string | null {
  const { synthetic } = table.places.find(({ code }) => code === cell.place) ?? table;
  if (synthetic === 'none') return null;
  return synthetic === 'all' ? notices.synthetic : `Some of the data is synthetic. ${notices.synthetic}`;
}

/** The columns of the files of indicators, in their order. */
export const indicatorColumns: readonly IndicatorColumn[] = [
  { name: 'framework', label: 'Framework', meaning: 'Who asks for the indicator.', of: ({ series }) => series.framework },
  { name: 'indicator', label: 'Code', meaning: 'Stable name of the indicator.', of: ({ series }) => series.id },
  { name: 'title', label: 'Indicator', meaning: 'The indicator in words.', of: ({ series }) => series.title },
  {
    name: 'place',
    label: 'Location code',
    meaning: 'Code of the location. Empty for all locations together.',
    of: ({ cell }) => cell.place,
  },
  { name: 'place_name', label: 'Location', meaning: 'Name of the location.', of: placeName },
  { name: 'place_note', label: 'Footnote to the location', meaning: 'Footnote to the name.', of: placeNote },
  { name: 'year', label: 'Year', meaning: 'Calendar year.', of: ({ cell }) => cell.year },
  {
    name: 'complete',
    label: 'Year complete',
    meaning: '`false` if the data covers only part of the year.',
    of: ({ cell }) => cell.complete,
  },
  { name: 'value', label: 'Value', meaning: 'Empty if there is no value: see `gap`.', of: ({ cell }) => cell.value },
  { name: 'unit', label: 'Unit', meaning: 'What the value is in.', of: ({ series }) => series.unit },
  { name: 'low', label: 'Lowest likely rate', meaning: 'Of a rate: lower end of its 95% interval.', of: ({ cell }) => cell.low },
  { name: 'high', label: 'Highest likely rate', meaning: 'Of a rate: upper end of its 95% interval.', of: ({ cell }) => cell.high },
  { name: 'numerator', label: 'Numerator', meaning: 'The number counted.', of: ({ cell }) => cell.numerator },
  {
    name: 'denominator',
    label: 'Denominator',
    meaning: 'Of a share: the number it is divided by. Of a rate: people times years.',
    of: ({ cell }) => cell.denominator,
  },
  {
    name: 'unknown',
    label: 'Unknown',
    meaning:
      'Of a share: those of whom it is not known whether they belong to the numerator. Otherwise: incidents that do not give the number. They do not count as 0.',
    of: ({ cell }) => cell.unknown,
  },
  { name: 'unknown_share', label: 'Unknown, %', meaning: '`unknown` in percent.', of: ({ cell }) => cell.unknownShare },
  {
    name: 'gap',
    label: 'Why there is no value',
    meaning: '`no_data`, `not_reported`, `none_counted`, `too_few`, `no_population` or `part_covered`.',
    of: ({ cell }) => cell.gap,
  },
  { name: 'before', label: 'Value of the year before', meaning: 'The same, one year earlier.', of: ({ cell }) => cell.before },
  {
    name: 'ratio',
    label: 'Change: ratio to the year before',
    meaning: 'Ratio to the year before, per day covered (a rate: per person).',
    of: ({ cell }) => cell.ratio,
  },
  {
    name: 'ratio_low',
    label: 'Lowest likely ratio',
    meaning: 'Lower end of the 95% interval of `ratio`.',
    of: ({ cell }) => cell.ratioLow,
  },
  {
    name: 'ratio_high',
    label: 'Highest likely ratio',
    meaning: 'Upper end of the 95% interval of `ratio`.',
    of: ({ cell }) => cell.ratioHigh,
  },
  { name: 'verdict', label: 'Verdict code', meaning: 'What can be said of the change.', of: ({ cell }) => cell.verdict },
  { name: 'verdict_words', label: 'Verdict', meaning: 'The same in words.', of: ({ cell }) => indicatorVerdicts[cell.verdict] },
  {
    name: 'better',
    label: 'Improvement is',
    meaning: '`lower`, `higher`, or `none` if a change can mean either.',
    of: ({ series }) => series.better,
  },
  { name: 'population_source', label: 'Population source', meaning: 'Of a rate.', of: ({ cell }) => cell.population?.source },
  {
    name: 'population_year',
    label: 'Population year',
    meaning: 'Of a rate: year of the latest population figure used.',
    of: ({ cell }) => cell.population?.lastYear,
  },
  {
    name: 'query',
    label: 'Incidents counted',
    meaning: 'The filter of the incidents that are counted.',
    of: ({ cell }) => cell.query,
  },
  { name: 'definition', label: 'Definition', meaning: 'What is counted.', of: ({ series }) => series.definition },
  { name: 'synthetic', label: 'Synthetic data', meaning: 'Says so if the data is made up.', of: syntheticLabel },
  {
    name: 'attribution',
    label: 'Attribution',
    meaning: 'Who to credit when you use the row.',
    of: ({ table }) => table.datasets.map(({ attribution }) => attribution).join('; '),
  },
];

/** The rows of a table: by indicator, location and year. */
export function indicatorRows(table: IndicatorTable): IndicatorRow[] {
  return table.indicators.flatMap((series) => series.cells.map((cell) => ({ table, series, cell })));
}

/** The table as CSV, with a byte-order mark where it is for a spreadsheet. */
export function indicatorCsv(table: IndicatorTable, style: CsvStyle = 'plain'): string {
  const lines = [
    indicatorColumns.map(({ name, label }) => (style === 'plain' ? name : label)),
    ...indicatorRows(table).map((row) => indicatorColumns.map((column) => column.of(row))),
  ];
  return `${style === 'readable' ? '\uFEFF' : ''}${lines.map((line) => csvLine(line, style)).join('')}`;
}

/** What stands under the figures of a framework: what is not available and why, footnotes, and the datasets. */
export function indicatorFootnotes(table: IndicatorTable, framework: IndicatorSeries['framework']): string[] {
  return [
    ...table.unavailable
      .filter((one) => one.framework === framework)
      .map(({ title, reason }) => `Not available: ${title}. ${reason}`),
    ...(table.morePlaces === 0 ? [] : [`${table.morePlaces} more locations have data and are not listed.`]),
    ...table.notes,
    ...table.datasets.map(({ title, attribution, licence }) => `${title}. ${attribution} (${licence})`),
  ];
}
