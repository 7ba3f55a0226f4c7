import { expect, test } from 'vitest';
import { jurisdictions } from './jurisdictions.ts';
import { population } from './population.ts';
import { regionPopulation } from './region-population.ts';
import { regionPopulationRows } from './region-population-table.ts';
import { drawnRegions } from './regions.ts';

test.each(regionPopulationRows)(
  '$jurisdiction: the regions add up to the location, within 5% in each year',
  ({ jurisdiction, firstYear, people }) => {
    const counts = Object.values(people);
    const years = counts[0]?.length ?? 0;
    expect(counts.every((byYear) => byYear.length === years)).toBe(true);
    for (let index = 0; index < years; index++) {
      const sum = counts.reduce((total, byYear) => total + (byYear[index] ?? 0), 0);
      const whole = population(jurisdiction, firstYear + index)?.people ?? 0;
      expect(Math.abs(sum / whole - 1), `${jurisdiction} ${firstYear + index}`).toBeLessThanOrEqual(0.05);
    }
  },
);

test.each(regionPopulationRows)(
  '$jurisdiction: every region has a figure, except one that no census reaches',
  ({ jurisdiction, people }) => {
    const own = drawnRegions.filter((one) => one.jurisdiction === jurisdiction).map((one) => one.code.slice(3));
    expect(own.filter((suffix) => !(suffix in people))).toEqual(jurisdiction === 'MD' ? ['SN'] : []);
    expect(Object.keys(people).filter((suffix) => !own.includes(suffix))).toEqual([]);
  },
);

test('every monitored location is there', () => {
  const codes = regionPopulationRows.map(({ jurisdiction }) => jurisdiction);
  expect(jurisdictions.filter(({ code, monitored }) => monitored && !codes.includes(code))).toEqual([]);
});

test('a known year is taken as it is', () => {
  expect(regionPopulation('RS-00', 2025)).toEqual({ people: 1_682_015, year: 2025, source: expect.stringContaining('Eurostat') });
  expect(regionPopulation('XK-06', 2024)?.people).toBe(511_307);
});

test('a later year is the latest known one, changed as the whole location has', () => {
  const [then, now] = [2014, 2024].map((year) => population('BA', year)?.people ?? 0) as [number, number];
  expect(regionPopulation('BA-09', 2024)).toMatchObject({ people: Math.round((413_593 * now) / then), year: 2013 });
  expect(regionPopulation('RS-00', 2026)).toMatchObject({ people: 1_682_015, year: 2025 });
});

test('an earlier year is the first known one, and said', () => {
  expect(regionPopulation('MK-008', 2015)).toMatchObject({ people: 606_184, year: 2022 });
});

test('a region without a figure that can be trusted has none', () => {
  for (const code of ['XK-04', 'MD-SN', 'UA-30', 'US-PA', 'RS-99']) expect(regionPopulation(code, 2024)).toBeUndefined();
});
