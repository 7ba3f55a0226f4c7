import { VectorTile } from '@mapbox/vector-tile';
import type { Box } from '@monitor/domain';
import { LngLat, type Map as MapLibreMap, type PaddingOptions } from 'maplibre-gl';
import { PbfReader } from 'pbf';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { prefersReducedMotion } from '../controls/motion.ts';
import { siteFocus } from '@monitor/geography';
import type { Camera } from '../filter/explore-state.ts';
import { nearLongitude, placeOnScreen, unrolled } from './around-the-earth.ts';
import { loadTile } from './load-tile.ts';
import { largestRadius } from './figure-size.ts';
import { footnoteHeight, type MapPart, regionView } from './region-view.ts';
import { boundsOfTile } from './tile-bounds.ts';

/** Room left free for controls, legend and footnotes around what the map is fitted to, and for circles on its edges. CSS pixels. */
export function roomAround(width: number, height: number, circles = 0): Required<PaddingOptions> {
  const narrow = width < 600;
  // On a wide map the legend is beside the region, over the sea.
  const chrome = narrow
    ? { top: 32, right: 12, bottom: 96, left: 36 }
    : { top: 32, right: 56, bottom: footnoteHeight(width) + 10, left: width * 0.16 };
  const wanted = {
    top: chrome.top + circles,
    right: chrome.right + circles,
    bottom: chrome.bottom + circles,
    left: chrome.left + circles,
  };
  const fits = height > 2 * (wanted.top + wanted.bottom);
  return fits ? wanted : { top: 8, right: 8, bottom: 8, left: 8 };
}

/** Marks moves that need not be reported; passed on with the events of the move. */
const silently = { silent: true };

type Point = Pick<Camera, 'lon' | 'lat'>;

/** An incident whose record is open. */
export interface OpenRecord {
  /** Where it was, in degrees; undefined while that is not known, and where it is not on record. */
  readonly point: Point | undefined;
  /** Code of its location. */
  readonly country: string | undefined;
  /** Whether the filter selects it, so that the map shows it. */
  readonly selected: boolean;
}

interface MoveOptions {
  readonly animate: boolean;
  readonly report: boolean;
}

/** Fits the map to what it is about. */
export function showWholeRegion(map: MapLibreMap, options: MoveOptions): void {
  showBox(map, siteFocus().view, options);
}

/** Share of the region's width and height from which on a selection is shown with all of the region, so that small changes move nothing. */
const mostOfRegion = 0.6;

/** How far over the region's bounds a selection may reach and still be in it. Degrees. */
const beyond = 0.5;

/** What the map shows of a selection with these bounds as long as nobody moves it. */
export function homeOf(bounds: Box | undefined): Box {
  const whole = siteFocus().view;
  if (bounds === undefined) return whole;
  const [west, south, east, north] = unrolled(whole);
  const [left, bottom, right, top] = unrolled(bounds);
  const turns = nearLongitude(left, west) - left;
  const inRegion = left + turns > west - beyond && bottom > south - beyond && right + turns < east + beyond && top < north + beyond;
  const isMost = right - left > (east - west) * mostOfRegion && top - bottom > (north - south) * mostOfRegion;
  return inRegion && isMost ? whole : bounds;
}

/** Fits the map to the incidents of a tile address, or to the whole region if there are none or they are unavailable. */
export async function showIncidents(map: MapLibreMap, incidentTiles: string): Promise<void> {
  const bounds = await readIncidentBounds(incidentTiles).catch(() => undefined);
  showBox(map, homeOf(bounds), { animate: true, report: true });
}

/** From this zoom on, points that are not neighbours can be distinguished: the whole region is a few hundred pixels wide. */
const tellsApart = 4;

/** How far a point must be from the edges to be in view. CSS pixels. */
const clearOfEdges = 28;

/**
 * Moves the map so that a point can be seen, and keeps its zoom where that tells points apart.
 * @returns false if it could be seen already
 */
function showPoint(map: MapLibreMap, { lon, lat }: Point, { animate, report }: MoveOptions): boolean {
  const near = map.getZoom() >= tellsApart;
  // What a move under way shows is not known yet.
  if (near && !map.isMoving() && isClear(map, placeOnScreen(map, { lon, lat }))) return false;
  const zoom = Math.max(map.getZoom(), tellsApart);
  const duration = animate && !prefersReducedMotion() ? 400 : 0;
  map.easeTo({ center: [lon, lat], zoom, duration }, report ? {} : silently);
  return true;
}

/** Half the size of a circle with its ring, in pixels. */
const aroundPoint = 16;

/** True if a point of the map, with its circle, is neither outside or near the edges nor under what lies on the map. */
function isClear(map: MapLibreMap, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const container = map.getContainer();
  const { clientWidth, clientHeight } = container;
  if (x < clearOfEdges || x > clientWidth - clearOfEdges || y < clearOfEdges) return false;
  if (y > clientHeight - footnoteHeight(clientWidth) - clearOfEdges) return false;
  const { left, top } = container.getBoundingClientRect();
  const offsets = [0, -aroundPoint, aroundPoint];
  return offsets.every((across) =>
    offsets.every((down) => {
      const uppermost = document.elementFromPoint(left + x + across, top + y + down);
      // What lies over all of the page is closed again, and does not count.
      return container.contains(uppermost) || container.closest('section')?.contains(uppermost) !== true;
    }),
  );
}

/** Moves the map to where the incidents of a cell come apart. */
export function zoomToBounds(map: MapLibreMap, box: Box): void {
  const bounds = unrolled(box);
  const [west, south, east, north] = bounds;
  const camera = map.cameraForBounds(bounds, { padding: 72 });
  const deeper = map.getZoom() + 1;
  const zoom = Math.min(map.getMaxZoom(), Math.max(deeper, camera?.zoom ?? deeper));
  const center: [number, number] = [(west + east) / 2, (south + north) / 2];
  map.easeTo({ center, zoom, duration: prefersReducedMotion() ? 0 : 600 });
}

function showBox(map: MapLibreMap, box: Box, { animate, report }: MoveOptions): void {
  const duration = animate && !prefersReducedMotion() ? 700 : 0;
  const { bounds, padding } = fitOf(map, box);
  map.fitBounds(bounds, { padding, duration, maxZoom: 10 }, report ? {} : silently);
}

/** What a map is fitted to so that it shows a box, and with which room around it. */
function fitOf(map: MapLibreMap, box: Box) {
  const { clientWidth, clientHeight } = map.getContainer();
  const { view: whole, small_view: small, locations } = siteFocus();
  const view = box === whole ? regionView(clientWidth, clientHeight, locations) : undefined;
  const bounds = unrolled(view && small ? small.view : box);
  // Of incidents, the outermost have circles around them.
  const room = roomAround(clientWidth, clientHeight, box === whole ? 0 : largestRadius);
  return { bounds, padding: view?.padding ?? room, inset: view?.inset };
}

/** Where a small map that shows the whole region has its inset; undefined while it shows anything else. */
export function useInsetPlace(map: MapLibreMap | null): MapPart | undefined {
  const [place, setPlace] = useState<MapPart>();
  useEffect(() => {
    if (!map) return;
    // Which places fit is worked out for each size of the map, not for each step of a move.
    let whole = fitOf(map, siteFocus().view);
    const resized = () => {
      whole = fitOf(map, siteFocus().view);
      look();
    };
    const look = () => {
      const { bounds, padding, inset } = whole;
      const fitted = inset && map.cameraForBounds(bounds, { padding });
      const { center, zoom } = fitted ?? {};
      const isThere =
        center instanceof LngLat &&
        zoom !== undefined &&
        sameCamera({ lon: center.lng, lat: center.lat, zoom }, currentCamera(map));
      setPlace((current) => (isThere ? (current && sameParts(current, inset!) ? current : inset) : undefined));
    };
    look();
    map.on('move', look);
    map.on('moveend', look);
    map.on('resize', resized);
    return () => {
      map.off('move', look);
      map.off('moveend', look);
      map.off('resize', resized);
    };
  }, [map]);
  return place;
}

function sameParts(one: MapPart, other: MapPart): boolean {
  return one.left === other.left && one.right === other.right && one.bottom === other.bottom;
}

/**
 * Tells the outside where the map looks, and looks where the outside says. The map itself holds the camera in between,
 * so that moving it redraws nothing else. Until the person moves it, the map fits the incidents of the filter. It follows an open
 * record, and returns when that is closed.
 * @returns false while it is not known where the map is to look
 */
export function useCamera(
  map: MapLibreMap | null,
  camera: Camera | undefined,
  onCameraChange: (camera: Camera) => void,
  incidentTiles: string,
  record: OpenRecord | undefined,
): boolean {
  const report = useEffectEvent(onCameraChange);
  /** What was reported and has not come back as `camera` yet; it must not move the map when it does. */
  const pending = useRef<Camera[]>([]);
  const untouched = useRef(camera === undefined);
  const seen = useRef(camera);
  const home = useRef(siteFocus().view);
  /** The tiles whose incidents `home` is of. */
  const fitted = useRef<string>(undefined);
  /** True once the map has moved to keep an open record in view. */
  const followed = useRef(false);
  /** True while a person moves the map, which nothing may take out of the hand. */
  const inHand = useRef(false);
  const follow = useEffectEvent((animate: boolean) => {
    if (!map || inHand.current || !record?.point || !showPoint(map, record.point, { animate, report: !untouched.current })) return;
    followed.current = true;
  });

  useEffect(() => {
    if (!map) return;
    // Now that the map's own size is known. Nothing has been drawn yet.
    if (untouched.current) showBox(map, home.current, { animate: false, report: false });
    let resting = currentCamera(map);
    const takeInHand = (event: { readonly originalEvent?: unknown }) => {
      if (event.originalEvent === undefined) return;
      inHand.current = true;
      untouched.current = false;
    };
    const moved = (event: object) => {
      inHand.current = false;
      const before = resting;
      resting = currentCamera(map);
      if ('silent' in event || sameCamera(before, resting)) return;
      untouched.current = false;
      pending.current.push(resting);
      report(resting);
    };
    const fitAgain = () => {
      if (untouched.current) showBox(map, home.current, { animate: false, report: false });
      follow(false);
    };
    map.on('movestart', takeInHand);
    map.on('moveend', moved);
    map.on('resize', fitAgain);
    return () => {
      map.off('movestart', takeInHand);
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
    if (!camera) showBox(map, home.current, { animate: true, report: false });
    else if (!sameCamera(camera, currentCamera(map))) {
      const duration = prefersReducedMotion() ? 0 : 500;
      map.easeTo({ center: [camera.lon, camera.lat], zoom: camera.zoom, duration }, silently);
    }
  }, [map, camera]);

  const wanted = camera === undefined;
  /** The tiles that were asked last where their incidents are. */
  const [answered, setAnswered] = useState<string>();
  useEffect(() => {
    if (!map || !wanted) return;
    if (fitted.current === incidentTiles) {
      setAnswered(incidentTiles);
      return;
    }
    const leaving = new AbortController();
    const first = fitted.current === undefined;
    const fit = async () => {
      // Without an answer the map stays where it is; that tiles are missing is said elsewhere.
      const bounds = await readIncidentBounds(incidentTiles, leaving.signal).catch(() => null);
      if (leaving.signal.aborted) return;
      setAnswered(incidentTiles);
      if (bounds === null) return;
      fitted.current = incidentTiles;
      const next = homeOf(bounds);
      const same = next.every((edge, at) => Math.abs(edge - home.current[at]!) < 1e-6);
      home.current = next;
      if (!untouched.current || same) return;
      showBox(map, next, { animate: !first, report: false });
      // A move that takes no time has ended by now.
      if (map.isMoving()) void map.once('moveend', () => follow(true));
      else follow(true);
    };
    void fit();
    return () => leaving.abort();
  }, [map, wanted, incidentTiles]);

  const open = record !== undefined;
  const { lon, lat } = record?.point ?? {};
  useEffect(() => {
    if (map && lon !== undefined && lat !== undefined) follow(true);
  }, [map, lon, lat]);
  useEffect(() => {
    if (!map || open || !followed.current) return;
    followed.current = false;
    if (untouched.current) showBox(map, home.current, { animate: true, report: false });
  }, [map, open]);
  return !wanted || answered === incidentTiles;
}

function currentCamera(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom() };
}

/** Equal to what a link keeps of a camera: four decimals of degrees, two of zoom. */
function sameCamera(one: Camera, other: Camera): boolean {
  const near = (a: number, b: number, tolerance: number) => Math.abs(a - b) <= tolerance;
  return (
    near(one.lon, nearLongitude(other.lon, one.lon), 1e-4) && near(one.lat, other.lat, 1e-4) && near(one.zoom, other.zoom, 0.01)
  );
}

/** The tile that holds the whole earth. */
const wholeEarth = '0/0/0';

/**
 * Bounds of all incidents with a point at a tile address; undefined if there are none. Requests one tile.
 * Throws if the tile is unavailable.
 */
async function readIncidentBounds(incidentTiles: string, signal = new AbortController().signal): Promise<Box | undefined> {
  const { data } = await loadTile({ url: incidentTiles.replace('{z}/{x}/{y}', wholeEarth) }, { signal });
  return boundsOfTile(new VectorTile(new PbfReader(new Uint8Array(data))));
}
