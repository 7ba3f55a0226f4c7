import * as maplibre from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

// Once, before the first map: the worker is a file of ours, since the content security policy allows no other.
maplibre.setWorkerUrl(workerAddress);

export { maplibre };
