import { chosenColumns, Codebook, component } from '@monitor/contract';
import { notices, vocabularies } from '@monitor/domain';
import { jurisdictions, regionsOf } from '@monitor/geography';
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

function buildCodebook({ publisher, contact, licence }: Services['settings']): Codebook {
  return {
    vocabularies: Object.fromEntries(Object.entries(vocabularies).map(([name, { terms }]) => [name, [...terms]])),
    groups: Object.fromEntries(
      Object.entries(vocabularies)
        .filter(([, { groups }]) => groups.length > 0)
        .map(([name, { groups }]) => [name, groups.map((group) => ({ ...group, codes: [...group.codes] }))]),
    ),
    locations: jurisdictions.map(({ code, name, note }) => ({
      code,
      name,
      note,
      regions: regionsOf(code).map((region) => ({ code: region.code, name: region.name })),
    })),
    csv_columns: chosenColumns({ compared: true }).map(({ name, hxl, meaning }) => ({ name, hxl, meaning })),
    notices: { ...notices },
    publisher,
    ...(contact === undefined ? {} : { contact }),
    ...(licence === undefined ? {} : { licence }),
  };
}
