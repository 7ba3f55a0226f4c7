import type { Settlements } from '@monitor/domain';
import type { ReferenceData } from '../src/index.ts';

/** Settlements, none of which is near another. */
export const towns: ReferenceData['places'] = [
  { id: 1, name: 'Shkodër', jurisdiction: 'AL', region: 'AL-10', lon: 19.5126, lat: 42.06828, population: 88_245 },
  { id: 2, name: 'Tiranë', jurisdiction: 'AL', region: 'AL-11', lon: 19.81889, lat: 41.3275, population: 374_801 },
  { id: 3, name: 'Beograd', jurisdiction: 'RS', region: 'RS-00', lon: 20.46513, lat: 44.80401, population: 1_273_651 },
  { id: 4, name: 'Šabac', jurisdiction: 'RS', region: 'RS-08', lon: 19.69, lat: 44.74667, population: 54_000 },
  { id: 5, name: 'Ниш', jurisdiction: 'RS', region: 'RS-20', lon: 21.90333, lat: 43.32472, population: 250_000 },
  { id: 6, name: 'Đakovica', jurisdiction: 'XK', region: 'XK-02', lon: 20.43083, lat: 42.38028, population: 94_556 },
  { id: 7, name: 'Київ', jurisdiction: 'UA', region: 'UA-30', lon: 30.5238, lat: 50.45466, population: 2_797_553 },
  { id: 8, name: 'Ялта', jurisdiction: 'UA', region: 'UA-43', lon: 34.16333, lat: 44.49583, population: 76_746 },
  { id: 9, name: 'Labasa', jurisdiction: 'FJ', region: 'FJ-N', lon: 179.36451, lat: -16.4332, population: 27_949 },
  { id: 10, name: 'Taveuni', jurisdiction: 'FJ', region: 'FJ-N', lon: -179.9, lat: -16.85, population: 9_000 },
];

/** A few locations, regions and settlements; the points are near the real ones. */
export const referenceData: ReferenceData = {
  jurisdictions: [
    { code: 'AL', iso3: 'ALB', name: 'Albania', note: null },
    { code: 'RS', iso3: 'SRB', name: 'Serbia', note: null },
    { code: 'XK', iso3: 'XKX', name: 'Kosovo*', note: 'See the note.' },
    { code: 'ME', iso3: 'MNE', name: 'Montenegro', note: null },
    { code: 'MD', iso3: 'MDA', name: 'Moldova', note: null },
    { code: 'UA', iso3: 'UKR', name: 'Ukraine', note: null },
    { code: 'FJ', iso3: 'FJI', name: 'Fiji', note: null },
  ],
  regions: [
    { code: 'AL-10', jurisdiction: 'AL', name: 'Shkodër' },
    { code: 'AL-11', jurisdiction: 'AL', name: 'Tiranë' },
    { code: 'RS-00', jurisdiction: 'RS', name: 'Beograd' },
    { code: 'RS-08', jurisdiction: 'RS', name: 'Mačvanski okrug' },
    { code: 'RS-20', jurisdiction: 'RS', name: 'Nišavski okrug' },
    { code: 'ME-16', jurisdiction: 'ME', name: 'Podgorica' },
    { code: 'XK-01', jurisdiction: 'XK', name: 'Prishtina' },
    { code: 'XK-02', jurisdiction: 'XK', name: 'Gjakova' },
    { code: 'UA-30', jurisdiction: 'UA', name: 'Київ' },
    // Named as in the product, since a published site searches the product's own names.
    { code: 'UA-43', jurisdiction: 'UA', name: 'Crimea' },
    { code: 'FJ-N', jurisdiction: 'FJ', name: 'Northern' },
  ],
  places: [
    ...towns,
    { id: 11, name: 'Нишка Бања', jurisdiction: 'RS', region: 'RS-20', lon: 22.0061, lat: 43.2933, population: 4_380 },
    { id: 12, name: 'Алексинац', jurisdiction: 'RS', region: 'RS-20', lon: 21.7078, lat: 43.5417, population: 16_000 },
    { id: 13, name: 'Prishtinë / Priština', jurisdiction: 'XK', region: 'XK-01', lon: 21.1669, lat: 42.6727, population: 198_897 },
    { id: 14, name: 'Казивање', jurisdiction: 'RS', region: 'RS-20', lon: 21.9, lat: 43.3, population: 1 },
  ],
};

/** Its settlements. */
export const fixtureSettlements: Settlements = {
  findPlace: (name, { jurisdiction }) => towns.find((place) => place.name === name && place.jurisdiction === jurisdiction),
  nearestPlace(lon, lat, jurisdiction) {
    const distance = (place: { lon: number; lat: number }) => Math.hypot(place.lon - lon, place.lat - lat);
    const [nearest] = towns
      .filter((place) => place.jurisdiction === jurisdiction && distance(place) < 0.5)
      .toSorted((one, other) => distance(one) - distance(other));
    return nearest;
  },
};
