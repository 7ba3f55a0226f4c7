import { type CountedPeople, countedPeople, type Measure, recordOf, type SubjectMeasure } from '@monitor/domain';
import type { SubjectSums } from './amounts.ts';
import type { Cube } from './cube.ts';
import type { GroupName } from './groups.ts';
import { type AmountsOfParts, PartAmounts } from './part-amounts.ts';
import { countCells, countCodesOfParts, type Partition, walkParts } from './part-rows.ts';
import type { People } from './people.ts';
import type { Counted, Population } from './population.ts';
import { countRows, intersection } from './row-bitmap.ts';
import { rowsUndescribed } from './select.ts';

/** What is to be counted of parts. */
export interface WantedOfParts {
  /** For each step of the series, the row after its last. */
  readonly ends: Uint32Array;
  /** Groups whose combinations will be asked for. */
  readonly tallied: readonly GroupName[];
  /** What the measures of subjects count. */
  readonly amounts: ReadonlyMap<SubjectMeasure, AmountsOfParts>;
}

/** All parts of a population counted together, in one walk over its rows and one over those with people. */
export class PartCounts {
  readonly #cube: Cube;
  readonly #population: Population;
  readonly #partition: Partition;
  readonly #steps: number;
  /** By cell. */
  readonly #incidents: Uint32Array;
  readonly #subjects = new Map<Measure, PartAmounts>();
  readonly #people: Readonly<Record<CountedPeople, PartAmounts>>;
  /** By part and combination. */
  readonly #tallies = new Map<GroupName, Uint32Array>();
  /** By part. */
  readonly #undescribed = new Map<GroupName, Uint32Array>();

  constructor(cube: Cube, population: Population, partition: Partition, { ends, tallied, amounts }: WantedOfParts) {
    this.#cube = cube;
    this.#population = population;
    this.#partition = partition;
    this.#steps = ends.length;
    const { parts } = partition;
    const cells = parts * ends.length;
    const incidents = new Uint32Array(cells);
    const tallies = [...new Set(tallied)].map((group) => ({ group, ...emptyTallies(cube, group, parts) }));
    const subjects = [...amounts].map(([measure, ofParts]) => {
      const { codes } = cube.groups[ofParts.group];
      return { measure, codes, ofParts, counted: new PartAmounts(parts, ends.length) };
    });
    walkParts(partition, population.rows(), ends, (found) => {
      countCells(incidents, found);
      for (const { counts, codes, combinations } of tallies) countCodesOfParts(counts, codes, combinations, found);
      for (const { counted, codes, ofParts } of subjects) counted.addSubjects(codes, ofParts, found);
    });
    this.#incidents = incidents;
    for (const { group, counts } of tallies) this.#tallies.set(group, counts);
    for (const { measure, counted } of subjects) this.#subjects.set(measure, counted);
    this.#people = countPeople(cube, population, partition, ends);
  }

  /** What a measure counts in a part on the days of a step. Measures of subjects must have been asked for. */
  ofStep(measure: Measure, part: number, step: number): number {
    return this.#cellsOf(measure)[this.#partition.parts * step + part]!;
  }

  /** One of the parts. */
  part(part: number): Counted {
    const sum = (measure: Measure) => {
      let total = 0;
      for (let step = 0; step < this.#steps; step++) total += this.ofStep(measure, part, step);
      return total;
    };
    return {
      incidents: sum('incidents'),
      people: (): People => recordOf(countedPeople, sum),
      clustering: (name) => this.#people[name].clustering(part),
      tally: (group) => {
        const { combinations } = this.#cube.groups[group];
        return { incidents: this.#tallies.get(group)!.subarray(part * combinations, (part + 1) * combinations) };
      },
      undescribed: (group) => this.#undescribedOf(group)[part]!,
    };
  }

  /** What a measure that was asked for counts of the subjects of a part. */
  subjects(measure: SubjectMeasure, part: number): SubjectSums {
    return this.#subjects.get(measure)!.ofPart(part);
  }

  #cellsOf(measure: Measure): Uint32Array | Float64Array {
    if (measure === 'incidents') return this.#incidents;
    return (this.#subjects.get(measure) ?? this.#people[measure as CountedPeople]).sums;
  }

  /** For each part, the incidents that describe nobody of a group of people, without the constraints on that group. */
  #undescribedOf(group: GroupName): Uint32Array {
    const known = this.#undescribed.get(group);
    if (known) return known;
    const { parts, codes } = this.#partition;
    const { bitmaps, range } = this.#population.rows(group);
    const undescribed = rowsUndescribed(this.#cube, group);
    const found = bitmaps.map((rows) => intersection(this.#cube, [rows, undescribed], range));
    const counts = new Uint32Array(parts);
    // Where a part is told by the constraint that is left out, every row is in every part.
    if (this.#cube.groups[group].codes === codes) counts.fill(found.reduce((sum, rows) => sum + countRows(rows, range), 0));
    else walkParts(this.#partition, { bitmaps: found, range }, Uint32Array.of(this.#cube.rows), (some) => countCells(counts, some));
    this.#undescribed.set(group, counts);
    return counts;
  }
}

function emptyTallies(cube: Cube, group: GroupName, parts: number) {
  const { codes, combinations } = cube.groups[group];
  return { codes, combinations, counts: new Uint32Array(parts * combinations) };
}

function countPeople(cube: Cube, population: Population, partition: Partition, ends: Uint32Array) {
  const { bitmaps, range } = population.rows();
  const people = recordOf(countedPeople, () => new PartAmounts(partition.parts, ends.length));
  for (const [withPeople, names] of [
    [cube.rowsWithPeople.casualties, ['killed', 'injured']],
    [cube.rowsWithPeople.others, ['threatened', 'suicides']],
  ] as const) {
    const rows = { bitmaps: bitmaps.map((bitmap) => intersection(cube, [bitmap, withPeople], range)), range };
    walkParts(partition, rows, ends, (found) => {
      for (const name of names) people[name].addPeople(cube.columns[name], found);
    });
  }
  return people;
}
