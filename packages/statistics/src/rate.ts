/** On average. */
export const daysPerYear = 365.25;

/**
 * Events per 100,000 people and year.
 * @param people mean population over the period
 * @param days length of the period, both ends included
 */
export function ratePer100000(events: number, people: number, days: number): number {
  if (!(people > 0) || !(days > 0)) throw new RangeError('A rate needs people and days above 0');
  return (events / people) * 100_000 * (daysPerYear / days);
}
