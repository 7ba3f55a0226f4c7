import neighbours from '@monitor/geography/data/region-neighbours.json' with { type: 'json' };
import { regions } from '@monitor/geography';
import { gridDisk, latLngToCell } from 'h3-js';
import { expect } from 'vitest';
import { claimed, type Court, counted, differenceOf, inPlace, named, type Said } from './definitions.ts';
import { locationsIn, personDays } from './rates.ts';
import { nearest } from './near.ts';
import { amountOf, rowsOf } from './record.ts';
import { isWhole, sidesOf } from './sides.ts';

/* What the map says of regions and hexagons. */

/** The regions that a finding names, without how many more there are. */
const regionsNamed = (names: unknown, { voice }: Court) =>
  (names as readonly string[])
    .filter((name) => !/^\d+ (more|others?)$/.test(name))
    .map((name) => named(regions, ({ code }) => voice.place(code), name).code);

interface Compared {
  readonly values: ReadonlyMap<string, number>;
  readonly leftOut: number;
  readonly sum: number;
}

/** What is counted in each hexagon of the map. */
function valuesOfHexagons(said: Said, cells: readonly string[]): Compared {
  const values = new Map(cells.map((cell) => [cell, 0]));
  for (const row of sidesOf(said)[0].rows) {
    if (row.lon === null || row.lat === null) continue;
    const cell = latLngToCell(row.lat, row.lon, 4);
    // None that has something is left out.
    expect(values.has(cell)).toBe(true);
    values.set(cell, values.get(cell)! + amountOf(row, said.court.measure));
  }
  return { values, leftOut: 0, sum: [...values.values()].reduce((sum, one) => sum + one, 0) };
}

/** What is compared of each region of a selection: its count, or its rate; those without a population are left out. */
function valuesOf(said: Said): Compared {
  const { court, near } = said;
  const cells = nearest(near, 'cells');
  if (cells !== undefined) return valuesOfHexagons(said, cells as readonly string[]);
  const [{ selection, days, codes }] = sidesOf(said);
  // Where a location has no data, or no dataset of it such incidents, or no incident of it a region, nothing is known of its regions.
  const held = [...new Set(rowsOf(court.rows, selection).map(({ dataset }) => dataset))];
  const isPlaced = (country: string) => {
    const ofCountry = rowsOf(court.rows, { countries: [country], datasets: held });
    if (!locationsIn({ rows: ofCountry }, days).includes(country)) return false;
    const rows = rowsOf(court.rows, { ...selection, countries: [country] }, days);
    return rows.length === 0 || rows.some((row) => row.region !== null);
  };
  const placed = new Set(regions.map(({ code }) => code.slice(0, 2)).filter((country) => isPlaced(country)));
  const all = regions
    .map(({ code }) => code)
    .filter((code) => (selection.region === undefined ? codes.includes(code.slice(0, 2)) : code === selection.region))
    .filter((code) => placed.has(code.slice(0, 2)));
  const isRated = nearest(near, 'by') === 'rate';
  const known = all.map((code) => {
    const amount = counted(court, days, inPlace(selection, code), court.measure);
    const people = isRated ? personDays(court, code, days) : 1;
    return { code, amount, value: amount / people, isKnown: people > 0 };
  });
  const units = known.filter(({ isKnown }) => isKnown);
  return {
    values: new Map(units.map(({ code, value }) => [code, value])),
    leftOut: known.length - units.length,
    sum: units.reduce((total, { amount }) => total + amount, 0),
  };
}

const neighboursOf = (code: string, values: ReadonlyMap<string, number>) =>
  (code.includes('-') ? ((neighbours as Readonly<Record<string, readonly string[]>>)[code] ?? []) : gridDisk(code, 1)).filter(
    (one) => one !== code && values.has(one),
  );

/** The mean of a region and its neighbours, less that of all regions. */
function aboveAll(code: string, values: ReadonlyMap<string, number>): number {
  const mean = (some: readonly string[]) => some.reduce((sum, one) => sum + values.get(one)!, 0) / some.length;
  return mean([code, ...neighboursOf(code, values)]) - mean([...values.keys()]);
}

/** How many regions the map shades as hot, or as cold, beside a sentence. */
const shadedAs = (kind: 'hot' | 'cold', { near }: Said) =>
  (nearest(near, 'shown') as readonly unknown[]).filter((one) => one === kind).length;

const draws = 4000;

/** In what share of random orders of the values a region and its neighbours have at least, and at most, as much as they have. */
function sharesOfOrders(code: string, values: ReadonlyMap<string, number>): { readonly more: number; readonly less: number } {
  const all = [...values.values()];
  const near = [code, ...neighboursOf(code, values)];
  const sum = near.reduce((total, one) => total + values.get(one)!, 0);
  const [more, less] = [0, 0];
  const found = { more, less };
  for (let draw = 0; draw < draws; draw++) {
    const left = [...all];
    const drawn = near.reduce((total) => total + left.splice(Math.floor(Math.random() * left.length), 1)[0]!, 0);
    if (drawn >= sum - 1e-12) found.more++;
    if (drawn <= sum + 1e-12) found.less++;
  }
  return { more: found.more / draws, less: found.less / draws };
}

export const claimsOfMaps = claimed({
  'areas.hotSpots.found.{hot,cold}: Each region named, with its neighbours, has more or less on average than all, and than nineteen in twenty random orders of the values give; the map shades as many, and no others.':
    (said) => {
      const { values } = valuesOf(said);
      const isHot = said.key.endsWith('hot');
      expect(said.values.count).toBe(shadedAs(isHot ? 'hot' : 'cold', said));
      for (const code of regionsNamed(said.values.names, said.court)) {
        expect([code, Math.sign(aboveAll(code, values))]).toEqual([code, isHot ? 1 : -1]);
        expect(sharesOfOrders(code, values)[isHot ? 'more' : 'less']).toBeLessThan(0.04);
      }
    },
  'areas.hotSpots.hexagons.{hot,cold}: The map shades so many hexagons; one of the five that have most, or least, with their neighbours has more, or less, than nineteen in twenty random orders give.':
    (said) => {
      const { values } = valuesOf(said);
      const isHot = said.key.endsWith('hot');
      expect(said.values.count).toBe(shadedAs(isHot ? 'hot' : 'cold', said));
      const sorted = [...values.keys()]
        .filter((code) => neighboursOf(code, values).length > 0)
        .toSorted((one, other) => aboveAll(other, values) - aboveAll(one, values));
      const furthest = (isHot ? sorted : sorted.toReversed()).slice(0, 5);
      const shares = furthest.map((code) => sharesOfOrders(code, values)[isHot ? 'more' : 'less']);
      expect(Math.min(...shares)).toBeLessThan(0.04);
    },
  'areas.hotSpots.none.{hot,cold}: No region, with its neighbours, has so much, or so little, that hardly any random order of the values gives it; the map shades none.':
    (said) => {
      const { values } = valuesOf(said);
      const isHot = said.key.endsWith('hot');
      expect(shadedAs(isHot ? 'hot' : 'cold', said)).toBe(0);
      const sorted = [...values.keys()].toSorted((one, other) => aboveAll(other, values) - aboveAll(one, values));
      const furthest = (isHot ? sorted : sorted.toReversed()).filter((code) => neighboursOf(code, values).length > 0).slice(0, 3);
      for (const code of furthest) {
        const { more, less } = sharesOfOrders(code, values);
        // The least share that remains clear after correction is 0.025 of one in all regions; one draw more or less is no matter.
        expect(isHot ? more : less).toBeGreaterThanOrEqual(0.005 / values.size - 1 / draws);
      }
    },
  'areas.hotSpots.all_alike: All regions have the same value.': (said) =>
    expect(new Set(valuesOf(said).values.values()).size).toBe(1),
  'areas.hotSpots.{too_few_units,too_few_rated,no_units,too_few_incidents,no_incidents}: There are so many regions or incidents, and fewer than it takes.':
    (said) => {
      const { values, sum, leftOut } = valuesOf(said);
      const count = /units|rated/.test(said.key) ? values.size : sum;
      if (said.key.includes('too_few_')) expect(said.key.endsWith('rated') ? leftOut > 0 : true).toBe(true);
      if (/no_/.test(said.key)) expect(count).toBe(0);
      else expect([said.values.count, count < 30]).toEqual([count, true]);
    },
  'areas.hotSpots.not_precise: More than a tenth of the incidents are known to their settlement only.': (said) => {
    const rows = sidesOf(said)[0].rows;
    expect(rows.filter((row) => row.place_precision === 'settlement').length).toBeGreaterThan(0.1 * rows.length);
  },
  'areas.hotSpots.leftOut': (said) => ({ count: valuesOf(said).leftOut }),
});

/** How what is counted in a region differs per day between A and B. */
function differenceIn(said: Said, code: string) {
  const { court } = said;
  const [a, b] = sidesOf(said).map(({ selection, days }) =>
    rowsOf(court.rows, inPlace(selection, code), days).map((row) => amountOf(row, court.measure, selection.rest)),
  );
  const [daysOfA, daysOfB] = sidesOf(said).map(({ days }) => (Date.parse(days[1]) - Date.parse(days[0])) / 86_400_000 + 1);
  return differenceOf(a!, b!, daysOfA!, daysOfB!);
}

/** Where regions are called clearly different, they are so by more than chance; where none is, none is so by far. */
export function holdsForRegions(said: Said): void {
  const { court, key, values } = said;
  if (court.page !== 'map' || !isWhole(said)) return;
  const distance = ({ difference, variance }: ReturnType<typeof differenceIn>) => Math.log(1 + difference) / Math.sqrt(variance);
  const kind = key.split('.').at(-1);
  if (kind === 'more' || kind === 'fewer')
    for (const code of regionsNamed(values.values, court)) {
      const found = distance(differenceIn(said, code));
      expect([code, kind === 'more' ? found > 1.9 : found < -1.9]).toEqual([code, true]);
    }
  if (kind === 'none')
    for (const { code } of regions) {
      const found = differenceIn(said, code);
      if (Math.min(found.a, found.b) >= 10) expect(Math.abs(distance(found))).toBeLessThan(4 * 2.5);
    }
}
