import type { ColumnType, TableColumn } from '@monitor/contract';

/** Types as the CSV driver of GDAL names them. */
const typesOfFields: Readonly<Record<ColumnType, string>> = {
  text: 'String',
  date: 'Date',
  time: 'Time',
  integer: 'Integer',
  number: 'Real',
  boolean: 'Integer(Boolean)',
  address: 'String',
};

/** Columns that are a point together. */
const coordinates: Readonly<Record<string, string>> = { lon: 'CoordX', lat: 'CoordY' };

/** The types of the columns of a CSV, which GDAL reads beside it (https://gdal.org/drivers/vector/csv.html). */
export function csvTypes(columns: readonly TableColumn[]): string {
  return `${columns.map(({ name, type }) => `"${coordinates[name] ?? typesOfFields[type]}"`).join(',')}\r\n`;
}
