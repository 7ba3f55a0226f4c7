import { dayNumber } from './date.ts';
import type { IncidentDraft } from './incident.ts';

/** Points that an answer gives at most. More would take too long to compare with each other in a browser. */
export const mostPoints = 100_000;

/** The exact points of a filter's incidents with their days, and how many incidents have none. */
export interface ExactPoints {
  /** All incidents of the filter: the sum of the points and of those left out. */
  readonly incidents: number;
  /** Why incidents have no point here; each is in the first that applies. */
  readonly leftOut: {
    /** Not even the settlement is known. */
    readonly withoutPoint: number;
    /** The point is the centre of the settlement, where all its incidents of unknown place are. */
    readonly settlement: number;
    /** Only the week, month or year is known. */
    readonly withoutDay: number;
  };
  /** A column for each number, all in the order of day, longitude and latitude; null if there are more than `mostPoints`. */
  readonly points: PointColumns | null;
}

export interface PointColumns {
  /** Millionths of a degree. */
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  /** Days since 1970-01-01. */
  readonly day: readonly number[];
}

/** A degree in the unit of the columns. */
export const millionths = 1e6;

type Located = Pick<IncidentDraft, 'occurred_on' | 'date_precision' | 'lon' | 'lat' | 'place_precision'>;

/** The definition of the points in plain terms, one incident after the other. SQL and the cube are held to it by tests. */
export function exactPointsOf(incidents: readonly Located[]): ExactPoints {
  const reasonOf = ({ lon, lat, place_precision, date_precision }: Located) => {
    if (lon === null || lat === null) return 'withoutPoint';
    if (place_precision !== 'exact') return 'settlement';
    return date_precision === 'day' ? 'point' : 'withoutDay';
  };
  const having = (reason: ReturnType<typeof reasonOf>) => incidents.filter((one) => reasonOf(one) === reason);
  const found = having('point').map(({ lon, lat, occurred_on }) => ({ lon: lon!, lat: lat!, day: dayNumber(occurred_on) }));
  return {
    incidents: incidents.length,
    leftOut: {
      withoutPoint: having('withoutPoint').length,
      settlement: having('settlement').length,
      withoutDay: having('withoutDay').length,
    },
    points: found.length > mostPoints ? null : pointColumns(found),
  };
}

/** Points in their order, a column for each number. @param points in degrees, and days since 1970-01-01 */
export function pointColumns(
  points: readonly { readonly lon: number; readonly lat: number; readonly day: number }[],
): PointColumns {
  const sorted = points
    .map(({ lon, lat, day }) => ({ day, lon: Math.round(lon * millionths), lat: Math.round(lat * millionths) }))
    .toSorted((one, other) => one.day - other.day || one.lon - other.lon || one.lat - other.lat);
  return { lon: sorted.map(({ lon }) => lon), lat: sorted.map(({ lat }) => lat), day: sorted.map(({ day }) => day) };
}
