import { filterQuery, longestAgainst } from '@monitor/contract';
import { expect, test } from 'vitest';

import { compareAgainst, inOther, otherFilter, stopComparing, swapSides } from './comparison-actions.ts';
import { defaultView, type ExploreState, readExploreState, writeExploreState } from './explore-state.ts';
import { clear, setPeriod, toggleValue } from './filter-actions.ts';

const years: ExploreState = {
  filter: { country: ['RS'], from: '2025-01-01', to: '2025-12-31' },
  view: { ...defaultView, against: { from: '2024-01-01', to: '2024-12-31' } },
};
const otherQuery = (state: ExploreState) => filterQuery(otherFilter(state) ?? {});

test('only what differs is in the address, and all else follows the selection', () => {
  expect(writeExploreState(years)).toBe('country=RS&from=2025-01-01&to=2025-12-31&against=from%3D2024-01-01%26to%3D2024-12-31');
  expect(otherQuery(years)).toBe('country=RS&from=2024-01-01&to=2024-12-31');
  expect(otherQuery(toggleValue('type', 'suicide')(years))).toBe('country=RS&from=2024-01-01&to=2024-12-31&type=suicide');
  expect(otherQuery(setPeriod({ from: '2026-01-01' })(years))).toBe('country=RS&from=2024-01-01&to=2024-12-31');
});

test('a constraint that only the selection has is named without a value', () => {
  const everywhere = inOther(clear('country'))(years);
  expect(writeExploreState(everywhere)).toContain('against=country%3D%26from%3D2024-01-01%26to%3D2024-12-31');
  expect(readExploreState(writeExploreState(everywhere))).toEqual({ state: everywhere, problems: [] });
  expect(otherQuery(everywhere)).toBe('from=2024-01-01&to=2024-12-31');
});

test('swapping twice changes nothing, and an act on the other side leaves this one as it is', () => {
  const swapped = swapSides(years);
  expect(filterQuery(swapped.filter)).toBe(otherQuery(years));
  expect(otherQuery(swapped)).toBe(filterQuery(years.filter));
  expect(swapSides(swapped)).toEqual(years);
  const kosovo = inOther(toggleValue('country', 'XK'))(inOther(toggleValue('country', 'RS'))(years));
  expect(kosovo.filter).toEqual(years.filter);
  expect(otherQuery(kosovo)).toBe('country=XK&from=2024-01-01&to=2024-12-31');
});

test('the sides may become the same without an end of the comparison', () => {
  const same = inOther(setPeriod({ from: '2025-01-01', to: '2025-12-31' }))(years);
  expect(otherQuery(same)).toBe(filterQuery(years.filter));
  expect(readExploreState(writeExploreState(same))).toEqual({ state: same, problems: [] });
});

test('a comparison shows its difference on the map, and leaves nothing behind', () => {
  const alone = stopComparing(years);
  expect(writeExploreState(alone)).toBe('country=RS&from=2025-01-01&to=2025-12-31');
  const again = compareAgainst({ country: ['XK'] })(alone);
  expect(again.view.layer).toBe('difference');
  expect(writeExploreState(stopComparing(again))).toBe(writeExploreState(alone));
});

test('bad parts of what is compared with are dropped and said, the rest is used', () => {
  const text = 'country=XK,serbia&colour=red&country=AL&from=2024-13-01&to=2024-12-31';
  const { state, problems } = readExploreState(`country=RS&against=${encodeURIComponent(text)}`);
  expect(state.view.against).toEqual({ country: ['XK'], from: null, to: '2024-12-31' });
  expect(problems.map(({ parameter, code }) => [parameter, code])).toEqual([
    ['country', 'bad_value'],
    ['colour', 'unknown_parameter'],
    ['country', 'repeated_parameter'],
    ['from', 'bad_value'],
  ]);
  const long = readExploreState(`against=${'x'.repeat(longestAgainst + 1)}`);
  expect(long.state.view.against).toBeUndefined();
  expect(long.problems).toMatchObject([{ parameter: 'against', code: 'bad_value' }]);
  expect(readExploreState('against=colour%3Dred').state.view.against).toBeUndefined();
});
