import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useEffectEvent, useState } from 'react';
import type * as TerraDraw from 'terra-draw';
import type { DrawnArea } from '../filter/filter-actions.ts';
import { areaOfShape, type ShapeName } from './drawn-shape.ts';
import { isStyleLoaded } from './use-map-style.ts';
import type { MapTheme } from './map-theme.ts';

interface Drawing {
  /** Undefined while nothing is drawn. */
  readonly tool: ShapeName | undefined;
  readonly theme: MapTheme;
  /** A shape is complete. Undefined if it can be no area of the filter. */
  readonly onArea: (area: DrawnArea | undefined) => void;
}

/** Decimals of degrees that the drawing library keeps: a decimetre. */
const precision = 6;

/** A drag begins where it begins: each pixel later would move the middle of a circle. CSS pixels. */
const dragging = { minPixelDragDistance: 1, minPixelDragDistanceDrawing: 1 } as const;

/**
 * Lets a person draw on the map with pointer or finger. The library is loaded when first needed.
 * @returns whether the tool is ready
 */
export function useDrawing(map: MapLibreMap | null, { tool, theme, onArea }: Drawing): boolean {
  const [ready, setReady] = useState<ShapeName>();
  const finish = useEffectEvent(onArea);

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
      draw.on('finish', (id) => {
        const geometry = draw.getSnapshotFeature(id)?.geometry;
        if (geometry?.type === 'Polygon') finish(areaOfShape(tool, geometry.coordinates[0] ?? []));
      });
      draw.setMode(tool);
      setReady(tool);
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

/** The modes of the library in the colours of the map. */
function modesOf(library: typeof TerraDraw, { accent, card }: MapTheme) {
  const hex = (colour: string) => colour as `#${string}`;
  const outline = { outlineColor: hex(accent), outlineWidth: 2, fillColor: hex(accent), fillOpacity: 0.08 };
  const corner = { color: hex(card), edge: hex(accent) };
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
  ];
}
