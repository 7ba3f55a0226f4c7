import { normalQuantile } from '#distributions';

/** Weeks before the one in question that its limit is of. */
export const earsWeeks = 7;

/**
 * Upper limit of each count by EARS C1: mean + Φ⁻¹(1 − α) × standard deviation of the seven counts before it (Hutwagner, Thompson, Seeman and Treadwell,
 * "The bioterrorism preparedness and response Early Aberration Reporting System", Journal of Urban Health 80, 2003). `null` for the first seven.
 * It knows neither season nor trend, and seven counts say little about how much they vary: much more than α of quiet weeks are above it.
 */
export function earsC1(counts: readonly number[], { alpha = 0.0015 }: { readonly alpha?: number } = {}): (number | null)[] {
  const deviations = normalQuantile(1 - alpha, 0, 1);
  return counts.map((_, at) => {
    if (at < earsWeeks) return null;
    const { mean, deviation } = lastWeeks(counts, at);
    return mean + deviations * deviation;
  });
}

/** Mean and standard deviation of the seven counts before the one at an index. */
export function lastWeeks(counts: readonly number[], at: number): { readonly mean: number; readonly deviation: number } {
  const before = counts.slice(at - earsWeeks, at);
  const mean = before.reduce((sum, count) => sum + count, 0) / earsWeeks;
  const squares = before.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (earsWeeks - 1)) };
}
