import { latinName } from '@monitor/domain';
import polylabel from 'polylabel';

/** Smallest population of a place that the map names: all towns where incidents are expected, cities elsewhere. */
const smallestNamed = { usual: 800, region: 8000, elsewhere: 60_000 };

const rounded = (value) => Math.round(value * 1000) / 1000;
const collection = (features) => ({ type: 'FeatureCollection', features });
const point = (lon, lat, properties) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [rounded(lon), rounded(lat)] },
});

/**
 * Where the name of each region reads best: the point of its largest polygon that is farthest from the outline. `room` is the
 * distance from there to the outline in degrees, so that a map can show the name once it fits.
 */
export function regionLabels(regionFeatures) {
  return collection(
    regionFeatures.map(({ properties: { code, jurisdiction }, geometry }) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const best = polygons
        .map((polygon) => polylabel(polygon, 0.01))
        .reduce((one, other) => (other.distance > one.distance ? other : one));
      return point(best[0], best[1], { code, jurisdiction, room: rounded(best.distance) });
    }),
  );
}

/** Settlements that the map names, largest first, with the name as printed locally. */
export function placeLabels(entries, { usual, regional }) {
  const smallest = ({ jurisdiction }) => {
    if (usual.has(jurisdiction)) return smallestNamed.usual;
    return regional.has(jurisdiction) ? smallestNamed.region : smallestNamed.elsewhere;
  };
  const named = entries.filter((entry) => entry.population >= smallest(entry));
  return collection(
    named
      .toSorted((one, other) => other.population - one.population || one.id - other.id)
      .map(({ lon, lat, name: printed, jurisdiction, population }) => {
        const name = latinName(printed, jurisdiction);
        return point(lon, lat, { name, ...(name !== printed && { local: printed }), jurisdiction, population });
      }),
  );
}
