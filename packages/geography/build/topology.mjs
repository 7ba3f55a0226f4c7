import { mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';

/**
 * One topology of all units of the world, `{ geometry, jurisdiction, region, isoRegion }` each: neighbours share their arcs, so that
 * whatever is made of it by dissolving and simplifying has neither gaps nor overlaps.
 */
export function topologyOfUnits(units) {
  const features = units.map(({ geometry, jurisdiction, region, isoRegion }) => {
    return { type: 'Feature', geometry, properties: { jurisdiction, region, isoRegion } };
  });
  return topology({ units: { type: 'FeatureCollection', features } });
}

/** Dissolves the units into one geometry for each value of the key; units whose key is undefined are left out. */
export function dissolve(of, key) {
  const groups = new Map();
  for (const unit of of.objects.units.geometries) {
    const value = key(unit.properties);
    if (value === undefined || unit.type === null) continue;
    if (groups.has(value)) groups.get(value).push(unit);
    else groups.set(value, [unit]);
  }
  return [...groups]
    .map(([value, units]) => ({ key: value, geometry: mergeArcs(of, units) }))
    .sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
}
