import { type CountedPeople, countedPeople, recordOf, type TraitField, withoutNumbers } from '@monitor/domain';
import { CombinationTable } from './combination-table.ts';
import { completeCube, type Cube } from './cube.ts';
import {
  type Column,
  type Columns,
  type CubeRows,
  dayOfRow,
  type Field,
  type Group,
  noDegrees,
  type RowRange,
} from './cube-rows.ts';
import { fieldsOfGroup, groupNames, type GroupName, groupOfNumbers, groupsWithoutNumbers, recordOfGroups } from './groups.ts';
import { mercatorYOf, squareOf } from './mercator.ts';

/*
 * Rows of a cube as bytes, for a file that a browser makes a cube of. Each portion of rows stands on its own: it has the combinations that
 * occur in it, so that one that has not changed has the same bytes. What follows from the rest is left out, and the numbers of a column lie
 * byte by byte, the lowest bytes of all rows first, since that halves what compression leaves.
 */

/** The combinations of a group that occur in a portion. */
type PackedFields = Readonly<Record<string, { readonly values: Field['values']; readonly positions: readonly number[] }>>;

interface Head {
  readonly rows: number;
  readonly firstDay: number;
  readonly days: number;
  /** Number of different public points. */
  readonly points: number;
  readonly groups: Readonly<Partial<Record<GroupName, PackedFields>>>;
  /** Bytes of each number of the arrays, in the order in which they are written. */
  readonly widths: readonly number[];
}

type PackedGroups = Readonly<Record<GroupName, Group>>;

/** How the groups that are not packed follow from those that are. */
const derivedGroups: Readonly<Partial<Record<GroupName, (columns: Columns, packed: PackedGroups) => Group>>> = {
  square: squaresOf,
  ...Object.fromEntries(
    Object.entries(groupsWithoutNumbers).map(([name, field]) => [
      name,
      (_: Columns, packed: PackedGroups) => withoutNumbersOf(field, packed),
    ]),
  ),
};
const packedGroups = groupNames.filter((name) => derivedGroups[name] === undefined);

/** A portion of rows. */
export interface PackedRows {
  /** All that figures, charts and maps need. */
  readonly numbers: Uint8Array<ArrayBuffer>;
  /** The public identifiers, which no compression makes smaller. */
  readonly identifiers: Uint8Array<ArrayBuffer>;
}

/** Packs the rows of whole days. The keys of the database are left out. */
export function packRows(cube: CubeRows, range: RowRange): PackedRows {
  const { start, end } = range;
  const rows = end - start;
  const { columns } = cube;
  const firstDay = rows === 0 ? 0 : dayOfRow(cube, start);
  const days = rows === 0 ? 0 : dayOfRow(cube, end - 1) - firstDay + 1;
  const dayLengths = Array.from({ length: days }, (_, day) => {
    const at = firstDay - cube.firstDay + day;
    return cube.dayStart[at + 1]! - cube.dayStart[at]!;
  });
  const points = pointsOf(cube, range);
  const groups = packedGroups.map((name) => packGroup(name, cube.groups[name], range));
  const arrays = [
    dayLengths,
    points.lon,
    points.lat,
    points.ofRow,
    ...countedPeople.map((name) => columns[name].subarray(start, end)),
    ...groups.map(({ codes }) => codes),
  ].map((numbers) => planes(numbers));
  const head: Head = {
    rows,
    firstDay,
    days,
    points: points.lon.length,
    groups: Object.fromEntries(packedGroups.map((name, at) => [name, groups[at]!.fields])) as Head['groups'],
    widths: arrays.map(({ width }) => width),
  };
  const identifiers = [columns.idHigh, columns.idLow].map((column) => planes(column.subarray(start, end), 4).bytes);
  return {
    numbers: joined([withLength(JSON.stringify(head)), ...arrays.map(({ bytes }) => bytes)]),
    identifiers: joined(identifiers),
  };
}

/**
 * Makes a cube of portions of rows, the oldest first. It has no identifiers until `addIdentifiers` has been called: figures and charts do
 * without them.
 * @param version the dataset version that the rows are of
 */
export function unpackCube(version: number, parts: readonly PackedRows['numbers'][]): Cube {
  const read = parts.map(readPart).filter(({ rows }) => rows > 0);
  const rows = read.reduce((sum, part) => sum + part.rows, 0);
  const [first] = read;
  const last = read.at(-1);
  const firstDay = first?.firstDay ?? 0;
  const days = last === undefined ? 0 : last.firstDay + last.days - firstDay;
  const dayStart = new Uint32Array(days + 1);
  for (const part of read)
    for (let day = 0; day < part.days; day++) dayStart[part.firstDay - firstDay + day + 1] = part.dayLengths[day]!;
  for (let day = 1; day < dayStart.length; day++) dayStart[day]! += dayStart[day - 1]!;

  const whole = <Kind extends Column>(column: Kind, of: (part: ReadPart) => ArrayLike<number>): Kind => {
    let at = 0;
    for (const part of read) {
      column.set(of(part), at);
      at += part.rows;
    }
    return column;
  };
  const lat = whole(new Int32Array(rows), ({ points }) => points.lat);
  const columns: Columns = {
    key: Uint32Array.from({ length: rows }, (_, row) => row + 1),
    idHigh: new Uint32Array(rows),
    idLow: new Uint32Array(rows),
    lon: whole(new Int32Array(rows), ({ points }) => points.lon),
    lat,
    mercatorY: Uint32Array.from(lat, (degrees) => (degrees === noDegrees ? 0 : mercatorYOf(degrees / 1e6))),
    ...recordOf(countedPeople, (name) => {
      const widest = Math.max(1, ...read.map(({ people }) => people[name].BYTES_PER_ELEMENT));
      return whole(new (widest === 1 ? Uint8Array : widest === 2 ? Uint16Array : Uint32Array)(rows), ({ people }) => people[name]);
    }),
  };
  const packed = Object.fromEntries(
    packedGroups.map((name) => {
      const table = new CombinationTable(Object.keys(fieldsOfGroup[name]));
      const translated = read.map(({ groups }) => table.takeIn(groups[name]));
      const codes = table.column(rows);
      let row = 0;
      for (const [at, part] of read.entries()) for (const code of part.groups[name].codes) codes[row++] = translated[at]![code]!;
      return [name, { combinations: table.length, fields: table.fields(), codes }];
    }),
  ) as PackedGroups;
  const groups = recordOfGroups((name) => derivedGroups[name]?.(columns, packed) ?? packed[name]);
  return completeCube({ version, rows, firstDay, dayStart, columns, groups });
}

/** Gives a cube that was unpacked the identifiers of its rows. @param parts those of the same portions */
export function addIdentifiers({ columns, rows }: Cube, parts: readonly PackedRows['identifiers'][]): void {
  let from = 0;
  for (const bytes of parts) {
    const length = bytes.length / 8;
    for (const [half, column] of [columns.idHigh, columns.idLow].entries())
      column.set(fromPlanes(bytes.subarray(half * length * 4, (half + 1) * length * 4), length, 4), from);
    from += length;
  }
  if (from !== rows) throw new RangeError(`There are identifiers of ${from} rows, and ${rows} rows.`);
}

/** The keys of a cube that was unpacked are its rows, counted from one. */
export function rowOfUnpackedKey(key: number): number {
  return key - 1;
}

interface ReadPart extends Pick<Head, 'rows' | 'firstDay' | 'days'> {
  readonly dayLengths: ArrayLike<number>;
  readonly points: { readonly lon: Int32Array; readonly lat: Int32Array };
  readonly people: Readonly<Record<CountedPeople, Column>>;
  readonly groups: PackedGroups;
}

function readPart(numbers: PackedRows['numbers']): ReadPart {
  const length = new DataView(numbers.buffer, numbers.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(numbers.subarray(4, 4 + length))) as Head;
  const { rows, firstDay, days, points, widths } = head;
  let from = 4 + length;
  let array = 0;
  const next = (count: number): Column => {
    const width = widths[array++]!;
    const bytes = numbers.subarray(from, (from += count * width));
    return fromPlanes(bytes, count, width);
  };
  const dayLengths = next(days);
  const [lon, lat] = [next(points), next(points)].map((column) => Int32Array.from(column, fromZigzag)) as [Int32Array, Int32Array];
  // Each differs from the one before it.
  for (let at = 1; at < points; at++) {
    lon[at]! += lon[at - 1]!;
    lat[at]! += lat[at - 1]!;
  }
  const ofRow = next(rows);
  const degrees = (of: Int32Array) => Int32Array.from(ofRow, (point) => (point === 0 ? noDegrees : of[point - 1]!));
  const people = recordOf(countedPeople, () => next(rows));
  const groups = recordOf(packedGroups, (name): Group => {
    const fields = Object.entries(head.groups[name]!);
    return {
      combinations: fields[0]?.[1].positions.length ?? 0,
      fields: Object.fromEntries(
        fields.map(([field, { values, positions }]) => [field, { values, positions: Uint32Array.from(positions) }]),
      ),
      codes: Uint32Array.from(next(rows)),
    };
  });
  return { rows, firstDay, days, dayLengths, points: { lon: degrees(lon), lat: degrees(lat) }, people, groups };
}

/** The different points of rows, from west to east, as differences; and which of them each row has, from one on, 0 for none. */
function pointsOf({ columns: { lon, lat } }: CubeRows, { start, end }: RowRange) {
  const known = new Map<number, number>();
  const keyOf = (row: number) => (lon[row]! + 180e6) * 2 ** 28 + (lat[row]! + 90e6);
  for (let row = start; row < end; row++) if (lon[row] !== noDegrees) known.set(keyOf(row), row);
  const sorted = [...known].toSorted(([one], [other]) => one - other);
  const place = new Map(sorted.map(([key], at) => [key, at + 1]));
  const differences = (column: Int32Array) =>
    sorted.map(([, row], at) => toZigzag(column[row]! - (at === 0 ? 0 : column[sorted[at - 1]![1]]!)));
  const ofRow = new Uint32Array(end - start);
  for (let row = start; row < end; row++) ofRow[row - start] = lon[row] === noDegrees ? 0 : place.get(keyOf(row))!;
  return { lon: differences(lon), lat: differences(lat), ofRow };
}

/** The combinations that occur in some rows, the most frequent first, and which of them each row has. */
function packGroup(
  name: GroupName,
  { fields, codes }: Group,
  { start, end }: RowRange,
): { fields: PackedFields; codes: Uint32Array } {
  const own = codes.subarray(start, end);
  const counts = new Map<number, number>();
  for (const code of own) counts.set(code, (counts.get(code) ?? 0) + 1);
  const valuesOf = (code: number) => JSON.stringify(Object.keys(fieldsOfGroup[name]).map((field) => valueIn(fields[field]!, code)));
  // The order does not depend on the cube's own, which another history of the same rows would have made another.
  const sorted = [...counts]
    .map(([code, count]) => ({ code, count, text: valuesOf(code) }))
    .toSorted((one, other) => other.count - one.count || (one.text < other.text ? -1 : 1));
  const table = new CombinationTable(Object.keys(fieldsOfGroup[name]));
  const place = new Map(
    sorted.map(({ code }) => [code, table.codeOf(Object.keys(fieldsOfGroup[name]).map((field) => valueIn(fields[field]!, code)))]),
  );
  const packed = Object.entries(table.fields()).map(([field, { values, positions }]) => [
    field,
    { values, positions: [...positions] },
  ]);
  return { fields: Object.fromEntries(packed) as PackedFields, codes: Uint32Array.from(own, (code) => place.get(code)!) };
}

function valueIn({ values, positions }: Field, code: number): Field['values'][number] {
  return values[positions[code]!]!;
}

/** A group of traits, from the group that has their numbers too. */
function withoutNumbersOf(field: TraitField, packed: PackedGroups): Group {
  const { combinations, fields, codes } = packed[groupOfNumbers(field)];
  const table = new CombinationTable([field]);
  const valueOf = (code: number) => withoutNumbers((valueIn(fields[field]!, code) ?? '') as string);
  const own = Uint32Array.from({ length: combinations }, (_, code) => table.codeOf([valueOf(code)]));
  const column = table.column(codes.length);
  for (let row = 0; row < codes.length; row++) column[row] = own[codes[row]!]!;
  return { combinations: table.length, fields: table.fields(), codes: column };
}

/** The square of each point, with the location and type of its incident. */
function squaresOf({ lon, lat }: Columns, groups: PackedGroups): Group {
  const rows = lon.length;
  const names = Object.keys(fieldsOfGroup.square);
  const table = new CombinationTable(names);
  const codes = new Uint32Array(rows);
  const beside = names.slice(1).map((field) => {
    const group = packedGroups.find((name) => field in groups[name].fields)!;
    return { codes: groups[group].codes, field: groups[group].fields[field]! };
  });
  for (let row = 0; row < rows; row++) {
    const square = lon[row] === noDegrees ? null : squareOf(lon[row]! / 1e6, lat[row]! / 1e6);
    codes[row] = table.codeOf([square, ...beside.map(({ codes: of, field }) => valueIn(field, of[row]!))]);
  }
  const narrow = table.column(rows);
  narrow.set(codes);
  return { combinations: table.length, fields: table.fields(), codes: narrow };
}

/** A number as one that is not negative: small ones stay small. */
function toZigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function fromZigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}

/** Numbers of 0 to below 2³² byte by byte. @param width bytes of each; as many as the largest needs if left out */
function planes(numbers: ArrayLike<number>, width = widthOf(numbers)): { width: number; bytes: Uint8Array<ArrayBuffer> } {
  const { length } = numbers;
  const bytes = new Uint8Array(length * width);
  for (let plane = 0; plane < width; plane++)
    for (let at = 0; at < length; at++) bytes[plane * length + at] = (numbers[at]! >>> (8 * plane)) & 0xff;
  return { width, bytes };
}

function widthOf(numbers: ArrayLike<number>): number {
  let largest = 0;
  for (let at = 0; at < numbers.length; at++) if (numbers[at]! > largest) largest = numbers[at]!;
  return largest < 2 ** 8 ? 1 : largest < 2 ** 16 ? 2 : 4;
}

function fromPlanes(bytes: Uint8Array, length: number, width: number): Column {
  if (width === 1) return bytes;
  const numbers = width === 2 ? new Uint16Array(length) : new Uint32Array(length);
  for (let plane = 0; plane < width; plane++)
    for (let at = 0; at < length; at++) numbers[at]! |= bytes[plane * length + at]! << (8 * plane);
  return numbers;
}

/** A text behind its length in bytes. */
function withLength(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const whole = new Uint8Array(4 + bytes.length);
  new DataView(whole.buffer).setUint32(0, bytes.length, true);
  whole.set(bytes, 4);
  return whole;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
