import type { Box } from '@monitor/domain';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Camera } from '../filter/explore-state.ts';
import { readIncidentBounds } from './incident-bounds.ts';
import { prefersReducedMotion } from '../controls/motion.ts';
import { roomAround, wholeRegion } from './whole-region.ts';

/** Marks the moves that the outside need not be told of; handed on with the events of the move. */
const silently = { silent: true };

interface MoveOptions {
  readonly animate: boolean;
  readonly report: boolean;
}

/** Fits the map to all monitored jurisdictions. */
export function showWholeRegion(map: MapLibreMap, options: MoveOptions): void {
  showBox(map, wholeRegion, options);
}

/** Fits the map to the incidents of a tile address, or to the whole region where there are none or they cannot be had. */
export async function showIncidents(map: MapLibreMap, incidentTiles: string): Promise<void> {
  const bounds = await readIncidentBounds(incidentTiles).catch(() => undefined);
  showBox(map, bounds ?? wholeRegion, { animate: true, report: true });
}

function showBox(map: MapLibreMap, [west, south, east, north]: Box, { animate, report }: MoveOptions): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const duration = animate && !prefersReducedMotion() ? 700 : 0;
  map.fitBounds(
    [west, south, east, north],
    { padding: roomAround(clientWidth, clientHeight), duration, maxZoom: 12 },
    report ? {} : silently,
  );
}

/**
 * Tells the outside where the map looks, and looks where the outside says. The map itself holds the camera in between,
 * so that moving it draws nothing else anew.
 */
export function useCamera(map: MapLibreMap | null, camera: Camera | undefined, onCameraChange: (camera: Camera) => void): void {
  const report = useEffectEvent(onCameraChange);
  /** What was reported and has not come back as `camera` yet; it must not move the map when it does. */
  const pending = useRef<Camera[]>([]);
  const untouched = useRef(camera === undefined);
  const seen = useRef(camera);

  useEffect(() => {
    if (!map) return;
    // Now that the map's own size is known. Nothing has been drawn yet.
    if (untouched.current) showWholeRegion(map, { animate: false, report: false });
    let resting = currentCamera(map);
    const moved = (event: object) => {
      const before = resting;
      resting = currentCamera(map);
      if ('silent' in event || sameCamera(before, resting)) return;
      untouched.current = false;
      pending.current.push(resting);
      report(resting);
    };
    const fitAgain = () => {
      if (untouched.current) showWholeRegion(map, { animate: false, report: false });
    };
    map.on('moveend', moved);
    map.on('resize', fitAgain);
    return () => {
      map.off('moveend', moved);
      map.off('resize', fitAgain);
    };
  }, [map]);

  useEffect(() => {
    if (!map || camera === seen.current) return;
    seen.current = camera;
    const echoed = camera ? pending.current.findIndex((one) => sameCamera(one, camera)) : -1;
    pending.current.splice(0, echoed + 1);
    if (echoed >= 0) return;
    untouched.current = camera === undefined;
    if (!camera) showWholeRegion(map, { animate: true, report: false });
    else if (!sameCamera(camera, currentCamera(map))) {
      const duration = prefersReducedMotion() ? 0 : 500;
      map.easeTo({ center: [camera.lon, camera.lat], zoom: camera.zoom, duration }, silently);
    }
  }, [map, camera]);
}

function currentCamera(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom() };
}

/** Equal to what a link keeps of a camera: four decimals of degrees, two of zoom. */
function sameCamera(one: Camera, other: Camera): boolean {
  const near = (a: number, b: number, tolerance: number) => Math.abs(a - b) <= tolerance;
  return near(one.lon, other.lon, 1e-4) && near(one.lat, other.lat, 1e-4) && near(one.zoom, other.zoom, 0.01);
}
