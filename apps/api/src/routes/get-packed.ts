import { Type } from 'typebox';
import { PackedYears } from '@monitor/contract';
import { type Analytics, ProblemError } from '@monitor/engine';
import { unlessKnown } from '../http/caching.ts';
import { readParameters } from '../http/query.ts';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { SharedAnswers } from '../http/shared-answers.ts';
import type { Api, Services } from '../services.ts';

/** Bytes of packed years that are kept: those of some 4 million incidents. */
const mostBytes = 64 * 2 ** 20;

/** All incidents as columns of numbers, for a program that calculates itself, as the web app does while somebody drags its timeline. */
export function getPacked(app: Api, { analytics }: Services): void {
  app.get(
    '/api/v1/packed',
    {
      config: { weight: 'light' },
      schema: {
        operationId: 'listPackedYears',
        tags: ['Numbers'],
        summary: 'The years of `/api/v1/packed/{year}`',
        response: { 200: dataAnswer(PackedYears, 'The years.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { canonical } = readParameters(request, {});
      const found = await unlessKnown(request, reply, canonical, {
        version: () => analytics.version(request.signal),
        answer: async () => {
          const { version, years } = await memoryOf(analytics, request.signal);
          return { datasetVersion: version, years: years() };
        },
      });
      return found ?? reply.send(undefined);
    },
  );

  const kept = new SharedAnswers(mostBytes);
  app.get(
    '/api/v1/packed/:year',
    {
      schema: {
        operationId: 'getPackedYear',
        tags: ['Numbers'],
        summary: 'All incidents of a year as packed columns of numbers',
        description:
          'What all figures, charts and maps are calculated from: no texts, and no identifiers. For the web app of the same release. The format can change with each release, and is compressed with gzip.',
        params: Type.Object({
          year: Type.Unsafe<string>({ type: 'integer', description: 'One of the years that have incidents.' }),
        }),
        response: {
          200: {
            description: 'The columns.',
            content: { 'application/gzip': { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) } },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const { canonical } = readParameters(request, {});
      const { year } = request.params;
      const found = await unlessKnown(request, reply, canonical, {
        version: () => analytics.version(request.signal),
        answer: (datasetVersion) =>
          kept.find(datasetVersion, canonical, request.signal, async (signal) => {
            const { version, packed } = await memoryOf(analytics, signal);
            const bytes = /^\d{4}$/.test(year) ? await packed(Number(year)) : undefined;
            if (bytes === undefined) throw new ProblemError('not_found', 'There are no incidents of this year.');
            return { datasetVersion: version, body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
          }),
      });
      if (!found) return reply.send(undefined);
      return reply.type('application/gzip').send(found.body);
    },
  );
}

async function memoryOf(analytics: Analytics, signal: AbortSignal) {
  const { memory } = await analytics.snapshot({}, signal);
  if (memory === undefined) throw new ProblemError('not_found', 'This server does not keep the incidents in memory.');
  return memory;
}
