import { type Static, type TSchema, type TUnsafe, Type } from 'typebox';
import { component, Problem } from '@monitor/contract';

/** An answer made of published data: its body is a component, its headers tell the version. @param headers others that it has */
export function dataAnswer<Schema extends TSchema & { $id?: string }>(
  schema: Schema,
  description: string,
  headers: object = {},
): TUnsafe<Static<Schema>> {
  return component(schema, { description, headers: { ...dataHeaders, ...headers } });
}

/** What any route may answer beside its own: nothing new, or a problem. */
export const otherAnswers = {
  304: Type.Unsafe<undefined>({ type: 'null', description: 'Your copy is up to date (If-None-Match).' }),
  '4xx': problem('The request is not valid. `code` and `problems` say why.'),
  '5xx': problem('The server cannot respond at the moment.'),
} as const;

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: component(Problem) } } } as const;
}

/** Headers that answers made of published data carry, for the documentation. */
const dataHeaders = {
  ETag: {
    type: 'string',
    description: 'Identifies this response. Send it back as If-None-Match to find out whether it has changed.',
  },
  'Dataset-Version': {
    type: 'integer',
    description:
      'Version of the published data. Send it back in a header of the same name, so that you get no response of an earlier version from another server.',
  },
} as const;
