import { expect, test } from 'vitest';
import { addressOfFilter } from './place-address.ts';

test('a filter of one whole place leads to its page', () => {
  expect(addressOfFilter({ country: ['RS'], type: ['suicide'] })).toBe('RS');
  expect(addressOfFilter({ country: ['RS', 'AL'], region: ['RS-20'] })).toBe('RS-20');
  expect(addressOfFilter({ region: ['RS-20'] })).toBe('RS-20');
  for (const filter of [
    {},
    { country: ['RS', 'AL'] },
    { country: ['AL'], region: ['RS-20'] },
    { country: ['ZZ'] },
    { country: ['RS'], bbox: [0, 0, 1, 1] as const },
  ])
    expect(addressOfFilter(filter)).toBeUndefined();
});
