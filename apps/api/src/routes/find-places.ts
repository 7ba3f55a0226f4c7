import { Type } from 'typebox';
import { PlaceList } from '@monitor/contract';
import { wantedWords } from '@monitor/domain';
import { readDatasetVersion } from '@monitor/store';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { querySchema } from '../http/filter-parameters.ts';
import { type Parameter, wholeNumber } from '../http/parameters.ts';
import { readParameters } from '../http/query.ts';
import { searchPlaces } from '../search-places.ts';
import type { Api, Services } from '../services.ts';

const longest = 100;
const mostWords = 5;

const words: Parameter<string> = {
  schema: Type.String({
    maxLength: longest,
    description:
      'Search text, in Latin or Cyrillic script. Finds settlements by their names in English and other languages. Each word must be the start of a word in the same name.',
  }),
  read(text, name) {
    const lists = wantedWords(text);
    if (text.length <= longest && lists.length > 0 && lists.every((list) => list.length <= mostWords)) return { value: text };
    return { message: `"${name}" must be 1 to ${mostWords} words with letters or digits, and ${longest} characters or fewer.` };
  },
};

const parameters = { q: words, limit: wholeNumber(1, 50, 8, 'Maximum number of settlements.') };

/** Settlements by a name in any language, those with most incidents first. */
export function findPlaces(app: Api, { database }: Services): void {
  app.get(
    '/api/v1/places',
    {
      config: { asksDatabase: true },
      schema: {
        operationId: 'findPlaces',
        tags: ['Meaning'],
        summary: 'Search for settlements with incidents',
        querystring: querySchema(parameters),
        response: { 200: dataAnswer(PlaceList, 'Settlements, most incidents first.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { values, canonical } = readParameters(request, parameters);
      const { signal } = request;
      const found = await unlessKnown(request, reply, canonical, {
        version: () => readDatasetVersion(database, { signal }),
        answer: () => searchPlaces(database, values.q, values.limit, { signal }),
      });
      return found ?? reply.send(undefined);
    },
  );
}
