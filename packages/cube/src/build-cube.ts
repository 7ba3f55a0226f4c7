import { completeCube } from './complete-cube.ts';
import { type Column, type Columns, type Cube, type Group, noDegrees } from './cube.ts';
import type { Combination } from '@monitor/domain';
import { combinationsOf, type GroupName, groupNames } from './groups.ts';
import { packIdentifier } from './identifier.ts';
import { mercatorYOf } from './mercator.ts';
import type { CubeRow } from './row.ts';
import { hourCodeOf } from './week-hours.ts';

/** A column that grows by doubling, for rows that come as a stream. */
class Growing {
  values: Uint32Array | Int32Array;
  length = 0;

  constructor(signed = false) {
    this.values = signed ? new Int32Array(1024) : new Uint32Array(1024);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = this.values instanceof Int32Array ? new Int32Array(this.length * 2) : new Uint32Array(this.length * 2);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length++] = value;
  }

  /** The values in the order of `rows`, in the narrowest column that holds them. */
  ordered<Kind extends Column>(rows: Uint32Array, make: (length: number) => Kind): Kind {
    const column = make(rows.length);
    for (let at = 0; at < rows.length; at++) column[at] = this.values[rows[at] ?? 0] ?? 0;
    return column;
  }

  maximum(): number {
    let most = 0;
    for (let at = 0; at < this.length; at++) most = Math.max(most, this.values[at] ?? 0);
    return most;
  }
}

class GrowingGroup {
  readonly combinations: Combination[] = [];
  readonly codes = new Growing();
  readonly #positions = new Map<string, number>();

  push(combination: Combination): void {
    const text = Object.values(combination).join('\u0000');
    let code = this.#positions.get(text);
    if (code === undefined) {
      code = this.combinations.length;
      this.#positions.set(text, code);
      this.combinations.push(combination);
    }
    this.codes.push(code);
  }
}

const columnNames = [
  'key',
  'idHigh',
  'idLow',
  'lon',
  'lat',
  'mercatorY',
  'hour',
  'killed',
  'injured',
  'threatened',
  'suicides',
] as const;

/** Takes rows in any order and makes the cube of them. */
export class CubeBuilder {
  readonly #day = new Growing(true);
  readonly #columns = Object.fromEntries(
    columnNames.map((name) => [name, new Growing(name === 'lon' || name === 'lat')]),
  ) as Record<keyof Columns, Growing>;
  readonly #groups = Object.fromEntries(groupNames.map((name) => [name, new GrowingGroup()])) as Record<GroupName, GrowingGroup>;

  /** Throws `RangeError` where the public identifier is not well formed. */
  add(row: CubeRow): void {
    const { high, low } = packIdentifier(row.id);
    const columns = this.#columns;
    this.#day.push(row.day);
    columns.key.push(row.key);
    columns.idHigh.push(high);
    columns.idLow.push(low);
    columns.lon.push(row.lon === null ? noDegrees : Math.round(row.lon * 1e6));
    columns.lat.push(row.lat === null ? noDegrees : Math.round(row.lat * 1e6));
    columns.mercatorY.push(row.lat === null ? 0 : mercatorYOf(row.lat));
    columns.hour.push(hourCodeOf(row.minute));
    columns.killed.push(row.killed ?? 0);
    columns.injured.push(row.injured ?? 0);
    columns.threatened.push(row.threatened ?? 0);
    columns.suicides.push(row.suicides ?? 0);
    const combinations = combinationsOf(row);
    for (const name of groupNames) this.#groups[name].push(combinations[name]);
  }

  /** The cube of all rows added. @param version the dataset version that the rows are of */
  finish(version: number): Cube {
    const { order, firstDay, dayStart } = this.#sortByDay();
    const columns = this.#columns;
    const narrow = (growing: Growing) => growing.ordered(order, narrowest(growing.maximum()));
    const group = (growing: GrowingGroup): Group => ({
      combinations: growing.combinations,
      codes: growing.codes.ordered(order, (length) =>
        growing.combinations.length <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length),
      ),
    });
    return completeCube({
      version,
      rows: order.length,
      firstDay,
      dayStart,
      columns: {
        key: columns.key.ordered(order, (length) => new Uint32Array(length)),
        idHigh: columns.idHigh.ordered(order, (length) => new Uint32Array(length)),
        idLow: columns.idLow.ordered(order, (length) => new Uint32Array(length)),
        lon: columns.lon.ordered(order, (length) => new Int32Array(length)),
        lat: columns.lat.ordered(order, (length) => new Int32Array(length)),
        mercatorY: columns.mercatorY.ordered(order, (length) => new Uint32Array(length)),
        hour: columns.hour.ordered(order, (length) => new Uint8Array(length)),
        killed: narrow(columns.killed),
        injured: narrow(columns.injured),
        threatened: narrow(columns.threatened),
        suicides: narrow(columns.suicides),
      },
      groups: {
        kind: group(this.#groups.kind),
        circumstance: group(this.#groups.circumstance),
        weapon: group(this.#groups.weapon),
        people: group(this.#groups.people),
        place: group(this.#groups.place),
        square: group(this.#groups.square),
      },
    });
  }

  /** Counting sort: rows of a day keep the order in which they came. */
  #sortByDay(): { order: Uint32Array; firstDay: number; dayStart: Uint32Array } {
    const { values: days, length } = this.#day;
    if (length === 0) return { order: new Uint32Array(0), firstDay: 0, dayStart: new Uint32Array(1) };
    let first = Infinity;
    let last = -Infinity;
    for (let row = 0; row < length; row++) {
      first = Math.min(first, days[row] ?? 0);
      last = Math.max(last, days[row] ?? 0);
    }
    const dayStart = new Uint32Array(last - first + 2);
    for (let row = 0; row < length; row++) dayStart[(days[row] ?? 0) - first + 1]!++;
    for (let day = 1; day < dayStart.length; day++) dayStart[day]! += dayStart[day - 1] ?? 0;
    const next = dayStart.slice();
    const order = new Uint32Array(length);
    for (let row = 0; row < length; row++) order[next[(days[row] ?? 0) - first]!++] = row;
    return { order, firstDay: first, dayStart };
  }
}

function narrowest(maximum: number): (length: number) => Column {
  if (maximum <= 0xff) return (length) => new Uint8Array(length);
  if (maximum <= 0xffff) return (length) => new Uint16Array(length);
  return (length) => new Uint32Array(length);
}
