/** Every error that the API can answer: stable code, HTTP status, title. One table for all endpoints. */
export const problemCodes = {
  bad_query: { status: 400, title: 'A query parameter is not valid' },
  bad_cursor: { status: 400, title: 'The cursor is not valid for this list' },
  bad_request: { status: 400, title: 'The request is not valid' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'This address is read-only' },
  removed: { status: 410, title: 'This incident was removed' },
  request_timeout: { status: 408, title: 'The request took too long to arrive' },
  body_too_large: { status: 413, title: 'The request body is too large' },
  address_too_long: { status: 414, title: 'The address is too long' },
  range_not_satisfiable: { status: 416, title: 'The file does not have the requested range' },
  too_many_incidents: { status: 422, title: 'The format cannot hold this many incidents' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  expectation_failed: { status: 417, title: 'The expectation cannot be met' },
  wrong_host: { status: 421, title: 'The server does not have this name' },
  headers_too_large: { status: 431, title: 'The request headers are too large' },
  internal_error: { status: 500, title: 'Something went wrong on the server' },
  database_unavailable: { status: 503, title: 'The database is not available' },
  too_busy: { status: 503, title: 'The server is busy' },
  took_too_long: { status: 503, title: 'The request took too long' },
  too_many_downloads: { status: 503, title: 'Too many downloads are running' },
  behind: { status: 504, title: 'This server does not have this version of the data yet' },
  not_ready: { status: 503, title: 'The server is starting or stopping' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemCodes;
