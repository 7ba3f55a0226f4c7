import borders from '@monitor/geography/data/basemap-borders.json?url';
import labels from '@monitor/geography/data/basemap-labels.json?url';
import land from '@monitor/geography/data/basemap-land.json?url';
import places from '@monitor/geography/data/basemap-places.json?url';
import regionLabels from '@monitor/geography/data/basemap-region-labels.json?url';
import type { BoundaryAddresses } from './map-sources.ts';

/** Where the app serves the boundary files. */
export const boundaryAddresses: BoundaryAddresses = { land, borders, names: labels, regionNames: regionLabels, places };
