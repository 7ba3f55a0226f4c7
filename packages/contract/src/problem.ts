import { type Static, Type } from 'typebox';

/** Every error that the API can answer: stable code, HTTP status, title. One table for all endpoints. */
export const problemCodes = {
  bad_query: { status: 400, title: 'The query has a parameter that is not understood' },
  bad_cursor: { status: 400, title: 'The cursor is not one that this list gave out' },
  bad_request: { status: 400, title: 'The request is not well formed' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  method_not_allowed: { status: 405, title: 'This address is read only' },
  request_timeout: { status: 408, title: 'The request did not arrive in time' },
  body_too_large: { status: 413, title: 'The request is too large' },
  address_too_long: { status: 414, title: 'The address is too long' },
  range_not_satisfiable: { status: 416, title: 'The file has no such part' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  headers_too_large: { status: 431, title: 'The request headers are too large' },
  internal_error: { status: 500, title: 'Something went wrong on the server' },
  database_unavailable: { status: 503, title: 'The database cannot be reached at the moment' },
  took_too_long: { status: 503, title: 'The answer takes too long to work out' },
  too_many_downloads: { status: 503, title: 'Too many downloads are running at the moment' },
  not_ready: { status: 503, title: 'The server is starting or stopping' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemCodes;

/** RFC 9457 problem details, sent as `application/problem+json`. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'A relative reference that names the code.' }),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable, for programs.' }),
    detail: Type.String({ description: 'What to do, for people.' }),
    requestId: Type.Optional(Type.String()),
    problems: Type.Optional(
      Type.Array(
        Type.Object({
          parameter: Type.String(),
          code: Type.String(),
          value: Type.String(),
          message: Type.String(),
          allowed: Type.Optional(Type.Array(Type.String())),
        }),
      ),
    ),
  },
  { $id: 'Problem' },
);
export type Problem = Static<typeof Problem>;
