/** Days of an average month: 365.25 / 12. */
export const daysPerMonth = 30.4375;

/**
 * Counts of months as if each had 30.4375 days: `count × 30.4375 / days`. February has a tenth fewer days than January, which looks like a fall
 * (Cleveland and Devlin, "Calendar effects in monthly time series", Journal of the American Statistical Association 77, 1982).
 * For a month that is not complete, give the days that were covered. `null` stays `null`.
 * @param days number of days of each month, above 0 where the count is known
 */
export function perAverageMonth(counts: readonly (number | null)[], days: readonly number[]): (number | null)[] {
  if (counts.length !== days.length) throw new RangeError('Each count needs the days of its month');
  return counts.map((count, index) => {
    if (count === null) return null;
    const length = days[index];
    if (length === undefined || !(length > 0)) throw new RangeError('A month needs days above 0');
    return (count * daysPerMonth) / length;
  });
}
