import type { FacetValue, Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { type AreaAnswer, areaCodes, type Dataset } from '@monitor/findings';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rateClass } from './rate-classes.ts';
import { countBounds, shadeAreas } from './shading.ts';
import { allReported } from '../../../../packages/domain/testing/all-reported.ts';

const year = { from: '2024-01-01', to: '2024-12-31' };

const dataset: Dataset = {
  slug: 'made-up',
  title: 'Made up',
  description: '',
  synthetic: true,
  killed_includes_suicides: false,
  licence: 'CC0-1.0',
  licence_url: null,
  attribution: '',
  url: null,
  covers: null,
  incidents: 100,
  ...year,
  bbox: null,
  countries: ['ME', 'RS'],
  coverage: ['ME', 'RS'].map((country) => ({ country, incidents: 50, ...year })),
  updated_at: null,
};

const value = (code: string, incidents: number): FacetValue => ({ value: code, incidents, killed: 1, injured: 2, ...allReported });

function answerTo(filter: Filter, facets: Summary['facets']): AreaAnswer {
  const none = { weeks: 0, squares: 0, sums: 0 };
  const totals = { incidents: 60, killed: 0, injured: 0, notReported: {}, dispersion: none } as unknown as Summary['totals'];
  return {
    summary: { period: year, totals, facets, datasetVersion: 7 },
    filter,
    query: 'a query',
    datasets: [dataset],
    measure: 'incidents',
  };
}

const facets = { country: [value('RS', 60), value('AL', 5)], region: [value('RS-00', 40), value('RS-20', 3), value('AL-11', 5)] };
const classOf = (answer: AreaAnswer, code: string, by: 'rate' | 'count' = 'rate', of: 'locations' | 'regions' = 'regions') =>
  shadeAreas(of, by, answer)?.areas.find((area) => area.code === code)?.class;

test('areas with too few incidents have no class by rate, but one by count', () => {
  const answer = answerTo({}, facets);
  expect(classOf(answer, 'RS-00')).toBeTypeOf('number');
  expect(classOf(answer, 'RS-20')).toBe('few');
  expect(classOf(answer, 'RS-20', 'count')).toBeTypeOf('number');
});

test('an area whose incidents do not give the number is in no class, by count and by rate', () => {
  const silent = (code: string) => ({ ...value(code, 60), injured: 0, notReported: { killed: 0, injured: 60 } });
  const given = answerTo({}, { country: [silent('RS')], region: [silent('RS-00')] });
  const totals = { ...given.summary.totals, clustering: {} } as Summary['totals'];
  const answer = { ...given, summary: { ...given.summary, totals }, measure: 'injured' as const };
  expect([classOf(answer, 'RS-00', 'count'), classOf(answer, 'RS-00')]).toEqual(['unknown', 'unknown']);
  expect(classOf(answer, 'RS-01', 'count')).toBe(0);
});

test('covered areas without incidents are there, those that no data covers are not', () => {
  const answer = answerTo({}, facets);
  expect(classOf(answer, 'RS-01', 'count')).toBe(0);
  expect(classOf(answer, 'ME', 'count', 'locations')).toBe(0);
  expect(classOf(answer, 'AL-11', 'count')).toBeUndefined();
});

test('where no incident of a location has a region, its regions are not shaded as if they had none', () => {
  const shaded = (country: FacetValue[]) => areaCodes('regions', answerTo({}, { ...facets, country }));
  expect(shaded([value('RS', 60)]).some((code) => code.startsWith('ME-'))).toBe(true);
  expect(shaded([value('RS', 60), value('ME', 9)]).some((code) => code.startsWith('ME-'))).toBe(false);
});

test('of a filter by place, only its places are shaded', () => {
  const shaded = (filter: Filter) => areaCodes('regions', answerTo(filter, facets));
  expect(shaded({ country: ['ME'] }).every((code) => code.startsWith('ME-'))).toBe(true);
  expect(shaded({ region: ['RS-00', 'RS-20'] })).toEqual(['RS-00', 'RS-20']);
  expect(shaded({ country: ['ME'], region: ['RS-00'] })).toEqual([]);
});

test('of a drawn area, only places with incidents in it are shaded, by count, and the wish for rates is kept', () => {
  for (const area of [
    { bbox: [20, 44, 21, 45] },
    { near: { lon: 20, lat: 44, km: 5 } },
    { within: [[20, 44], [21, 44], [21, 45]] }, // prettier-ignore
  ] as const) {
    const shading = shadeAreas('regions', 'rate', answerTo(area, facets));
    expect(shading).toMatchObject({ by: 'count', wanted: 'rate' });
    expect(shading?.areas.map(({ code }) => code)).toEqual(['RS-00', 'RS-20']);
  }
});

test('an answer that does not count the areas is not taken for one without incidents', () => {
  expect(shadeAreas('regions', 'count', answerTo({}, { country: [value('RS', 60)] }))).toBeUndefined();
});

test('classes of counts double, are whole, and hold every count', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 60 }), (counts) => {
      const bounds = countBounds(counts);
      for (const [at, bound] of bounds.entries()) {
        expect(Number.isInteger(bound)).toBe(true);
        if (at > 0) expect(bound).toBe(2 * bounds[at - 1]!);
      }
      expect(bounds[0]).toBeGreaterThanOrEqual(2);
      for (const count of counts) expect(rateClass(count, bounds)).toBeLessThanOrEqual(bounds.length);
    }),
  );
});
