import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDraft, anyFilter } from './arbitraries.ts';
import { dimensionNames, dimensions } from './dimensions.ts';
import { codesOfFacet } from './facet-meaning.ts';
import { constraintNames, type Filter, without } from './filter.ts';
import { meetsFilter } from './filter-meaning.ts';
import type { Described } from './dimensions.ts';
import type { FilteredIncident, Person, Weapon } from './incident.ts';
import { refereeMeets, refereeValues } from './referee.ts';
import { dimensionFields, dimensionsOfField, fieldOf, testOfField, traitFields, traitsIn, traitsOf } from './traits.ts';

const girl: Person = {
  role: 'victim',
  sex: 'woman',
  age: 17,
  age_band: '0-18',
  outcome: 'injured',
  relationship: 'not_reported',
};
const man: Person = { ...girl, role: 'perpetrator', sex: 'man', age: 40, age_band: '36-60', outcome: 'unharmed' };
const handgun: Weapon = { class: 'handgun', count: 1, legal: 'illegal', mode: null, traced: 'not_reported' };
const described: Described = {
  killed: null,
  killed_low: null,
  killed_high: null,
  injured: 1,
  injured_low: null,
  injured_high: null,
  threatened: 0,
  suicides: null,
  people: [girl, man],
  weapons: [handgun, { ...handgun, class: 'explosive', legal: 'legal' }, handgun],
  sources: [],
};

test('the traits of an incident are each listed once, and pairs belong to one victim and one weapon', () => {
  expect(traitsOf(described)).toEqual({
    outcome_traits: 'injured',
    weapon_traits: 'explosive/legal handgun/illegal',
    victim_traits: 'woman/0-18',
    perpetrator_traits: 'man',
    person_traits: 'not_reported',
    source_traits: '',
  });
});

test('an incident without a weapon on record has one weapon that is not reported', () => {
  expect(traitsOf({ ...described, weapons: [] }).weapon_traits).toBe('not_reported/not_reported');
});

test('codes of traits hold no sign that traits are put together with, and none that a pattern gives a meaning to', () => {
  const codes = traitFields.flatMap((field) =>
    (dimensionsOfField.get(field) ?? []).flatMap((name) => {
      const { values } = dimensions[name];
      return values instanceof RegExp ? [values.source] : values.codes;
    }),
  );
  expect(codes.length).toBeGreaterThan(traitFields.length);
  expect(codes.filter((code) => !/^[a-z0-9_-]+$/.test(code))).toEqual([]);
});

const anyIncident: fc.Arbitrary<FilteredIncident> = fc
  .tuple(anyDraft('one'), fc.constantFrom('first', 'second'))
  .map(([draft, dataset]) => ({ ...draft, dataset, searched: `${draft.place} Дневник 2` }));

test('the meaning of a filter is that of the referee, which knows no table', () => {
  fc.assert(
    fc.property(anyIncident, anyFilter(), (incident, filter) => {
      expect(meetsFilter(incident, filter)).toBe(refereeMeets(incident, filter));
    }),
    { numRuns: 1000 },
  );
});

test('fields say about an incident what the referee says: whether it meets the lists, and the values of every facet', () => {
  fc.assert(
    fc.property(anyIncident, anyFilter(), (incident, filter) => {
      const kept = { ...incident, ...traitsOf(incident) };
      const lists = without(filter, ...constraintNames);
      const meets = dimensionFields.every((field) => {
        const isMet = testOfField(field, lists);
        return !isMet || traitsIn(field, kept[field]).some(isMet);
      });
      expect(meets).toBe(refereeMeets(incident, lists));
      for (const name of dimensionNames) {
        const values = codesOfFacet(name, filter)(traitsIn(fieldOf(name), kept[fieldOf(name)]));
        expect(values.toSorted(), name).toEqual(refereeValues(incident, name, without(filter, name)).toSorted());
      }
    }),
    { numRuns: 500 },
  );
});

test('every dimension is held by one field', () => {
  expect([...dimensionsOfField.values()].flat().toSorted()).toEqual(dimensionNames.toSorted());
});

test('a field has room for vocabularies that grow: hundreds of pairs of sixty codes', () => {
  const pairs = Array.from({ length: 240 }, (_, at) => [`class_${Math.floor(at / 4)}`, `status_${at % 4}`]);
  const text = pairs.map((pair) => pair.join('/')).join(' ');
  expect(traitsIn('weapon_traits', text)).toEqual(pairs);
  const filter = { weapon: ['class_59'], legal: ['status_3'] } as unknown as Filter;
  expect(traitsIn('weapon_traits', text).filter(testOfField('weapon_traits', filter)!)).toEqual([['class_59', 'status_3']]);
});
