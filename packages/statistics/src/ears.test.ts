import { expect, test } from 'vitest';
import { earsC1 } from './ears.ts';

test('the limits that the tests of the R package surveillance 1.26 know', () => {
  // tests/testthat/test-earsC.R: Salmonella Newport in Germany, the seven weeks before 2011 and its first three, α = 5%.
  const limits = earsC1([1, 1, 1, 3, 3, 1, 2, 1, 0, 3, 0], { alpha: 0.05 });
  expect(limits.slice(0, 7)).toEqual(Array<null>(7).fill(null));
  expect(limits.slice(7)).toEqual([3.278_854, 3.278_854, 3.436_517, 3.855_617].map((limit) => expect.closeTo(limit, 6)));
});

test('a series that does not vary has its own level as its limit', () => {
  expect(earsC1(Array<number>(9).fill(4)).slice(7)).toEqual([4, 4]);
});
