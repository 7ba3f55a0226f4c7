import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { incidentTypes } from '@monitor/domain';
import { tileLayers } from '@monitor/contract';
import { dotRadius } from '../figure-size.ts';
import { sheetLayer } from '../layer-order.ts';
import { incidentSource } from '../map-sources.ts';
import type { MapTheme } from '../map-theme.ts';
import type { Sheet } from '../sheets.ts';
import type { Fade } from './fade.ts';

const someoneKilled: ExpressionSpecification = ['>', ['get', 'killed'], 0];

/** Single incidents: a dot in the colour of the type; a ring in the ink of "killed" where somebody was. */
export function incidentLayers(
  theme: MapTheme,
  sheet: Sheet,
  fade: Fade,
  selectedIncident: string | undefined,
): LayerSpecification[] {
  const from = { source: incidentSource(sheet), 'source-layer': tileLayers.incidents } as const;
  const seen = {
    'circle-opacity': fade.opacity,
    'circle-opacity-transition': fade.transition,
    'circle-stroke-opacity': fade.opacity,
    'circle-stroke-opacity-transition': fade.transition,
  };
  const colour = [
    'match',
    ['get', 'type'],
    ...incidentTypes.codes.flatMap((code) => [code, theme.types[code]]),
    theme.types.other,
  ] as unknown as ExpressionSpecification;
  return [
    {
      id: sheetLayer('incidents-killed', sheet),
      type: 'circle',
      ...from,
      filter: someoneKilled,
      paint: {
        ...seen,
        'circle-radius': dotRadius.killed - 1,
        'circle-color': theme.card,
        'circle-stroke-color': theme.red,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: sheetLayer('incidents', sheet),
      type: 'circle',
      ...from,
      layout: { 'circle-sort-key': ['get', 'killed'] },
      paint: {
        ...seen,
        'circle-radius': dotRadius.plain,
        'circle-color': colour,
        'circle-stroke-color': theme.card,
        'circle-stroke-width': ['case', someoneKilled, 0, 1],
      },
    },
    {
      id: sheetLayer('selected-incident', sheet),
      type: 'circle',
      ...from,
      filter: ['==', ['get', 'id'], selectedIncident ?? ''],
      paint: {
        ...seen,
        'circle-radius': 9,
        'circle-color': 'transparent',
        'circle-stroke-color': theme.accent,
        'circle-stroke-width': 3,
      },
    },
  ];
}
