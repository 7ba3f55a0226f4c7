import { expect, test } from 'vitest';
import { ageBands, incidentSubtypes, incidentTypes, legalStatuses, sexes, subtypesOf, weaponClasses } from './vocabularies.ts';
import { codesOf, maskOf } from './vocabulary.ts';

test('every sub-type belongs to a type, and every code is written once', () => {
  const owned = incidentTypes.codes.flatMap(subtypesOf);
  expect(owned.toSorted()).toEqual([...incidentSubtypes.codes].toSorted());
  expect(new Set(incidentTypes.codes).size).toBe(incidentTypes.codes.length);
});

test('codes and masks turn into each other', () => {
  expect(codesOf(weaponClasses, maskOf(weaponClasses, ['explosive', 'handgun']))).toEqual(['handgun', 'explosive']);
  expect(() => weaponClasses.indexOf('spoon' as 'handgun')).toThrow(RangeError);
});

test('pair masks fit into the 31 bits of a database integer', () => {
  expect(weaponClasses.codes.length * legalStatuses.codes.length).toBeLessThanOrEqual(31);
  expect(sexes.codes.length * ageBands.codes.length).toBeLessThanOrEqual(31);
});
