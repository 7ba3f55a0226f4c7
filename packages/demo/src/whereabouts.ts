import { createRequire } from 'node:module';
import type { IncidentDraft, Urbanity } from '@monitor/domain';
import type { Point } from '@monitor/geography';
import type { Gazetteer, Place } from '@monitor/geography/gazetteer';
import pointInPolygon from 'point-in-polygon-hao';
import { type Draw, type Random, weighted } from './random.ts';

/**
 * Share of each place in all incidents, from the published places: Albania 372 of 2,887 in 2020, Bosnia and Herzegovina
 * 529 of 3,495 in 2023, Serbia 113, North Macedonia 145 and Kosovo* 253 of 868 in the last quarter of 2023. North
 * Macedonia is set a little lower, since Bosnia and Herzegovina was second in the whole year. What is left is divided
 * between Montenegro and Moldova by assumption.
 */
export const placeShares = { XK: 0.288, BA: 0.152, MK: 0.15, RS: 0.13, AL: 0.129, ME: 0.095, MD: 0.056 } as const;
export type MonitoredCode = keyof typeof placeShares;
export const monitoredCodes = Object.keys(placeShares) as readonly MonitoredCode[];

/** The places' shares of one month, varied a little around their level, so that the series are not suspiciously even. */
export function placesOfMonth(random: Random): Draw<MonitoredCode> {
  return weighted(
    monitoredCodes,
    monitoredCodes.map((code) => placeShares[code] * random.logNormal(0.07)),
  );
}

/** Settlements of fewer people count as rural. */
const smallestTown = 5000;

export type Settlements = ReturnType<typeof settlementsOf>;

/** The draws of a settlement of a place, by population; of villages less steeply, since what is near them counts for them. */
export function settlementsOf(code: MonitoredCode, { places }: Gazetteer) {
  const all = places.filter((place) => place.jurisdiction === code);
  const draw = (some: readonly Place[], steepness: number) => {
    const drawn = some.length > 0 ? some : all;
    return weighted(
      drawn,
      drawn.map((place) => (place.population + 500) ** steepness),
    );
  };
  if (all.length === 0) return undefined;
  return {
    urban: draw(
      all.filter((place) => place.population >= smallestTown),
      0.9,
    ),
    rural: draw(
      all.filter((place) => place.population < smallestTown),
      0.5,
    ),
  };
}

/** Where an incident is, as a draft says it. */
type Whereabouts = Pick<IncidentDraft, 'region' | 'place' | 'lon' | 'lat' | 'place_precision'>;

const nowhere = { region: null, place: null, lon: null, lat: null };

/** In a settlement, a few known to the region or place only. Some have an exact point near the settlement. All shares are assumptions. */
export function drawWhereabouts(random: Random, gazetteer: Gazetteer, settlements: Settlements, urbanity: Urbanity): Whereabouts {
  if (settlements === undefined) return { ...nowhere, place_precision: 'jurisdiction' };
  const place = (urbanity === 'rural' ? settlements.rural : settlements.urban)(random);
  const { region, name } = place;
  const precision = random.uniform();
  if (precision < 0.01 || (precision < 0.03 && region === null)) return { ...nowhere, place_precision: 'jurisdiction' };
  if (precision < 0.03) return { ...nowhere, region, place_precision: 'region' };
  const exact = random.chance(0.36) ? jitter(random, gazetteer, place) : undefined;
  const { lon, lat } = exact ?? place;
  return { region, place: name, lon, lat, place_precision: exact === undefined ? 'settlement' : 'exact' };
}

/**
 * A made-up point within 2 km of a village and up to 4 km of a large town, denser towards its middle, on the land of its own region;
 * undefined if several tries in a row fall elsewhere, as they may on a coast or at a border.
 */
export function jitter(random: Random, gazetteer: Gazetteer, place: Place): Point | undefined {
  // Five decimals, about a metre.
  const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  const reach = 2 + 2 * Math.min(1, place.population / 250_000);
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const distance = (reach * random.uniform() ** 0.8) / 111.2;
    const angle = 2 * Math.PI * random.uniform();
    const lon = rounded(place.lon + (distance * Math.cos(angle)) / Math.cos((place.lat * Math.PI) / 180));
    const lat = rounded(place.lat + distance * Math.sin(angle));
    if (place.region !== null && !inDrawnRegion(lon, lat, place.region)) continue;
    const found = gazetteer.locate(lon, lat);
    if (found?.jurisdiction === place.jurisdiction && found.region === place.region) return { lon, lat };
  }
  return undefined;
}

type Rings = [number, number][][];

/** Outlines of the regions as the map draws them, by code. */
let outlines: ReadonlyMap<string, readonly Rings[]> | undefined;

function readOutlines(): ReadonlyMap<string, readonly Rings[]> {
  const { features } = createRequire(import.meta.url)('@monitor/geography/data/basemap-regions.json') as {
    features: readonly { properties: { code: string }; geometry: { coordinates: Rings[] } }[];
  };
  return new Map(features.map(({ properties, geometry }) => [properties.code, geometry.coordinates] as const));
}

/**
 * True if a point lies in the region as the map draws it, and so neither in the drawn sea nor beyond a drawn line.
 * True as well for a region that the map does not draw. Degrees.
 */
export function inDrawnRegion(lon: number, lat: number, region: string): boolean {
  const polygons = (outlines ??= readOutlines()).get(region);
  return polygons === undefined || polygons.some((rings) => pointInPolygon([lon, lat], rings) !== false);
}
