import type { IncidentDraft } from '@monitor/domain';
import type { Point } from '@monitor/geography';
import type { Gazetteer, Place } from '@monitor/geography/gazetteer';
import type { PlaceField } from '../check/check-incident.ts';

type Where = Pick<IncidentDraft, PlaceField>;

/**
 * The public point of an incident that could expose a person: the centre of its settlement by name, else of the nearest
 * settlement, else the point rounded to a tenth of a degree, about ten kilometres. The point itself is kept for editors.
 */
export function coarsenPoint(where: Where, point: Point, settlement: Place | undefined, gazetteer: Gazetteer): Where {
  if (where.lon === null) return where;
  const centre = settlement ?? gazetteer.nearestPlace(point.lon, point.lat, where.country);
  const { lon, lat } = centre ?? { lon: tenth(point.lon), lat: tenth(point.lat) };
  if (lon === point.lon && lat === point.lat) return { ...where, place_precision: 'settlement' };
  return {
    ...where,
    place: where.place ?? centre?.name ?? null,
    lon,
    lat,
    place_precision: 'settlement',
    exact_lon: point.lon,
    exact_lat: point.lat,
  };
}

function tenth(degrees: number): number {
  return Math.round(degrees * 10) / 10;
}
