import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useEffectEvent, useState } from 'react';
import type { DrawnArea } from '../filter/filter-actions.ts';
import type { FilterAreas } from './drawn-shape.ts';
import type { MapTheme } from './map-theme.ts';
import { type DrawTool, useDrawing } from './use-drawing.ts';

/** What draws an area on the map, and how far it is. */
export interface AreaTool {
  /** Undefined while nothing is drawn. */
  readonly tool: DrawTool | undefined;
  /** Whether it can be used already. */
  readonly ready: boolean;
  /** The shape that was drawn last can be no area of the filter. */
  readonly refused: boolean;
  readonly choose: (tool: DrawTool | undefined) => void;
}

interface AreaToolOptions {
  readonly areas: FilterAreas;
  readonly theme: MapTheme;
  readonly onArea: (area: DrawnArea) => void;
}

/** The tool that a person draws an area with: one shape each time, until it is complete or Escape is pressed. */
export function useAreaTool(map: MapLibreMap | null, { areas, theme, onArea }: AreaToolOptions): AreaTool {
  const [tool, setTool] = useState<DrawTool>();
  const [refused, setRefused] = useState(false);
  const choose = (next: DrawTool | undefined) => {
    setTool(next);
    setRefused(false);
  };
  const ready = useDrawing(map, {
    tool,
    areas,
    theme,
    onArea(area, drawnWith) {
      setRefused(area === undefined);
      if (area) onArea(area);
      if (area && drawnWith !== 'edit') setTool(undefined);
    },
  });
  const leave = useEffectEvent(() => choose(undefined));
  useEffect(() => {
    if (tool === undefined) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      leave();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [tool]);
  return { tool, ready, refused, choose };
}
