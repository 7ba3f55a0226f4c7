import { type CountedIncident, countedPeople, recordOf } from '@monitor/domain';
import { CombinationTable } from './combination-table.ts';
import { completeCube, type Cube } from './cube.ts';
import { type Column, type Columns, type Group, noDegrees } from './cube-rows.ts';
import { fieldsOfGroup, type GroupName, groupNames, recordOfGroups } from './groups.ts';
import { packIdentifier } from './identifier.ts';
import { mercatorYOf } from './mercator.ts';
import { rowsByIdentifier } from './sorted-rows.ts';

const bytes = (length: number) => new Uint8Array(length);
const unsigned = (length: number) => new Uint32Array(length);
const signed = (length: number) => new Int32Array(length);

/** Takes rows in any order and makes the cube of them. */
export class CubeBuilder {
  readonly #day = new GrowingColumn(signed);
  readonly #columns = {
    key: new GrowingColumn(unsigned),
    idHigh: new GrowingColumn(unsigned),
    idLow: new GrowingColumn(unsigned),
    lon: new GrowingColumn(signed),
    lat: new GrowingColumn(signed),
  };
  readonly #people = recordOf(countedPeople, () => new GrowingColumn(unsigned));
  readonly #groups = recordOfGroups((name) => new GrowingGroup(name));

  /** Throws `RangeError` where the public identifier is not well formed. */
  add(row: CountedIncident): void {
    const { high, low } = packIdentifier(row.id);
    const columns = this.#columns;
    this.#day.push(row.day);
    columns.key.push(row.key);
    columns.idHigh.push(high);
    columns.idLow.push(low);
    columns.lon.push(row.lon === null ? noDegrees : Math.round(row.lon * 1e6));
    columns.lat.push(row.lat === null ? noDegrees : Math.round(row.lat * 1e6));
    for (const name of countedPeople) this.#people[name].push(row[name] ?? 0);
    for (const name of groupNames) this.#groups[name].push(row);
  }

  /** The cube of all rows added, which are forgotten. @param version the dataset version that the rows are of */
  finish(version: number): Cube {
    const { key, idHigh, idLow, lon, lat } = this.#columns;
    const rows = key.length;
    const byIdentifier = rowsByIdentifier(
      rows,
      (row) => idHigh.at(row),
      (row) => idLow.at(row),
    );
    const { order, firstDay, dayStart } = sortedByDay(byIdentifier, this.#day);
    const latitudes = lat.moveTo(signed(rows), order);
    const narrow = (column: GrowingColumn) => column.moveTo(narrowestColumn(column.maximum, rows), order);
    const columns: Columns = {
      key: key.moveTo(unsigned(rows), order),
      idHigh: idHigh.moveTo(unsigned(rows), order),
      idLow: idLow.moveTo(unsigned(rows), order),
      lon: lon.moveTo(signed(rows), order),
      lat: latitudes,
      mercatorY: Uint32Array.from(latitudes, (degrees) => (degrees === noDegrees ? 0 : mercatorYOf(degrees / 1e6))),
      ...recordOf(countedPeople, (name) => narrow(this.#people[name])),
    };
    const groups = recordOfGroups((name) => this.#groups[name].finish(order));
    return completeCube({ version, rows, firstDay, dayStart, columns, groups });
  }
}

class GrowingGroup {
  readonly #table: CombinationTable;
  readonly #read: readonly ((row: CountedIncident) => string | number | null)[];
  readonly #codes = new GrowingColumn(unsigned);

  constructor(name: GroupName) {
    this.#table = new CombinationTable(Object.keys(fieldsOfGroup[name]));
    this.#read = Object.values(fieldsOfGroup[name]);
  }

  push(row: CountedIncident): void {
    this.#codes.push(this.#table.codeOf(this.#read.map((read) => read(row))));
  }

  finish(order: Uint32Array): Group {
    return {
      combinations: this.#table.length,
      fields: this.#table.fields(),
      codes: this.#codes.moveTo(this.#table.column(order.length), order),
    };
  }
}

/** Counting sort: rows of a day keep their order. */
function sortedByDay(rows: Uint32Array, days: GrowingColumn): { order: Uint32Array; firstDay: number; dayStart: Uint32Array } {
  const { length } = days;
  if (length === 0) return { order: new Uint32Array(0), firstDay: 0, dayStart: new Uint32Array(1) };
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < length; row++) {
    first = Math.min(first, days.at(row));
    last = Math.max(last, days.at(row));
  }
  const dayStart = new Uint32Array(last - first + 2);
  for (let row = 0; row < length; row++) dayStart[days.at(row) - first + 1]!++;
  for (let day = 1; day < dayStart.length; day++) dayStart[day]! += dayStart[day - 1]!;
  const next = dayStart.slice();
  const order = new Uint32Array(length);
  for (let at = 0; at < length; at++) order[next[days.at(rows[at]!) - first]!++] = rows[at]!;
  return { order, firstDay: first, dayStart };
}

function narrowestColumn(maximum: number, length: number): Column {
  if (maximum <= 0xff) return bytes(length);
  return maximum <= 0xffff ? new Uint16Array(length) : unsigned(length);
}

const chunkLength = 65_536;

/** A column that grows in chunks, so that nothing is copied and hardly anything lies idle while rows come as a stream. */
class GrowingColumn<Kind extends Column = Column> {
  readonly #make: (length: number) => Kind;
  #chunks: Kind[] = [];
  length = 0;
  maximum = 0;

  constructor(make: (length: number) => Kind) {
    this.#make = make;
  }

  push(value: number): void {
    const place = this.length % chunkLength;
    if (place === 0) this.#chunks.push(this.#make(chunkLength));
    this.#chunks.at(-1)![place] = value;
    this.length++;
    if (value > this.maximum) this.maximum = value;
  }

  at(row: number): number {
    return this.#chunks[Math.floor(row / chunkLength)]![row % chunkLength]!;
  }

  /** Writes the values into a column in the order of `rows`, and forgets them. */
  moveTo<Target extends Column>(column: Target, rows: Uint32Array): Target {
    for (let at = 0; at < rows.length; at++) column[at] = this.at(rows[at]!);
    this.#chunks = [];
    return column;
  }
}
