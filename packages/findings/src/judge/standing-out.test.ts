import { expect, test } from 'vitest';
import type { FigureChange } from './change.ts';
import { changesStandingOut } from './standing-out.ts';

const before = { count: 100, baseline: { kind: 'period', from: '2024-01-01', to: '2024-12-31', years: 1 } } as const;

const rowOf = (code: string, change: FigureChange) => ({ code, change });

/** A change whose interval just excludes no change: a p-value of a little under 0.05. */
const barely: FigureChange = { kind: 'change', difference: -0.23, low: -0.4, high: -0.012, before };
const unclear: FigureChange = { kind: 'change', difference: 0.1, low: -0.1, high: 0.34, before };
const strong: FigureChange = { kind: 'change', difference: 1, low: 0.6, high: 1.5, before };

test('a change that is barely clear stands out alone, but not among ten', () => {
  expect([...changesStandingOut([rowOf('ME', barely)])]).toEqual(['ME']);
  const others = Array.from({ length: 9 }, (_, at) => rowOf(`X${at}`, unclear));
  expect([...changesStandingOut([rowOf('ME', barely), ...others])]).toEqual([]);
  expect([...changesStandingOut([rowOf('AL', strong), ...others])]).toEqual(['AL']);
});

test('what cannot be compared does not stand out, and is not counted', () => {
  const few = Array.from({ length: 9 }, (_, at) => rowOf(`X${at}`, { kind: 'too_few', before }));
  expect([...changesStandingOut([rowOf('ME', barely), ...few])]).toEqual(['ME']);
});
