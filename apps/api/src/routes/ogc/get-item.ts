import { incidentFeature, readExpression } from '@monitor/contract';
import { incidentNames } from '@monitor/formats';
import { findRemoval, listIncidents, readDatasetVersion } from '@monitor/store';
import { ProblemError } from '../../http/problem-error.ts';
import { readParameters } from '../../http/query.ts';
import { removedProblem } from '../../http/removed-problem.ts';
import { addressesOf, crs84, link, mediaTypes, ogcRoot, ownLinks } from '../../ogc/addresses.ts';
import { findDataset } from '../../ogc/find-dataset.ts';
import { definitions, html } from '../../ogc/html.ts';
import { formatParameter, itemsParameters } from '../../ogc/parameters.ts';
import { sendResource } from '../../ogc/send-resource.ts';
import type { Api, Services } from '../../services.ts';

/** One published incident of a dataset. */
export function getItem(app: Api, { database }: Services): void {
  app.get<{ Params: { dataset: string; id: string } }>(
    `${ogcRoot}/collections/:dataset/items/:id`,
    { config: { asksDatabase: true }, schema: { hide: true } },
    async (request, reply) => {
      const { values, canonical } = readParameters(request, { f: formatParameter, crs: itemsParameters.crs });
      const { signal, params } = request;
      const addresses = addressesOf(request);
      return sendResource(
        request,
        reply,
        { format: values.f, canonical, type: mediaTypes.geojson },
        {
          version: () => readDatasetVersion(database, { signal }),
          make: async (format) => {
            // No identifier has the character that the database cannot hold.
            const expression = params.id.includes('\0') || readExpression({ op: '=', args: [{ property: 'id' }, params.id] });
            const filter = { dataset: [params.dataset] };
            const page = { sort: 'occurred_on', limit: 1 } as const;
            const { datasetVersion, datasets, items } = await listIncidents(database, filter, page, { signal, expression });
            const [item] = items;
            const removal = item === undefined ? await findRemoval(database, params.id) : undefined;
            if (removal !== undefined) throw removedProblem(removal);
            const dataset = findDataset(datasets, params.dataset);
            if (item === undefined || item.id !== params.id)
              throw new ProblemError('not_found', 'There is no incident with this identifier in this collection.');
            const collection = addresses.to(`/collections/${dataset.slug}`);
            const links = [
              ...ownLinks(`${collection}/items/${item.id}`, format, mediaTypes.geojson),
              link('collection', collection, mediaTypes.json, dataset.title),
              link('related', addresses.outside(`/api/v1/incidents/${item.id}`), mediaTypes.json, 'The whole record'),
            ];
            const names = incidentNames(datasets, addresses.outside(''));
            const feature = incidentFeature(item, names);
            const point = feature.geometry?.coordinates.join(', ') ?? null;
            return {
              datasetVersion,
              json: { ...feature, links },
              page: () => ({
                title: `Incident ${item.id}`,
                above: [
                  ['OGC API', addresses.to('')],
                  ['Datasets', addresses.to('/collections')],
                  [dataset.title, collection],
                ] as const,
                links,
                content: html`<p><a href="${names.address(item.id)}">Show on the map, with everything on record</a></p>
                  ${definitions([
                    ['geometry', point],
                    ...Object.entries(feature.properties).map(([name, value]) => [name, wordsOf(value)] as const),
                  ])}`,
                synthetic: dataset.synthetic,
              }),
              headers: { 'Content-Crs': `<${crs84}>` },
            };
          },
        },
      );
    },
  );
}

/** A property as people read it. */
function wordsOf(value: unknown): string | null {
  if (value === null) return null;
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value);
}
