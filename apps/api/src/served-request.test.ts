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
