import { Type } from 'typebox';
import { maximumZoom } from '@monitor/contract';
import { answerTile, encodeTile, readTileAddress, tileParameters } from '@monitor/engine';
import { otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { readQuery } from '../http/query.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import type { Api, Services } from '../services.ts';

const tileType = 'application/vnd.mapbox-vector-tile';
/** Body of a tile on which nothing is. */
const nothing = Buffer.alloc(0);
const Coordinate = (description: string) => Type.Unsafe<string>({ type: 'integer', minimum: 0, description });

/** One vector tile of a filter, with cells where points would crowd and points where they do not. */
export function getTile(app: Api, { analytics }: Services, answers: SharedAnswers): void {
  app.get(
    '/api/v1/tiles/:z/:x/:y.mvt',
    {
      config: { weight: 'light' },
      schema: {
        operationId: 'getTile',
        tags: ['Numbers'],
        summary: 'Vector tile with the layers `cells` and `incidents`',
        params: Type.Object({
          z: Coordinate(`Zoom level, from 0 to ${maximumZoom}.`),
          x: Coordinate('Column, counted from the west.'),
          y: Coordinate('Row, counted from the north.'),
        }),
        querystring: filterQuerySchema(tileParameters),
        response: {
          200: {
            description: 'The tile.',
            content: { [tileType]: { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) } },
          },
          204: Type.Unsafe<undefined>({ type: 'null', description: 'The tile is empty.' }),
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const tile = readTileAddress(request.params);
      const { filter, values, canonical } = readQuery(request, tileParameters);
      const found = await unlessKnown(request, reply, canonical, {
        version: () => analytics.version(request.signal),
        answer: (version) =>
          answers.find(version, canonical, request.signal, async (signal) => {
            const drawn = await answerTile(analytics, filter, { tile, ...values }, signal);
            return { datasetVersion: drawn.datasetVersion, body: bufferOf(encodeTile(drawn)) };
          }),
      });
      if (!found) return reply.send(undefined);
      if (found.body === nothing) return reply.code(204).send(undefined);
      return reply.type(tileType).send(found.body);
    },
  );
}

function bufferOf(tile: Uint8Array<ArrayBuffer> | undefined): Buffer {
  return tile === undefined ? nothing : Buffer.from(tile.buffer, tile.byteOffset, tile.byteLength);
}
