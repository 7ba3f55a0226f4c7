import {
  type CountedPeople,
  countedPeople,
  type Measure,
  recordOf,
  type ReportedMeasure,
  type SubjectMeasure,
} from '@monitor/domain';
import type { SubjectSums } from './amounts.ts';
import type { Cube } from './cube.ts';
import type { GroupName } from './groups.ts';
import { rowsWithout } from './missing.ts';
import { type AmountsOfParts, PartAmounts } from './part-amounts.ts';
import { countCells, type Partition, walkParts } from './part-rows.ts';
import { allPeopleTogether, type People, peopleTogether } from './people.ts';
import type { Counted, Population } from './population.ts';
import { countRows, intersection, type RowBitmap } from './row-bitmap.ts';

/** What is to be counted of parts. */
export interface WantedOfParts {
  /** For each step of the series, the row after its last. */
  readonly ends: Uint32Array;
  /** What the measures of subjects count. */
  readonly amounts: ReadonlyMap<SubjectMeasure, AmountsOfParts>;
}

/** All parts of a population counted together, in one walk over its rows and one over those with people. */
export class PartCounts {
  readonly #cube: Cube;
  readonly #population: Population;
  readonly #partition: Partition;
  readonly #ends: Uint32Array;
  /** By cell. */
  readonly #incidents: Uint32Array;
  readonly #subjects = new Map<Measure, PartAmounts>();
  readonly #people: Readonly<Record<CountedPeople, PartAmounts>>;
  /** For rows that were asked for, how many each part has among them. */
  readonly #counted = new Map<RowBitmap, Uint32Array>();
  /** For each measure that was asked for, the incidents of each cell that do not give the number. */
  readonly #missing = new Map<ReportedMeasure, Uint32Array>();

  constructor(cube: Cube, population: Population, partition: Partition, { ends, amounts }: WantedOfParts) {
    this.#cube = cube;
    this.#population = population;
    this.#partition = partition;
    this.#ends = ends;
    const { parts } = partition;
    const cells = parts * ends.length;
    const incidents = new Uint32Array(cells);
    const subjects = [...amounts].map(([measure, ofParts]) => {
      const { codes } = cube.groups[ofParts.group];
      return { measure, codes, ofParts, counted: new PartAmounts(parts, ends.length) };
    });
    walkParts(partition, population.rows(), ends, (found) => {
      countCells(incidents, found);
      for (const { counted, codes, ofParts } of subjects) counted.addSubjects(codes, ofParts, found);
    });
    this.#incidents = incidents;
    for (const { measure, counted } of subjects) this.#subjects.set(measure, counted);
    this.#people = countPeople(cube, population, partition, ends);
  }

  /** What a measure counts in a part on the days of a step. Measures of subjects must have been asked for. */
  ofStep(measure: Measure, part: number, step: number): number {
    return this.#cellsOf(measure)[this.#partition.parts * step + part]!;
  }

  /** The incidents of a part on the days of a step that do not give the number of a measure. */
  missingOfStep(measure: ReportedMeasure, part: number, step: number): number {
    const missing = this.#missing.get(measure) ?? this.#missingOf(measure);
    return missing[this.#partition.parts * step + part]!;
  }

  /** One of the parts. */
  part(part: number): Counted {
    const sum = (measure: Measure) => {
      let total = 0;
      for (let step = 0; step < this.#ends.length; step++) total += this.ofStep(measure, part, step);
      return total;
    };
    return {
      incidents: sum('incidents'),
      people: (): People => recordOf(countedPeople, sum),
      clustering: (name) => this.#people[name].clustering(part),
      among: (rows, free) => this.#among(rows, free)[part]!,
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

  #missingOf(measure: ReportedMeasure): Uint32Array {
    const rows = rowsWithout(this.#cube, measure);
    if (rows === undefined) return this.#subjects.get(measure)!.missing;
    const counts = new Uint32Array(this.#incidents.length);
    const { bitmaps, range } = this.#population.rows();
    const found = bitmaps.map((own) => intersection(this.#cube, [own, rows], range));
    walkParts(this.#partition, { bitmaps: found, range }, this.#ends, (some) => countCells(counts, some));
    this.#missing.set(measure, counts);
    return counts;
  }

  /** For each part, the incidents among some rows. */
  #among(rows: RowBitmap, free: GroupName | undefined): Uint32Array {
    const known = this.#counted.get(rows);
    if (known) return known;
    const { parts, codes } = this.#partition;
    const { bitmaps, range } = this.#population.rows(free);
    const found = bitmaps.map((own) => intersection(this.#cube, [own, rows], range));
    const counts = new Uint32Array(parts);
    // Where a part is told by the constraint that is left out, every row is in every part.
    if (free !== undefined && this.#cube.groups[free].codes === codes)
      counts.fill(found.reduce((sum, one) => sum + countRows(one, range), 0));
    else walkParts(this.#partition, { bitmaps: found, range }, Uint32Array.of(this.#cube.rows), (some) => countCells(counts, some));
    this.#counted.set(rows, counts);
    return counts;
  }
}

function countPeople(cube: Cube, population: Population, partition: Partition, ends: Uint32Array) {
  const { bitmaps, range } = population.rows();
  const people = recordOf(countedPeople, () => new PartAmounts(partition.parts, ends.length));
  for (const together of allPeopleTogether) {
    const withPeople = bitmaps.map((bitmap) => intersection(cube, [bitmap, cube.rowsWithPeople[together]], range));
    walkParts(partition, { bitmaps: withPeople, range }, ends, (found) => {
      for (const name of peopleTogether[together]) people[name].addPeople(cube.columns[name], found);
    });
  }
  return people;
}
