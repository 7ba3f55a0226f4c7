import type { FieldValue } from '@monitor/domain';
import type { Field, Group } from './cube-rows.ts';

/** A field that takes in values: each different one once. */
class GrowingField {
  readonly values: FieldValue[] = [];
  /** For each combination, the position of its value. */
  readonly positions: number[] = [];
  readonly #known = new Map<FieldValue, number>();

  position(value: FieldValue): number {
    let position = this.#known.get(value);
    if (position === undefined) {
      position = this.values.push(value) - 1;
      this.#known.set(value, position);
    }
    return position;
  }

  /** Notes the value of one more combination. */
  keep(value: FieldValue): void {
    this.positions.push(this.position(value));
  }
}

/**
 * A code and a position as one number. Most are small, and these make numbers that need no memory of their own as keys of a map.
 */
function keyOf(code: number, position: number): number {
  return code < 2 ** 18 && position < 2 ** 12 ? code * 2 ** 12 + position : 2 ** 31 + code * 2 ** 26 + position;
}

/** The combinations of values that occur in a group, numbered in the order in which they came. */
export class CombinationTable {
  readonly #names: readonly string[];
  readonly #fields: readonly GrowingField[];
  /** For each field after the first: from the number of the values before it, and its own value, to the number of both together. */
  readonly #steps: readonly Map<number, number>[];
  #length = 0;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#fields = names.map(() => new GrowingField());
    this.#steps = names.slice(1).map(() => new Map());
  }

  get length(): number {
    return this.#length;
  }

  /** The number of a combination, given as the values of the fields in their order. */
  codeOf(values: readonly FieldValue[]): number {
    // Values of one field are numbered in the order in which they come, as combinations are.
    let code = this.#fields[0]!.position(values[0]!);
    // Called for every incident and group, so without functions and arrays of its own.
    for (let at = 1; at < values.length; at++) {
      const step = this.#steps[at - 1]!;
      const key = keyOf(code, this.#fields[at]!.position(values[at]!));
      code = step.get(key) ?? step.size;
      if (code === step.size) step.set(key, code);
    }
    if (code === this.#length) {
      this.#length++;
      for (const [at, value] of values.entries()) this.#fields[at]!.keep(value);
    }
    return code;
  }

  /** Takes in the combinations of a group; gives the number of each here. */
  takeIn({ combinations, fields }: Group): Uint32Array {
    const columns = this.#names.map((name) => fields[name]!);
    return Uint32Array.from({ length: combinations }, (_, code) => this.codeOf(columns.map((field) => valueOf(field, code))));
  }

  /** All of them as fields. */
  fields(): Record<string, Field> {
    const field = ({ values, positions }: GrowingField): Field => ({ values, positions: Uint32Array.from(positions) });
    return Object.fromEntries(this.#names.map((name, at) => [name, field(this.#fields[at]!)]));
  }

  /** A column for numbers of these combinations. */
  column(rows: number): Group['codes'] {
    return this.length <= 0x10000 ? new Uint16Array(rows) : new Uint32Array(rows);
  }
}

/** The value of a field in a combination. */
function valueOf({ values, positions }: Field, code: number): FieldValue {
  return values[positions[code]!]!;
}
