import { Codebook, component } from '@monitor/contract';
import { buildCodebook } from '@monitor/engine';
import { otherAnswers } from '../http/response-schemas.ts';
import { isKnownDocument } from '../http/caching.ts';
import { readParameters } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

/** All vocabularies with labels and definitions, locations with their regions, and the notices that go with them. */
export function getCodebook(app: Api, { settings }: Services): void {
  const codebook = buildCodebook(settings);
  const text = JSON.stringify(codebook);
  app.get(
    '/api/v1/codebook',
    {
      schema: {
        operationId: 'getCodebook',
        tags: ['Meaning'],
        summary: 'Vocabularies, locations, regions and notices',
        response: { 200: component(Codebook, { description: 'The codebook.' }), ...otherAnswers },
      },
    },
    async (request, reply) => {
      readParameters(request, {});
      if (isKnownDocument(request, reply, text)) return reply.send(undefined);
      return codebook;
    },
  );
}
