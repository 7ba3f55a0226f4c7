import { filterQuery } from '@monitor/contract';
import {
  addDispersions,
  type Clustering,
  type Dispersion,
  type Filter,
  type GatheredAmount,
  type Measure,
  measureNames,
  partName,
  type YearlyAmounts,
} from '@monitor/domain';
import { type DataState, ofVersion } from '../analytics.ts';
import { nextTurn } from '../next-turn.ts';

/** What one measure adds up to over the incidents of one filter. */
export interface Counted {
  readonly sum: number;
  readonly incidents: number;
  /** Incidents that leave out the number. */
  readonly notReported: number;
  readonly clustering: Clustering;
  /** How its incidents vary from week to week. */
  readonly dispersion: Dispersion;
}

/** What is to be counted by location and year: a measure over a filter. */
export interface Wanted {
  readonly filter: Filter;
  readonly measure: Measure;
}

/** The counts of one dataset version. */
export interface Counts {
  readonly datasetVersion: number;
  /**
   * The count of something that was wanted, by its very filter, in a location and year. Throws `RangeError` for anything else.
   * @param leftOut parts of the record that are not counted, see `partName`
   */
  readonly of: (wanted: Wanted, country: string, year: number, leftOut?: readonly string[]) => Counted;
  /** Whether anything of what was wanted is in the data, in any location and year. If not, that there is none says nothing. */
  readonly isRecorded: (wanted: Wanted) => boolean;
}

const nothing: Counted = {
  sum: 0,
  incidents: 0,
  notReported: 0,
  clustering: { squares: 0, largest: [0, 0] },
  dispersion: { weeks: 0, squares: 0, sums: 0 },
};

/** Counts everything wanted in every location and year, each filter once for all of its measures. Throws `OtherVersionError`. */
export async function countAll(
  state: DataState,
  wanted: readonly Wanted[],
  scope: Pick<Filter, 'dataset'>,
  signal: AbortSignal,
): Promise<Counts> {
  const requests = new Map<string, { readonly filters: Filter[]; readonly measures: Set<Measure> }>();
  for (const { filter, measure } of wanted) {
    const text = filterQuery(filter);
    const known = requests.get(text) ?? { filters: [], measures: new Set() };
    known.filters.push(filter);
    known.measures.add(measure);
    requests.set(text, known);
  }
  // By the filters themselves, since each is looked up for every location and year.
  const answers = new Map<Filter, ReadonlyMap<string, readonly YearlyAmounts[]>>();
  for (const { filters, measures } of requests.values()) {
    const snapshot = await state.snapshot({ ...filters[0], ...scope }, signal);
    const answer = await ofVersion(state, snapshot.yearly(measureNames.filter((name) => measures.has(name))));
    const rows = new Map<string, YearlyAmounts[]>();
    for (const row of answer.rows) {
      const key = `${row.country} ${row.year}`;
      rows.set(key, [...(rows.get(key) ?? []), row]);
    }
    for (const filter of filters) answers.set(filter, rows);
    // Others have their turn.
    await nextTurn();
    signal.throwIfAborted();
  }
  const rowsOf = ({ filter, measure }: Wanted) => {
    const rows = answers.get(filter);
    if (rows === undefined) throw new RangeError(`Not counted: ${measure} of ${filterQuery(filter)}`);
    return rows;
  };
  return {
    datasetVersion: state.version,
    isRecorded(one) {
      const rows = [...rowsOf(one).values()].flat();
      // Hardly any source says of an incident that nobody took their own life.
      return one.measure === 'suicides' ? rows.some(({ amounts }) => (amounts.suicides?.sum ?? 0) > 0) : rows.length > 0;
    },
    of({ filter, measure }, country, year, leftOut = []) {
      const rows = rowsOf({ filter, measure }).get(`${country} ${year}`) ?? [];
      const counted = rows.flatMap((row) => {
        const amount = row.amounts[measure];
        return amount === undefined || leftOut.includes(partName(row)) ? [] : [countedOf(row, amount)];
      });
      return counted.length === 1 ? counted[0]! : counted.length === 0 ? nothing : together(counted);
    },
  };
}

function countedOf({ incidents, dispersion }: YearlyAmounts, { sum, notReported, squares, largest }: GatheredAmount): Counted {
  return { sum, incidents, notReported, clustering: { squares, largest }, dispersion };
}

/** The counts of several parts of the record together, which have no incident in common. */
export function together(parts: readonly Counted[]): Counted {
  const add = (of: (part: Counted) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  const [first = 0, second = 0] = parts.flatMap(({ clustering }) => clustering.largest).toSorted((one, other) => other - one);
  return {
    sum: add(({ sum }) => sum),
    incidents: add(({ incidents }) => incidents),
    notReported: add(({ notReported }) => notReported),
    clustering: { squares: add(({ clustering }) => clustering.squares), largest: [first, second] },
    dispersion: addDispersions(parts.map(({ dispersion }) => dispersion)),
  };
}
