import { FeatureProperties, pointProperty, queryables } from '@monitor/contract';
import { ogcRoot } from '../../ogc/addresses.ts';
import { withoutNull } from '../../ogc/openapi-document.ts';
import { serveSchema } from '../../ogc/serve-schema.ts';
import type { Api, Services } from '../../services.ts';

/** The properties of the incidents of a collection, as JSON Schema. Any that is not required can be null. */
export function getCollectionSchema(app: Api, services: Services): void {
  const all = Object.entries(FeatureProperties.properties).map(([name, schema]) => ({ name, ...withoutNull(schema) }));
  serveSchema(app, services, {
    url: `${ogcRoot}/collections/:dataset/schema`,
    title: 'Properties of the incidents',
    properties: {
      ...Object.fromEntries(all.map(({ name, schema }) => [name, schema])),
      [pointProperty]: queryables.get(pointProperty)!.schema,
    },
    more: { required: all.filter(({ nullable }) => !nullable).map(({ name }) => name) },
  });
}
