import { mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import { jurisdictionOfUnit, regionOfUnit } from './unit-codes.mjs';

/**
 * One topology of all units of the world: neighbours share their arcs, so that whatever is made of it by dissolving and
 * simplifying has neither gaps nor overlaps. Each unit has `properties: { jurisdiction, region }`; `region` is null for
 * jurisdictions that have none here.
 */
export function topologyOfUnits(features, jurisdictionsWithRegions) {
  const units = features.map(({ geometry, properties }) => {
    const jurisdiction = jurisdictionOfUnit(properties);
    const region = jurisdictionsWithRegions.has(jurisdiction) ? regionOfUnit(properties) : null;
    return { type: 'Feature', geometry, properties: { jurisdiction, region } };
  });
  return topology({ units: { type: 'FeatureCollection', features: units } });
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
