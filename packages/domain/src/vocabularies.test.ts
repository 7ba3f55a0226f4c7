import { expect, test } from 'vitest';
import { incidentSubtypes, incidentTypes, subtypesOf, weaponClasses } from './vocabularies.ts';

test('every sub-type belongs to a type, and every code is written once', () => {
  const owned = incidentTypes.codes.flatMap(subtypesOf);
  expect(owned.toSorted()).toEqual([...incidentSubtypes.codes].toSorted());
  expect(new Set(incidentTypes.codes).size).toBe(incidentTypes.codes.length);
});

test('a code that is not of the vocabulary is refused', () => {
  expect(weaponClasses.has('spoon')).toBe(false);
  expect(() => weaponClasses.indexOf('spoon' as 'handgun')).toThrow(RangeError);
});
