import { LRUCache } from 'lru-cache';
import { expressionText, incidentFeature, type OgcLink, ringsIn } from '@monitor/contract';
import { incidentTypes, type IncidentType } from '@monitor/domain';
import { incidentNames } from '@monitor/formats';
import { jurisdiction } from '@monitor/geography';
import { type ListedIncidents, listIncidents, readDatasetVersion } from '@monitor/store';
import { readBesideNumbers } from '../../http/beside-numbers.ts';
import { addressesOf, crs84, link, mediaTypes, ogcRoot, ownLinks } from '../../ogc/addresses.ts';
import { findDataset } from '../../ogc/find-dataset.ts';
import { html, type Html } from '../../ogc/html.ts';
import { type ItemsRequest, readItemsRequest } from '../../ogc/items-request.ts';
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
      const asked = readItemsRequest(request, params.dataset);
      const { filter, expression, limit, cursor } = asked;
      const addresses = addressesOf(request);
      return sendResource(
        request,
        reply,
        { ...asked, type: mediaTypes.geojson },
        {
          version: () => readDatasetVersion(database, { signal }),
          make: async (format, now) => {
            const selected = JSON.stringify([filter, expression]);
            const found = await readBesideNumbers(analytics, { filter, now, signal }, async (snapshot, memory) => {
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
            const dataset = findDataset(found.datasets, params.dataset);
            const collection = addresses.to(`/collections/${dataset.slug}`);
            const self = addresses.outside(request.url);
            const links = [
              ...ownLinks(self, format, mediaTypes.geojson),
              ...nextLinks(self, found.nextCursor),
              link('collection', collection, mediaTypes.json, dataset.title),
            ];
            const names = incidentNames(found.datasets, addresses.outside(''));
            const json = {
              type: 'FeatureCollection',
              timeStamp: new Date().toISOString(),
              numberMatched: found.total,
              numberReturned: found.items.length,
              links,
              features: found.items.map((item) => incidentFeature(item, names)),
            };
            const page = () => ({
              title: dataset.title,
              above: [
                ['OGC API', addresses.to('')] as const,
                ['Datasets', addresses.to('/collections')] as const,
                [dataset.title, collection] as const,
              ],
              links,
              content: itemsContent(found, asked, collection, links),
              synthetic: dataset.synthetic,
            });
            const next = links.filter(({ rel, type }) => rel === 'next' && type === mediaTypes.geojson);
            const headers = {
              'Content-Crs': `<${crs84}>`,
              ...(next[0] && { Link: `<${next[0].href}>; rel="next"; type="${mediaTypes.geojson}"` }),
            };
            return { datasetVersion: found.datasetVersion, json, page, headers };
          },
        },
      );
    },
  );
}

/** To the page after this one, in both formats. */
function nextLinks(self: string, cursor: string | null): OgcLink[] {
  if (cursor === null) return [];
  const next = (f: 'json' | 'html', type: string) => {
    const url = new URL(self);
    url.searchParams.set('cursor', cursor);
    url.searchParams.set('f', f);
    return link('next', url.href, type, f === 'json' ? 'Next page' : 'Next page as HTML');
  };
  return [next('json', mediaTypes.geojson), next('html', mediaTypes.html)];
}

function itemsContent(
  { items, total }: ListedIncidents,
  { given }: ItemsRequest,
  collection: string,
  links: readonly OgcLink[],
): Html {
  const next = links.find(({ rel, type }) => rel === 'next' && type === mediaTypes.html);
  return html`<p>
      ${total.toLocaleString('en')} matching ${total === 1 ? 'incident' : 'incidents'}, ${items.length.toLocaleString('en')} on this
      page, oldest first.
    </p>
    ${given === true ? '' : html`<p>Filter: <code>${expressionText(given)}</code></p>`}
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Location</th>
            <th scope="col">Place</th>
            <th scope="col">Type</th>
            <th scope="col" class="number">Killed</th>
            <th scope="col" class="number">Injured</th>
          </tr>
        </thead>
        <tbody>
          ${items.map(
            ({ id, occurred_on, country, place, type, killed, injured }) =>
              html`<tr>
                <td><a href="${`${collection}/items/${id}`}">${occurred_on}</a></td>
                <td>${jurisdiction(country)?.name ?? country}</td>
                <td>${place}</td>
                <td>${labelOf(type)}</td>
                <td class="number">${killed ?? 'not reported'}</td>
                <td class="number">${injured ?? 'not reported'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${next === undefined ? '' : html`<p><a rel="next" href="${next.href}">Next page</a></p>`}`;
}

function labelOf(type: IncidentType): string {
  return incidentTypes.terms.find(({ code }) => code === type)?.label ?? type;
}
