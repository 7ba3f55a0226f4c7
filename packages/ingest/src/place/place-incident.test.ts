import { exposureIn, type PlaceNames, withheld } from '@monitor/domain';
import { jurisdictions } from '@monitor/geography';
import { type Gazetteer, loadGazetteer, readReference } from '@monitor/geography/gazetteer';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkIncident } from '../check/check-incident.ts';
import { Findings } from '../findings.ts';
import { type RawIncident, unknownIncident, unknownSource } from '../raw-incident.ts';
import { placeIncident } from './place-incident.ts';
import { times } from '../../../../testing/depth.ts';

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

const somewhere: RawIncident = {
  ...unknownIncident,
  source_key: '1',
  occurred_on: '2024-03-01',
  type: 'public_dispute',
  point_basis: 'mapped_type',
};
const victimOf = (age: string) => ({ role: 'victim', sex: null, age, age_band: null, outcome: 'injured', relationship: null });

function place(change: Partial<RawIncident>) {
  const raw = { ...somewhere, ...change };
  const findings = new Findings();
  const draft = placeIncident(raw, checkIncident(raw, '2026-07-01', findings), gazetteer, findings);
  return { draft, reasons: findings.reasons.map(({ message }) => message), warnings: findings.warnings };
}

describe('coordinates', () => {
  it('give jurisdiction and region', () => {
    expect(place({ lon: '20.4612', lat: '44.8125' }).draft).toMatchObject({
      country: 'RS',
      region: 'RS-00',
      lon: 20.4612,
      lat: 44.8125,
      place_precision: 'exact',
      exact_lon: null,
    });
    expect(place({ lon: '21.1655', lat: '42.6629' }).draft?.country).toBe('XK');
    expect(place({ lon: '19.4543', lat: '41.3231' }).draft?.country).toBe('AL');
  });

  it('may have a decimal comma', () => {
    expect(place({ country: 'RS', lon: '20,4612', lat: '44,8125' }).draft).toMatchObject({ lon: 20.4612, lat: 44.8125 });
  });

  it.each(['-74.006', '−74.006', '-74,006', '−74,006'])('may have the minus of a keyboard or of typesetting: %s', (lon) => {
    expect(place({ country: 'US', lon, lat: '40,7128' }).draft).toMatchObject({ lon: -74.006, lat: 40.7128 });
  });

  it.each([
    ['0', '0', 'latitude and longitude are 0, 0, which usually means that they are not known.'],
    ['-9.0e15', '44.8', 'latitude and longitude ("44.8", (not shown)) must be from -90 to 90 and from -180 to 180.'],
    ['east', '44.8', 'latitude and longitude ("44.8", (not shown)) are not numbers in degrees.'],
    ['20.4', null, 'latitude and longitude ("", "20.4"): one of them is missing.'],
  ])('%s, %s are dropped, and the name places the incident', (lon, lat, message) => {
    const { draft, warnings } = place({ country: 'RS', place: 'Novi Sad', lon, lat });
    expect(draft).toMatchObject({ country: 'RS', region: 'RS-06', place_precision: 'settlement' });
    expect(draft?.lat).toBeCloseTo(45.25, 1);
    expect(warnings).toEqual([{ kind: 'point_impossible', message }]);
  });

  it('with the wrong sign fall outside, and the incident is kept by its settlement, region or jurisdiction', () => {
    const point = { country: 'US', lon: '90.37', lat: '38.7487' };
    const byName = place({ ...point, region: 'Missouri', place: 'Ferguson' });
    expect(byName.draft).toMatchObject({ country: 'US', region: 'US-MO', place: 'Ferguson', place_precision: 'settlement' });
    expect(byName.draft?.lon).toBeLessThan(-90);
    expect(byName.warnings).toEqual([
      {
        kind: 'point_outside',
        message: expect.stringMatching(
          /^latitude 38\.75, longitude 90\.37 is .*, not in US\. The longitude seems to have the wrong sign\.$/,
        ) as string,
        word: expect.stringMatching(/, not in US\. The longitude seems to have the wrong sign$/) as string,
      },
    ]);
    expect(place({ ...point, region: 'Missouri' }).draft).toMatchObject({ lon: null, lat: null, place_precision: 'region' });
    expect(place(point).draft).toMatchObject({ lon: null, region: null, place_precision: 'jurisdiction' });
  });

  it('that are swapped are dropped with a hint', () => {
    expect(place({ country: 'RS', lon: '44.8125', lat: '20.4612' }).warnings[0]?.message).toMatch(/seem to be swapped\.$/);
  });

  it('just over a simplified boundary are kept', () => {
    const { draft, warnings } = place({ country: 'BA', lon: '17.2547', lat: '45.1452' });
    expect(draft).toMatchObject({ country: 'BA', lon: 17.2547, place_precision: 'exact' });
    expect(warnings).toEqual([]);
  });

  const belgrade = { country: 'RS', lon: '20.4612', lat: '44.8125' };

  it('in another region than the one named are left out, and the words place the incident', () => {
    const byRegion = place({ ...belgrade, region: 'Нишавски округ' });
    expect(byRegion.draft).toMatchObject({ region: 'RS-20', lon: null, place_precision: 'region' });
    const bySettlement = place({ ...belgrade, region: 'Нишавски округ', place: 'Ниш' });
    expect(bySettlement.draft).toMatchObject({ region: 'RS-20', place: 'Niš', place_precision: 'settlement' });
    expect(bySettlement.draft?.lat).toBeCloseTo(43.3, 1);
    for (const { warnings } of [byRegion, bySettlement])
      expect(warnings).toEqual([
        { kind: 'point_outside_region', message: 'the point is in RS-00, but the row says RS-20. The point was left out.' },
      ]);
  });

  it('far from a town are kept as less than exact where no region is named', () => {
    const { draft, warnings } = place({ ...belgrade, place: 'Niš' });
    expect(draft).toMatchObject({ region: 'RS-00', lon: 20.4612, place_precision: 'settlement' });
    expect(warnings).toEqual([
      { kind: 'point_far', message: 'the point is more than 30 km from the settlement of this name in RS-20.' },
    ]);
  });

  it('are those of no settlement where several are likely, unless the region says which', () => {
    const open = place({ country: 'UA', place: 'Первомайськ' });
    expect(open.draft).toMatchObject({ region: null, place: null, lon: null, place_precision: 'jurisdiction' });
    expect(open.warnings.map(({ message }) => message)).toEqual([
      'several settlements of UA have this name, so the place was not published. Its region would say which one it is.',
    ]);
    expect(place({ country: 'UA', place: 'Первомайськ', region: 'Миколаївська область' }).draft?.region).toBe('UA-48');
  });

  it('in the region named, but far from the settlement, are kept as less than exact', () => {
    const { draft, warnings } = place({ country: 'US', region: 'Pennsylvania', place: 'Allentown', lon: '-79.99', lat: '40.44' });
    expect(draft).toMatchObject({ region: 'US-PA', place: 'Allentown', lon: -79.99, place_precision: 'settlement' });
    expect(warnings).toEqual([
      { kind: 'point_far', message: 'the point is more than 30 km from the settlement of this name in US-PA.' },
    ]);
  });

  it('near the settlement, or just over the line of the region, agree with the words', () => {
    // East St. Louis lies in Illinois.
    const across = place({ country: 'US', region: 'Missouri', place: 'St. Louis', lon: '-90.16', lat: '38.62' });
    expect(across.draft).toMatchObject({ region: 'US-MO', lon: -90.16, place_precision: 'exact' });
    const overLine = place({ country: 'US', region: 'Missouri', lon: '-90.16', lat: '38.62' });
    expect(overLine.draft).toMatchObject({ region: 'US-MO', lon: -90.16, place_precision: 'exact' });
    // A village that the gazetteer does not have in this region may be called like one elsewhere.
    const village = place({ ...belgrade, place: 'Xyzzy' });
    expect(village.draft).toMatchObject({ lon: 20.4612, place: null, withheld_place: 'Xyzzy', place_precision: 'exact' });
    for (const { warnings } of [across, overLine]) expect(warnings).toEqual([]);
  });

  it('are exact only where nothing in the row speaks against them', () => {
    const settlements = gazetteer.places.filter(({ jurisdiction }) => jurisdiction === 'RS' || jurisdiction === 'US');
    fc.assert(
      fc.property(fc.constantFrom(...settlements), fc.constantFrom(...settlements), fc.boolean(), (here, said, withRegion) => {
        const region = withRegion ? said.region : null;
        const words = { country: said.jurisdiction, region, place: said.name, lon: String(here.lon), lat: String(here.lat) };
        const { draft, warnings } = place(words);
        if (draft?.place_precision !== 'exact') return;
        expect(draft.country).toBe(said.jurisdiction);
        expect(warnings.map(({ kind }) => kind)).not.toContain('point_far');
        if (withRegion && here.jurisdiction === said.jurisdiction)
          expect(gazetteer.isNearRegion(here.lon, here.lat, said.region ?? '', 30)).toBe(true);
      }),
      { numRuns: times(80, 600) },
    );
  });
});

describe('names', () => {
  it('give coordinates in any script', () => {
    for (const name of ['Niš', 'NIS', 'Ниш'])
      expect(place({ country: 'Serbia', place: name }).draft).toMatchObject({
        country: 'RS',
        region: 'RS-20',
        place_precision: 'settlement',
      });
  });

  it('that are not known leave region or jurisdiction', () => {
    const { draft, warnings } = place({ country: 'RS', region: 'RS-20', place: 'Nigdinac na Kraju' });
    expect(draft).toMatchObject({ place: null, withheld_place: 'Nigdinac na Kraju', lon: null, place_precision: 'region' });
    expect(warnings).toEqual([
      { kind: 'place_withheld', message: 'the place is not in the gazetteer for RS-20, and was not published.' },
    ]);
  });

  it('of an unknown region are reported', () => {
    expect(place({ country: 'RS', region: 'Atlantis' })).toMatchObject({
      draft: { region: null, place_precision: 'jurisdiction' },
      warnings: [{ kind: 'region_unknown', message: 'region (not shown) is not known in RS.' }],
    });
  });

  it('of a jurisdiction in any spelling are read; an unknown one, or none at all, is rejected', () => {
    for (const country of ['XK', 'XKX', 'Kosovo', 'kosovo*']) expect(place({ country }).draft?.country).toBe('XK');
    const listed = '"npx pnpm@12.4.2 monitor countries" lists the known locations.';
    expect(place({ country: 'Mordor' }).reasons).toEqual([`country: (not shown) is not a known location. ${listed}`]);
    for (const point of [{}, { lon: '0', lat: '0' }, { lon: '20', lat: null }])
      expect(place(point).reasons).toEqual(['country: there is no country and no valid point.']);
    // In the middle of the Pacific.
    expect(place({ lon: '-140', lat: '0' }).reasons).toEqual([
      `country: there is no country, and the point is not in a known location. ${listed}`,
    ]);
  });
});

describe('Crimea', () => {
  it('belongs to Ukraine, whatever the file says', () => {
    expect(place({ country: 'Russia', lon: '34.1003', lat: '44.9484' }).draft).toMatchObject({ country: 'UA', region: 'UA-43' });
    expect(place({ country: 'RUS', region: 'Crimea' }).draft).toMatchObject({ country: 'UA', region: 'UA-43' });
    expect(place({ country: 'RU', lon: '33.5254', lat: '44.6167' }).draft).toMatchObject({ country: 'UA', region: 'UA-40' });
    expect(place({ country: 'RU', lon: '37.6173', lat: '55.7558' }).draft?.country).toBe('RU');
  });
});

describe('a precision that the source states', () => {
  const point = { country: 'UA', region: 'Donetsk oblast', lon: '37.8028', lat: '48.0159' };
  it('of region or jurisdiction leaves no point', () => {
    expect(place({ ...point, place_precision: 'region' }).draft).toMatchObject({
      lon: null,
      region: 'UA-14',
      place_precision: 'region',
    });
    expect(place({ ...point, place_precision: 'jurisdiction' }).draft).toMatchObject({
      lon: null,
      place_precision: 'jurisdiction',
    });
    expect(place({ country: 'UA', place_precision: 'region' }).draft?.place_precision).toBe('jurisdiction');
  });
  it('of jurisdiction takes no region from the point, which is the middle of something', () => {
    expect(place({ ...point, region: null, place_precision: 'jurisdiction' }).draft).toMatchObject({ region: null, lon: null });
    expect(place({ ...point, region: null, place_precision: 'region' }).draft).toMatchObject({ region: 'UA-14', lon: null });
  });
  it('of settlement keeps the point of the source', () => {
    expect(place({ ...point, place_precision: 'settlement' }).draft).toMatchObject({ lon: 37.8028, place_precision: 'settlement' });
  });
});

describe('do no harm', () => {
  const home = { country: 'RS', lon: '19.8512', lat: '45.2396' };
  it.each([
    ['domestic violence', { type: 'domestic_violence' }],
    ['a suicide', { type: 'suicide' }],
    ['a number of suicides', { suicides: '1' }],
    ['a victim of eighteen', { people: [victimOf('18')] }],
    ['a suspect of eighteen', { people: [{ ...victimOf('18'), role: 'perpetrator' }] }],
    ['a relative', { people: [{ ...victimOf('40'), relationship: 'family_member' }] }],
    ['what the source says of a child', { point_basis: 'sensitive' as const }],
    ['words of the source that nobody has listed', { type_as_reported: 'ubistvo supruge' }],
    ['a type of which nobody said what it means', { point_basis: null }],
  ])('%s has its point at the settlement, and the exact one for editors', (_, change) => {
    const { draft } = place({ ...home, place: 'Novi Sad', ...change });
    expect(draft).toMatchObject({
      place_precision: 'settlement',
      exact_lon: 19.8512,
      exact_lat: 45.2396,
      place: expect.any(String) as string,
    });
    expect([draft?.lon, draft?.lat]).not.toEqual([19.8512, 45.2396]);
    expect(draft?.lat).toBeCloseTo(45.25, 1);
  });

  it.each([
    ['Gramercy Park', 'US', '-73.9851', '40.7371', 'New York City'],
    ['Vračar', 'RS', '20.474', '44.793', 'Beograd'],
  ])('a quarter such as %s is no settlement, but may be the place of what is not sensitive', (quarter, country, lon, lat, city) => {
    for (const where of [
      { country, lon, lat },
      { country, place: quarter },
      { country, lon, lat, place: quarter },
    ])
      expect(place({ ...where, type: 'domestic_violence' }).draft?.place).toBe(city);
    expect(place({ country, lon, lat, place: quarter }).draft).toMatchObject({ place: quarter, place_precision: 'exact' });
  });

  it('no street is kept, no exact time and no link', () => {
    const source = { ...unknownSource, kind: 'media', url: 'https://example.org/news/1' };
    const { draft } = place({ ...home, place: 'Ulica Nigdinac 12', local_time: '21:47', type: 'suicide', sources: [source] });
    expect(draft).toMatchObject({ place: 'Novi Sad', local_time: null, part_of_day: 'evening' });
    expect(draft?.sources).toMatchObject([{ publisher: null, withheld_publisher: 'example.org', url: null }]);
    const { draft: pointless } = place({ country: 'RS', place: 'Ulica Nigdinac 12', type: 'suicide' });
    expect(pointless).toMatchObject({ place: null, place_precision: 'jurisdiction' });
  });

  it('without a name the nearest settlement is taken, with neither there is no point', () => {
    expect(place({ ...home, type: 'suicide' }).draft?.lat).toBeCloseTo(45.25, 1);
    expect(place({ country: 'US', lon: '-155.98765', lat: '68.54321', type: 'suicide' }).draft).toMatchObject({
      lon: null,
      lat: null,
      place_precision: 'region',
      exact_lon: -155.98765,
    });
  });

  it('a name far from the point is not where the point goes', () => {
    const { draft } = place({ ...home, place: 'Niš', type: 'suicide' });
    expect(draft?.lat).toBeCloseTo(45.25, 0);
  });

  it('leaves nothing finer than allowed on a sensitive incident, nor half a point on any', async () => {
    // Points lie anywhere.
    const places = (await readReference(jurisdictions.map(({ code }) => code))).places;
    const names = new Set(places.map(({ name, jurisdiction }) => `${jurisdiction} ${name}`));
    const settlements = places.filter(({ part_of }) => part_of === null);
    const whole = new Set(settlements.map(({ name, jurisdiction }) => `${jurisdiction} ${name}`));
    const known: PlaceNames = {
      isPlace: (name, jurisdiction) => names.has(`${jurisdiction} ${name}`),
      isSettlement: (name, jurisdiction) => whole.has(`${jurisdiction} ${name}`),
    };
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map(String);
    const source = { ...unknownSource, kind: 'media', url: 'https://example.org/news/1' };
    const anything = fc.record({
      lon: fc.oneof(degrees(180), fc.constantFrom('19.8512', '-82.9988', null)),
      lat: fc.oneof(degrees(90), fc.constantFrom('45.2396', '39.9612', null)),
      type: fc.constantFrom('domestic_violence', 'suicide', 'other'),
      country: fc.constantFrom('US', 'UA', 'RS', null),
      place: fc.constantFrom('Novi Sad', 'Columbus', 'Kyiv', 'Ulica Nigdinac 12', '', null),
      place_precision: fc.constantFrom('exact', 'settlement', 'region', 'jurisdiction', null),
      local_time: fc.constantFrom('21:47', null),
      point_basis: fc.constantFrom('sensitive', 'mapped_type', 'published_point', null),
      type_as_reported: fc.constantFrom('Child Involved Incident', null),
      sources: fc.constantFrom([source], []),
    });
    fc.assert(
      fc.property(anything, (raw) => {
        const { draft } = place(raw);
        if (!draft) return;
        const { lon, lat, place_precision } = draft;
        expect(lon === null).toBe(lat === null);
        expect(lon === null).toBe(place_precision === 'region' || place_precision === 'jurisdiction');
        expect(exposureIn(draft, known)).toBeUndefined();
        if (raw.type !== 'other') expect(draft.local_time).toBeNull();
        expect(withheld(draft, gazetteer)).toEqual(draft);
      }),
      { numRuns: times(120, 1000) },
    );
  });

  it('leaves other points as they are', () => {
    expect(place({ ...home, people: [victimOf('19')] }).draft).toMatchObject({
      lon: 19.8512,
      exact_lon: null,
      place_precision: 'exact',
    });
  });
});
