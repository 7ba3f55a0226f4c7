import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateOf, sumOf } from './estimate.ts';

it.each([
  ['3', 3, null, null],
  ['3.0', 3, null, null],
  ['1,0', 1, null, null],
  ['2+', 2, 2, null],
  ['2 or more', 2, 2, null],
  ['at least 2', 2, 2, null],
  ['≥ 2', 2, 2, null],
  ['>5', 6, 6, null],
  ['more than 5', 6, 6, null],
  ['2-4', 2, 2, 4],
  ['2 – 4', 2, 2, 4],
  ['2 to 4', 2, 2, 4],
  ['~3', 3, null, null],
  ['about 4', 4, null, null],
  ['ca. 4', 4, null, null],
  ['<10', null, 0, 9],
  ['fewer than 10', null, 0, 9],
  ['up to 10', null, 0, 10],
  ['0-2', null, 0, 2],
  ['0+', null, 0, null],
  ['~0', null, 0, null],
  ['<1', 0, 0, 0],
])('%s is a number of people', (text, best, low, high) => {
  expect(estimateOf(text)).toEqual({ best, low, high });
});

it.each([
  '',
  'some',
  '4-2',
  '1,000',
  '<0',
  '1.5',
  '1,5',
  '2024-01-02',
  '2++',
  '+',
  '-',
  '~',
  'about',
  '3 of 4',
  '-2+',
  '-'.repeat(1e6),
])('%j is not a number of people', (text) => expect(estimateOf(text)).toBeUndefined());

describe('a sum', () => {
  it.each([
    [['1', '2'], '3'],
    [[null, '2.0'], '2.0'],
    [[null, null], null],
    [[], null],
    [['2+', '1'], '3+'],
    [['2-4', '1'], '3-5'],
    [['2-4', '1+'], '3+'],
    [['~3', '2'], '5'],
    [['<10', '2'], '2-11'],
    [['<10', '<3'], '0-11'],
    [['<10', '1+'], '1+'],
    [['<10', null], '<10'],
    [['2', 'some'], 'some'],
    [['2', '-1'], '-1'],
  ])('of %j is %j', (texts, sum) => {
    expect(sumOf(texts)).toBe(sum);
  });

  it('of numbers is their sum, in whatever order and however it is put together', () => {
    const number = fc.nat(1000);
    const text = fc.oneof(
      number.map(String),
      number.map((low) => `${low}+`),
      fc.tuple(number, number).map(([low, more]) => `${low}-${low + more}`),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const sum = sumOf(texts);
        const best = texts.reduce((total, one) => total + (estimateOf(one)?.best ?? 0), 0);
        expect(estimateOf(sum ?? '')?.best ?? 0).toBe(best);
        expect(estimateOf(sumOf(texts.toReversed()) ?? '')).toEqual(estimateOf(sum ?? ''));
        expect(estimateOf(sumOf([texts[0] ?? null, sumOf(texts.slice(1))]) ?? '')).toEqual(estimateOf(sum ?? ''));
      }),
    );
  });
});
