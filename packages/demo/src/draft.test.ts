/** What every made-up incident keeps to, over random seeds and periods. */
import {
  ageBandOf,
  datePrecisions,
  dayNumber,
  exposureIn,
  type IncidentDraft,
  incidentTypes,
  isIsoDate,
  isSensitive,
  legalStatuses,
  partOfDayOf,
  personOutcomes,
  type PlaceNames,
  placePrecisions,
  relationships,
  settings,
  sexes,
  sourceKinds,
  subtypesOf,
  urbanities,
  weaponClasses,
} from '@monitor/domain';
import { loadGazetteer, type Place } from '@monitor/geography/gazetteer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoIncidents } from './index.ts';
import { monitoredCodes } from './whereabouts.ts';
import { times } from '../../../testing/depth.ts';
import { drawLocalTime } from './draft.ts';
import { seededRandom } from './random.ts';

const gazetteer = await loadGazetteer();
const placesByName = new Map<string, Place[]>();
for (const place of gazetteer.places) {
  const key = `${place.jurisdiction} ${place.name}`;
  placesByName.set(key, [...(placesByName.get(key) ?? []), place]);
}

interface Request {
  readonly until: string;
  readonly seed: number;
  readonly rows: number;
}

const requests = fc.record({
  until: fc.constantFrom('2014-01-02', '2018-07-15', '2023-05-04', '2025-12-31', '2027-03-01'),
  seed: fc.integer(),
  rows: fc.integer({ min: 1, max: 400 }),
});

/** Random requests with what they give, made once for all rules. */
const answers = fc.sample(requests, times(8, 80)).map((request) => ({ request, drafts: [...demoIncidents(gazetteer, request)] }));

/** Checks a rule on the drafts of each request. */
function holdsOfEach(rule: (drafts: readonly IncidentDraft[], request: Request) => void): void {
  for (const { request, drafts } of answers)
    try {
      rule(drafts, request);
    } catch (cause) {
      throw new Error(`not so of ${JSON.stringify(request)}`, { cause });
    }
}

/** Checks a rule on all drafts. */
function holds(rule: (draft: IncidentDraft) => void): void {
  holdsOfEach((drafts) => {
    for (const draft of drafts) rule(draft);
  });
}

/** Same order as the counts of a draft. */
const countedOutcomes = [
  ['killed', 'killed'],
  ['injured', 'injured'],
  ['threatened', 'threatened'],
  ['suicides', 'suicide'],
] as const;

test('counts match the people, and unknown counts have none', () => {
  holds((draft) => {
    for (const [count, outcome] of countedOutcomes) {
      const people = draft.people.filter((person) => person.outcome === outcome).length;
      expect(draft[count] ?? 0, `${draft.source_key} ${count}`).toBe(people);
    }
  });
});

test('low ≤ best ≤ high', () => {
  holds((draft) => {
    for (const count of ['killed', 'injured'] as const) {
      const [low, best, high] = [draft[`${count}_low`], draft[count], draft[`${count}_high`]];
      if (low === null && high === null) continue;
      expect(low).not.toBeNull();
      expect(low ?? 0).toBeGreaterThanOrEqual(0);
      expect(low ?? 0).toBeLessThanOrEqual(best ?? -1);
      expect(best ?? 0).toBeLessThanOrEqual(high ?? -1);
    }
  });
});

test('all codes are of their vocabularies, and sub-types of their types', () => {
  holds((draft) => {
    expect(incidentTypes.has(draft.type) && settings.has(draft.setting) && urbanities.has(draft.urbanity)).toBe(true);
    expect(datePrecisions.has(draft.date_precision) && placePrecisions.has(draft.place_precision)).toBe(true);
    if (draft.subtype !== null) expect(subtypesOf(draft.type)).toContain(draft.subtype);
    expect(monitoredCodes).toContain(draft.country);
    for (const person of draft.people) {
      expect(sexes.has(person.sex) && personOutcomes.has(person.outcome) && relationships.has(person.relationship)).toBe(true);
      if (person.age !== null) expect(person.age_band).toBe(ageBandOf(person.age));
    }
    for (const weapon of draft.weapons) {
      expect(weaponClasses.has(weapon.class) && legalStatuses.has(weapon.legal)).toBe(true);
      expect(weapon.mode !== null).toBe(draft.type === 'weapon_seizure');
      expect(weapon.count ?? 1).toBeGreaterThanOrEqual(1);
    }
    expect(draft.sources.every((source) => sourceKinds.has(source.kind))).toBe(true);
  });
});

test('dates lie in the period, in order, and reports do not precede the incident or follow the last day', () => {
  holdsOfEach((drafts, { until }) => {
    let previous = '2014-01-01';
    for (const draft of drafts) {
      expect(draft.occurred_on >= previous && draft.occurred_on <= until).toBe(true);
      previous = draft.occurred_on;
      for (const { published_on: published } of draft.sources) {
        if (published === null) continue;
        expect(isIsoDate(published) && published >= draft.occurred_on && published <= until).toBe(true);
        expect(dayNumber(published) - dayNumber(draft.occurred_on)).toBeLessThanOrEqual(3);
      }
    }
  });
});

test('a time is a time of the day, and is given only where the day is known', () => {
  holds((draft) => {
    if (draft.local_time === null) return;
    expect(draft.local_time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    expect(draft.date_precision).toBe('day');
  });
});

function kilometresApart(one: { lon: number; lat: number }, other: { lon: number; lat: number }): number {
  const east = (one.lon - other.lon) * Math.cos((one.lat * Math.PI) / 180);
  return 111.2 * Math.hypot(east, one.lat - other.lat);
}

test('nothing of a sensitive incident is finer than allowed', () => {
  const placesOf = (name: string, country: string) => placesByName.get(`${country} ${name}`) ?? [];
  const known: PlaceNames = {
    isPlace: (name, country) => placesOf(name, country).length > 0,
    isSettlement: (name, country) => placesOf(name, country).some((one) => !one.partOf),
  };
  holds((draft) => {
    expect(exposureIn(draft, known)).toBeUndefined();
    if (draft.local_time !== null) expect(draft.part_of_day).toBe(partOfDayOf(draft.local_time));
  });
});

test('the public point of a sensitive incident is its settlement', () => {
  holds((draft) => {
    if (!isSensitive(draft) || draft.lon === null) return;
    expect(draft.place_precision).toBe('settlement');
    const settlements = placesByName.get(`${draft.country} ${draft.place}`) ?? [];
    expect(settlements.some((place) => place.lon === draft.lon && place.lat === draft.lat)).toBe(true);
  });
});

test('exact points lie within 4 km of their settlement or quarter, in its region', () => {
  holds((draft) => {
    if (draft.exact_lon !== null) expect(isSensitive(draft)).toBe(true);
    const lon = draft.exact_lon ?? (draft.place_precision === 'exact' ? draft.lon : null);
    const lat = draft.exact_lat ?? (draft.place_precision === 'exact' ? draft.lat : null);
    if (lon === null || lat === null) return;
    const settlements = placesByName.get(`${draft.country} ${draft.withheld_place ?? draft.place}`) ?? [];
    expect(Math.min(...settlements.map((place) => kilometresApart(place, { lon, lat })))).toBeLessThan(4.05);
    expect(gazetteer.locate(lon, lat)).toMatchObject({ jurisdiction: draft.country, region: draft.region });
  });
});

test('what is known to the region or jurisdiction only has no point and no settlement', () => {
  holds((draft) => {
    const coarse = draft.place_precision === 'region' || draft.place_precision === 'jurisdiction';
    expect(draft.lon === null && draft.lat === null && draft.place === null).toBe(coarse);
    if (draft.place_precision === 'region') expect(draft.region).not.toBeNull();
  });
});

test('publishers are synthetic and no source has a link', () => {
  holds((draft) => {
    expect(draft.sources.length).toBeGreaterThanOrEqual(1);
    expect(draft.sources.length).toBeLessThanOrEqual(3);
    for (const source of draft.sources) {
      expect(source.url).toBeNull();
      expect(source.publisher).toMatch(/^Synthetic /);
    }
  });
});

test('disputes come most on Friday and Saturday evenings, and in the small hours after them', () => {
  const random = seededRandom(1);
  const drawn = Array.from({ length: 7 }, (_, weekday) =>
    Array.from({ length: 2000 }, () => drawLocalTime(random, 'public_dispute', weekday)).filter((time) => time !== null),
  );
  /** The two weekdays with the largest share of such times. Monday is 0. */
  const busiest = (isMeant: (time: string) => boolean) => {
    const shares = drawn.map((all) => all.filter(isMeant).length / all.length);
    return [...shares.keys()]
      .toSorted((one, other) => shares[other]! - shares[one]!)
      .slice(0, 2)
      .toSorted((one, other) => one - other);
  };
  expect(busiest((time) => time >= '20:00')).toEqual([4, 5]);
  expect(busiest((time) => time < '06:00')).toEqual([5, 6]);
});
