import { type Change, type Count, intervalOfRatio, leastEvents, rateRatio } from './rates.ts';

/** People counted over an exposure, several at once: for example those killed in one incident. */
export interface ClusterCount extends Count {
  /** Sum over incidents of the squared number of people; equal to `events` where nobody shares an incident. */
  readonly squares: number;
  /** People in each of the two largest incidents, largest first; 0 if there is none. */
  readonly largest: readonly [number, number];
}

/** How much of one side of a comparison comes from its one or two largest incidents. */
export interface Weight {
  readonly side: 'later' | 'earlier';
  readonly incidents: 1 | 2;
  /** People in those incidents. */
  readonly people: number;
  /** People of the whole side. */
  readonly events: number;
}

/**
 * A ratio of two rates of people, or why none is called a change: `rests_on_largest` where the ratio clearly differs from 1, but not
 * without one or two incidents that hold a fifth of one side; `few_incidents` where a few large incidents hold too many of the
 * people to tell.
 * `heaviest` is given with a change too, where two incidents hold a fifth of one side.
 */
export type ClusterChange =
  | (Change & { readonly kind: 'change'; readonly heaviest: Weight | undefined })
  | { readonly kind: 'too_few' | 'in_waves' | 'few_incidents' }
  | { readonly kind: 'rests_on_largest'; readonly heaviest: Weight };

/** Share of the people of one side from which on its one or two largest incidents are mentioned, and can drive a change. */
export const notablePart = 0.2;

/**
 * Ratio of the later rate of people to the earlier one, with a 95% interval that allows for their coming in clusters.
 *
 * Incidents happen at random, each with a number of people x: the sum is a compound Poisson variable, whose variance λ E[x²] is
 * estimated by Σ x², so that `ln ratio ± 1.96 √(Σa²/(Σa)² + Σb²/(Σb)²)`; and (Σx)²/Σx² incidents of one person would be as
 * uncertain (Bohm and Zech, "Statistics of weighted Poisson events and its applications", Nuclear Instruments and Methods in
 * Physics Research A 748, 2014). Fewer than `leastEvents` such incidents say too little about change.
 *
 * An interval cannot know that an event was one of a kind. So a ratio that clearly differs from 1 must still do so when one or two
 * incidents are left out that hold a fifth of the side with the higher rate; to leave out any of the other side makes it only clearer.
 * Throws as `rateRatio` does.
 */
export function clusterRatio(later: ClusterCount, earlier: ClusterCount): ClusterChange {
  const plain = rateRatio(later, earlier);
  if (plain.kind !== 'change') return plain;
  const driving = drivingIncidents(later, earlier);
  if (driving !== undefined) return { kind: 'rests_on_largest', heaviest: driving };
  const heaviest = heavierOf(weightOf('later', later, 2), weightOf('earlier', earlier, 2));
  // A tenth of the squares in a sum means a fifth in its two largest; without, it is waves of single ones that leave too few.
  if (Math.min(equivalentEvents(later), equivalentEvents(earlier)) < leastEvents)
    return { kind: isNotable(heaviest) ? 'few_incidents' : 'in_waves' };
  const change = intervalOfRatio(later, earlier, clusterVariance(later, earlier));
  return { ...change, heaviest: isNotable(heaviest) ? heaviest : undefined };
}

/** Number of incidents of one person each that would be as uncertain as this sum. */
export function equivalentEvents({ events, squares }: Pick<ClusterCount, 'events' | 'squares'>): number {
  return squares === 0 ? 0 : events ** 2 / squares;
}

/** Variance of the logarithm of the ratio of two counts, with the people of an incident together. */
export function clusterVariance(later: ClusterCount, earlier: ClusterCount): number {
  return later.squares / later.events ** 2 + earlier.squares / earlier.events ** 2;
}

/** Which way a ratio clearly differs from 1: 1 or -1; 0 where it does not. */
function direction(later: ClusterCount, earlier: ClusterCount): number {
  if (later.events <= 0 || earlier.events <= 0) return 0;
  const { low, high } = intervalOfRatio(later, earlier, clusterVariance(later, earlier));
  return low > 1 ? 1 : high < 1 ? -1 : 0;
}

/** The one or two largest incidents of the side with the higher rate, where the ratio clearly differs from 1 only with them. */
function drivingIncidents(later: ClusterCount, earlier: ClusterCount): Weight | undefined {
  const before = direction(later, earlier);
  if (before === 0) return undefined;
  const side = before > 0 ? 'later' : 'earlier';
  const count = side === 'later' ? later : earlier;
  const [first, second] = count.largest;
  // Two of one size belong together: to name one of them alone would hide the other.
  return (2 * second > first ? ([2] as const) : ([1, 2] as const))
    .map((incidents) => weightOf(side, count, incidents))
    .find((weight) => {
      if (!isNotable(weight)) return false;
      const after =
        side === 'later'
          ? direction(withoutLargest(later, weight.incidents), earlier)
          : direction(later, withoutLargest(earlier, weight.incidents));
      return after !== before;
    });
}

/** One person more or less in each is chance, which the interval knows of. */
function isNotable(weight: Weight): boolean {
  return weight.people > weight.incidents && shareOf(weight) >= notablePart;
}

/** A count less its one or two largest incidents; `largest` still names them. */
export function withoutLargest(count: ClusterCount, incidents: 1 | 2): ClusterCount {
  const gone = count.largest.slice(0, incidents);
  const less = (of: (people: number) => number) => gone.reduce((sum, people) => sum + of(people), 0);
  return {
    ...count,
    events: count.events - less((people) => people),
    squares: count.squares - less((people) => people ** 2),
  };
}

/** The largest incident of a side, or the two largest where there are two. */
function weightOf(side: Weight['side'], { events, largest }: ClusterCount, incidents: 1 | 2): Weight {
  const [first, second] = largest;
  return incidents === 1 || second === 0
    ? { side, incidents: 1, people: first, events }
    : { side, incidents: 2, people: first + second, events };
}

function shareOf({ people, events }: Weight): number {
  return people / events;
}

function heavierOf(one: Weight, other: Weight): Weight {
  return shareOf(other) > shareOf(one) ? other : one;
}
