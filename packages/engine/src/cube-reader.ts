import { LRUCache } from 'lru-cache';
import { filterQuery } from '@monitor/contract/without-schemas';
import {
  bytesOfOrder,
  type Cube,
  exactPoints,
  keysOfRows,
  orderOfKeys,
  orderRows,
  packRows,
  type Population,
  populationOf,
  type RowOrder,
  rowsMeeting,
  summarise,
  tileOf,
  yearsOfRows,
  yearlyAmounts,
} from '@monitor/cube';
import type { HexagonIndex } from '@monitor/cube/hexagons';
import { fieldOfSort, type Filter, hexagonsUpTo, isSubjectMeasure, type SortField } from '@monitor/domain';
import { gzip } from './published/compressed.ts';
import { nextTurn } from './next-turn.ts';
import type { ListedPart } from './analytics.ts';
import { listedKeys } from './listed-keys.ts';
import type { Asked, FoundOrder, Question, QuestionName, Told } from './questions.ts';

/** Bytes of the orders of one cube that are kept: four for each incident and field. */
const mostOrderBytes = 64 * 2 ** 20;

/** Answers questions to cubes on the thread that it is used on, and keeps what the next ones are likely to need. */
export class CubeReader {
  readonly #memories = new WeakMap<Cube, CubeMemory>();
  readonly #hexagons = new HexagonIndexes();

  async answer<Name extends QuestionName>(cube: Cube, { name, asked, filter, found }: Question<Name>): Promise<Told[Name]> {
    const memory = this.#memories.get(cube) ?? new CubeMemory();
    this.#memories.set(cube, memory);
    // The text of a filter is known in one way to a cube: the same rows meet it.
    const populate = (wanted: Filter) => memory.population(cube, wanted, found);
    const answers: { readonly [One in QuestionName]: (asked: Asked[One]) => Told[One] | Promise<Told[One]> } = {
      summary: (request) => summarise(cube, filter, request, populate),
      yearly: (measures) => yearlyAmounts(cube, filter, measures, found),
      tile: ({ address, drawn }) => tileOf(cube, { population: populate(filter), filter, ...drawn }, address),
      hexagons: async ({ level, measure }) => {
        const { finestHexagons, hexagonsOf } = await loadHexagons();
        const counted = { population: populate(filter), filter, measure };
        return hexagonsUpTo(level, finestHexagons(cube, counted.population), async (finer) =>
          hexagonsOf(cube, await this.#hexagons.of(cube, finer), counted),
        );
      },
      points: () => exactPoints(cube, populate(filter)),
      count: () => populate(filter).incidents,
      ring: (ring) => keysOfRows(cube, rowsMeeting(cube, 'within', ring)),
      listed: ({ part, order }) => {
        const sorted = memory.order(cube, part, filter, order);
        return sorted ? listedKeys(cube, populate(filter), sorted, part) : 'unknown order';
      },
      packed: async (wanted) => {
        const ofYear = yearsOfRows(cube).find(({ year }) => year === wanted);
        return ofYear && gzip(packRows(cube, ofYear.range).numbers);
      },
    };
    return answers[name](asked);
  }
}

/** The grid is large, and few people look at it. */
const loadHexagons = () => import('@monitor/cube/hexagons');

/** Milliseconds of work before other questions have their turn. */
const slice = 6;

/** Does long work in short slices, between which other questions are answered. */
async function inSlices<Result>(work: Generator<void, Result, undefined>): Promise<Result> {
  for (;;) {
    const end = performance.now() + slice;
    while (performance.now() < end) {
      const step = work.next();
      if (step.done === true) return step.value;
    }
    await nextTurn();
  }
}

/** The hexagons of rows at each level that anybody asked for, of the latest cube of which they did. */
class HexagonIndexes {
  readonly #known = new Map<
    number,
    { readonly cube: WeakRef<Cube>; readonly version: number; readonly index: Promise<HexagonIndex> }
  >();

  async of(cube: Cube, level: number): Promise<HexagonIndex> {
    const known = this.#known.get(level);
    if (known?.cube.deref() === cube) return known.index;
    const index = (async () => inSlices((await loadHexagons()).hexagonIndexOf(cube, level, await known?.index)))();
    // An older cube is still answered, but not kept.
    if (known === undefined || known.version <= cube.version)
      this.#known.set(level, { cube: new WeakRef(cube), version: cube.version, index });
    return index;
  }
}

/** Intermediate results, dropped with the cube. The answers themselves are kept elsewhere. */
class CubeMemory {
  /** Bounded in number, since they grow with each request; the next requests are mostly of the last filters. */
  readonly #populations = new LRUCache<string, Population>({ max: 12 });
  /** All incidents in the order of a field, found when somebody first sorts by it. */
  readonly #orders = new LRUCache<string, RowOrder>({
    maxSize: mostOrderBytes,
    sizeCalculation: (order) => Math.max(1, bytesOfOrder(order)),
  });

  population(cube: Cube, filter: Filter, found: Question['found']): Population {
    const key = filterQuery(filter);
    let population = this.#populations.get(key);
    if (!population) this.#populations.set(key, (population = populationOf(cube, filter, found)));
    return population;
  }

  /** The order of a list; undefined if the cube does not have what it is sorted by, and it is not given. */
  order(cube: Cube, { sort, measure }: ListedPart, filter: Filter, given: FoundOrder | undefined): RowOrder | undefined {
    const field = fieldOfSort(sort);
    const name = nameOfOrder(field, measure, filter);
    const order =
      this.#orders.get(name) ??
      orderRows(cube, { field, measure, filter }) ??
      (given && orderOfKeys(cube, given.keys, given.reported));
    if (order) this.#orders.set(name, order);
    return order;
  }
}

/** The same for all lists of a cube that are in the same order. Amounts of subjects follow what the filter says of these. */
export function nameOfOrder(field: SortField, measure: ListedPart['measure'], filter: Filter): string {
  if (field !== 'amount') return field;
  return isSubjectMeasure(measure) ? `${field} ${measure} ${filterQuery(filter)}` : `${field} ${measure}`;
}
