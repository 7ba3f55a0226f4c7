import { type CellValue, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { type IndicatorColumn, indicatorColumns, indicatorFootnotes, indicatorRows, type IndicatorTable } from '@monitor/contract';
import { guardFormula, type IndicatorFramework, indicatorFrameworks } from '@monitor/domain';

/** Names of the sheets; a workbook takes 31 characters. */
const sheetNames: Readonly<Record<IndicatorFramework, string>> = {
  roadmap: 'SALW Control Roadmap',
  sdg: 'SDG 16.1.1 and 16.4.2',
  unodc: 'UNODC arms flows',
};

/** Row of the headings, counted from 0: under the title and an empty row. */
const headingRow = 2;
const widths: Readonly<Record<string, number>> = { title: 44, place_name: 24, verdict_words: 26, definition: 60 };
const bold = { font: { bold: true } };

/** The table as an Excel workbook with a sheet for each framework: title, headings, a row for each value, and footnotes. */
export async function indicatorWorkbook(table: IndicatorTable): Promise<Uint8Array> {
  const frameworks = Object.keys(indicatorFrameworks) as IndicatorFramework[];
  return writeXlsx({ sheets: frameworks.map((framework) => sheetOf(table, framework)) });
}

function sheetOf(table: IndicatorTable, framework: IndicatorFramework): WriteSheet {
  const rows = indicatorRows(table).filter(({ series }) => series.framework === framework);
  const cells: CellValue[][] = [
    [indicatorFrameworks[framework]],
    [],
    indicatorColumns.map(({ label }) => label),
    ...rows.map((row) => indicatorColumns.map((column) => valueOf(column.of(row)))),
    [],
    ...indicatorFootnotes(table, framework).map((note) => [valueOf(note)]),
  ];
  return {
    name: sheetNames[framework],
    columns: indicatorColumns.map((column: IndicatorColumn) => ({ width: widths[column.name] ?? 14 })),
    rows: cells,
    cells: new Map([
      ['0,0', { style: { font: { bold: true, size: 14 } } }],
      ...indicatorColumns.map(({ label }, index): [string, object] => [`${headingRow},${index}`, { value: label, style: bold }]),
    ]),
    freezePane: { rows: headingRow + 1, columns: 5 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** A spreadsheet takes no text of a cell for a formula, but the program that opens a copy of it may. */
function valueOf(cell: string | number | boolean | null | undefined): CellValue {
  return typeof cell === 'string' ? guardFormula(cell) : (cell ?? null);
}
