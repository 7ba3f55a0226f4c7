import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** How many places have so many events. */
export interface PlacesOfCount {
  readonly events: number;
  readonly places: number;
}

export interface ConcentrationInput {
  /** All places, those without an event too; each count once. */
  readonly counts: readonly PlacesOfCount[];
  /** Share of places that are the busiest, such as 0.05. */
  readonly share: number;
  readonly draws: number;
  /** Whole number; the same seed gives the same answer. */
  readonly seed: number;
}

/** A share with the ends of an interval that has 95% of the draws. */
interface ShareInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A point of the Lorenz curve, the busiest places first. */
export interface LorenzPoint {
  /** Share of places, from 0 to 1. */
  readonly places: number;
  /** Share of events in them. */
  readonly events: number;
  /** The same where all places are equally busy: its mean, and the ends that have 95% of the draws. */
  readonly byChance: ShareInterval;
}

export interface Concentration {
  readonly places: number;
  readonly events: number;
  /** Share of events in the busiest places, with a bootstrap interval. */
  readonly busiest: ShareInterval;
  /** The share that they would have if all places were equally busy: not `share`, since events come in whole numbers. */
  readonly byChance: ShareInterval;
  /** One-sided p-value that the events are so concentrated by chance. */
  readonly p: number;
  /** Generalised Gini coefficient: 0 where the events are as evenly spread as so many can be, towards 1 where all are in one place. */
  readonly gini: number;
  readonly lorenz: readonly LorenzPoint[];
}

/** Shares of places at which the curve is calculated: closer where it bends. */
const curveShares = [0, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1];

/**
 * How concentrated events are in the busiest places. `busiest` has the percentile interval of a bootstrap over places (Davison and Hinkley,
 * Bootstrap Methods and their Application, 1997, section 5.3). As fewer events than places are always concentrated, it is to be compared with
 * `byChance`, for which the events are put into places at random, each as likely as the others (Levin, Rosenfeld and Deckard, "The law of
 * crime concentration: an application and recommendations for future research", Journal of Quantitative Criminology 33, 2017), and `gini` is
 * the generalised coefficient of Bernasco and Steenbeek ("More places than crimes", Journal of Quantitative Criminology 33, 2017): with n places,
 * c events and the shares y in ascending order, max(1/c, 1/n) (2 Σ i y(i) − n − 1) − max(n/c, 1) + 1.
 *
 * `null` without events or with a single place. Throws `RangeError` on counts that are not whole numbers from 0.
 */
export function concentration({ counts, share, draws, seed }: ConcentrationInput): Concentration | null {
  if (counts.some(({ events, places }) => [events, places].some((one) => !Number.isInteger(one) || one < 0)))
    throw new RangeError('Counts are whole numbers from 0');
  const falling = counts.filter(({ places }) => places > 0).toSorted((one, other) => other.events - one.events);
  const places = falling.reduce((sum, one) => sum + one.places, 0);
  const events = falling.reduce((sum, one) => sum + one.places * one.events, 0);
  if (places < 2 || events === 0) return null;
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => Math.trunc(((random.next() >>> 0) * limit) / 2 ** 32);

  const resampled = Array.from({ length: draws }, () => shareOf(resample(falling, places, below), share));
  const even = Array.from({ length: draws }, () => evenlySpread(events, places, below));
  const own = shareOf(falling, share);
  const evenShares = even.map((of) => shareOf(of, share));
  return {
    places,
    events,
    busiest: { value: own, ...middleOf(resampled) },
    byChance: { value: meanOf(evenShares), ...middleOf(evenShares) },
    p: (1 + evenShares.filter((one) => one >= own - 1e-12).length) / (1 + draws),
    gini: generalisedGini(falling, places, events),
    lorenz: curveShares.map((at) => {
      const shares = even.map((of) => shareOf(of, at));
      return { places: at, events: shareOf(falling, at), byChance: { value: meanOf(shares), ...middleOf(shares) } };
    }),
  };
}

/** Share of all events in the busiest of the places; of the last place as much as belongs to them. @param falling most events first */
function shareOf(falling: readonly PlacesOfCount[], share: number): number {
  let [places, events] = [0, 0];
  for (const one of falling) {
    places += one.places;
    events += one.places * one.events;
  }
  if (events === 0) return share;
  let left = share * places;
  let within = 0;
  for (const one of falling) {
    const taken = Math.min(left, one.places);
    within += taken * one.events;
    left -= taken;
    if (left <= 0) break;
  }
  return within / events;
}

/** As many places drawn from the places, each as often as chance has it. */
function resample(falling: readonly PlacesOfCount[], places: number, below: (limit: number) => number): PlacesOfCount[] {
  const ends: number[] = [];
  for (const one of falling) ends.push((ends.at(-1) ?? 0) + one.places);
  // Most places have few events, or none: the last of the list.
  const drawn = Array<number>(falling.length).fill(0);
  for (let at = 0; at < places; at++) {
    const place = below(places);
    let [low, high] = [0, falling.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (place < ends[middle]!) high = middle;
      else low = middle + 1;
    }
    drawn[low]! += 1;
  }
  return falling.map(({ events }, at) => ({ events, places: drawn[at]! }));
}

/** Events put into places at random. */
function evenlySpread(events: number, places: number, below: (limit: number) => number): PlacesOfCount[] {
  const ofPlace = new Uint32Array(places);
  for (let at = 0; at < events; at++) ofPlace[below(places)]! += 1;
  const counts: number[] = [];
  for (const count of ofPlace) counts[count] = (counts[count] ?? 0) + 1;
  return Array.from(counts, (of, count) => ({ events: count, places: of ?? 0 })).toReversed();
}

function generalisedGini(falling: readonly PlacesOfCount[], places: number, events: number): number {
  let rank = places;
  let sum = 0;
  for (const one of falling) {
    // The sum of the ranks of places with the same count.
    sum += ((rank + (rank - one.places + 1)) / 2) * one.places * (one.events / events);
    rank -= one.places;
  }
  return Math.max(1 / events, 1 / places) * (2 * sum - places - 1) - Math.max(places / events, 1) + 1;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function middleOf(values: readonly number[]): { readonly low: number; readonly high: number } {
  const sorted = values.toSorted((one, other) => one - other);
  const rank = Math.max(1, Math.floor(0.025 * (sorted.length + 1)));
  return { low: sorted[rank - 1]!, high: sorted[sorted.length - rank]! };
}
