import {
  chosenColumns,
  columnsQuery,
  comparedFilter,
  type CsvColumn,
  type CsvStyle,
  exportFormat,
  type ExportFormatName,
  type ExportOption,
  type Selection,
  type Sort,
} from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import { exportAddress } from '../api/file-address.ts';

/** Which incidents: those of one side of a comparison or of both, or all there are. Without a comparison, A is the selection. */
export type Incidents = 'both' | 'a' | 'b' | 'everything';

/** What is chosen in the dialog. */
export interface ExportChoice {
  /** Undefined: all of what is selected. */
  readonly incidents: Incidents | undefined;
  readonly format: ExportFormatName;
  /** Undefined: what is usual in the format. */
  readonly style: CsvStyle | undefined;
  /** Names of columns that are left out. */
  readonly without: readonly string[];
  readonly hxl: boolean;
  readonly bom: boolean;
}

export const firstChoice: ExportChoice = {
  incidents: undefined,
  format: 'csv',
  style: undefined,
  without: [],
  hxl: false,
  bom: false,
};

export function hasOption(format: ExportFormatName, option: ExportOption): boolean {
  return exportFormat(format).options.includes(option);
}

/** Which incidents the file has. @param selection that of the address */
export function incidentsOf({ incidents }: ExportChoice, { against }: Selection): Incidents {
  return incidents ?? (against === undefined ? 'a' : 'both');
}

/** The selection of the file. */
export function selectionOf(choice: ExportChoice, selection: Selection): Selection {
  const { filter } = selection;
  const incidents = incidentsOf(choice, selection);
  if (incidents === 'both') return selection;
  if (incidents === 'everything') return { filter: {} };
  return { filter: incidents === 'b' ? (comparedFilter(selection) ?? filter) : filter };
}

/** The style of the file: a workbook is for people unless they want codes, a CSV for programs unless they want words. */
export function styleOf({ format, style }: Pick<ExportChoice, 'format' | 'style'>): CsvStyle {
  if (!hasOption(format, 'style')) return 'plain';
  return style ?? (format === 'xlsx' ? 'readable' : 'plain');
}

/** All columns that the file can have. */
export function possibleColumns(choice: ExportChoice, { against }: Selection): readonly CsvColumn[] {
  return chosenColumns({ style: styleOf(choice), compared: against !== undefined });
}

/** The names of the columns that are wanted, where some are left out. */
export function wantedColumns({ format, without, ...rest }: ExportChoice): readonly string[] | undefined {
  if (without.length === 0 || !hasOption(format, 'columns')) return undefined;
  const all = chosenColumns({ style: styleOf({ format, ...rest }) });
  return all.map(({ name }) => name).filter((name) => !without.includes(name));
}

/** The order of its incidents: that of the table in a file for people, oldest first in one for programs. */
export function orderOf(choice: ExportChoice, view: { readonly sort: Sort; readonly measure: Measure }) {
  return styleOf(choice) === 'readable' ? view : ({ sort: 'occurred_on', measure: 'incidents' } as const);
}

/** The address of the file. @param query of its selection */
export function addressOfChoice(
  choice: ExportChoice,
  query: string,
  view: { readonly sort: Sort; readonly measure: Measure },
): string {
  const readable = styleOf(choice) === 'readable';
  return exportAddress(choice.format, query, {
    columns: columnsQuery(wantedColumns(choice)),
    hxl: choice.hxl && hasOption(choice.format, 'hxl'),
    bom: choice.bom && hasOption(choice.format, 'bom') && !readable,
    readable: readable ? view : undefined,
  });
}
