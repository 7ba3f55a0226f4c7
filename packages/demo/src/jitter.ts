import type { Point } from '@monitor/geography';
import type { Gazetteer, Place } from '@monitor/geography/gazetteer';
import { inDrawnRegion } from './drawn-region.ts';
import type { Random } from './random.ts';

const kilometresPerDegree = 111.2;
const attempts = 4;

/** Largest distance from the settlement in kilometres: 2 for a village, up to 4 for a large town. */
function reach(place: Place): number {
  return 2 + 2 * Math.min(1, place.population / 250_000);
}

/** Five decimals, about a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

function liesWith(gazetteer: Gazetteer, place: Place, lon: number, lat: number): boolean {
  if (place.region !== null && !inDrawnRegion(lon, lat, place.region)) return false;
  const found = gazetteer.locate(lon, lat);
  return found?.jurisdiction === place.jurisdiction && found.region === place.region;
}

/**
 * A made-up point within 2 to 4 km of a settlement, denser towards its middle, on the land of its own region;
 * undefined where several tries in a row fall elsewhere, as they may on a coast or at a border.
 */
export function jitter(random: Random, gazetteer: Gazetteer, place: Place): Point | undefined {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const distance = (reach(place) * random.uniform() ** 0.8) / kilometresPerDegree;
    const angle = 2 * Math.PI * random.uniform();
    const lon = rounded(place.lon + (distance * Math.cos(angle)) / Math.cos((place.lat * Math.PI) / 180));
    const lat = rounded(place.lat + distance * Math.sin(angle));
    if (liesWith(gazetteer, place, lon, lat)) return { lon, lat };
  }
  return undefined;
}
