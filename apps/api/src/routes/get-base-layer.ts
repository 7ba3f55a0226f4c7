import { LRUCache } from 'lru-cache';
import { Type } from 'typebox';
import { isHome, jurisdiction } from '@monitor/geography';
import { type BaseLayer, baseLayers, baseLayerWith } from '@monitor/geography/base-layers';
import { isKnownDocument } from '../http/caching.ts';
import { ProblemError } from '../http/problem-error.ts';
import { readParameters } from '../http/query.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import type { Api } from '../services.ts';

/** Each takes a megabyte or two. */
const mostKept = 20;
/** Locations elsewhere that one map draws finely. */
const mostLocations = 20;

/** A layer of the base map with what it lacks of some locations elsewhere. */
export function getBaseLayer(app: Api): void {
  const kept = new LRUCache<string, Buffer>({ max: mostKept });
  app.get(
    '/api/v1/basemap/:layer/:codes',
    {
      schema: {
        operationId: 'getBaseLayer',
        tags: ['Meaning'],
        summary: 'A layer of the base map with finer lines and names of some locations, as GeoJSON',
        params: Type.Object({
          layer: Type.String({ description: `One of ${baseLayers.join(', ')}.` }),
          codes: Type.String({ description: 'Codes of locations outside South-East and Eastern Europe, separated by commas.' }),
        }),
        response: {
          200: {
            description: 'The features of the layer.',
            content: {
              'application/geo+json': {
                schema: Type.Object({ type: Type.String(), features: Type.Array(Type.Object({ type: Type.String() })) }),
              },
            },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      readParameters(request, {});
      const { layer, codes } = request.params;
      const text = kept.get(request.url) ?? Buffer.from(JSON.stringify(baseLayerWith(layerOf(layer), locationsOf(codes))));
      kept.set(request.url, text);
      if (isKnownDocument(request, reply, text)) return reply.send(undefined);
      return reply.type('application/geo+json').send(text as never);
    },
  );
}

function layerOf(name: string): BaseLayer {
  const layer = baseLayers.find((one) => one === name);
  if (layer === undefined) throw new ProblemError('not_found', `There is no such layer. Use one of ${baseLayers.join(', ')}.`);
  return layer;
}

function locationsOf(text: string): string[] {
  const codes = [...new Set(text.split(','))].toSorted();
  if (codes.length > mostLocations || !codes.every((code) => jurisdiction(code) !== undefined && !isHome(code)))
    throw new ProblemError(
      'not_found',
      `Use at most ${mostLocations} codes of locations outside the region. The codebook has them.`,
    );
  return codes;
}
