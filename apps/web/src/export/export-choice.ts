import { type CsvStyle, exportFormat, type ExportFormatName, type ExportOption, type Sort } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import { exportAddress } from '../api/client.ts';

/** What is chosen in the dialog. */
export interface ExportChoice {
  /** Whether without the filter. */
  readonly everything: boolean;
  readonly format: ExportFormatName;
  /** Undefined: what is usual in the format. */
  readonly style: CsvStyle | undefined;
  readonly hxl: boolean;
  readonly bom: boolean;
}

export const firstChoice: ExportChoice = { everything: false, format: 'csv', style: undefined, hxl: false, bom: false };

export function hasOption(format: ExportFormatName, option: ExportOption): boolean {
  return exportFormat(format).options.includes(option);
}

/** The style of the file: a workbook is for people unless they want codes, a CSV for programs unless they want words. */
export function styleOf({ format, style }: ExportChoice): CsvStyle {
  if (!hasOption(format, 'style')) return 'plain';
  return style ?? (format === 'xlsx' ? 'readable' : 'plain');
}

/** The order of its incidents: that of the table in a file for people, oldest first in one for programs. */
export function orderOf(choice: ExportChoice, view: { readonly sort: Sort; readonly measure: Measure }) {
  return styleOf(choice) === 'readable' ? view : ({ sort: 'occurred_on', measure: 'incidents' } as const);
}

/** The address of the file. @param query of the filter; left out where everything is wanted */
export function addressOfChoice(
  choice: ExportChoice,
  query: string,
  view: { readonly sort: Sort; readonly measure: Measure },
): string {
  const readable = styleOf(choice) === 'readable';
  return exportAddress(choice.format, choice.everything ? '' : query, {
    hxl: choice.hxl && hasOption(choice.format, 'hxl'),
    bom: choice.bom && hasOption(choice.format, 'bom') && !readable,
    readable: readable ? view : undefined,
  });
}
