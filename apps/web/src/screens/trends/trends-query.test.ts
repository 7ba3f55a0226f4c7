import { expect, test } from 'vitest';
import { readExploreState } from '../../filter/explore-state.ts';
import { trendsQuery } from './trends-query.ts';

const asked = (address: string) => trendsQuery(readExploreState(address).state);

test('locations are compared by their rates unless the address says otherwise, and other parts by counts', () => {
  expect(asked('split=country')).toBe('split=country&unit=rate');
  expect(asked('split=country&interval=month')).toBe('interval=month&split=country&unit=rate');
  expect(asked('split=region')).toBe('split=region');
  expect(asked('split=country&unit=count')).toBe('split=country&unit=count');
  expect(asked('split=type')).toBe('split=type');
  expect(asked('country=RS')).toBe('country=RS');
});
