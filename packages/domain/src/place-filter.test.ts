import { expect, test } from 'vitest';
import { filterOfPlace, withoutPlace } from './place-filter.ts';

test('a place replaces what the filter says of where', () => {
  expect(withoutPlace({ country: ['AL'], bbox: [0, 0, 1, 1], type: ['suicide'], from: '2024-01-01' })).toEqual({
    type: ['suicide'],
    from: '2024-01-01',
  });
  expect(filterOfPlace('RS')).toEqual({ country: ['RS'] });
  expect(filterOfPlace('RS-20')).toEqual({ country: ['RS'], region: ['RS-20'] });
  expect(filterOfPlace('RS-20', [21.8, 43.2, 22, 43.4])).toEqual({
    country: ['RS'],
    region: ['RS-20'],
    bbox: [21.8, 43.2, 22, 43.4],
  });
});
