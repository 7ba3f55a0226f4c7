import { expect, test } from 'vitest';
import type { FacetValue, Summary } from '@monitor/contract';
import { completeness, sourceMix } from './quality.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const value = (code: string, incidents: number, more: Partial<FacetValue> = {}): FacetValue => ({
  value: code,
  incidents,
  killed: 0,
  injured: 0,
  ...allReported,
  ...more,
});
const totals = { incidents: 100 } as Summary['totals'];

test('sources are parted without counting an incident twice', () => {
  const mix = sourceMix({ totals, facets: { source: [value('media', 80), value('official', 30), value('ngo', 9)] } }, 94);
  expect(mix.map(({ source, incidents }) => [source, incidents])).toEqual([
    ['media', 64],
    ['both', 16],
    ['official', 14],
    ['other', 6],
  ]);
  expect(mix.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(100);
});

test('completeness is the share of what reports a field, the most complete first', () => {
  const rows = completeness(
    {
      totals,
      facets: {
        date_precision: [value('day', 97), value('month', 3)],
        weapon: [value('handgun', 70), value('not_reported', 16), value('explosive', 20)],
        legal: [value('illegal', 20), value('not_reported', 60)],
        victim_age: [value('19-35', 4, { victims: 6 }), value('not_reported', 2, { victims: 2 })],
      },
    },
    { facets: { traced: [value('yes', 3, { weapons: 9 }), value('not_reported', 8, { weapons: 91 })] } },
  );
  expect(rows).toEqual([
    { field: 'day', share: 0.97 },
    { field: 'weapon', share: 0.84 },
    { field: 'age', share: 0.75 },
    { field: 'legal', share: 0.4 },
    { field: 'traced', share: 0.09 },
  ]);
});

test('of nothing, nothing is said', () => {
  expect(completeness({ totals: { ...totals, incidents: 0 }, facets: {} }, undefined)).toEqual([]);
});
