import { type Collection, FeatureProperties, pointProperty, queryables } from '@monitor/contract';
import type { DatasetRow } from '@monitor/store';
import { descriptionOf } from '../../catalog/described.ts';
import { datasetsOfNumbers } from '../../http/same-version.ts';
import { readParameters } from '../../http/query.ts';
import { type Addresses, addressesOf, crs84, link, mediaTypes, ogcRoot } from '../../ogc/addresses.ts';
import { findDataset } from '../../ogc/find-dataset.ts';
import { withoutNull } from '../../ogc/openapi-document.ts';
import { formatParameter } from '../../ogc/parameters.ts';
import { sendResource } from '../../ogc/send-resource.ts';
import type { Api, Services } from '../../services.ts';

/** The datasets as collections: all of them, each, and what a filter can name and the incidents have, as JSON Schema. */
export function getCollections(app: Api, { analytics, database }: Services): void {
  /** Serves what is made of the datasets, and of the one that the address names. */
  const serve = (
    path: string,
    type: string,
    make: (datasets: readonly DatasetRow[], addresses: Addresses, name: string) => object,
  ) =>
    app.get<{ Params: { dataset?: string } }>(
      `${ogcRoot}/collections${path}`,
      { schema: { hide: true } },
      async (request, reply) => {
        const { canonical } = readParameters(request, { f: formatParameter });
        const { version, answer } = datasetsOfNumbers(analytics, database, request);
        return sendResource(request, reply, { canonical, type, version }, async (now) => {
          const { datasetVersion, datasets } = await answer(now);
          return { datasetVersion, json: make(datasets, addressesOf(request), request.params.dataset ?? '') };
        });
      },
    );
  /** A JSON Schema is the same for all collections, but only those that there are have one. */
  const serveSchema = (path: string, title: string, properties: Readonly<Record<string, object>>, more: object) =>
    serve(`/:dataset/${path}`, mediaTypes.schema, (datasets, { to }, name) => ({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: to(`/collections/${findDataset(datasets, name).slug}/${path}`),
      title,
      type: 'object',
      properties,
      ...more,
    }));

  serve('', mediaTypes.json, (datasets, addresses) => ({
    links: [link('self', addresses.to('/collections'), mediaTypes.json, 'Datasets, as collections')],
    collections: datasets.map((dataset) => collectionOf(dataset, addresses)),
  }));
  serve('/:dataset', mediaTypes.json, (datasets, addresses, name) => collectionOf(findDataset(datasets, name), addresses));
  serveSchema(
    'queryables',
    'What a filter can name',
    Object.fromEntries([...queryables].map(([name, { schema }]) => [name, schema])),
    { additionalProperties: false },
  );
  // Any property that is not required can be null.
  const all = Object.entries(FeatureProperties.properties).map(([name, schema]) => ({ name, ...withoutNull(schema) }));
  const properties = Object.fromEntries(all.map(({ name, schema }) => [name, schema]));
  const required = all.filter(({ nullable }) => !nullable).map(({ name }) => name);
  const point = queryables.get(pointProperty)!.schema;
  serveSchema('schema', 'Properties of the incidents', { ...properties, [pointProperty]: point }, { required });
  // GDAL takes the types of properties from here. It would take those that the first page has nothing of for texts.
  serveSchema('feature-schema', 'Incidents as Features of GeoJSON', { properties: { type: 'object', properties, required } }, {});
}

/** Relation of the queryables of a collection. */
const queryablesRelation = 'http://www.opengis.net/def/rel/ogc/1.0/queryables';
const schemaRelation = 'http://www.opengis.net/def/rel/ogc/1.0/schema';

/** A dataset as a collection. */
function collectionOf(dataset: DatasetRow, addresses: Addresses): Collection {
  const { slug, title, licence, licence_url, attribution, from, to, bbox } = dataset;
  const address = addresses.to(`/collections/${slug}`);
  return {
    id: slug,
    title,
    description: descriptionOf(dataset),
    itemType: 'feature',
    crs: [crs84],
    storageCrs: crs84,
    extent: {
      spatial: { bbox: [bbox ?? [-180, -90, 180, 90]], crs: crs84 },
      temporal: {
        interval: [[from === null ? null : `${from}T00:00:00Z`, to === null ? null : `${to}T23:59:59Z`]],
        trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian',
      },
    },
    attribution,
    license: licence,
    links: [
      link('self', address, mediaTypes.json, 'This dataset'),
      link('items', `${address}/items`, mediaTypes.geojson, 'Incidents as GeoJSON'),
      link(queryablesRelation, `${address}/queryables`, mediaTypes.schema, 'What a filter can name'),
      link(schemaRelation, `${address}/schema`, mediaTypes.schema, 'Properties of the incidents'),
      link('describedby', `${address}/feature-schema`, mediaTypes.schema, 'Incidents as Features of GeoJSON'),
      link('describedby', addresses.outside('/api/v1/codebook'), mediaTypes.json, 'Codebook: what the codes mean'),
      ...(licence_url === null ? [] : [link('license', licence_url, mediaTypes.html, `Licence: ${licence}`)]),
      link('enclosure', addresses.outside(`/api/v1/incidents.csv?dataset=${slug}`), 'text/csv', 'All incidents as CSV'),
    ],
  };
}
