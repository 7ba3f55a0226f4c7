/* The map's own worker, which loads the incidents' tiles in our way. */
import type { AddProtocolAction } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl-worker.mjs';
import { loadTile, tileScheme } from './load-tile.ts';

declare const self: { readonly addProtocol: (scheme: string, load: AddProtocolAction) => void };

self.addProtocol(tileScheme, loadTile);
