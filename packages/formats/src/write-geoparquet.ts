import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ColumnType, CsvColumn, IncidentExport, IncidentNames } from '@monitor/contract';
import { chosenColumns } from '@monitor/contract/without-schemas';
import { factsByName } from './about.ts';
import { Bounds } from './bounds.ts';
import { typedValue } from './column-values.ts';
import type { FormatWriter } from './format-writer.ts';
import { pointBytes, writePoint } from './wkb-point.ts';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];
type ColumnSource = Parameters<ParquetWriter['write']>[0]['columnData'][number];

/** Incidents of a group of rows: larger groups are smaller in all, but each keeps the server busy for longer. */
const groupSize = 4_000;

const elementOfType: Readonly<Record<ColumnType, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  address: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  date: { type: 'INT32', converted_type: 'DATE' },
  // Times of the day are texts in most programs that read Parquet from time to time only.
  time: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
};

const geometry = 'geometry';

function schemaOf(columns: readonly CsvColumn[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length + 1 },
    ...columns.map(({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...elementOfType[type] })),
    { name: geometry, type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
  ];
}

/** GeoParquet 1.1 (https://geoparquet.org): the columns of the CSV with their types, and the points as WKB. */
export const writeGeoparquet: FormatWriter = async function* ({ incidents, names, about, options }) {
  const columns = chosenColumns(options);
  const bytes = new ByteWriter(1 << 20);
  // Written with the footer, when the bounds are known.
  const kvMetadata = Object.entries(factsByName(about)).map(([key, value]) => ({ key, value }));
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    kvMetadata,
    createdBy: 'Open Armed Violence Monitor',
  });
  const bounds = new Bounds();
  let group: IncidentExport[] = [];
  const flush = () => {
    void file.write({ columnData: columnsOf(group, columns, names), rowGroupSize: groupSize });
    for (const item of group) bounds.widen(item);
    group = [];
    return taken(bytes);
  };
  // The file has begun, and its client need not wait for the first group to know it.
  yield taken(bytes);
  for await (const portion of incidents) {
    group.push(...portion);
    if (group.length >= groupSize) yield flush();
  }
  if (group.length > 0) yield flush();
  kvMetadata.push({ key: 'geo', value: JSON.stringify(geoMetadata(bounds)) });
  void file.finish();
  yield taken(bytes);
};

/** What has been written since the last time. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = new Uint8Array(bytes.getBuffer());
  bytes.index = 0;
  return piece;
}

function columnsOf(group: readonly IncidentExport[], columns: readonly CsvColumn[], names: IncidentNames): ColumnSource[] {
  return [
    ...columns.map(({ name, type, cell }): ColumnSource => ({
      name,
      data: group.map((item) => parquetValue(type, cell(item, names))),
      offsetIndex: false,
    })),
    { name: geometry, data: group.map(({ lon, lat }) => pointOf(lon, lat)), statistics: false, offsetIndex: false },
  ];
}

function parquetValue(type: ColumnType, cell: Parameters<typeof typedValue>[1]) {
  return typedValue(type === 'time' ? 'text' : type, cell);
}

function pointOf(lon: number | null, lat: number | null): Uint8Array | null {
  if (lon === null || lat === null) return null;
  const point = new Uint8Array(pointBytes);
  writePoint(new DataView(point.buffer), 0, lon, lat);
  return point;
}

/** Without a `crs`, coordinates are longitude and latitude (OGC:CRS84). */
function geoMetadata({ box }: Bounds) {
  return {
    version: '1.1.0',
    primary_column: geometry,
    columns: { [geometry]: { encoding: 'WKB', geometry_types: ['Point'], ...(box && { bbox: box }) } },
  };
}
