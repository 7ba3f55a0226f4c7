import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { kilometresBetween, nearestOf } from './distance.ts';
import { type Gazetteer, loadGazetteer } from './gazetteer.ts';
import { readWorldFile } from './gazetteer/read-data.ts';
import { jurisdictions } from './jurisdictions.ts';
import { isHome, region, drawnRegions } from './regions.ts';

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

describe('locate', () => {
  test.each([
    ['Simferopol', 34.1, 44.95, 'UA', 'UA-43'],
    ['Sevastopol', 33.52, 44.61, 'UA', 'UA-40'],
    ['open country in Crimea', 34.3, 45.5, 'UA', 'UA-43'],
    ['Pristina', 21.166, 42.66, 'XK', 'XK-06'],
    ['Mitrovica, north of the Ibar', 20.866, 42.9, 'XK', 'XK-04'],
    ['Durrës', 19.45, 41.32, 'AL', 'AL-02'],
    ['the harbour of Durrës', 19.4, 41.3, 'AL', 'AL-02'],
    ['Dubrovnik', 18.094, 42.65, 'HR', 'HR-19'],
    ['Lokrum, an island that the outlines lack', 18.12, 42.62, 'HR', 'HR-19'],
    ['Neum, between two parts of Croatia', 17.615, 42.924, 'BA', 'BA-07'],
    ['Odesa', 30.73, 46.48, 'UA', 'UA-51'],
    ['off Odesa', 30.9, 46.4, 'UA', 'UA-51'],
    ['Tiraspol', 29.63, 46.84, 'MD', 'MD-SN'],
    ['Brčko', 18.81, 44.87, 'BA', 'BA-BRC'],
    ['Glogovac near Jagodina, which GeoNames files under the region of another Glogovac', 21.3134, 44.04213, 'RS', 'RS-13'],
    ['Glogovac near Bogatić', 19.41532, 44.86341, 'RS', 'RS-08'],
    ['Philadelphia', -75.16, 39.95, 'US', 'US-PA'],
    ['Kaliningrad', 20.5, 54.7, 'RU', 'RU-KGD'],
    ['São Paulo', -46.63, -23.55, 'BR', 'BR-SP'],
    ['open country in Acre', -70.5, -9.2, 'BR', 'BR-AC'],
    ['Guayaquil', -79.9, -2.19, 'EC', 'EC-G'],
    ['Toronto', -79.38, 43.65, 'CA', 'CA-ON'],
    ['Tel Aviv', 34.78, 32.08, 'IL', 'IL-TA'],
    ['Gaza', 34.46, 31.5, 'PS', 'PS-GZZ'],
    ['Ankara', 32.86, 39.93, 'TR', 'TR-06'],
    ['Cayenne, which is in France and has a code of its own', -52.33, 4.93, 'GF', null],
    ['Las Palmas, whose code is only reserved', -15.43, 28.1, 'ES', 'ES-GC'],
    ['Monaco', 7.425, 43.735, 'MC', null],
    ['the Sahara, far from any settlement', 10, 23.5, 'DZ', 'DZ-11'],
    ['the sea 20 km off Vis, whose land is not near', 16.0, 42.86, 'HR', 'HR-17'],
    ['Bouvet Island, where nobody lives', 3.36, -54.42, 'BV', null],
  ])('%s', (_, lon, lat, jurisdiction, regionCode) => {
    expect(gazetteer.locate(lon, lat)).toEqual({ jurisdiction, region: regionCode });
  });

  test.each([
    ['far out in the Black Sea', 33, 43.3],
    ['the sea 52 km off the Camargue, which country-coder files under France', 4.5847, 42.8723],
    ['the Gulf of Guinea', 0, 0],
    ['nowhere', -9e15, -9e15],
    ['no number', Number.NaN, 44],
  ])('%s is nowhere here', (_, lon, lat) => {
    expect(gazetteer.locate(lon, lat)).toBeUndefined();
  });

  test('every settlement lies in its own jurisdiction and region', () => {
    const strays = gazetteer.places.filter((place) => {
      const found = gazetteer.locate(place.lon, place.lat);
      return found?.jurisdiction !== place.jurisdiction || found.region !== place.region;
    });
    if (strays.length > 0) console.warn('settlements that lie elsewhere:', strays.map(({ name }) => name).join(', '));
    expect(strays.length).toBeLessThanOrEqual(3);
  });

  test('up to 10 km from any settlement, on small islands too, no point is nowhere', () => {
    const coastal = [
      ...gazetteer.places.filter(({ jurisdiction }) => jurisdiction === 'HR'),
      ...readWorldFile('GR').entries.map(({ place }) => place),
    ];
    const direction = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...coastal),
        direction,
        fc.double({ min: 0, max: 10, noNaN: true }),
        (place, angle, kilometres) => {
          const lat = place.lat + (Math.sin(angle) * kilometres) / 111.3;
          const lon = place.lon + (Math.cos(angle) * kilometres) / 111.3;
          expect(gazetteer.locate(lon, lat)).toBeDefined();
        },
      ),
    );
  });

  test('so does nearly every point two kilometres from a monitored settlement, where outlines decide', () => {
    const monitored = new Set(jurisdictions.filter((entry) => entry.monitored).map(({ code }) => code));
    const places = gazetteer.places.filter(({ jurisdiction }) => monitored.has(jurisdiction));
    const strays = places.filter((place) => gazetteer.locate(place.lon, place.lat + 0.018)?.jurisdiction !== place.jurisdiction);
    console.warn(`${strays.length} of ${places.length} points lie across a border`);
    expect(strays.length / places.length).toBeLessThan(0.02);
  });
});

describe('nearestPlace', () => {
  test('names the settlement of a point', () => {
    expect(gazetteer.nearestPlace(21.9, 43.32, 'RS')?.name).toBe('Niš');
    expect(gazetteer.nearestPlace(24, 49.84, 'UA')?.name).toBe('Львів');
  });

  test('keeps to the jurisdiction and to the distance', () => {
    expect(gazetteer.nearestPlace(22.55, 44.65, 'RS')?.name).toBe('Kladovo');
    expect(gazetteer.nearestPlace(22.65, 44.63, 'RO')?.jurisdiction).toBe('RO');
    expect(gazetteer.nearestPlace(33, 43.3, 'UA')).toBeUndefined();
    expect(gazetteer.nearestPlace(21.9, 43.32, 'RS', 0.001)).toBeUndefined();
    expect(gazetteer.nearestPlace(21.9, 43.32, 'ZZ')).toBeUndefined();
  });

  test('is the one that comparing all of them finds, near and far', () => {
    const all = gazetteer.places.filter(({ jurisdiction }) => jurisdiction === 'ME');
    const anywhere = fc.tuple(fc.integer({ min: -1800, max: 1800 }), fc.integer({ min: -900, max: 900 }));
    const around = fc.tuple(fc.integer({ min: 170, max: 215 }), fc.integer({ min: 410, max: 440 }));
    fc.assert(
      fc.property(fc.oneof(anywhere, around), fc.constantFrom(1, 20, 60, 300), ([tenLon, tenLat], within) => {
        const point = { lon: tenLon / 10, lat: tenLat / 10 };
        const found = gazetteer.nearestPlace(point.lon, point.lat, 'ME', within);
        const nearest = nearestOf(all, point, within);
        expect(found && kilometresBetween(found, point)).toBe(nearest && kilometresBetween(nearest, point));
      }),
    );
  });
});

describe('findPlace', () => {
  test.each([
    ['RS', 'Niš', ['Ниш', 'Nis', 'Nish', 'NIŠ', ' niš ']],
    ['RS', 'Šabac', ['Шабац', 'Sabac']],
    ['RS', 'Beograd', ['Belgrade', 'Београд', 'BEOGRAD']],
    ['UA', 'Київ', ['Kyiv', 'Kiev', 'Киев', 'Kyiv city']],
    ['UA', 'Одеса', ['Odesa', 'Odessa', 'Одесса']],
    ['UA', 'Керч', ['Kerch']],
    ['AL', 'Shkodër', ['Shkoder', 'Скадар', 'Shkodra']],
    ['XK', 'Gjakovë / Đakovica', ['Đakovica', 'Gjakova', 'Ђаковица', 'Gjakovë']],
    ['XK', 'Mitrovicë / Mitrovica', ['Mitrovica', 'Kosovska Mitrovica']],
    ['MK', 'Куманово', ['Kumanovo', 'kumanovo']],
    ['MD', 'Chișinău', ['Chisinau', 'Chişinău', 'Кишинев']],
    ['RO', 'București', ['Bucharest', 'Bucureşti']],
    ['US', 'St. Louis', ['Saint Louis', 'St Louis']],
    ['US', 'New York City', ['New York', 'New York (Manhattan)']],
    ['AT', 'Vienna', ['Wien']],
  ])('in %s, %s is found by other spellings', (jurisdiction, name, spellings) => {
    for (const spelling of [name, ...spellings])
      expect([spelling, gazetteer.findPlace(spelling, { jurisdiction })?.name]).toEqual([spelling, name]);
  });

  test.each([
    ['UA', 'м. Одеса', 'Одеса'],
    ['UA', 'м.Одеса', 'Одеса'],
    ['UA', 'смт Слобожанське', 'Слобожанське'],
    ['BY', 'г. Минск', 'Мінск'],
    ['BG', 'гр. София', 'София'],
    ['RS', 'с. Ново Милошево', 'Novo Miloševo'],
    ['AL', 'Qyteti Shkodër', 'Shkodër'],
    ['AL', 'fshati Fushë-Krujë', 'Fushë-Krujë'],
    ['RO', 'sat Brazi', 'Brazi'],
  ])('in %s, %s is %s', (jurisdiction, name, found) => {
    expect(gazetteer.findPlace(name, { jurisdiction })?.name).toBe(found);
  });

  test('does not take "centre" for a settlement in another region', () => {
    expect(gazetteer.findPlace('Merkez', { jurisdiction: 'TR' })).toBeUndefined();
    expect(gazetteer.findPlace('Merkez', { jurisdiction: 'TR', region: 'TR-32' })).toBeUndefined();
    expect(gazetteer.findPlace('Centar', { jurisdiction: 'MK' })).toBeUndefined();
    expect(gazetteer.findPlace('Merkez', { jurisdiction: 'TR', region: 'TR-17' })?.region).toBe('TR-17');
  });

  test('gives none of several likely settlements of a name, if asked for a clear one', () => {
    const inUkraine = (name: string) => gazetteer.findPlace(name, { jurisdiction: 'UA', isClear: true })?.region;
    expect(inUkraine('Первомайськ')).toBeUndefined();
    expect(inUkraine('Одеса')).toBe('UA-51');
    expect(gazetteer.findPlace('Первомайськ', { jurisdiction: 'UA', region: 'UA-48', isClear: true })?.region).toBe('UA-48');
  });

  test('finds both settlements of a name, each in its own region', () => {
    for (const code of ['RS-08', 'RS-13'])
      expect(gazetteer.findPlace('Glogovac', { jurisdiction: 'RS', region: code })?.region).toBe(code);
  });

  test('prefers the region, then the larger place', () => {
    const inRegion = (code: string) => gazetteer.findPlace('Springfield', { jurisdiction: 'US', region: code })?.region;
    expect(inRegion('US-IL')).toBe('US-IL');
    expect(inRegion('US-MA')).toBe('US-MA');
    expect(gazetteer.findPlace('Springfield', { jurisdiction: 'US' })?.region).toBe('US-MO');
  });

  test('does not take a place far from the region for it', () => {
    expect(gazetteer.findPlace('Philadelphia', { jurisdiction: 'US', region: 'US-CA' })).toBeUndefined();
    // In North Carolina and in New Jersey: between the outermost points of the regions, but far from them.
    expect(gazetteer.findPlace('Cordova', { jurisdiction: 'US', region: 'US-SC' })).toBeUndefined();
    expect(gazetteer.findPlace('Chester', { jurisdiction: 'US', region: 'US-NY' })?.region).toBe('US-NY');
  });

  test('finds the one near a point among several of a name in a region', () => {
    const places = gazetteer.places.filter(({ jurisdiction }) => ['RS', 'UA', 'MK'].includes(jurisdiction));
    const lost = places.filter((near) => {
      const { name, jurisdiction, region: code } = near;
      return gazetteer.findPlace(name, { jurisdiction, region: code, near }) === undefined;
    });
    expect(lost).toEqual([]);
    const inOdesa = (near?: { lon: number; lat: number }) =>
      gazetteer.findPlace('Павлівка', { jurisdiction: 'UA', region: 'UA-51', ...(near && { near }) })?.population;
    expect([inOdesa(), inOdesa({ lon: 29.57, lat: 47.24 })]).toEqual([2556, 1021]);
  });

  test('finds nothing in nothing', () => {
    for (const name of ['', ' ', '()', 'town', '???', 'Xyzzy'])
      expect(gazetteer.findPlace(name, { jurisdiction: 'RS' })).toBeUndefined();
    expect(gazetteer.findPlace('Niš', { jurisdiction: 'ZZ' })).toBeUndefined();
  });
});

describe('quarters', () => {
  test.each([
    ['Vračar', 20.474, 44.793, 'RS', 'Beograd'],
    ['Stari Grad', 20.462, 44.818, 'RS', 'Beograd'],
    ['Gramercy Park', -73.9851, 40.7371, 'US', 'New York City'],
    ['Chinatown', -122.4086, 37.7966, 'US', 'San Francisco'],
    ['East Harlem', -73.9425, 40.7947, 'US', 'Manhattan'],
    ['Codru', 28.819, 46.976, 'MD', 'Chișinău'],
  ])('%s is part of its city', (name, lon, lat, jurisdiction, city) => {
    const quarter = gazetteer.nearestPlace(lon, lat, jurisdiction);
    expect([quarter?.name, quarter?.partOf?.name, quarter?.partOf?.region]).toEqual([name, city, quarter?.region]);
  });

  test.each([
    ['a large town beside a city', 'RS', 'Zemun'],
    ['a village outside of one', 'RS', 'Veternik'],
    ['a town outside of one', 'AL', 'Kamëz'],
    ['a city', 'RS', 'Beograd'],
  ])('%s is a settlement of its own: %s, %s', (_what, jurisdiction, name) => {
    const place = gazetteer.findPlace(name, { jurisdiction });
    expect([place?.name, place?.partOf]).toEqual([name, undefined]);
  });

  test('are part of a settlement of their own region that is no quarter', () => {
    const quarters = gazetteer.places.filter(({ partOf }) => partOf !== undefined);
    expect(quarters.length).toBeGreaterThan(200);
    expect(quarters.filter(({ partOf, region: own }) => partOf?.partOf !== undefined || partOf?.region !== own)).toEqual([]);
  });
});

describe('findRegion', () => {
  test.each([
    ['Donetsk oblast', 'UA', 'UA-14'],
    ['Одеська область', 'UA', 'UA-51'],
    ['Kiev Special Republican city', 'UA', 'UA-30'],
    ['Kyiv Oblast', 'UA', 'UA-32'],
    ['Київська', 'UA', 'UA-32'],
    ['Київ', 'UA', 'UA-30'],
    ['Kyiv', 'UA', 'UA-30'],
    ['София', 'BG', 'BG-22'],
    ['София (столица)', 'BG', 'BG-22'],
    ['Столична община', 'BG', 'BG-22'],
    ['Sofia Province', 'BG', 'BG-23'],
    ['Софийска област', 'BG', 'BG-23'],
    ['Минск', 'BY', 'BY-HM'],
    ['г. Минск', 'BY', 'BY-HM'],
    ['гр. София', 'BG', 'BG-22'],
    ['Минская область', 'BY', 'BY-MI'],
    ['Buenos Aires', 'AR', 'AR-C'],
    ['Provincia de Buenos Aires', 'AR', 'AR-B'],
    ['Tashkent', 'UZ', 'UZ-TK'],
    ['Tashkent oblast', 'UZ', 'UZ-TO'],
    ['Zagreb County', 'HR', 'HR-01'],
    ['Mačvanski okrug', 'RS', 'RS-08'],
    ['South Bačka', 'RS', 'RS-06'],
    ['Pomoravski', 'RS', 'RS-13'],
    ['Rasinski', 'RS', 'RS-19'],
    ['Split-Dalmatia County', 'HR', 'HR-17'],
    ['Požega-Slavonia', 'HR', 'HR-11'],
    ['Brod-Posavina', 'HR', 'HR-12'],
    ['Київська область', 'UA', 'UA-32'],
    ['Sofia', 'BG', 'BG-22'],
    ['Minsk', 'BY', 'BY-HM'],
    ['Zagreb', 'HR', 'HR-21'],
    ['Prizren', 'XK', 'XK-07'],
    ['Đakovica', 'XK', 'XK-02'],
    ['Transnistria', 'MD', 'MD-SN'],
    ['Pennsylvania', 'US', 'US-PA'],
    ['pa', 'US', 'US-PA'],
    ['US-PA', 'US', 'US-PA'],
    ['20', 'RS', 'RS-20'],
  ])('%s of %s is %s', (name, jurisdiction, code) => {
    expect(gazetteer.findRegion(name, jurisdiction)).toBe(code);
  });

  test('every region is found by its own name, which is not that of the city within it', () => {
    for (const { code, jurisdiction, name } of drawnRegions)
      expect([name, gazetteer.findRegion(name, jurisdiction)]).toEqual([name, code]);
  });

  test('the name of a city is that of the region around it, if the settlement or the point beside it lies there', () => {
    const kyiv = (name: string, located: string | null, place: string | null) =>
      gazetteer.findRegion(name, 'UA', { located, place });
    expect(kyiv('Київ', null, 'Біла Церква')).toBe('UA-32');
    expect(kyiv('Київ', 'UA-32', null)).toBe('UA-32');
    expect(kyiv('Київ', 'UA-30', 'Біла Церква')).toBe('UA-30');
    expect(kyiv('Київ', null, 'Київ')).toBe('UA-30');
    expect(kyiv('Київ', null, 'Nowhere')).toBe('UA-30');
    expect(kyiv('City of Kyiv', null, 'Біла Церква')).toBe('UA-30');
  });

  test('a code of another jurisdiction, or no name at all, is none', () => {
    expect(gazetteer.findRegion('RS-20', 'BA')).toBeUndefined();
    expect(gazetteer.findRegion('', 'RS')).toBeUndefined();
    expect(gazetteer.findRegion('oblast', 'UA')).toBeUndefined();
  });
});

describe('places', () => {
  test('are sorted by a unique identifier', () => {
    const ids = gazetteer.places.map(({ id }) => id);
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0))).toBe(true);
  });

  test('have a region wherever their jurisdiction has regions', () => {
    const withRegions = new Set(drawnRegions.map(({ jurisdiction }) => jurisdiction));
    const wrong = gazetteer.places.filter((place) => {
      const expected = withRegions.has(place.jurisdiction) ? place.jurisdiction : undefined;
      return region(place.region ?? '')?.jurisdiction !== expected;
    });
    expect(wrong).toEqual([]);
  });

  test('there are enough of them to put incidents on', () => {
    const count = (code: string) => gazetteer.places.filter(({ jurisdiction }) => jurisdiction === code).length;
    expect(Object.fromEntries(['AL', 'BA', 'XK', 'MD', 'ME', 'MK', 'RS', 'UA'].map((code) => [code, count(code)]))).toEqual({
      AL: 404,
      BA: 272,
      XK: 66,
      MD: 79,
      ME: 64,
      MK: 298,
      RS: 443,
      UA: 2851,
    });
  });
});

describe('locations elsewhere', () => {
  const elsewhere = jurisdictions.map(({ code }) => code).filter((code) => !isHome(code));
  const files = elsewhere.map((code) => ({ code, ...readWorldFile(code) }));

  test('have regions with codes of their own, each with a name and most with an outline that settlements lie in', () => {
    expect(files.length).toBe(jurisdictions.length - 12);
    for (const { code, regions: own, entries } of files) {
      const codes = own.map(([one]) => one);
      expect(new Set(codes).size, code).toBe(codes.length);
      expect(own.filter(([one, name]) => !one.startsWith(`${code}-`) || name === '')).toEqual([]);
      for (const { place } of entries) expect(place.jurisdiction).toBe(code);
      const known: ReadonlySet<string | null> = new Set(codes);
      expect(entries.filter(({ place }) => (codes.length === 0 ? place.region !== null : !known.has(place.region)))).toEqual([]);
    }
    expect(files.flatMap(({ regions: own }) => own).length).toBeGreaterThan(3500);
  });

  test('have settlements that are found where they are', () => {
    const some = files.flatMap(({ entries }) => entries.map(({ place }) => place)).filter((_, index) => index % 200 === 0);
    const strays = some.filter((place) => gazetteer.locate(place.lon, place.lat)?.jurisdiction !== place.jurisdiction);
    // Beside a border, or in a part that both sides count.
    expect(strays.length / some.length).toBeLessThan(0.01);
  });

  test.each([
    ['São Paulo', 'BR', 'BR-SP'],
    ['SAO PAULO', 'BR', 'BR-SP'],
    ['תל אביב', 'IL', 'IL-TA'],
    ['تل أبيب', 'IL', 'IL-TA'],
    ['Αθήνα', 'GR', 'GR-A1'],
    ['თბილისი', 'GE', 'GE-TB'],
    ['Göteborg', 'SE', 'SE-O'],
  ])('%s is found by its name', (name, jurisdiction, regionCode) => {
    expect(gazetteer.findPlace(name, { jurisdiction })?.region).toBe(regionCode);
  });

  test.each([
    ['Rio de Janeiro', 'BR', 'BR-RJ'],
    ['sp', 'BR', 'BR-SP'],
    ['Ontario', 'CA', 'CA-ON'],
    ['Quebec', 'CA', 'CA-QC'],
    ['Västra Götalands län', 'SE', 'SE-O'],
    ['Guayas', 'EC', 'EC-G'],
    ['Şanlıurfa', 'TR', 'TR-63'],
    ['מחוז תל אביב', 'IL', 'IL-TA'],
  ])('the region %s of %s is known', (name, jurisdiction, code) => {
    expect(gazetteer.findRegion(name, jurisdiction)).toBe(code);
  });
});
