import { benjaminiHochberg, pValueOfChange } from '@monitor/statistics';
import { wholeOf } from '@monitor/domain';
import type { BriefPlace } from './brief-subject.ts';
import { countsReason, type JudgedRates, rankedRates } from './map-rates.ts';
import type { LocationRate, PopulationRate } from './population-rate.ts';
import { falseDiscoveries } from './verdict.ts';

/** What a map of rates shows: who is clearly above the average, after correction for how many are compared; else how far rates go. */
export type RateFinding =
  | { readonly kind: 'twice' | 'above'; readonly codes: readonly string[]; readonly compared: number }
  /** Of the region that a brief is of. */
  | { readonly kind: 'below' | 'unclear'; readonly code: string }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'one'; readonly code: string; readonly rate: number }
  /** The map shows what it counts. */
  | { readonly kind: 'counts' }
  | { readonly kind: 'none' };

/**
 * Of a location, its regions are compared with its rate; of all locations, they are with the rate of all; of a region, it alone is with
 * that of its location.
 */
export function rateFinding(place: BriefPlace, rates: JudgedRates, ofAll: PopulationRate): RateFinding {
  if (countsReason(rates) !== undefined) return { kind: 'counts' };
  const location = place.kind === 'all' ? undefined : wholeOf('region', place.code);
  const whole = location === undefined ? ofAll : rates.of[location];
  if (whole?.kind !== 'rate' || whole.rate === 0) return { kind: 'none' };
  const parts = location === undefined ? rates.locations : rates.regions.filter((code) => wholeOf('region', code) === location);
  const ranked = rankedRates(rates, place.kind === 'region' ? [place.code] : parts);
  const compared = [...ranked].map(([code, rate]) => ({ code, rate }));
  const isAlone = place.kind !== 'region' && compared.length < 2;
  if (isAlone) return { kind: 'one', code: location ?? rates.locations[0] ?? '', rate: whole.rate };
  for (const [kind, times] of [
    ['twice', 2],
    ['above', 1],
  ] as const) {
    const differs = differing(compared, times * whole.rate);
    const found = compared.filter(({ rate }, index) => rate.rate > times * whole.rate && differs[index] === true);
    const codes = found.toSorted((one, other) => other.rate.rate - one.rate.rate).map(({ code }) => code);
    if (codes.length > 0) return { kind, codes, compared: compared.length };
  }
  const values = compared.map(({ rate }) => rate.rate);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (place.kind !== 'region') return { kind: 'range', low, high };
  if (compared.length === 0) return { kind: 'none' };
  return { kind: differing(compared, whole.rate)[0] === true ? 'below' : 'unclear', code: place.code };
}

/**
 * Which rates clearly differ from a limit (Benjamini and Hochberg, 1995). The average holds the events of the place itself, so that its own
 * chance only brings the two nearer: left out, it makes a claim more careful.
 */
function differing(places: readonly { readonly rate: LocationRate }[], limit: number): boolean[] {
  const p = places.map(({ rate: { rate, low, high } }) =>
    pValueOfChange({ ratio: rate / limit, low: low / limit, high: high / limit }),
  );
  return benjaminiHochberg(p).map((adjusted) => adjusted <= falseDiscoveries);
}
