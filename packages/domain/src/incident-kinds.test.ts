import { expect, test } from 'vitest';
import { countKind, incidentKinds, kindOf, typesOfKind } from './incident-kinds.ts';
import { incidentTypes } from './vocabularies.ts';
import { allReported } from '../testing/all-reported.ts';

test('choosing a kind selects its types, by which it is known again', () => {
  for (const kind of incidentKinds) {
    const types = typesOfKind(kind);
    expect(kindOf(types.length === 0 ? {} : { type: types.toSorted() })).toBe(kind);
  }
  expect(kindOf({ type: ['suicide'] })).toBeUndefined();
  expect(kindOf({ type: ['weapon_seizure', 'suicide'] })).toBeUndefined();
  expect(kindOf({ subtype: ['suicide.other'] })).toBeUndefined();
});

test('violence is every type but seizures and thefts, and the kinds add up to all', () => {
  const byType = incidentTypes.codes.map((value, at) => ({ value, incidents: 2 ** at, killed: 0, injured: 0, ...allReported }));
  const [all, ...parts] = incidentKinds.map((kind) => countKind(kind, byType));
  expect(all).toBe(2 ** incidentTypes.codes.length - 1);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
  expect(typesOfKind('violence')).toHaveLength(incidentTypes.codes.length - 2);
});
