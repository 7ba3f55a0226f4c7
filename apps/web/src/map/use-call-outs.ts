import { drawnJurisdictions } from '@monitor/geography';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type RefObject, useEffect, useState } from 'react';
import { placeOnScreen } from './around-the-earth.ts';
import { type CalledLocation, type CallOut, placeCallOuts, type Rectangle } from './call-outs.ts';
import type { Figure } from './figure.ts';
import type { FigureScale } from './figure-size.ts';
import { figureLayer } from './figures-in-view.ts';
import { areaOf, isNameOfMonitored, monitoredSizeAt } from './layers/jurisdiction-names.ts';
import { nameInLanguage } from './layers/name-text.ts';
import { mercatorOf, type NamedArea } from './name-places.ts';

interface CallOutOptions {
  readonly figures: readonly Figure[] | undefined;
  readonly scale: FigureScale;
  readonly language: string;
  /** What lies over the map: each child of it holds one thing. */
  readonly overlay: RefObject<HTMLElement | null>;
}

const none: readonly CallOut[] = [];

/** From this zoom on a location without room for its name is that of all that is seen, or known by its settlements. */
const nearest = 7;

/** The names that found no place within their locations once the map is at rest, each at a place beside it. Degrees. */
export function useCallOuts(map: MapLibreMap | null, { figures, scale, language, overlay }: CallOutOptions): readonly CallOut[] {
  const [callOuts, setCallOuts] = useState(none);
  useEffect(() => {
    if (!map || !figures) return;
    const place = () => {
      const next = callOutsOf(map, figures, scale, language, overlay.current);
      setCallOuts((current) => (JSON.stringify(next) === JSON.stringify(current) ? current : next));
    };
    map.on('idle', place);
    if (map.loaded() && !map.isMoving()) place();
    return () => {
      map.off('idle', place);
    };
  }, [map, figures, scale, language, overlay]);
  return callOuts;
}

function callOutsOf(
  map: MapLibreMap,
  figures: readonly Figure[],
  scale: FigureScale,
  language: string,
  overlay: HTMLElement | null,
): CallOut[] {
  if (map.getZoom() >= nearest) return [];
  const layers = map.getLayersOrder().filter(isNameOfMonitored);
  const named = new Set(map.queryRenderedFeatures({ layers, validate: false }).map(({ properties }) => String(properties.code)));
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const areas = drawnJurisdictions.flatMap(({ code, name, monitored }) => {
    const area = areaOf(code);
    return area ? [{ code, monitored, name: nameInLanguage(language, code, name), area: onScreen(map, area) }] : [];
  });
  const monitored = areas.filter((one) => one.monitored);
  const unnamed: CalledLocation[] = monitored.filter(
    ({
      code,
      area: {
        middle: [x, y],
      },
    }) => {
      return !named.has(code) && x > 0 && y > 0 && x < width && y < height;
    },
  );
  const placed = placeCallOuts(unnamed, {
    width,
    height,
    textSize: monitoredSizeAt(map.getZoom()),
    circles: figures.map((figure) => {
      const { x, y } = placeOnScreen(map, figure);
      return { place: [x, y], radius: figureLayer(figure).radius(figure, scale) };
    }),
    covered: coveredBy(overlay, map.getContainer()),
    monitored: monitored.map(({ area }) => area),
    context: areas.filter((one) => !one.monitored).map(({ area }) => area),
  });
  const toDegrees = ([x, y]: readonly [number, number]): [number, number] => {
    const { lng, lat } = map.unproject([x, y]);
    return [lng, lat];
  };
  return placed.map((one) => ({ ...one, from: toDegrees(one.from), to: toDegrees(one.to) }));
}

function onScreen(map: MapLibreMap, { middle, outline }: NamedArea): NamedArea {
  const { x, y } = map.project(map.getCenter());
  const world = 512 * 2 ** map.getZoom();
  const { lng, lat } = map.getCenter();
  const centre = mercatorOf([lng, lat]);
  const turns = Math.round(centre[0] - middle[0]);
  const place = ([east, south]: readonly [number, number]): [number, number] => [
    x + (east + turns - centre[0]) * world,
    y + (south - centre[1]) * world,
  ];
  return { middle: place(middle), outline: outline.map(place) };
}

function coveredBy(overlay: HTMLElement | null, container: HTMLElement): Rectangle[] {
  const { left, top } = container.getBoundingClientRect();
  const things = [...(overlay?.children ?? [])].flatMap((one) => [...one.children]);
  return things.map((thing) => {
    const box = thing.getBoundingClientRect();
    return [box.left - left, box.top - top, box.right - left, box.bottom - top];
  });
}
