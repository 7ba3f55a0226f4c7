import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { overlappingDatasets } from './overlapping-datasets.ts';

const year = (number: number) => ({ from: `${number}-01-01`, to: `${number}-12-31` });
const slugs = (...datasets: ReturnType<typeof madeUpDataset>[]) => overlappingDatasets(datasets).map(({ slug }) => slug);

test('datasets overlap where they have the same location and days', () => {
  const police = madeUpDataset('police', { BR: { from: '2023-01-01', to: '2024-12-31' } });
  expect(slugs(police)).toEqual([]);
  expect(slugs(police, madeUpDataset('media', { BR: year(2024), US: year(2024) }))).toEqual(['police', 'media']);
  expect(slugs(police, madeUpDataset('elsewhere', { US: year(2024) }), madeUpDataset('later', { BR: year(2025) }))).toEqual([]);
});

test('datasets that follow one another may share some days', () => {
  const later = (from: string) => madeUpDataset('later', { BR: { from, to: '2025-12-31' } });
  expect(slugs(madeUpDataset('earlier', { BR: year(2024) }), later('2024-12-10'))).toEqual([]);
  expect(slugs(madeUpDataset('earlier', { BR: year(2024) }), later('2024-11-10'))).toEqual(['earlier', 'later']);
});
