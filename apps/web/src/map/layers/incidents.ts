import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { incidentTypes } from '@monitor/domain';
import { tileLayers } from '@monitor/contract';
import { dotRadius } from '../figure-size.ts';
import { sourceNames } from '../map-sources.ts';
import type { MapTheme } from '../map-theme.ts';

const someoneKilled: ExpressionSpecification = ['>', ['get', 'killed'], 0];
const from = { source: sourceNames.incidents, 'source-layer': tileLayers.incidents } as const;

/** Single incidents: a dot in the colour of the type; a ring in the ink of "killed" where somebody was. */
export function incidentLayers(theme: MapTheme, selectedIncident: string | undefined): LayerSpecification[] {
  const colour = [
    'match',
    ['get', 'type'],
    ...incidentTypes.codes.flatMap((code) => [code, theme.types[code]]),
    theme.types.other,
  ] as unknown as ExpressionSpecification;
  return [
    {
      id: 'incidents-killed',
      type: 'circle',
      ...from,
      filter: someoneKilled,
      paint: {
        'circle-radius': dotRadius.killed - 1,
        'circle-color': theme.card,
        'circle-stroke-color': theme.red,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'incidents',
      type: 'circle',
      ...from,
      layout: { 'circle-sort-key': ['get', 'killed'] },
      paint: {
        'circle-radius': dotRadius.plain,
        'circle-color': colour,
        'circle-stroke-color': theme.card,
        'circle-stroke-width': ['case', someoneKilled, 0, 1],
      },
    },
    {
      id: 'selected-incident',
      type: 'circle',
      ...from,
      filter: ['==', ['get', 'id'], selectedIncident ?? ''],
      paint: {
        'circle-radius': 9,
        'circle-color': 'transparent',
        'circle-stroke-color': theme.accent,
        'circle-stroke-width': 3,
      },
    },
  ];
}
