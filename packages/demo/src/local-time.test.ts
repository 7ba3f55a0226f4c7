import { expect, test } from 'vitest';
import { drawLocalTime } from './local-time.ts';
import { seededRandom } from './random.ts';

test('disputes come most on Friday and Saturday evenings, and in the small hours after them', () => {
  const random = seededRandom(1);
  const times = Array.from({ length: 7 }, (_, weekday) =>
    Array.from({ length: 2000 }, () => drawLocalTime(random, 'public_dispute', weekday)).filter((time) => time !== null),
  );
  /** The two weekdays with the largest share of such times. Monday is 0. */
  const busiest = (isMeant: (time: string) => boolean) => {
    const shares = times.map((all) => all.filter(isMeant).length / all.length);
    return [...shares.keys()]
      .toSorted((one, other) => shares[other]! - shares[one]!)
      .slice(0, 2)
      .toSorted((one, other) => one - other);
  };
  expect(busiest((time) => time >= '20:00')).toEqual([4, 5]);
  expect(busiest((time) => time < '06:00')).toEqual([5, 6]);
});
