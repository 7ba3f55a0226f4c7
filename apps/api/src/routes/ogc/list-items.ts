import { LRUCache } from 'lru-cache';
import { incidentFeature, ringsIn } from '@monitor/contract';
import { incidentNames } from '@monitor/formats';
import { listIncidents } from '@monitor/store';
import { readSameVersion } from '../../http/same-version.ts';
import { addressesOf, crs84, link, mediaTypes, ogcRoot } from '../../ogc/addresses.ts';
import { findDataset } from '../../ogc/find-dataset.ts';
import { readItemsRequest } from '../../ogc/items-request.ts';
import { sendResource } from '../../ogc/send-resource.ts';
import { findInKnown, knownRings } from '../../known-rings.ts';
import type { Api, Services } from '../../services.ts';

/** Selections whose totals are kept, so that they are not counted again for every page. */
const mostTotals = 1000;

/** The incidents of a dataset, a page at a time, oldest first. */
export function listItems(app: Api, { analytics, database }: Services): void {
  const totals = new LRUCache<string, number>({ max: mostTotals });
  app.get<{ Params: { dataset: string } }>(
    `${ogcRoot}/collections/:dataset/items`,
    { config: { asksDatabase: true }, schema: { hide: true } },
    async (request, reply) => {
      const { signal, params } = request;
      const { filter, expression, limit, cursor, canonical } = readItemsRequest(request, params.dataset);
      return sendResource(request, reply, database, { canonical, type: mediaTypes.geojson }, async (now) => {
        const selected = JSON.stringify([filter, expression]);
        const found = await readSameVersion(analytics, { filter, now, signal }, async (snapshot, memory) => {
          const findInRing = findInKnown(await knownRings([filter.within, ...ringsIn(expression)], memory));
          const totalAt = async (version: number) =>
            expression === true && version === memory?.version ? memory.count() : totals.get(`${version} ${selected}`);
          return listIncidents(
            database,
            filter,
            { sort: 'occurred_on', limit, start: cursor === undefined ? undefined : { cursor } },
            { signal, totalAt, snapshot, expression, findInRing },
          );
        });
        totals.set(`${found.datasetVersion} ${selected}`, found.total);
        const { slug, title } = findDataset(found.datasets, params.dataset);
        const addresses = addressesOf(request);
        const self = addresses.outside(request.url);
        const next = found.nextCursor === null ? undefined : withCursor(self, found.nextCursor);
        const names = incidentNames(found.datasets, addresses.outside(''));
        const json = {
          type: 'FeatureCollection',
          timeStamp: new Date().toISOString(),
          numberMatched: found.total,
          numberReturned: found.items.length,
          links: [
            link('self', self, mediaTypes.geojson, 'This page'),
            ...(next === undefined ? [] : [link('next', next, mediaTypes.geojson, 'Next page')]),
            link('collection', addresses.to(`/collections/${slug}`), mediaTypes.json, title),
          ],
          features: found.items.map((item) => incidentFeature(item, names)),
        };
        const headers = {
          'Content-Crs': `<${crs84}>`,
          ...(next !== undefined && { Link: `<${next}>; rel="next"; type="${mediaTypes.geojson}"` }),
        };
        return { datasetVersion: found.datasetVersion, json, headers };
      });
    },
  );
}

function withCursor(address: string, cursor: string): string {
  const url = new URL(address);
  url.searchParams.set('cursor', cursor);
  return url.href;
}
