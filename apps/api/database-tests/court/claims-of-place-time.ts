import { expect } from 'vitest';
import { rowsOfPage } from './claims-of-people.ts';
import { sumsBy } from './claims-of-bars.ts';
import { claimed, type Said } from './definitions.ts';
import { isAbout, numberIn } from './numbers-in-texts.ts';
import { textOf } from './near.ts';
import { lengthOf } from './record.ts';

/* What is said of place and time: settlements that have much, and incidents that follow others nearby. */

export const claimsOfPlaceTime = claimed({
  'placeTime.concentration.reading.{more,none}: As concentrated in the busiest settlements as it says: their share is of the incidents that name a settlement, and is within its interval.':
    (said) => {
      const { values } = said;
      const sums = [...settlementsOf(said).values()].toSorted((one, other) => other - one);
      let left = 0.05 * numberIn(values.places);
      let within = 0;
      for (const sum of sums) {
        within += Math.min(1, Math.max(0, left)) * sum;
        left--;
      }
      const share = within / sums.reduce((total, one) => total + one, 0);
      expect(values.share).toBe(said.court.voice.number.share(share));
      const [low, high, chance] = [values.low, values.high, values.chance].map(
        (text) => Number.parseFloat(textOf(text).replace(/[<>]/, '')) / 100,
      ) as [number, number, number];
      expect(low).toBeLessThanOrEqual(share + 0.01);
      expect(high).toBeGreaterThanOrEqual(share - 0.01);
      if (said.key.endsWith('more')) expect(share).toBeGreaterThan(chance);
    },
  'placeTime.{concentration,nearRepeat}.title.{more,none}: The sentence below the title says that there are more than by chance, or that there are not.':
    ({ key, court }) => {
      const [, name, , found] = key.split('.');
      expect(court.statements.some((one) => one.key === `placeTime.${name}.reading.${found}`)).toBe(true);
    },
  'placeTime.concentration.{few_incidents,few_settlements}': (said) => ({
    ...(said.key.endsWith('incidents') && { number: [...settlementsOf(said).values()].reduce((sum, one) => sum + one, 0) }),
  }),
  'placeTime.concentration.elsewhere': (said) => ({
    number: rowsOfPage(said).filter(({ place }) => place === null).length,
  }),
  'placeTime.concentration.gini.{corrected,plain}: The Gini coefficient lies between none and one.': ({ values }) => {
    expect(numberIn(values.gini)).toBeGreaterThanOrEqual(0);
    expect(numberIn(values.gini)).toBeLessThanOrEqual(1);
  },
  'placeTime.nearRepeat.reading.{more,none,few}: So many pairs of incidents are within 500 m and a week of each other; chance gives as many as the pairs within 500 m would have if their days were those of any pair; it is called more where it is above the interval, and only there.':
    (said) => {
      const { observed, expected } = pairsOf(said);
      expect(numberIn(said.values.observed)).toBe(observed);
      isAbout(said.values.expected, expected, 0.25 + 1 / Math.max(1, expected));
      if (said.key.endsWith('few')) return;
      expect(observed > numberIn(said.values.high)).toBe(said.key.endsWith('more'));
      expect(numberIn(said.values.low)).toBeLessThanOrEqual(numberIn(said.values.expected) + 1);
      expect(numberIn(said.values.high)).toBeGreaterThanOrEqual(numberIn(said.values.expected) - 1);
    },
  'placeTime.nearRepeat.{few_points,nothing_near}': (said) => ({
    points: exactOf(said).length,
  }),
  'placeTime.nearRepeat.used': (said) => ({
    used: exactOf(said).length,
    incidents: rowsOfPage(said).length,
  }),
  'placeTime.nearRepeat.leftOut: The incidents that are left out, with those used, are all.': (said) => {
    const rows = rowsOfPage(said);
    const [settlement, withoutPoint, withoutDay] = ['settlement', 'withoutPoint', 'withoutDay'].map((name) =>
      numberIn(said.values[name]),
    ) as [number, number, number];
    expect(settlement + withoutPoint + withoutDay).toBe(rows.length - exactOf(said).length);
    expect(settlement).toBe(rows.filter((row) => row.place_precision === 'settlement').length);
  },
});

const settlementsOf = (said: Said) =>
  sumsBy(
    rowsOfPage(said),
    ({ country, region, place }) => (place === null ? [] : [`${country}\t${region}\t${place}`]),
    'incidents',
  );

const exactOf = (said: Said) => rowsOfPage(said).filter((row) => row.place_precision === 'exact' && row.date_precision === 'day');

/** Pairs within 500 m, within a week, and both. */
function pairsOf(said: Said) {
  const points = exactOf(said);
  const [all, near, soon, both] = [0, 0, 0, 0];
  const sums = { all, near, soon, both };
  for (const [at, one] of points.entries())
    for (const other of points.slice(at + 1)) {
      const [east, north] = [(one.lon! - other.lon!) * Math.cos((one.lat! * Math.PI) / 180), one.lat! - other.lat!];
      const isNear = Math.hypot(east, north) * 111_195 <= 500;
      const isSoon =
        lengthOf([one.date < other.date ? one.date : other.date, one.date < other.date ? other.date : one.date]) - 1 <= 7;
      sums.all++;
      if (isNear) sums.near++;
      if (isSoon) sums.soon++;
      if (isNear && isSoon) sums.both++;
    }
  return { observed: sums.both, expected: sums.all === 0 ? 0 : (sums.near * sums.soon) / sums.all };
}
