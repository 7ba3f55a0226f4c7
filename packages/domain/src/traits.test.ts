import { nothingReported, unknownAges, unknownPublication } from './fields.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDraft, anyFilter } from '../testing/arbitraries.ts';
import { type Described, dimensionNames, dimensions } from './dimensions.ts';
import { codesOfFacet, type Combination, meetsFilter, sumFacet } from './filter-meaning.ts';
import { constraintNames, type Filter, without } from './filter.ts';
import type { FilteredIncident, Person, Source, Weapon } from './incident.ts';
import { amountIn, fieldOfMeasure, isCounted, measureNames, subjectMeasures } from './measures.ts';
import {
  refereeAmount,
  refereeAmountOfValue,
  refereeLacks,
  refereeLacksOfValue,
  refereeMeets,
  refereeValues,
} from '../testing/referee.ts';
import { isReportedMeasure } from './reported.ts';
import { figuresFrom, figuresWith } from './summary.ts';
import { dimensionFields, dimensionsOfField, fieldOf, testOfField, traitFields, traitsIn, traitsOf } from './traits.ts';
import { times } from '../../../testing/depth.ts';

const girl: Person = {
  role: 'victim',
  sex: 'woman',
  ...unknownAges,
  age: 17,
  age_band: '0-18',
  outcome: 'injured',
  relationship: 'not_reported',
};
const man: Person = { ...girl, role: 'perpetrator', sex: 'man', age: 40, age_band: '36-60', outcome: 'unharmed' };
const handgun: Weapon = { class: 'handgun', count: 1, legal: 'illegal', mode: null, traced: 'not_reported' };
const media: Source = { ...unknownPublication, kind: 'media' };
const described: Described = {
  ...nothingReported,
  injured: 1,
  threatened: 0,
  people: [girl, man, girl],
  weapons: [handgun, { ...handgun, class: 'explosive', legal: 'legal', count: null }, { ...handgun, count: 4 }],
  sources: [media, media],
};

test('the traits of an incident are each listed once, with their number, and codes belong to one victim and one weapon', () => {
  expect(traitsOf(described)).toEqual({
    outcome_traits: 'injured',
    weapon_traits: 'explosive/legal/-/not_reported*? handgun/illegal/-/not_reported*5',
    victim_traits: 'woman/0-18/injured/not_reported*2',
    perpetrator_traits: 'man/36-60',
    source_traits: 'media',
  });
});

test('an incident without a weapon on record has one weapon that is not reported', () => {
  expect(traitsOf({ ...described, weapons: [] }).weapon_traits).toBe('not_reported/not_reported/-/not_reported*?');
});

test('weapons of one kind are added up, and those without a number are not', () => {
  const weapons: Weapon[] = [
    { ...handgun, count: 0 },
    { ...handgun, count: null },
    { ...handgun, count: null },
    { ...handgun, count: 3 },
  ];
  expect(traitsOf({ ...described, weapons }).weapon_traits).toBe(
    'handgun/illegal/-/not_reported*3 handgun/illegal/-/not_reported*?',
  );
  expect(traitsIn('weapon_traits', 'handgun/illegal/seized/no*? handgun/illegal/seized/no*3 explosive/legal/-/no')).toEqual([
    { codes: ['handgun', 'illegal', 'seized', 'no'], number: null },
    { codes: ['handgun', 'illegal', 'seized', 'no'], number: 3 },
    { codes: ['explosive', 'legal', '-', 'no'], number: 1 },
  ]);
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

const someId = 'AV-3F9K2M7XQ0BT';
const anyIncident: fc.Arbitrary<FilteredIncident> = fc
  .tuple(anyDraft('one'), fc.constantFrom('first', 'second'))
  .map(([draft, dataset]) => ({ ...draft, id: someId, dataset, searched: `${draft.place} Дневник 2` }));

test('the meaning of a filter is that of the referee, which knows no table', () => {
  fc.assert(
    fc.property(anyIncident, anyFilter({ ids: [someId, 'AV-000000000000'] }), (incident, filter) => {
      expect(meetsFilter(incident, filter)).toBe(refereeMeets(incident, filter));
    }),
    { numRuns: times(250, 2000) },
  );
});

test('first and last day and the edges of a box belong to them', () => {
  fc.assert(
    fc.property(anyIncident, (incident) => {
      const { occurred_on: day, lon, lat } = incident;
      const box: Filter = lon === null || lat === null ? {} : { bbox: [lon, lat, lon, lat] };
      expect(meetsFilter(incident, { from: day, to: day, ...box })).toBe(true);
    }),
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
    { numRuns: times(150, 1000) },
  );
});

test('a measure counts in the traits of an incident what the referee counts in its people and weapons', () => {
  fc.assert(
    fc.property(anyIncident, anyFilter(), (incident, filter) => {
      const kept = traitsOf(incident);
      for (const measure of subjectMeasures) {
        const field = fieldOfMeasure(measure)!;
        expect(amountIn(traitsIn(field, kept[field]), isCounted(measure, filter)), measure).toBe(
          refereeAmount(incident, measure, filter),
        );
      }
    }),
    { numRuns: times(150, 1000) },
  );
});

test('the figures of a facet are those of the referee, for every measure', () => {
  fc.assert(
    fc.property(anyIncident, anyFilter(), fc.constantFrom(...dimensionNames), (incident, filter, facet) => {
      const lists = without(filter, ...constraintNames);
      const kept = { ...incident, ...traitsOf(incident) };
      const rest = without(lists, facet);
      const figures = figuresFrom(
        measureNames,
        (name) => refereeAmount(incident, name, rest),
        (name) => Number(refereeLacks(incident, name, rest)),
      );
      const found = sumFacet(facet, dimensionFields, lists, measureNames, [[kept as unknown as Combination, figures]]);
      const values = refereeMeets(incident, rest) ? refereeValues(incident, facet, rest) : [];
      expect(found.map(({ value }) => value).toSorted()).toEqual(values.toSorted());
      for (const { value, ...sums } of found)
        for (const name of figuresWith(measureNames)) {
          const about = `${name} of ${facet} ${value}`;
          expect(sums[name], about).toBe(refereeAmountOfValue(incident, name, facet, value, lists));
          if (isReportedMeasure(name))
            expect(sums.notReported[name], about).toBe(Number(refereeLacksOfValue(incident, name, facet, value, lists)));
        }
    }),
    { numRuns: times(250, 2000) },
  );
});

test('every dimension is held by one field', () => {
  expect([...dimensionsOfField.values()].flat().toSorted()).toEqual(dimensionNames.toSorted());
});

test('a field has room for vocabularies that grow: hundreds of pairs of sixty codes', () => {
  const pairs = Array.from({ length: 240 }, (_, at) => [`class_${Math.floor(at / 4)}`, `status_${at % 4}`]);
  const traits = pairs.map((codes) => ({ codes, number: 1 }));
  const text = pairs.map((pair) => pair.join('/')).join(' ');
  expect(traitsIn('weapon_traits', text)).toEqual(traits);
  const filter = { weapon: ['class_59'], legal: ['status_3'] } as unknown as Filter;
  expect(traitsIn('weapon_traits', text).filter(testOfField('weapon_traits', filter)!)).toEqual([
    { codes: ['class_59', 'status_3'], number: 1 },
  ]);
});
