import { tileLayers } from '@monitor/contract';
import type { MapLayer } from '../map-layer.ts';
import { allSheets, circleFade, sheetLayer, sheetSource, sheetSources } from '../sheets.ts';

/** A ring around the incident whose record is open. */
export const selectedIncident: MapLayer = {
  sources: ({ sheets }) => sheetSources(sheets),
  draw: ({ theme, sheets, motion, selectedIncident: id }) =>
    allSheets(sheets).map((sheet) => ({
      id: sheetLayer('selected-incident', sheet),
      type: 'circle',
      source: sheetSource(sheet),
      'source-layer': tileLayers.incidents,
      filter: ['==', ['get', 'id'], id ?? ''],
      paint: {
        ...circleFade(sheet, sheets, motion),
        'circle-radius': 9,
        'circle-color': 'transparent',
        'circle-stroke-color': theme.accent,
        'circle-stroke-width': 3,
      },
    })),
};
