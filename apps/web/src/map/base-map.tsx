import { siteFocus } from '@monitor/geography';
import { Map as ReactMap, type MapRef } from '@vis.gl/react-maplibre';
import * as maplibre from 'maplibre-gl';
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// oxlint-disable-next-line import/default -- what is imported is the address of the built file
import workerAddress from './map-worker.ts?worker&url';
import { type ReactNode, useCallback, useState } from 'react';
import { channelParameter } from '../api/site-channel.ts';
import { siteThread } from '../api/site.ts';
import type { Camera } from '../filter/explore-state.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { unrolled } from './around-the-earth.ts';
import { roomAround } from './use-camera.ts';

// Once, before the first map: the worker is a file of ours, since the content security policy allows no other.
const thread = siteThread();
maplibre.setWorkerUrl(thread === undefined ? workerAddress : `${workerAddress}?${channelParameter}=${thread.channel}`);

interface BaseMapProps {
  readonly initialStyle: StyleSpecification;
  readonly initialCamera: Camera | undefined;
  /** Called with the map once it exists, and with null when it is gone. Must be stable. */
  readonly onMap: (map: MapLibreMap | null) => void;
  /** The map could not be made. */
  readonly onBroken: () => void;
  readonly children: ReactNode;
}

const onTouchScreen = () => window.matchMedia('(pointer: coarse)').matches;

/** The map itself, flat and north up: drag, wheel, pinch, arrow keys, plus and minus. */
export function BaseMap({ initialStyle, initialCamera, onMap, onBroken, children }: BaseMapProps) {
  const { t } = useTranslation('map');
  const [start] = useState(() => (initialCamera ? cameraState(initialCamera) : wholeRegionState()));
  const receive = useCallback((reference: MapRef | null) => onMap(reference?.getMap() ?? null), [onMap]);
  return (
    <ReactMap
      ref={receive}
      mapLib={maplibre}
      initialViewState={start}
      mapStyle={initialStyle}
      minZoom={1.5}
      maxZoom={17}
      maxPitch={0}
      renderWorldCopies
      dragRotate={false}
      touchPitch={false}
      pitchWithRotate={false}
      attributionControl={false}
      // When zooming, new figures take the place of old ones at once; a new filter fades in as a whole (see sheets.ts).
      fadeDuration={0}
      // New data comes with a new version, not with time.
      refreshExpiredTiles={false}
      // On a phone the map is part of a page that scrolls.
      cooperativeGestures={onTouchScreen()}
      locale={{
        'Map.Title': t('map'),
        'CooperativeGesturesHandler.MobileHelpText': t('gestures.touch'),
        'CooperativeGesturesHandler.MacHelpText': t('gestures.mac'),
        'CooperativeGesturesHandler.WindowsHelpText': t('gestures.other'),
      }}
      onLoad={({ target }) => {
        target.touchZoomRotate.disableRotation();
        target.keyboard.disableRotation();
      }}
      onError={({ target }) => {
        if (!target) onBroken();
      }}
    >
      {children}
    </ReactMap>
  );
}

function cameraState({ lon, lat, zoom }: Camera) {
  return { longitude: lon, latitude: lat, zoom };
}

function wholeRegionState() {
  return {
    bounds: unrolled(siteFocus().view),
    fitBoundsOptions: { padding: roomAround(window.innerWidth, window.innerHeight) },
  };
}
