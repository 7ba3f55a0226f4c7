import { expect, test } from 'vitest';
import { countKind, incidentKinds, kindOf, typesOfKind } from './incident-kinds.ts';
import { incidentTypes } from './vocabularies.ts';

test('choosing a kind selects its types, by which it is known again', () => {
  for (const kind of incidentKinds) {
    const types = typesOfKind(kind);
    expect(kindOf(types.length === 0 ? {} : { type: types.toSorted() })).toBe(kind);
  }
  expect(kindOf({ type: ['suicide'] })).toBeUndefined();
  expect(kindOf({ type: ['weapon_seizure', 'suicide'] })).toBeUndefined();
  expect(kindOf({ subtype: ['suicide.other'] })).toBeUndefined();
});

test('violence is every type but seizures and thefts, and each kind counts its own', () => {
  const byType = incidentTypes.codes.map((value) => ({ value, incidents: 10, killed: 0, injured: 0 }));
  expect(countKind('all', byType)).toBe(10 * incidentTypes.codes.length);
  expect(countKind('weapon_seizure', byType)).toBe(10);
  expect(countKind('violence', byType)).toBe(10 * (incidentTypes.codes.length - 2));
});
