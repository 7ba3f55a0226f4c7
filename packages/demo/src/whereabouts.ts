import type { IncidentDraft, PlacePrecision, Urbanity } from '@monitor/domain';
import type { Point } from '@monitor/geography';
import type { Gazetteer, Place } from '@monitor/geography/gazetteer';
import { type MonitoredCode, placeShares } from './assumed-levels.ts';
import { jitter } from './jitter.ts';
import type { Random } from './random.ts';
import { type Weighted, weighted } from './weighted.ts';

/** Where an incident is, as a draft says it. */
export type Whereabouts = Pick<IncidentDraft, 'region' | 'place' | 'lon' | 'lat' | 'place_precision'>;

/** Settlements of fewer people count as rural. */
const smallestTown = 5000;

/** Shares of incidents by place precision (assumptions); the rest is known to the settlement. */
const exactShare = 0.36;
const coarsePrecisions = { region: 0.02, jurisdiction: 0.01 } as const;

/** The draws of a settlement in one jurisdiction. */
interface Settlements {
  readonly urban: Weighted<Place>;
  readonly rural: Weighted<Place>;
}

/** Settlements of each monitored place, weighted by population; the villages less steeply, since what is near them counts for them. */
export type SettlementsByCode = ReadonlyMap<MonitoredCode, Settlements>;

/** Prepares the draws. Places without any settlement in the gazetteer are left out. */
export function settlementsByCode(gazetteer: Gazetteer): SettlementsByCode {
  const found = new Map<MonitoredCode, Settlements>();
  for (const code of Object.keys(placeShares) as MonitoredCode[]) {
    const all = gazetteer.places.filter((place) => place.jurisdiction === code);
    if (all.length === 0) continue;
    const towns = all.filter((place) => place.population >= smallestTown);
    const villages = all.filter((place) => place.population < smallestTown);
    found.set(code, {
      urban: weighted((towns.length > 0 ? towns : all).map((place) => [place, (place.population + 500) ** 0.9] as const)),
      rural: weighted((villages.length > 0 ? villages : all).map((place) => [place, (place.population + 500) ** 0.5] as const)),
    });
  }
  return found;
}

const nowhere = { region: null, place: null, lon: null, lat: null };

function coarse(random: Random, place: Place): Whereabouts | undefined {
  const precision = random.uniform();
  if (precision < coarsePrecisions.jurisdiction) return { ...nowhere, place_precision: 'jurisdiction' };
  if (precision < coarsePrecisions.jurisdiction + coarsePrecisions.region) {
    return { ...nowhere, region: place.region, place_precision: place.region === null ? 'jurisdiction' : 'region' };
  }
  return undefined;
}

function at(place: Place, { lon, lat }: Point, place_precision: PlacePrecision): Whereabouts {
  return { region: place.region, place: place.name, lon, lat, place_precision };
}

/**
 * Where an incident happened: in a settlement of its jurisdiction, a few of them known to the region or jurisdiction
 * only. A share has an exact point near the settlement.
 */
export function drawWhereabouts(
  random: Random,
  gazetteer: Gazetteer,
  settlements: Settlements | undefined,
  urbanity: Urbanity,
): Whereabouts {
  if (settlements === undefined) return { ...nowhere, place_precision: 'jurisdiction' };
  const place = (urbanity === 'rural' ? settlements.rural : settlements.urban).draw(random);
  const coarsely = coarse(random, place);
  if (coarsely !== undefined) return coarsely;
  const exact = random.chance(exactShare) ? jitter(random, gazetteer, place) : undefined;
  return exact === undefined ? at(place, place, 'settlement') : at(place, exact, 'exact');
}
