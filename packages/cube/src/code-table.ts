import { codeReader, type DimensionName, dimensionNames, dimensions, fieldOf, noCode, recordOf } from '@monitor/domain';
import type { CubeRows } from './cube-rows.ts';
import type { TraitTable, TraitTables } from './trait-table.ts';

/** The codes of a dimension that occur. */
export interface CodeTable {
  readonly codes: readonly string[];
  /** For each trait of the dimension's field, the position of its code; -1 for a trait without one. */
  readonly ofTrait: Int32Array;
  /**
   * For each combination of the dimension's group, the position of the first value of the field with the same codes. Values differ by
   * what else their traits say, but these are few, so that sums are gathered in them before they are separated by code.
   */
  readonly firstAlike: Uint32Array;
}

export type CodeTables = Readonly<Record<DimensionName, CodeTable>>;

export function codeTablesOf({ groups }: CubeRows, traitTables: TraitTables): CodeTables {
  return recordOf(dimensionNames, (name) => {
    const { group } = dimensions[name];
    const field = fieldOf(name);
    const table = traitTables[group][field]!;
    const { codes, ofTrait } = codesOfTraits(name, table);
    const alike = firstValuesAlike(table, ofTrait);
    return { codes, ofTrait, firstAlike: groups[group].fields[field]!.positions.map((value) => alike[value]!) };
  });
}

function codesOfTraits(name: DimensionName, { codes }: TraitTable): Pick<CodeTable, 'codes' | 'ofTrait'> {
  const codeOf = codeReader(name);
  const known = new Map<string, number>();
  const ofTrait = Int32Array.from(codes, (one) => {
    const code = codeOf({ codes: one, number: 1 });
    if (code === noCode) return -1;
    const position = known.get(code) ?? known.size;
    known.set(code, position);
    return position;
  });
  return { codes: [...known.keys()], ofTrait };
}

/** For each value, the first one whose traits have the same codes. */
function firstValuesAlike({ start, trait }: TraitTable, ofTrait: Int32Array): Uint32Array {
  const known = new Map<string, number>();
  return Uint32Array.from({ length: start.length - 1 }, (_, value) => {
    const codes = new Set<number>();
    for (let at = start[value]!; at < start[value + 1]!; at++) codes.add(ofTrait[trait[at]!]!);
    const key = [...codes].sort((one, other) => one - other).join();
    const first = known.get(key) ?? value;
    known.set(key, first);
    return first;
  });
}
