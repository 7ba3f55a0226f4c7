import { expect, test } from 'vitest';
import { ServedRequest } from './served-request.ts';

test('a request counts as one, and as more once it has cost more than one stands for', () => {
  const taken: number[] = [];
  const request = new ServedRequest('a', { covers: 10, take: (requests) => taken.push(requests) });
  for (const milliseconds of [4, 5, 6, 5]) request.spend(milliseconds);
  expect(taken.map((requests) => Number(requests.toFixed(3)))).toEqual([0.5, 0.5]);
});

test('where nothing is limited, nothing is taken', () => {
  const taken: number[] = [];
  new ServedRequest('a', { covers: Infinity, take: (requests) => taken.push(requests) }).spend(1e6);
  expect(taken).toEqual([]);
});

test('what something is expected to cost is taken before it is done, and given back where it costs less', () => {
  const taken: number[] = [];
  const request = new ServedRequest('a', { covers: 10, take: (requests) => taken.push(requests) });
  const settle = request.reserve(40);
  expect(taken).toEqual([3]);
  settle(15);
  expect(taken).toEqual([3, -2.5]);
  request.reserve(5)(0);
  expect(taken.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.5);
});
