import { around } from 'geokdbush';
import KDBush from 'kdbush';
import type { Place } from './place.ts';

/** Finds the place nearest to a point. Degrees, kilometres. */
export type NearestPlace = (lon: number, lat: number, withinKilometres: number) => Place | undefined;

export function nearestPlaceIndex(places: readonly Place[]): NearestPlace {
  const index = new KDBush(places.length);
  for (const { lon, lat } of places) index.add(lon, lat);
  index.finish();
  return (lon, lat, withinKilometres) => {
    const [found] = around(index, lon, lat, 1, withinKilometres);
    return found === undefined ? undefined : places[found];
  };
}
