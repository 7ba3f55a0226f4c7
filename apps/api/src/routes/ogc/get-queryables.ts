import { queryables } from '@monitor/contract';
import { ogcRoot } from '../../ogc/addresses.ts';
import { serveSchema } from '../../ogc/serve-schema.ts';
import type { Api, Services } from '../../services.ts';

/** What a filter can name, as JSON Schema. */
export function getQueryables(app: Api, services: Services): void {
  serveSchema(app, services, {
    url: `${ogcRoot}/collections/:dataset/queryables`,
    title: 'What a filter can name',
    properties: Object.fromEntries([...queryables].map(([name, { schema }]) => [name, schema])),
    more: { additionalProperties: false },
  });
}
