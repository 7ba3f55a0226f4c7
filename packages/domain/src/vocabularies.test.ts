import { expect, test } from 'vitest';
import { incidentSubtypes, incidentTypes, subtypesOf, vocabularies, weaponClasses } from './vocabularies.ts';

test('every sub-type belongs to a type, and every code is written once', () => {
  const owned = incidentTypes.codes.flatMap(subtypesOf);
  expect(owned.toSorted()).toEqual([...incidentSubtypes.codes].toSorted());
  expect(new Set(incidentTypes.codes).size).toBe(incidentTypes.codes.length);
});

test('a code that is not of the vocabulary is refused', () => {
  expect(weaponClasses.has('spoon')).toBe(false);
  expect(() => weaponClasses.indexOf('spoon' as 'handgun')).toThrow(RangeError);
});

test('a name for several codes is no code itself, and stands for codes of its list, each once', () => {
  for (const { codes, groups } of Object.values(vocabularies)) {
    for (const group of groups) {
      expect(codes).not.toContain(group.code);
      expect(codes).toEqual(expect.arrayContaining([...group.codes]));
      expect(new Set(group.codes).size).toBe(group.codes.length);
    }
    expect(new Set(groups.map((group) => group.codes.join())).size).toBe(groups.length);
  }
});
