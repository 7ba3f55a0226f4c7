import type { Collection } from '@monitor/contract';
import type { DatasetRow } from '@monitor/store';
import { type Addresses, crs84, link, mediaTypes } from './addresses.ts';

/** Relation of the queryables of a collection. */
const queryablesRelation = 'http://www.opengis.net/def/rel/ogc/1.0/queryables';
const schemaRelation = 'http://www.opengis.net/def/rel/ogc/1.0/schema';

/** A dataset as a collection. */
export function collectionOf(dataset: DatasetRow, addresses: Addresses): Collection {
  const { slug, title, description, licence, licence_url, attribution, from, to, bbox } = dataset;
  const address = addresses.to(`/collections/${slug}`);
  return {
    id: slug,
    title,
    description: description === '' ? title : description,
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
      link('describedby', addresses.outside('/api/v1/codebook'), mediaTypes.json, 'Codebook: what the codes mean'),
      ...(licence_url === null ? [] : [link('license', licence_url, mediaTypes.html, `Licence: ${licence}`)]),
      link('enclosure', addresses.outside(`/api/v1/incidents.csv?dataset=${slug}`), 'text/csv', 'All incidents as CSV'),
    ],
  };
}
