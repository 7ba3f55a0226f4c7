import type { CountedPeople } from './counted-people.ts';
import type { DimensionField } from './traits.ts';

/**
 * One published incident with all that numbers are made of: no names of places, no exact point, no age. Fields of all dimensions, and
 * numbers of people, null if not reported.
 */
export interface CountedIncident
  extends Readonly<Record<DimensionField, string | null>>, Readonly<Record<CountedPeople, number | null>> {
  /** The database's own number of the incident, 1 to 2³² − 1. */
  readonly key: number;
  /** Public identifier: `AV-` and twelve characters of Crockford's base 32. */
  readonly id: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Minute of the local day, 0 to 1439; null if the time is not reported or the date is not precise to the day. */
  readonly minute: number | null;
  /** Part of the day, its position in the vocabulary, of an incident without `minute` whose date is precise to the day; null if it is not reported. */
  readonly part: number | null;
  /** Public point in degrees, of which the cube keeps six decimals; both null without one. */
  readonly lon: number | null;
  readonly lat: number | null;
}
