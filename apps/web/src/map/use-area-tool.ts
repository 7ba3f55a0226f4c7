import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useEffectEvent, useState } from 'react';
import type { DrawnArea } from '../filter/filter-actions.ts';
import { type FilterAreas, type ShapeName, shapesOf } from './drawn-shape.ts';
import type { MapTheme } from './map-theme.ts';
import { useDrawing } from './use-drawing.ts';

/** What a person does on the map: draws a shape, or changes the area that there is. */
export type DrawTool = ShapeName | 'edit';

/** What draws an area on the map, and how far it is. */
export interface AreaTool {
  /** Undefined while nothing is drawn. */
  readonly tool: DrawTool | undefined;
  /** Whether it can be used already. */
  readonly ready: boolean;
  /** The shape that was drawn last can be no area of the filter. */
  readonly refused: boolean;
  readonly choose: (tool: DrawTool | undefined) => void;
  /** The areas of the filter, or as one is being changed. */
  readonly areas: FilterAreas;
  /** Shows a change, which `keep` makes the filter's. Undefined if it can be no area of the filter. */
  readonly change: (area: DrawnArea | undefined) => void;
  readonly keep: (area: DrawnArea) => void;
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
  const [draft, setDraft] = useState<{ readonly of: FilterAreas; readonly area: DrawnArea }>();
  const changed = draft !== undefined && draft.of === areas ? draft.area : undefined;
  const choose = (next: DrawTool | undefined) => {
    setTool(next);
    setRefused(false);
    setDraft(undefined);
  };
  // What has left the filter, as by Back, cannot be changed any more.
  if (tool === 'edit' && shapesOf(areas).length === 0) choose(undefined);
  const isDrawn = useDrawing(map, {
    tool: tool === 'edit' ? undefined : tool,
    theme,
    onArea(area) {
      setRefused(area === undefined);
      if (area === undefined) return;
      onArea(area);
      setTool(undefined);
    },
  });
  const change = (area: DrawnArea | undefined) => {
    setRefused(area === undefined);
    if (area) setDraft({ of: areas, area });
  };
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
  return {
    tool,
    ready: isDrawn || tool === 'edit',
    refused,
    choose,
    areas: changed ?? areas,
    change,
    keep: onArea,
  };
}
