import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { ComponentType } from 'react';
import type { LayerName } from '../../filter/pictures.ts';
import type { AreaFigure } from '../figure.ts';
import type { FigureActions, FigureLayer, MapStyleInput } from '../map-layer.ts';
import { textureKey, type TextureName, textureNames } from '../textures.ts';

/* What all pictures of areas have in common. Their features are polygons with `code`. */

const code: ExpressionSpecification = ['get', 'code'];

/** A press on an area, which opens its popup. @param height about as high as that is, in CSS pixels */
export function arealFigures(
  picture: LayerName,
  Summary: ComponentType<{ readonly figure: AreaFigure; readonly actions: FigureActions }>,
  line: FigureLayer<AreaFigure>['line'],
  height: number,
): FigureLayer<AreaFigure> {
  return {
    id: `${picture}-shades`,
    areal: true,
    radius: () => 0,
    read: () => undefined,
    press: () => false,
    line,
    popup: {
      title: 'area.title',
      content: (figure, actions) => <Summary figure={figure} actions={actions} />,
      height: () => height,
    },
  };
}

export function among(codes: readonly string[]): ExpressionSpecification {
  return ['in', code, ['literal', [...codes]]];
}

/** A colour for each code that has one, and another for the rest. */
export function colourByCode(colours: readonly (readonly [code: string, colour: string])[], otherwise: string) {
  // MapLibre refuses a match without branches.
  if (colours.length === 0) return otherwise;
  return ['match', code, ...colours.flat(), otherwise] as unknown as ExpressionSpecification;
}

/** The textures of areas that have no colour. @param codesOf the areas with one of them */
export function textureLayers(
  picture: LayerName,
  source: string,
  { theme, opacity }: MapStyleInput,
  codesOf: (texture: TextureName) => readonly string[],
): LayerSpecification[] {
  return textureNames.map((texture) => ({
    id: `${picture}-${texture}`,
    type: 'fill',
    source,
    filter: among(codesOf(texture)),
    paint: { 'fill-pattern': textureKey(texture, theme.name), 'fill-opacity': opacity },
  }));
}

/** The outline of the area whose popup is open. */
export function focusedArea(picture: LayerName, source: string, { theme, focusArea }: MapStyleInput): LayerSpecification {
  return {
    id: `${picture}-focus`,
    type: 'line',
    source,
    filter: ['==', code, focusArea ?? ''],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': theme.ink, 'line-width': 2 },
  };
}
