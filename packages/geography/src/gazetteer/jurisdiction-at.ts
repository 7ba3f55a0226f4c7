import { feature } from '@rapideditor/country-coder';
import { jurisdiction } from '../jurisdictions.ts';

/** Crimea with Sevastopol: Ukraine's by resolution 68/262 of the UN General Assembly; country-coder files it under Russia. */
const crimea = 'Q7835';

/**
 * The jurisdiction of this system that a point lies in. Its territorial sea counts, and the open sea near a coast where
 * `nearest` finds a settlement; undefined on the territory of others and far out. Degrees.
 */
export function jurisdictionAt(lon: number, lat: number, nearest: () => string | undefined): string | undefined {
  const found = feature([lon, lat], { level: 'subterritory', maxLevel: 'country' });
  if (!found) return nearest();
  const { wikidata, country, iso1A2 } = found.properties;
  const code = wikidata === crimea ? 'UA' : (country ?? iso1A2);
  return code === undefined ? nearest() : jurisdiction(code)?.code;
}
