import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useEffectEvent, useState } from 'react';
import type * as TerraDraw from 'terra-draw';
import type { DrawnArea } from '../filter/filter-actions.ts';
import { areaOfShape, type FilterAreas, type ShapeName, shapeNames, shapesOf } from './drawn-shape.ts';
import { isStyleLoaded } from './use-map-style.ts';
import type { MapTheme } from './map-theme.ts';

/** What a person does on the map: draws a shape, or changes the area that there is. */
export type DrawTool = ShapeName | 'edit';

interface Drawing {
  /** Undefined while nothing is drawn. */
  readonly tool: DrawTool | undefined;
  readonly areas: FilterAreas;
  readonly theme: MapTheme;
  /** A shape is complete, or was changed. Undefined if it can be no area of the filter. */
  readonly onArea: (area: DrawnArea | undefined, tool: DrawTool) => void;
}

/** Decimals of degrees that the drawing library keeps: a decimetre. */
const precision = 6;

/** A drag begins where it begins: each pixel later would move the middle of a circle. CSS pixels. */
const dragging = { minPixelDragDistance: 1, minPixelDragDistanceDrawing: 1 } as const;

/**
 * Lets a person draw on the map with pointer or finger. The library is loaded when first needed.
 * @returns whether the tool is ready
 */
export function useDrawing(map: MapLibreMap | null, { tool, areas, theme, onArea }: Drawing): boolean {
  const [ready, setReady] = useState<DrawTool>();
  const finish = useEffectEvent(onArea);
  const areasNow = useEffectEvent(() => areas);

  useEffect(() => {
    if (!map || tool === undefined) return undefined;
    let stop = () => {};
    let left = false;
    const begin = async () => {
      const [library, { TerraDrawMapLibreGLAdapter }] = await Promise.all([
        import('terra-draw'),
        import('terra-draw-maplibre-gl-adapter'),
        // Before its style has loaded, a map takes no layers.
        isStyleLoaded(map) ? undefined : map.once('style.load'),
      ]);
      if (left) return;
      const draw = new library.TerraDraw({
        adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: precision, ...dragging }),
        modes: modesOf(library, theme),
      });
      draw.start();
      stop = () => draw.stop();
      draw.on('finish', (id, { mode }) => {
        const feature = draw.getSnapshotFeature(id);
        if (feature?.geometry.type !== 'Polygon') return;
        const shape = shapeNames.find((name) => name === feature.properties['mode']) ?? shapeNames.find((name) => name === mode);
        if (shape) finish(areaOfShape(shape, feature.geometry.coordinates[0] ?? []), tool);
      });
      setReady(tool);
      if (tool !== 'edit') {
        draw.setMode(tool);
        return;
      }
      draw.setMode('select');
      const [first] = shapesOf(areasNow());
      if (first === undefined) return;
      const [added] = draw.addFeatures([
        {
          type: 'Feature',
          properties: { mode: first.shape },
          geometry: { type: 'Polygon', coordinates: [closed(first.ring)] },
        },
      ]);
      if (added?.id !== undefined && added.valid) draw.selectFeature(added.id);
    };
    void begin();
    return () => {
      left = true;
      setReady(undefined);
      stop();
    };
  }, [map, tool, theme]);
  return tool !== undefined && ready === tool;
}

function closed(ring: readonly (readonly [number, number])[]): number[][] {
  const cut = (degrees: number) => Number(degrees.toFixed(precision));
  return [...ring, ...ring.slice(0, 1)].map(([lon, lat]) => [cut(lon), cut(lat)]);
}

/** The modes of the library in the colours of the map. */
function modesOf(library: typeof TerraDraw, { accent, card }: MapTheme) {
  const hex = (colour: string) => colour as `#${string}`;
  const outline = { outlineColor: hex(accent), outlineWidth: 2, fillColor: hex(accent), fillOpacity: 0.08 };
  const corner = { color: hex(card), edge: hex(accent) };
  const resizable = { feature: { draggable: true, coordinates: { resizable: 'opposite' as const } } };
  return [
    new library.TerraDrawRectangleMode({ styles: outline, drawInteraction: 'click-move-or-drag' }),
    new library.TerraDrawCircleMode({ styles: outline, drawInteraction: 'click-move-or-drag' }),
    new library.TerraDrawPolygonMode({
      styles: {
        ...outline,
        closingPointColor: corner.color,
        closingPointOutlineColor: corner.edge,
        closingPointOutlineWidth: 2,
        closingPointWidth: 5,
      },
    }),
    new library.TerraDrawSelectMode({
      allowManualDeselection: false,
      flags: {
        rectangle: resizable,
        circle: { feature: { draggable: true, coordinates: { resizable: 'center' as const } } },
        polygon: {
          feature: { draggable: true, coordinates: { draggable: true, midpoints: { draggable: true }, deletable: true } },
        },
      },
      styles: {
        selectedPolygonColor: hex(accent),
        selectedPolygonFillOpacity: 0.08,
        selectedPolygonOutlineColor: hex(accent),
        selectedPolygonOutlineWidth: 2,
        selectionPointColor: corner.color,
        selectionPointOutlineColor: corner.edge,
        selectionPointOutlineWidth: 2,
        selectionPointWidth: 5,
        midPointColor: corner.edge,
        midPointOutlineColor: corner.color,
        midPointOutlineWidth: 1,
        midPointWidth: 3,
      },
    }),
  ];
}
