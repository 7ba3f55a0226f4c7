import type { FieldValue } from '@monitor/domain';
import type { Column, Cube } from './cube.ts';
import { type GroupName, groupNames, perGroup } from './groups.ts';

/* A cube taken apart into arrays of numbers with a name each, and the little that is left; and put together again. */

export type NumberColumn = Column | Float64Array;

/** What of a cube is no array of numbers. */
export interface CubeTexts {
  readonly version: number;
  readonly rows: number;
  readonly firstDay: number;
  readonly groups: Readonly<
    Record<GroupName, { readonly combinations: number; readonly values: Readonly<Record<string, readonly FieldValue[]>> }>
  >;
}

export function textsOf({ version, rows, firstDay, groups }: Cube): CubeTexts {
  const valuesOf = (name: GroupName) =>
    Object.fromEntries(Object.entries(groups[name].fields).map(([field, { values }]) => [field, values]));
  return {
    version,
    rows,
    firstDay,
    groups: perGroup((name) => ({ combinations: groups[name].combinations, values: valuesOf(name) })),
  };
}

/** Every array of a cube by name; the names of parts and fields are those of `Cube`. */
export function namedColumns(cube: Cube): (readonly [string, NumberColumn])[] {
  const { dayStart, columns, harm, daySums, spatialIndex, rowOfKey, groups, keptTallies } = cube;
  const part = (name: string, fields: object) =>
    Object.entries(fields as Record<string, NumberColumn>).map(([field, column]) => [`${name} ${field}`, column] as const);
  return [
    ['dayStart', dayStart],
    ['rowOfKey', rowOfKey],
    ...part('columns', columns),
    ['harm casualties', harm.casualties.words],
    ['harm others', harm.others.words],
    ...part('daySums', daySums),
    ...part('spatialIndex', spatialIndex),
    ...groupNames.map((name) => [`codes ${name}`, groups[name].codes] as const),
    ...groupNames.flatMap((name) =>
      Object.entries(groups[name].fields).map(([field, { positions }]) => [`fields.${name} ${field}`, positions] as const),
    ),
    ...groupNames.flatMap((name) => part(`keptTallies.${name}`, keptTallies[name])),
  ];
}

/** The cube of its parts. */
export function assembled({ version, rows, firstDay, groups }: CubeTexts, columns: ReadonlyMap<string, NumberColumn>): Cube {
  const part = (name: string) =>
    Object.fromEntries(
      [...columns].filter(([full]) => full.startsWith(`${name} `)).map(([full, column]) => [full.slice(name.length + 1), column]),
    );
  const group = (name: GroupName) => {
    const { combinations, values } = groups[name];
    const fields = Object.entries(part(`fields.${name}`)).map(([field, positions]) => [
      field,
      { values: values[field], positions },
    ]);
    return { combinations, fields: Object.fromEntries(fields), codes: columns.get(`codes ${name}`) };
  };
  return {
    version,
    rows,
    firstDay,
    dayStart: columns.get('dayStart'),
    rowOfKey: columns.get('rowOfKey'),
    columns: part('columns'),
    harm: Object.fromEntries(Object.entries(part('harm')).map(([name, words]) => [name, { words }])),
    daySums: part('daySums'),
    spatialIndex: part('spatialIndex'),
    groups: perGroup(group),
    keptTallies: perGroup((name) => part(`keptTallies.${name}`)),
    // The format number vouches for the names.
  } as unknown as Cube;
}
