import { expect, test } from 'vitest';
import { defaultView } from '../../filter/explore-state.ts';
import { typesOfKind } from '@monitor/domain';
import { showMeasure, trendMeasureNames, trendMeasureOf } from './trend-measures.ts';

const state = (filter: object) => ({ filter, view: defaultView });

test('each choice is what is shown after it', () => {
  for (const name of trendMeasureNames) expect(trendMeasureOf(showMeasure(name)(state({ country: ['AL'] })))).toBe(name);
});

test('seizures are chosen in one press, and violence leaves them out', () => {
  expect(showMeasure('seizures')(state({ country: ['AL'], type: typesOfKind('violence') })).filter).toEqual({
    country: ['AL'],
    type: ['weapon_seizure'],
  });
  expect(showMeasure('incidents')(state({ type: ['weapon_seizure'] })).filter).toEqual({});
});

test('types that were chosen stay where the measure is of their kind', () => {
  const chosen = state({ type: ['domestic_violence'], subtype: ['domestic_violence.intimate_partner'] });
  expect(showMeasure('killed')(chosen).filter).toEqual(chosen.filter);
  expect(trendMeasureOf(showMeasure('killed')(chosen))).toBe('killed');
  expect(showMeasure('weapons')(chosen).filter).toEqual({ type: ['weapon_seizure'] });
});
