import { expect, test } from 'vitest';
import { homeOf, wholeRegion } from './use-camera.ts';

test('the map shows the whole region where a selection fills most of it, or has no incidents', () => {
  expect(homeOf(undefined)).toEqual(wholeRegion);
  expect(homeOf([16, 40, 30, 48])).toEqual(wholeRegion);
});

test('it shows one location, and data elsewhere, where they are', () => {
  expect(homeOf([20, 41.9, 21.8, 43.2])).toEqual([20, 41.9, 21.8, 43.2]);
  expect(homeOf([-122, 25, -67, 49])).toEqual([-122, 25, -67, 49]);
  expect(homeOf([-122, 25, 30, 49])).toEqual([-122, 25, 30, 49]);
});
