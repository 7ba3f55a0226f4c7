import { Type } from 'typebox';
import { atOrigin } from '../examples/example-code.ts';
import { originOf } from '../http/origin.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import { isKnownDocument } from '../http/caching.ts';
import { readParameters } from '../http/query.ts';
import type { Api } from '../services.ts';

/** The OpenAPI document, made from the routes. */
export function getOpenapi(app: Api): void {
  let text: string | undefined;
  app.get(
    '/api/openapi.json',
    {
      schema: {
        operationId: 'getOpenapi',
        tags: ['Meaning'],
        summary: 'This description, in OpenAPI 3.1',
        response: {
          200: {
            description: 'The OpenAPI document.',
            content: { 'application/json': { schema: Type.Unsafe<string>({ type: 'object' }) } },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      readParameters(request, {});
      text ??= JSON.stringify(app.swagger());
      const served = atOrigin(text, originOf(request));
      if (isKnownDocument(request, reply, served)) return reply.send(undefined);
      return reply.type('application/json; charset=utf-8').serializer(String).send(served);
    },
  );
}
