import borders from '@monitor/geography/data/basemap-borders.json?url';
import land from '@monitor/geography/data/basemap-land.json?url';
import places from '@monitor/geography/data/basemap-places.json?url';
import regionLabels from '@monitor/geography/data/basemap-region-labels.json?url';
import regions from '@monitor/geography/data/basemap-regions.json?url';
import { sitePath } from '../api/site.ts';

const files = { land, borders, regions, 'region-labels': regionLabels, places } as const;

/**
 * Address of a layer of the base map. Where incidents lie elsewhere, the server has one with the finer lines and the names of these
 * locations; the fragment makes the map load it again if there are others.
 * @param elsewhere their codes
 */
export function baseLayer(layer: keyof typeof files, elsewhere: readonly string[]): string {
  return elsewhere.length === 0 ? files[layer] : sitePath(`/api/v1/basemap/${layer}#${elsewhere.join()}`);
}
