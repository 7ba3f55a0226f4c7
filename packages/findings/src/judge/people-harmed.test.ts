import type { Summary } from '@monitor/contract';
import { expect, test } from 'vitest';
import { harmedFilters, peopleHarmed } from './people-harmed.ts';

test('only people whom the filter selects are counted, also where the list of ages has others', () => {
  const answer = {
    facets: {
      victim_age: [
        { value: '0-18', incidents: 1, victims: 1 },
        { value: '36-60', incidents: 9, victims: 14 },
      ],
    },
  } as unknown as Summary;
  const people = (filter: Parameters<typeof harmedFilters>[0]) =>
    peopleHarmed(filter, Object.fromEntries(harmedFilters(filter).map(([name]) => [name, answer])));
  const sum = (filter: Parameters<typeof harmedFilters>[0]) =>
    people(filter).reduce((all, { killed, injured }) => all + killed + injured, 0);
  expect(sum({})).toBe(3 * 2 * 15);
  expect(sum({ victim_age: ['0-18'] })).toBe(3 * 2);
  expect(sum({ victim_age: ['0-18'], victim_sex: ['woman'], victim_outcome: ['killed'] })).toBe(1);
});
