import { Map as ReactMap, type MapRef } from '@vis.gl/react-maplibre';
import * as maplibre from 'maplibre-gl';
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { localeOf } from '@monitor/domain';
import type { Focus } from '@monitor/geography';
import { type CSSProperties, useCallback, useEffect, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import styles from './incident-map.module.css';
import { useDonuts } from './donut-pictures.ts';
import { unrolled } from './around-the-earth.ts';
import { mercatorOf } from './name-places.ts';
import type { ThemeName } from './map-theme.ts';
import { insetHead, type MapPart, outlineNear } from './region-view.ts';
import type { Sheets } from './sheets.ts';
import { useTileFailures } from './tile-failures.ts';
import { useMapStyle } from './use-map-style.ts';
import { useFinerTiles } from './use-sheets.ts';

interface InsetMapProps {
  readonly name: string;
  readonly of: NonNullable<Focus['small_view']>['inset'];
  readonly style: StyleSpecification;
  readonly sheets: Sheets;
  readonly theme: ThemeName;
  readonly place: MapPart;
  readonly onMap: (map: MapLibreMap | null) => void;
  /** The person wants to see it on the map itself. */
  readonly onOpen: () => void;
}

/** Room around the bounds. CSS pixels. */
const padding = 4;

/** Units of the drawing along one side of the map of the earth. */
const side = 10_000;
const drawn = (point: readonly [number, number]) => point.map((part) => part * side) as [number, number];

/** The location that lies far from the others, in a corner of a small map; a press shows it on the map. */
export function InsetMap({ name, of: { location, view }, style, sheets, theme, place, onMap, onOpen }: InsetMapProps) {
  const { t, i18n } = useTranslation('map');
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const receive = useCallback((reference: MapRef | null) => setMap(reference?.getMap() ?? null), []);
  useEffect(() => {
    onMap(map);
    const fit = () => map?.fitBounds(unrolled(view), { padding, duration: 0 });
    map?.on('resize', fit);
    return () => {
      map?.off('resize', fit);
      onMap(null);
    };
  }, [map, view, onMap]);
  const initialStyle = useMapStyle(map, style, useTileFailures(map).failures);
  useFinerTiles(map, sheets);
  useDonuts(map, localeOf(i18n.language), theme, sheets);
  const size: CSSProperties = { inlineSize: place.right - place.left, blockSize: place.bottom - place.top };
  const [west, south, east, north] = unrolled(view);
  const [left, top] = drawn(mercatorOf([west, north]));
  const [right, bottom] = drawn(mercatorOf([east, south]));
  return (
    <div className={`${kit.relative} ${styles.insetBox}`} style={size}>
      <div className={`${kit.cover} ${styles.insetPart}`} style={{ insetBlockStart: insetHead }} aria-hidden>
        {/* Drawn here too, in the place where the map draws it, since the map waits for a worker and files. */}
        <svg
          className={`${kit.cover} ${styles.insetLand}`}
          style={{ padding }}
          viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
        >
          <polygon
            points={outlineNear(location, (west + east) / 2)
              .map(drawn)
              .join(' ')}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <ReactMap
          ref={receive}
          mapLib={maplibre}
          initialViewState={{ bounds: unrolled(view), fitBoundsOptions: { padding } }}
          mapStyle={initialStyle}
          interactive={false}
          attributionControl={false}
          fadeDuration={0}
          refreshExpiredTiles={false}
        />
      </div>
      <button type="button" className={`${kit.cover} ${styles.insetName}`} aria-label={t('inset.open', { name })} onClick={onOpen}>
        {name} <span>{t('inset.note')}</span>
      </button>
    </div>
  );
}
