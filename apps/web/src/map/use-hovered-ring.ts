import { isPublicId } from '@monitor/domain';
import { useEffect, useMemo } from 'react';
import { setHovered, useHovered } from '../filter/hovered-incident.ts';
import type { Figure } from './figure.ts';
import type { FigureScale } from './figure-size.ts';
import { circleOf, ringOf } from './layers/selected-incident.tsx';
import type { MapStyleInput } from './map-layer.ts';

const noFigures: readonly Figure[] = [];

/**
 * Tells the table which incident is under the pointer here, and gives the ring for the one that is under it there: around its place, or
 * around the circle that it is in. Circles of several incidents mark no row.
 * @param focused the figure under the pointer of the map @param figures all in view
 */
export function useHoveredRing(
  focused: Figure | undefined,
  figures: readonly Figure[] = noFigures,
  scale: FigureScale,
): MapStyleInput['focus'] {
  const { key: id = '', lon = 0, lat = 0 } = focused ?? {};
  useEffect(() => {
    if (!isPublicId(id)) return undefined;
    setHovered({ id, country: undefined, lon, lat });
    return () => setHovered(undefined);
  }, [id, lon, lat]);
  const hovered = useHovered();
  return useMemo(() => {
    if (hovered === undefined || hovered.lon === null || hovered.lat === null) return undefined;
    const record = { point: { lon: hovered.lon, lat: hovered.lat }, country: hovered.country, selected: true };
    return ringOf(record, circleOf(figures, record), scale);
  }, [hovered, figures, scale]);
}
