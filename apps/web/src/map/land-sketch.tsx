import { siteFocus } from '@monitor/geography';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import kit from '../styles/kit.module.css';
import styles from './incident-map.module.css';
import { landSource } from './layers/land.ts';
import { mercatorOf } from './name-places.ts';
import { outlinedCodes, outlineOf } from './region-view.ts';

/** Units of the drawing along one side of the map of the earth. */
const side = 10_000;

/** The outlines are too coarse for views from nearer, which would show land where there is sea. */
const finest = 7.5;

/** Land where the map draws it, until it does: it waits for a worker and files. */
export function LandSketch({ map }: { readonly map: MapLibreMap | null }) {
  const [box, setBox] = useState<string>();
  useEffect(() => {
    if (!map) return;
    const look = () => {
      if (map.getSource(landSource) !== undefined && map.isSourceLoaded(landSource)) {
        // It is drawn in the frame that comes next.
        void map.once('render', () => setBox(undefined));
        stop();
      } else setBox(map.getZoom() > finest ? undefined : boxOf(map));
    };
    const stop = () => {
      map.off('move', look);
      map.off('resize', look);
      map.off('sourcedata', look);
    };
    look();
    map.on('move', look);
    map.on('resize', look);
    map.on('sourcedata', look);
    return stop;
  }, [map]);
  if (box === undefined) return null;
  const isMonitored = (code: string) => siteFocus().locations.includes(code);
  // Those that the map is about last, over the others, whose outlines are coarser.
  const codes = outlinedCodes.toSorted((one, other) => Number(isMonitored(one)) - Number(isMonitored(other)));
  return (
    <svg className={`${kit.cover} ${styles.sketch}`} viewBox={box} preserveAspectRatio="none" aria-hidden>
      {codes.map((code) => (
        <polygon
          key={code}
          data-monitored={isMonitored(code) || undefined}
          points={outlineOf(code)
            .map(([x, y]) => `${x * side},${y * side}`)
            .join(' ')}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

function boxOf(map: MapLibreMap): string {
  const [[west, south], [east, north]] = map.getBounds().toArray();
  const [left, top] = mercatorOf([west, north]);
  const [right, bottom] = mercatorOf([east, south]);
  return [left, top, right - left, bottom - top].map((part) => part * side).join(' ');
}
