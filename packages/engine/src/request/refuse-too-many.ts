import { exportFormat, type ExportFormatName } from '@monitor/contract/export-formats';
import { ProblemError } from './problem-error.ts';

/** Says before the first byte that the file would not have all that is wanted. @param total of the selection */
export function refuseTooMany(total: number, name: ExportFormatName): void {
  const { label, mostIncidents } = exportFormat(name);
  if (mostIncidents === undefined || total <= mostIncidents) return;
  const number = (count: number) => count.toLocaleString('en');
  throw new ProblemError(
    'too_many_incidents',
    `${label} can hold ${number(mostIncidents)} incidents, and ${number(total)} match. Choose another format, such as CSV or GeoParquet, or a narrower filter, such as a shorter period.`,
  );
}
