import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import type { Dataset } from './dataset-coverage.ts';
import { partCovered, partsCovered } from './part-covered.ts';

const days = { from: '2020-01-01', to: '2024-12-31' };
const whole = (slug: string, coverage = { US: days }, incidents = 1000) => madeUpDataset(slug, coverage, incidents);
const part = (slug: string, covers: string, coverage = { US: days }, incidents = 1000): Dataset => ({
  ...madeUpDataset(slug, coverage, incidents),
  covers,
});
const city = part('police', 'New York City');
const found = (...datasets: Dataset[]) => partCovered('US', days, datasets);

test('a location of which all data covers a part is named with the parts, as its regions are', () => {
  expect(found(city)).toEqual({ kind: 'part', codes: ['US'], parts: ['New York City'] });
  expect(found(city, part('other', 'Philadelphia'), part('again', 'New York City'))?.parts).toEqual([
    'New York City',
    'Philadelphia',
  ]);
  expect(partCovered('US-NY', days, [city])?.codes).toEqual(['US']);
  expect(partCovered('RS', days, [city])).toBeUndefined();
  expect(partCovered('US', { from: '2012-01-01', to: '2012-12-31' }, [city])).toBeUndefined();
});

test('data about the whole makes up for it on the same days, if it has as many incidents', () => {
  expect(found(city, whole('all'))).toBeUndefined();
  expect(found(city, whole('elsewhere', { RS: days } as never))?.kind).toBe('part');
  expect(found(city, whole('later', { US: { from: '2023-01-01', to: '2024-12-31' } }))?.kind).toBe('some_part');
  expect(found(city, whole('sooner', { US: { from: '2020-01-01', to: '2024-11-30' } }))).toBeUndefined();
  // An archive of terrorism does not have the shootings of a city.
  expect(found(city, whole('few', { US: days }, 100))?.kind).toBe('some_part');
});

test('a further dataset about the whole never takes a rate away, nor one about a part brings one', () => {
  const period = fc.constantFrom(days, { from: '2020-01-01', to: '2022-06-30' }, { from: '2022-01-01', to: '2024-12-31' });
  const any = fc
    .record({ period, incidents: fc.integer({ min: 1, max: 3000 }), covers: fc.option(fc.constantFrom('A', 'B')) })
    .map(({ covers, ...one }): Dataset => ({ ...madeUpDataset('any', { US: one.period }, one.incidents), covers }));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 4 }), any, (some, further) => {
      const [before, after] = [found(...some), found(...some, further)];
      if (further.covers !== null && before !== undefined) expect(after).toBeDefined();
      if (further.covers === null && before === undefined && some.some(({ covers }) => covers !== null))
        expect(after).toBeUndefined();
      expect(after?.kind === 'part').toBe([...some, further].every(({ covers }) => covers !== null));
    }),
  );
});

test('several locations are said together', () => {
  const other = partCovered('BR', days, [part('fogo', 'four areas', { BR: days } as never)])!;
  expect(partsCovered([found(city)!, other])).toEqual({
    kind: 'part',
    codes: ['US', 'BR'],
    parts: ['New York City', 'four areas'],
  });
  expect(partsCovered([])).toBeUndefined();
});
