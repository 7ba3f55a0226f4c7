/* The map's own worker, which loads the incidents' tiles in our way. */
import type { AddProtocolAction } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl-worker.mjs';
import { channelParameter, threadAt } from '../api/site-channel.ts';
import { answerBySite } from '../api/site.ts';
import { loadTile, tileScheme } from './load-tile.ts';

declare const self: { readonly addProtocol: (scheme: string, load: AddProtocolAction) => void; readonly location: Location };

const channel = new URLSearchParams(self.location.search).get(channelParameter);
// The page begins the thread.
if (channel !== null) answerBySite(threadAt(channel, async () => undefined));

self.addProtocol(tileScheme, loadTile);
