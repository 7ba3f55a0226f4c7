import { incidentFeature, readExpression } from '@monitor/contract';
import { incidentNames } from '@monitor/formats';
import { findRemoval, listIncidents } from '@monitor/store';
import { ProblemError, removedProblem } from '@monitor/engine';
import { stateOfNumbers } from '../../http/same-version.ts';
import { readParameters } from '../../http/query.ts';
import { addressesOf, crs84, link, mediaTypes, ogcRoot } from '../../ogc/addresses.ts';
import { findDataset } from '../../ogc/find-dataset.ts';
import { formatParameter, itemsParameters } from '../../ogc/parameters.ts';
import { sendResource } from '../../ogc/send-resource.ts';
import type { Api, Services } from '../../services.ts';

/** One published incident of a dataset. */
export function getItem(app: Api, { analytics, database }: Services): void {
  app.get<{ Params: { dataset: string; id: string } }>(
    `${ogcRoot}/collections/:dataset/items/:id`,
    { config: { asksDatabase: true }, schema: { hide: true } },
    async (request, reply) => {
      const { canonical } = readParameters(request, { f: formatParameter, crs: itemsParameters.crs });
      const { signal, params } = request;
      const { version, read } = stateOfNumbers(analytics, database, request);
      return sendResource(request, reply, { canonical, type: mediaTypes.geojson, version }, async () => {
        // No identifier has the character that the database cannot hold.
        const expression = params.id.includes('\0') || readExpression({ op: '=', args: [{ property: 'id' }, params.id] });
        const filter = { dataset: [params.dataset] };
        const page = { sort: 'occurred_on', limit: 1 } as const;
        const { datasetVersion, datasets, items } = await read((snapshot) =>
          listIncidents(database, filter, page, { signal, expression, snapshot }),
        );
        const [item] = items;
        const removal = item === undefined ? await findRemoval(database, params.id) : undefined;
        if (removal !== undefined) throw removedProblem(removal);
        const dataset = findDataset(datasets, params.dataset);
        if (item === undefined || item.id !== params.id)
          throw new ProblemError('not_found', 'There is no incident with this identifier in this collection.');
        const addresses = addressesOf(request);
        const collection = addresses.to(`/collections/${dataset.slug}`);
        const links = [
          link('self', `${collection}/items/${item.id}`, mediaTypes.geojson, 'This incident'),
          link('collection', collection, mediaTypes.json, dataset.title),
          link('related', addresses.outside(`/api/v1/incidents/${item.id}`), mediaTypes.json, 'The whole record'),
        ];
        const feature = incidentFeature(item, incidentNames(datasets, addresses.outside('')));
        return { datasetVersion, json: { ...feature, links }, headers: { 'Content-Crs': `<${crs84}>` } };
      });
    },
  );
}
