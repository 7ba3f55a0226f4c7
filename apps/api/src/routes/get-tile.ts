import { Type } from 'typebox';
import { maximumZoom } from '@monitor/contract';
import { measureNames, type TileAddress, tileMarks } from '@monitor/domain';
import { encodeTile } from '../encode-tile.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { oneOf } from '../http/parameters.ts';
import { type ParameterProblem, ProblemError } from '../http/problem-error.ts';
import { readQuery } from '../http/query.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import type { Api, Services } from '../services.ts';

const tileType = 'application/vnd.mapbox-vector-tile';
/** Body of a tile on which nothing is. */
const nothing = Buffer.alloc(0);
const Coordinate = (description: string) => Type.Unsafe<string>({ type: 'integer', minimum: 0, description });

/** What a tile is asked for beside the filter. */
export const tileParameters = {
  measure: oneOf(
    measureNames,
    'incidents',
    'What the property `amount` counts. With `incidents`, there is no `amount`, because `count` gives their number.',
  ),
  marks: oneOf(
    tileMarks,
    'circles',
    '`circles` gathers incidents into circles that keep apart. `points` has them where they are, and gathers those that are within a few pixels of each other. `density` has the same points all in the layer `cells`.',
  ),
};

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
            const drawn = await (await analytics.snapshot(filter, signal)).tile(tile, values);
            return { datasetVersion: drawn.datasetVersion, body: encodeTile(drawn) ?? nothing };
          }),
      });
      if (!found) return reply.send(undefined);
      if (found.body === nothing) return reply.code(204).send(undefined);
      return reply.type(tileType).send(found.body);
    },
  );
}

/** Throws `bad_query` if there is no such tile. */
function readTileAddress({ z, x, y }: Record<keyof TileAddress, string>): TileAddress {
  const zoom = wholeNumber(z);
  const last = 2 ** Math.min(zoom, maximumZoom) - 1;
  const problems = [
    ...(zoom <= maximumZoom ? [] : [outOfRange('z', z, maximumZoom)]),
    ...(wholeNumber(x) <= last ? [] : [outOfRange('x', x, last)]),
    ...(wholeNumber(y) <= last ? [] : [outOfRange('y', y, last)]),
  ];
  const [first] = problems;
  if (first !== undefined) throw new ProblemError('bad_query', first.message, { problems });
  return { z: zoom, x: wholeNumber(x), y: wholeNumber(y) };
}

/** Infinity where the text is not a whole number. */
function wholeNumber(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
}

function outOfRange(parameter: string, value: string, last: number): ParameterProblem {
  const message = `"${parameter}" must be a whole number from 0 to ${last}.`;
  return { parameter, code: 'bad_value', value: value.slice(0, 100), message };
}
