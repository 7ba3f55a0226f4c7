import { Type } from 'typebox';
import { baseFile, baseFiles, locationsDrawn } from '@monitor/geography/atlas';
import { knownDatasets, readDatasetsAtVersion, readDatasetVersion } from '@monitor/store';
import { isKnownDocument } from '../http/caching.ts';
import { ProblemError } from '@monitor/engine';
import { readParameters } from '../http/query.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import type { Api, Services } from '../services.ts';

type Layer = (typeof baseFiles)[number];

/** A layer of the base map with what it lacks of the locations with incidents. */
export function getBaseLayer(app: Api, { database }: Services): void {
  /** One answer for each layer, since all that it depends on is where there are incidents. */
  const kept = new Map<Layer, { readonly codes: string; readonly text: Buffer }>();
  app.get(
    '/api/v1/basemap/:layer',
    {
      config: { asksDatabase: true },
      schema: {
        operationId: 'getBaseLayer',
        tags: ['Meaning'],
        summary:
          'A layer of the base map as GeoJSON, or the atlas of its pictures as TopoJSON, with finer lines and names of locations elsewhere that have incidents',
        params: Type.Object({ layer: Type.String({ description: `One of ${baseFiles.join(', ')}.` }) }),
        response: {
          200: {
            description: 'The features of the layer.',
            content: {
              'application/geo+json': {
                schema: Type.Object({ type: Type.String(), features: Type.Array(Type.Object({ type: Type.String() })) }),
              },
              'application/json': { schema: Type.Object({ type: Type.String(), objects: Type.Object({}) }) },
            },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      readParameters(request, {});
      const layer = baseFiles.find((one) => one === request.params.layer);
      if (layer === undefined) throw new ProblemError('not_found', `Layer not found. The layers are ${baseFiles.join(', ')}.`);
      const { signal } = request;
      const version = await readDatasetVersion(database, { signal });
      const { datasets } = knownDatasets(database, version) ?? (await readDatasetsAtVersion(database, { signal }));
      const codes = locationsDrawn(datasets);
      const known = kept.get(layer);
      const text = known?.codes === codes.join() ? known.text : Buffer.from(JSON.stringify(baseFile(layer, codes)));
      kept.set(layer, { codes: codes.join(), text });
      if (isKnownDocument(request, reply, text)) return reply.send(undefined);
      return reply.type(layer === 'atlas' ? 'application/json' : 'application/geo+json').send(text as never);
    },
  );
}
