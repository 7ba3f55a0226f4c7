/* Random incidents and filters for property-based tests of every package. */
import fc from 'fast-check';
import { dateOfDay, dayNumber } from '../src/date.ts';
import { dimensionNames, type DimensionName, dimensions, type OpenDimension } from '../src/dimensions.ts';
import { nothingReported } from '../src/fields.ts';
import { filterLimits } from '../src/constraints/constraint.ts';
import type { ConstraintName, Filter } from '../src/filter.ts';
import { ageBandOf, type IncidentDraft, partOfDayOf, type Person, publicAges, type Source, type Weapon } from '../src/incident.ts';
import {
  datePrecisions,
  incidentTypes,
  legalStatuses,
  personOutcomes,
  personRoles,
  placePrecisions,
  precisionsWithoutPoint,
  relationships,
  seizureModes,
  settings,
  sexes,
  sourceKinds,
  subtypesOf,
  tracedStatuses,
  urbanities,
  weaponClasses,
} from '../src/vocabularies.ts';
import type { Vocabulary } from '../src/vocabulary.ts';
import { type Settlements, withheld } from '../src/withhold.ts';

/** Few places, so that random filters select something. Region codes belong to the jurisdiction before the hyphen. */
const regions = ['RS-00', 'RS-20', 'XK-01', 'AL-11', 'ME-16', null] as const;

const codeOf = <Code extends string>(of: Vocabulary<Code>) => fc.constantFrom(...of.codes);
const few = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const person: fc.Arbitrary<Person> = fc
  .record({
    role: codeOf(personRoles),
    sex: codeOf(sexes),
    age: fc.option(fc.integer({ min: 0, max: 95 })),
    ages: fc.option(fc.record({ from: fc.integer({ min: 0, max: 70 }), years: fc.integer({ min: 1, max: 50 }) })),
    outcome: codeOf(personOutcomes),
    relationship: codeOf(relationships),
  })
  .map(({ ages, ...one }) => ({
    ...one,
    age_band: ageBandOf(one.age),
    ...(ages ? publicAges(ages.from, ages.from + ages.years) : { age_from: null, age_to: null }),
  }));

const weapon: fc.Arbitrary<Weapon> = fc.record({
  class: codeOf(weaponClasses),
  count: fc.option(fc.integer({ min: 1, max: 40 })),
  legal: codeOf(legalStatuses),
  mode: fc.option(codeOf(seizureModes)),
  traced: codeOf(tracedStatuses),
});

const source: fc.Arbitrary<Source> = fc.record({
  kind: codeOf(sourceKinds),
  publisher: fc.constantFrom('Daily 1', 'Дневник 2', null),
  withheld_publisher: fc.constant(null),
  url: fc.constant(null),
  withheld_url: fc.constant(null),
  published_on: fc.constant(null),
  language: fc.constant(null),
});

/** Settlements that the reference data of every test has, too few to be near a point. */
const settlementsOf: Readonly<Record<string, readonly string[]>> = { RS: ['Šabac', 'Ниш'], XK: ['Đakovica'] };

const fewSettlements: Settlements = {
  findPlace: (name, { jurisdiction, region = null }) =>
    settlementsOf[jurisdiction]?.includes(name) ? { name, region, lon: 20, lat: 44 } : undefined,
  nearestPlace: () => undefined,
};

/** An incident that the store accepts. @param key its source key */
export function anyDraft(key: string): fc.Arbitrary<IncidentDraft> {
  return fc
    .record({
      day: fc.integer({ min: dayNumber('2021-01-01'), max: dayNumber('2023-12-31') }),
      local_time: fc.option(fc.constantFrom('00:00', '00:20', '12:30', '23:59')),
      date_precision: codeOf(datePrecisions),
      region: fc.constantFrom(...regions),
      place: fc.nat({ max: 2 }),
      microdegrees: fc.tuple(fc.integer({ min: 18_000_000, max: 23_000_000 }), fc.integer({ min: 40_000_000, max: 46_000_000 })),
      place_precision: codeOf(placePrecisions),
      // Often said, so that there are exact points.
      point_basis: fc.constantFrom('mapped_type', ...Array<'published_point'>(6).fill('published_point'), 'sensitive', null),
      setting: codeOf(settings),
      urbanity: codeOf(urbanities),
      type: codeOf(incidentTypes),
      subtype: fc.nat(),
      type_as_reported: fc.constantFrom('dispute', 'shots', null, null, null),
      // Of nobody often enough that not all are sensitive.
      people: fc.oneof(fc.constant([]), fc.array(person, { maxLength: 3 })),
      weapons: fc.array(weapon, { maxLength: 2 }),
      sources: fc.array(source, { maxLength: 2 }),
      killed: few,
      injured: few,
      threatened: few,
      suicides: few,
    })
    .map(({ day, region, place, microdegrees: [lon, lat], subtype, ...rest }) => {
      const point = !precisionsWithoutPoint.includes(rest.place_precision);
      const subtypes = subtypesOf(rest.type);
      const draft = {
        ...nothingReported,
        ...rest,
        source_key: key,
        occurred_on: dateOfDay(day),
        part_of_day: rest.local_time === null ? null : partOfDayOf(rest.local_time),
        country: region?.slice(0, 2) ?? 'MD',
        region,
        place: settlementsOf[region?.slice(0, 2) ?? 'MD']?.[place] ?? null,
        lon: point ? lon / 1e6 : null,
        lat: point ? lat / 1e6 : null,
        subtype: subtypes[subtype % (subtypes.length + 1)] ?? null,
      };
      return withheld(draft, fewSettlements);
    });
}

/** Codes of the open lists, some of which occur. */
const openCodes: Readonly<Record<OpenDimension, readonly string[]>> = {
  country: ['RS', 'XK', 'AL', 'ME', 'MD'],
  region: ['RS-00', 'RS-20', 'XK-01'],
  dataset: ['first', 'second', 'made-up', 'far-off'],
};

/** Filters that select something of `anyDraft` more often than not. @param ids public identifiers of incidents */
export function anyFilter({ text = true, ids = [] }: { text?: boolean; ids?: readonly string[] } = {}): fc.Arbitrary<Filter> {
  const some = <Value>(value: fc.Arbitrary<Value>) => fc.uniqueArray(value, { minLength: 1, maxLength: 6 });
  const often = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
  const seldom = <Value>(arbitrary: fc.Arbitrary<Value>) =>
    fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
  const degrees = (from: number, to: number) => fc.integer({ min: from * 100, max: to * 100 }).map((value) => value / 100);
  const codes = (name: DimensionName): fc.Arbitrary<string> => {
    const { values } = dimensions[name];
    return values instanceof RegExp ? fc.constantFrom(...openCodes[name as OpenDimension]) : codeOf(values as Vocabulary);
  };
  const others: { readonly [Name in ConstraintName]: fc.Arbitrary<Filter[Name]> } = {
    from: often(fc.constantFrom('2021-03-01', '2022-01-01')),
    to: often(fc.constantFrom('2022-06-30', '2023-12-31')),
    min_victims: seldom(fc.integer({ min: 1, max: 6 })),
    min_weapons: seldom(fc.integer({ min: 1, max: 30 })),
    q: text ? seldom(fc.constantFrom('nis', 'Ниш', 'Шабац', 'ov', 'Дневник', 'dnevn 2', 'gjakove daily')) : fc.constant(undefined),
    bbox: seldom(
      fc.tuple(degrees(17, 22), degrees(39, 43), degrees(19, 24), degrees(43, 47)).map(([w, s, e, n]) => [w, s, e, n] as const),
    ),
    within: text
      ? seldom(
          fc.constant([
            [18.2, 40.1],
            [22.9, 41],
            [22.5, 45.9],
            [19, 44],
          ] as const),
        )
      : fc.constant(undefined),
    near: seldom(
      fc.record({ lon: degrees(17, 24), lat: degrees(39, 47), km: fc.integer({ min: 1, max: 6000 }).map((one) => one / 10) }),
    ),
    leave_out: seldom(
      fc.uniqueArray(fc.constantFrom('first/RS', 'first/AL', 'second/XK', 'made-up/RS', 'far-off/ME'), { minLength: 1 }),
    ),
    id:
      ids.length === 0
        ? fc.constant(undefined)
        : seldom(fc.subarray([...ids], { minLength: 1, maxLength: Math.min(ids.length, filterLimits.identifiers) })),
  };
  return fc
    .record({ ...Object.fromEntries(dimensionNames.map((name) => [name, seldom(some(codes(name)))])), ...others })
    .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter);
}
