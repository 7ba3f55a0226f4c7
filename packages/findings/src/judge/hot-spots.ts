import { benjaminiHochberg, localG, localGByDraws, moransI } from '@monitor/statistics';

/** A region or a cell of the map. */
export interface HotSpotUnit {
  readonly id: string;
  /** Incidents, or a rate; 0 where the data covers the unit and has none. Leave a unit out only if its value is not known. */
  readonly value: number;
  /** The units that it has a border with. Those that are not among the units do not count. */
  readonly neighbours: readonly string[];
}

export interface HotSpotsInput {
  readonly units: readonly HotSpotUnit[];
  /** Incidents that the values rest on, by how well their place is known: only those that are in a unit. */
  readonly incidents: {
    /** Their points are exact. */
    readonly exact: number;
    /** Only the settlement is known, at whose centre the point is. */
    readonly settlement: number;
    /** Only the region is known: units are regions then. */
    readonly region: number;
  };
  /** Metres across a unit; leave it out for regions. */
  readonly unitMetres?: number;
}

/** At most this share of a list of such units is expected to be there by chance. */
export type SpotChance = 0.05 | 0.01;

export interface HotSpot {
  readonly id: string;
  /** Gi* in standard deviations: positive where the unit and its neighbours have much, negative where they have little. Null if it has no neighbour. */
  readonly z: number | null;
  /** P-value, corrected for the number of units (false-discovery rate). Null if `z` is. */
  readonly p: number | null;
  /** Null if the unit does not differ from chance. */
  readonly spot: { readonly kind: 'hot' | 'cold'; readonly chance: SpotChance } | null;
}

export type HotSpots =
  | {
      readonly kind: 'found';
      /** In the order given. */
      readonly units: readonly HotSpot[];
      /** All spots, the furthest from chance first. */
      readonly hot: readonly string[];
      readonly cold: readonly string[];
      /**
       * Moran's I of all units with its two-sided p-value: above 0, neighbours are alike. Null if no two units are neighbours.
       */
      readonly alike: { readonly i: number; readonly p: number } | null;
    }
  /** Why there are none to show. `least` is the number that it takes. */
  | { readonly kind: 'too_few_units' | 'too_few_incidents'; readonly count: number; readonly least: number }
  /** The units are too small for points that are the centre of a settlement. */
  | { readonly kind: 'not_precise'; readonly settlement: number; readonly incidents: number; readonly leastMetres: number }
  | { readonly kind: 'all_alike' };

/** Fewer units say too little of what is usual: with ten of them, each is a tenth of what it is compared with. Esri asks for 30 as well. */
const leastUnits = 30;
/** With fewer incidents, hardly any arrangement of them could be told from chance among 30 units or more. */
const leastIncidents = 30;
/** Units narrower than this divide settlements, whose incidents without an exact point are all in the one in the middle. */
const settlementMetres = 5000;
/** Share of incidents known only to the settlement from which on small units show where points were put rather than where incidents were. */
const mostAtCentres = 0.1;
/** So many that a p-value can be small enough for hundreds of units; the same every time. */
const draws = { draws: 19_999, seed: 1 } as const;
/** Of the wide list of spots, and of the strict one within it. */
export const spotChances = [0.05, 0.01] as const satisfies readonly SpotChance[];

/**
 * Hot and cold spots: units whose own value and those of their neighbours are together higher or lower than the same values in random order
 * would give. Gi* of Getis and Ord; its p-value from draws, since counts are too uneven for the normal approximation, and corrected for the
 * number of units by Benjamini and Hochberg (as Caldas de Castro and Singer advise, "Controlling the false discovery rate", Geographical
 * Analysis 38, 2006). Throws `RangeError` where two units have one id, or a unit is its own neighbour.
 */
export function hotSpots({ units, incidents, unitMetres = Infinity }: HotSpotsInput): HotSpots {
  const known = incidents.exact + incidents.settlement + incidents.region;
  if (unitMetres < settlementMetres && incidents.settlement > mostAtCentres * known)
    return { kind: 'not_precise', settlement: incidents.settlement, incidents: known, leastMetres: settlementMetres };
  if (units.length < leastUnits) return { kind: 'too_few_units', count: units.length, least: leastUnits };
  if (known < leastIncidents) return { kind: 'too_few_incidents', count: known, least: leastIncidents };

  const values = units.map(({ value }) => value);
  if (values.every((value) => value === values[0])) return { kind: 'all_alike' };
  const neighbours = positionsOfNeighbours(units);
  const scores = localG(values, { neighbours, kind: 'binary' }, { star: true });
  const drawn = localGByDraws(values, neighbours, draws);
  const adjusted = adjustedOf(drawn);
  const found = units.map(({ id }, at): HotSpot => {
    const [z, p] = [scores[at]?.z ?? null, adjusted[at] ?? null];
    // A unit without neighbours would be compared by its own value alone, which the map shows anyway.
    return z === null || p === null ? { id, z: null, p: null, spot: null } : { id, z, p, spot: spotOf(z, p) };
  });
  const alike = moransI(values, { neighbours, kind: 'row_standardised' });
  return {
    kind: 'found',
    units: found,
    hot: named(found, 'hot'),
    cold: named(found, 'cold'),
    alike: alike && { i: alike.i, p: alike.pRandom },
  };
}

function positionsOfNeighbours(units: readonly HotSpotUnit[]): number[][] {
  const positions = new Map(units.map(({ id }, at) => [id, at]));
  if (positions.size < units.length) throw new RangeError('Two units have the same id');
  return units.map(({ neighbours }) => [...new Set(neighbours)].flatMap((id) => positions.get(id) ?? []));
}

/** P-values corrected for the number of those that there are. */
function adjustedOf(pValues: readonly (number | null)[]): (number | null)[] {
  const adjusted = benjaminiHochberg(pValues.filter((p) => p !== null));
  let next = 0;
  return pValues.map((p) => (p === null ? null : (adjusted[next++] ?? null)));
}

function spotOf(z: number, p: number): HotSpot['spot'] {
  const chance = spotChances.findLast((one) => p <= one + 1e-12);
  return chance === undefined ? null : { kind: z > 0 ? 'hot' : 'cold', chance };
}

function named(units: readonly HotSpot[], kind: 'hot' | 'cold'): string[] {
  return units
    .filter(({ spot }) => spot?.kind === kind)
    .toSorted((one, other) => Math.abs(other.z ?? 0) - Math.abs(one.z ?? 0))
    .map(({ id }) => id);
}
