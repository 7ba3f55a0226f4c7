import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useEffectEvent, useState } from 'react';
import { nearLongitude } from './around-the-earth.ts';

export type Direction = 'north' | 'south' | 'east' | 'west';

/** What a move of the map was. */
export type MapMove = { readonly kind: 'in' | 'out' } | { readonly kind: 'moved'; readonly direction: Direction };

interface View {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

/** A change of zoom that can be noticed. */
const leastZoom = 0.05;

/** What has changed from one view to the next: first of all the zoom, else the side that most of the way was to; undefined if nothing has. */
export function moveBetween(before: View, after: View): MapMove | undefined {
  const zoomed = after.zoom - before.zoom;
  if (Math.abs(zoomed) > leastZoom) return { kind: zoomed > 0 ? 'in' : 'out' };
  // A degree of longitude is shorter than one of latitude.
  const [east, north] = [
    (nearLongitude(after.lng, before.lng) - before.lng) * Math.cos((after.lat * Math.PI) / 180),
    after.lat - before.lat,
  ];
  const pixel = 360 / (512 * 2 ** after.zoom);
  if (Math.max(Math.abs(east), Math.abs(north)) < pixel) return undefined;
  if (Math.abs(east) > Math.abs(north)) return { kind: 'moved', direction: east > 0 ? 'east' : 'west' };
  return { kind: 'moved', direction: north > 0 ? 'north' : 'south' };
}

interface LastMove {
  readonly move: MapMove;
  /** How many there have been with it. */
  readonly nth: number;
  readonly query: string;
}

/**
 * The last move that a person made by keys on the map or by its buttons; undefined before the first, and where the map shows another
 * filter since.
 */
export function useLastMove(map: MapLibreMap | null, query: string): LastMove | undefined {
  const [last, setLast] = useState<LastMove>();
  const made = useEffectEvent((move: MapMove) => setLast((before) => ({ move, nth: (before?.nth ?? 0) + 1, query })));
  useEffect(() => {
    if (!map) return undefined;
    const read = (): View => {
      const { lng, lat } = map.getCenter();
      return { lng, lat, zoom: map.getZoom() };
    };
    let resting = read();
    const moved = () => {
      const now = read();
      const move = moveBetween(resting, now);
      resting = now;
      // Who looks at the map while dragging it need not be told.
      const byKeys = map.getContainer().closest('section')?.contains(document.activeElement) === true;
      if (move && byKeys) made(move);
    };
    map.on('moveend', moved);
    return () => {
      map.off('moveend', moved);
    };
  }, [map]);
  return last?.query === query ? last : undefined;
}
