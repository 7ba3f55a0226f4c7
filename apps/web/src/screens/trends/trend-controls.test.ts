import { expect, test } from 'vitest';
import { defaultView, type ExploreState } from '../../filter/explore-state.ts';
import { typesOfKind } from '@monitor/domain';
import { trendMeasureNames, trendMeasureOf } from '@monitor/findings';
import { showMeasure } from './trend-controls.tsx';

const state = (filter: object) => ({ filter, view: defaultView });
const shownBy = ({ filter, view }: ExploreState) => trendMeasureOf(filter, view.measure);

test('each choice is what is shown after it', () => {
  for (const name of trendMeasureNames) expect(shownBy(showMeasure(name)(state({ country: ['AL'] })))).toBe(name);
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
  expect(shownBy(showMeasure('killed')(chosen))).toBe('killed');
  expect(showMeasure('weapons')(chosen).filter).toEqual({ type: ['weapon_seizure'] });
});
